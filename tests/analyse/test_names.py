"""Names by votes. Each pair of sentences differs in one thing; what differs in the names is its doing.

A sentence is written with the recogniser's votes in brackets: ``[PER Michael Jordan] plays``. Words with a
capital inside a sentence, and words in brackets, are tagged as proper nouns; ``word~NOUN`` tags otherwise and
``word~NOUN.compound`` gives the relation as well.
"""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.analyse.analysis import Name, Sentence, Token
from communique.analyse.gazetteer import Gazetteer
from communique.analyse.model import cut, load
from communique.analyse.names import find_names
from communique.analyse.tables import Entry, demonym
from communique.document import Block, Document

Found = list[tuple[str, str, str | None]]
CUES = re.compile(r"\[([A-Z]+) ([^\]]*)\]|(\S+?)~([A-Z]+)(?:\.([a-z]+))?(?=\W|$)|(\s+)|([^\[\]\s~]+)")
NOUNS = frozenset(
    [
        "administration",
        "government",
        "agencies",
        "army",
        "aid",
        "summit",
        "relations",
        "election",
        "intelligence",
    ]
)


def parsed(*sentences: str) -> tuple[str, tuple[Token, ...], tuple[Sentence, ...]]:
    """Text, tokens and sentences of sentences in the notation above."""
    text = ""
    tokens: list[Token] = []
    cuts: list[Sentence] = []
    for number, sentence in enumerate(sentences):
        first, start = len(tokens), len(text)
        for cue in CUES.finditer(sentence):
            kind, name, word, tag, relation, space, plain = cue.groups()
            piece = name or word or space or plain
            at = len(text)
            text += piece
            for k, (a, b) in enumerate(cut(text, at, len(text))):
                form, i = text[a:b], len(tokens)
                proper = bool(name) or (form[0].isupper() and i > first)
                noun = "NOUN" if form.lower() in NOUNS else "ADJ" if form == "presidential" else "X"
                upos = tag or (("ADJ" if demonym(form) else "PROPN") if proper else noun)
                upos = "PUNCT" if not form[0].isalnum() else upos
                label = f"{'I' if k else 'B'}-{kind}" if name else "O"
                tokens.append(Token(i, a, b, form, form, upos, "", i, relation or "dep", number, label))
        cuts.append(Sentence(number, start, len(text), first, len(tokens), first))
        text += " "
    return text, tuple(tokens), tuple(cuts)


def names(*sentences: str, gazetteer: Gazetteer | None = None) -> list[Name]:
    text, tokens, cuts = parsed(*sentences)
    document = Document(text, (Block("paragraph", 0, len(text)),), ())
    return list(find_names(tokens, cuts, document, gazetteer))


def found(*sentences: str) -> Found:
    text = parsed(*sentences)[0]
    return [(text[n.start : n.end], n.kind, n.country) for n in names(*sentences)]


PAIRS: list[tuple[str, Found, str]] = [
    # A table's name and what only looks like one.
    ("They flew to Turkey.", [("Turkey", "country", "TR")], "inside a sentence, with a capital: the country"),
    ("They ate turkey.", [], "small letter: the bird"),
    ("Talks with China stalled.", [("China", "country", "CN")], "the country"),
    ("They bought china.", [], "small letter: porcelain"),
    ("It angered the US again.", [("US", "country", "US")], "the country"),
    ("It angered us again.", [], "the pronoun"),
    ("Guinea agreed.", [("Guinea", "country", "GN")], "not Guinea-Bissau"),
    ("Guinea-Bissau agreed.", [("Guinea-Bissau", "country", "GW")], "longest name first"),
    ("Equatorial Guinea agreed.", [("Equatorial Guinea", "country", "GQ")], "longest name first"),
    ("Papua New Guinea agreed.", [("Papua New Guinea", "country", "PG")], "longest name first"),
    ("In Niger it rained.", [("Niger", "country", "NE")], "not Nigeria"),
    ("In Nigeria it rained.", [("Nigeria", "country", "NG")], "not Niger"),
    ("The People's Republic of China won.", [("People's Republic of China", "country", "CN")], "mainland"),
    ("The Republic of China won.", [("Republic of China", "country", "TW")], "Taiwan's own name"),
    ("In Congo it rained.", [("Congo", "country", None)], "two states: no code"),
    ("In the Republic of Congo it rained.", [("Republic of Congo", "country", "CG")], "one of the two"),
    (
        "In Congo, near Goma, it rained.",
        [("Congo", "country", "CD"), ("Goma", "place", "CD")],
        "company decides",
    ),
    ("They went to Georgia.", [("Georgia", "country", None)], "country or state: nothing decides"),
    (
        "From Tbilisi they toured Georgia.",
        [("Tbilisi", "place", "GE"), ("Georgia", "country", "GE")],
        "company decides",
    ),
    (
        "From Atlanta they toured Georgia.",
        [("Atlanta", "place", "US"), ("Georgia", "place", "US")],
        "the other company decides otherwise",
    ),
    ("The States agreed.", [("The States", "country", "US")], "with the article"),
    ("Member States agreed.", [], "without it"),
    ("The West fears it.", [("The West", "place", None)], "with the article"),
    # People who bear the names of places.
    ("It upset Jordan.", [("Jordan", "country", "JO")], "the country"),
    ("It upset [PER Michael Jordan].", [("Michael Jordan", "person", None)], "one longer name"),
    (
        "[PER Michael Jordan] spoke. It upset [PER Jordan].",
        [("Michael Jordan", "person", None), ("Jordan", "person", None)],
        "the document names him in full",
    ),
    ("He lived in Chad.", [("Chad", "country", "TD")], "the country"),
    ("He called [PER Chad Smith].", [("Chad Smith", "person", None)], "one longer name"),
    ("[PER Cuba Gooding] spoke.", [("Cuba Gooding", "person", None)], "no mention of Cuba"),
    ("[PER Paris Hilton] spoke.", [("Paris Hilton", "person", None)], "no mention of Paris"),
    ("[PER Jack London] wrote.", [("Jack London", "person", None)], "no mention of London"),
    ("[PER Israel Smith] wrote.", [("Israel Smith", "person", None)], "no mention of Israel"),
    ("[PER Indiana Jones] ran.", [("Indiana Jones", "person", None)], "no mention of Indiana"),
    ("It came from Washington.", [("Washington", "place", "US")], "the capital"),
    ("It came from President Washington.", [("Washington", "person", None)], "a title makes a person"),
    # Months, verbs and pronouns with a capital.
    ("They met in May.", [], "a month"),
    (
        "[PER Theresa May] met them. Later May left.",
        [("Theresa May", "person", None), ("May", "person", None)],
        "known",
    ),
    # The longest name.
    ("The [PER Obama] administration left.", [("Obama administration", "government", None)], "rule 8"),
    ("It was [PER Obama]'s administration.", [("Obama", "person", None)], "a possessive is two phrases"),
    ("US intelligence agencies knew.", [("US intelligence agencies", "organization", "US")], "rule 8"),
    (
        "The Russian government knew.",
        [("Russian government", "government", "RU")],
        "a demonym gives the country",
    ),
    ("Russian government~NOUN.compound officials knew.", [], "the officials are the phrase: no name in it"),
    ("Russian officials knew.", [], "a demonym alone is no mention of the country"),
    ("The Russians knew.", [], "a people is a group, not a name"),
    ("He flew Turkish Airlines.", [("Turkish Airlines", "organization", "TR")], "not Turkey"),
    ("The Bank of England spoke.", [("Bank of England", "organization", "GB")], "not England"),
    ("The New York Times wrote.", [("New York Times", "organization", "US")], "not New York"),
    ("The Washington Post wrote.", [("Washington Post", "organization", "US")], "not Washington"),
    ("He left the University of Moscow.", [("University of Moscow", "organization", "RU")], "not Moscow"),
    ("It bordered the Berlin Wall.", [("Berlin Wall", "event", None)], "not Berlin"),
    ("They signed the Treaty of Versailles.", [("Treaty of Versailles", "event", None)], "not Versailles"),
    ("It fought Islamic State.", [("Islamic State", "organization", None)], "no state's adjective"),
    (
        "The Serbian Radical Party, Democratic Party of Serbia and others met.",
        [
            ("Serbian Radical Party", "organization", "RS"),
            ("Democratic Party of Serbia", "organization", "RS"),
        ],
        "an ending makes an organisation, with its demonym and its country",
    ),
    (
        "The Ministry of Trade and Industry wrote.",
        [("Ministry of Trade and Industry", "government", None)],
        "a ministry keeps its coordinated field",
    ),
    (
        "The Ministry of Defence and France wrote.",
        [("Ministry of Defence", "government", None), ("France", "country", "FR")],
        "but not a country after it",
    ),
    (
        "The Kurdistan Workers' Party struck.",
        [("Kurdistan Workers' Party", "organization", "TR")],
        "a table's",
    ),
    (
        "It shaped the 2016 US presidential election.",
        [("2016 US presidential election", "event", "US")],
        "an election with its year is one name",
    ),
    ("It shaped US elections.", [("US", "country", "US")], "without a year it is none"),
    # Pairs.
    ("On US-Russia relations.", [("US", "country", "US"), ("Russia", "country", "RU")], "two names"),
    ("A [PER Trump-Putin] summit.", [("Trump", "person", None), ("Putin", "person", None)], "two surnames"),
    ("With [PER Jean-Claude Juncker].", [("Jean-Claude Juncker", "person", None)], "one given name"),
    ("The Russo-Ukrainian war.", [], "adjectives: no names of countries"),
    (
        "In Atlanta, Georgia, they met.",
        [("Atlanta", "place", "US"), ("Georgia", "place", "US")],
        "city and state",
    ),
    # Titles.
    (
        "He saw Special Counsel [PER Robert Mueller].",
        [("Robert Mueller", "person", None)],
        "the title is outside",
    ),
    ("The Special Counsel wrote.", [], "a title alone is no name"),
    (
        "[PER Senator John Kerry] spoke.",
        [("John Kerry", "person", None)],
        "also where the recogniser takes it in",
    ),
    ("[PER Pope Francis] spoke.", [("Pope Francis", "person", None)], "this title belongs to the name"),
    (
        "[LOC US] Secretary of State [PER Antony Blinken] spoke.",
        [("US", "country", "US"), ("Antony Blinken", "person", None)],
        "the country before a title is a name of its own",
    ),
    (
        "[PER U.S. Secretary of State Antony Blinken] spoke.",
        [("U.S.", "country", "US"), ("Antony Blinken", "person", None)],
        "however the recogniser cuts it",
    ),
    (
        "[PER Cuba's Prime Minister Ann Lee] spoke.",
        [("Cuba", "country", "CU"), ("Ann Lee", "person", None)],
        "nor is an owner part of a person",
    ),
    # Demonyms and given names of two parts.
    ("[ORG North] Korean officials knew.", [], "a demonym of two words is one demonym"),
    ("[LOC North Korea] knew.", [("North Korea", "country", "KP")], "the country"),
    ("The South African army left.", [("South African army", "organization", "ZA")], "and gives its country"),
    (
        "[MISC Moon] [PER Jae]-in~PROPN spoke.",
        [("Moon Jae-in", "person", None)],
        "one given name",
    ),
    # The recogniser overruled.
    ("Abroad [PER Chad] fell.", [("Chad", "country", "TD")], "the tag alone makes no person of a country"),
    ("The Saudi Press Agency wrote.", [("Saudi Press Agency", "organization", "SA")], "no agency of state"),
    ("The WHO~PRON warned.", [("WHO", "organization", None)], "the article makes a name of it"),
    ("Everyone WHO~PRON warned.", [], "without it the tagger decides"),
    ("It met the [PER PSG] there.", [("PSG", "organization", None)], "an acronym is no person"),
    ("The [LOC Kremlin] denied.", [("Kremlin", "government", "RU")], "a seat of government is in the table"),
    ("The Kremlin denied.", [("Kremlin", "government", "RU")], "even where the recogniser misses it"),
    (
        "The [MISC Russian] army left.",
        [("Russian army", "organization", "RU")],
        "a demonym is no name by itself",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_names_of_a_sentence(sentence: str, expected: Found, why: str) -> None:
    sentences = re.split(r"(?<=[a-z]\.) ", sentence)
    assert found(*sentences) == expected, why


def test_a_surname_alone_is_the_person_named_in_full_even_where_the_recogniser_is_silent() -> None:
    assert found("[PER Angela Merkel] spoke.", "Then Merkel left.")[1] == ("Merkel", "person", None)
    assert found("She spoke.", "Then Merkel left.") == []


def test_the_start_of_a_sentence_is_decided_by_the_rest_of_the_document() -> None:
    assert found("They fear [ORG Solidarnosc].", "[ORG Solidarnosc] won.")[1][1] == "organization"
    assert [n[0] for n in found("It fell.", "Split~VERB the bill.")] == []
    assert [n[0] for n in found("They met in Split.")] == ["Split"]


def test_a_state_after_its_city_is_that_state_whatever_else_the_document_names() -> None:
    assert found("Tbilisi and Moscow spoke of Georgia.", "From Atlanta, Georgia, they flew.")[2:] == [
        ("Georgia", "country", "GE"),
        ("Atlanta", "place", "US"),
        ("Georgia", "place", "US"),
    ]


def test_the_kind_of_a_string_is_the_majority_of_the_document() -> None:
    kinds = [
        kind
        for _, kind, _ in found("The [ORG Xanadu] won.", "The [ORG Xanadu] lost.", "A [PER Xanadu] rose.")
    ]
    assert kinds == ["organization", "organization", "organization"]


def test_a_user_table_stands_above_every_vote() -> None:
    entry = Entry("Jordan Valley Group", "organization", "JO", None, "user")
    gazetteer = Gazetteer({"Jordan": entry, "plovdiv club": entry}, sha256="")
    found = names("It upset [LOC Jordan] and the plovdiv club.", gazetteer=gazetteer)
    assert [(n.kind, n.key) for n in found] == [("organization", "Jordan Valley Group")] * 2


def headed(title: str, prose: str) -> list[tuple[str, str]]:
    body, tokens, cuts = parsed(prose)
    shift = len(title) + 2
    text = f"{title}\n\n{body}"
    tokens = tuple(t._replace(start=t.start + shift, end=t.end + shift) for t in tokens)
    blocks = (Block("title", 0, len(title), 1), Block("paragraph", shift, len(text)))
    result = find_names(tokens, cuts, Document(text, blocks, ()))
    return [(text[n.start : n.end], n.kind) for n in result if n.first == -1 == n.last]


def test_a_heading_has_the_names_of_tables_and_of_the_prose_and_no_others() -> None:
    assert headed("Implications for US-Russia Relations", "It rained.") == [
        ("US", "country"),
        ("Russia", "country"),
    ]
    assert headed("Merkel and the Future of the Relationship", "[PER Angela Merkel] left.") == [
        ("Merkel", "person")
    ]
    assert headed("A Deep Dive Into Their Relationship", "It rained.") == []
    assert headed("Turkey Recipes You Will Love", "It rained.") == [], (
        "in Title Case an ordinary word proves nothing"
    )


def test_boilerplate_has_no_names() -> None:
    text = "Advert for Russia"
    assert find_names((), (), Document(text, (Block("boilerplate", 0, len(text)),), ())) == ()


WORDS = [
    "Russia",
    "the",
    "US",
    "-",
    "Party",
    "of",
    "Bank",
    "Senator",
    "said",
    ",",
    "Georgia",
    "May",
    "and",
    "2016",
    "election",
]
TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS), st.sampled_from(TAGS), st.sampled_from(["PROPN", "NOUN", "ADJ", "X"])
        )
    )
)
def test_whatever_the_votes_names_are_whole_tokens_in_order_without_overlap(
    rows: list[tuple[str, str, str]],
) -> None:
    text, tokens = "", []
    for i, (word, tag, upos) in enumerate(rows):
        tokens.append(Token(i, len(text), len(text) + len(word), word, word, upos, "", i, "dep", 0, tag))
        text += word + " "
    cuts = (Sentence(0, 0, len(text), 0, len(tokens), 0),) if tokens else ()
    result = find_names(tuple(tokens), cuts, Document(text, (Block("paragraph", 0, len(text)),), ()))
    at = 0
    for name in result:
        assert at <= name.first < name.last <= len(tokens)
        assert (name.start, name.end) == (tokens[name.first].start, tokens[name.last - 1].end)
        at = name.last


def test_the_time_grows_with_the_text_and_not_faster() -> None:
    rows = [
        "The [LOC United States] and Russia told the Democratic Party of Serbia and [PER Ann Lee] so."
    ] * 400
    text, tokens, cuts = parsed(*rows)
    document = Document(text, (Block("paragraph", 0, len(text)),), ())
    find_names(tokens, cuts, document)

    def took(share: int) -> float:
        part = cuts[: len(cuts) // share]
        began = time.process_time()
        find_names(tokens[: part[-1].last], part, document)
        return time.process_time() - began

    small, whole = min(took(8) for _ in range(3)), min(took(1) for _ in range(3))
    assert whole < 16 * small


def test_real_sentences_through_the_language_model() -> None:
    text = (
        "Chancellor Olaf Scholz flew to Ankara on Friday for talks with President Recep Tayyip Erdogan. "
        "The Turkish government and the European Commission had disagreed over gas from Russia."
    )
    tokens, cuts = load().parse(text, [(0, len(text))])
    document = Document(text, (Block("paragraph", 0, len(text)),), ())
    result = {(text[n.start : n.end], n.kind, n.country) for n in find_names(tokens, cuts, document)}
    assert {
        ("Olaf Scholz", "person", None),
        ("Ankara", "place", "TR"),
        ("Recep Tayyip Erdogan", "person", None),
        ("Turkish government", "government", "TR"),
        ("European Commission", "organization", None),
        ("Russia", "country", "RU"),
    } <= result
