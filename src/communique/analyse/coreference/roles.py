"""Titles, appositions and other words that tell a person's office, country or trade.

"Special Counsel Robert Mueller", "Scholz, the German chancellor", "the inquiry led by Sue Gray",
"Erdogan's Turkey": each leaves role nouns, a title with its place in the text, or a country on the chain.
"""

from __future__ import annotations

from communique.analyse import agreement, tables
from communique.analyse.analysis import Token
from communique.analyse.coreference import appositions
from communique.analyse.coreference.appositions import settle
from communique.analyse.coreference.chains import Chain, Chains
from communique.analyse.coreference.office_classes import honorifics, ranks
from communique.analyse.coreference.phrase import Phrase

LED = frozenset(("lead", "head", "run", "chair", "oversee", "direct", "conduct"))
FIELDS = frozenset(("adviser", "advisor", "expert", "analyst", "specialist", "scholar", "correspondent"))
"""Whoever bears these names before a land's name knows about the land."""
LONGEST_TITLE = 5


def read(chains: Chains) -> None:
    """Find the roles and countries of all persons, and join the descriptions that stand beside a name."""
    for phrase in chains.phrases:
        if phrase.head < 0:
            continue
        if phrase.sort == "person" and phrase.name is not None:
            _title_before(chains, phrase)
            _led(chains, phrase)
            _country_beside(chains, phrase)
        elif phrase.form == "description":
            appositions.join(chains, phrase)


def _title_before(chains: Chains, phrase: Phrase) -> None:
    """The title in front of a name, or at its beginning: "Russian President|", "Mrs|"."""
    tokens = chains.analysis.tokens
    chain = chains.of(phrase.index)
    first = phrase.first
    size = _title_size(chains, phrase.first, phrase.last - 1)
    if size:
        _take(chains, chain, phrase.first, phrase.first + size)
    start = _title_start(chains, first)
    if start == first and size == 0:
        return
    if start < first:
        _take(chains, chain, start, first)
    before = start - 1
    while before >= 0 and tokens[before].sentence == tokens[first].sentence:
        code = agreement.country_of(tokens[before]) or _country_ending(chains, phrase, before)
        text = tokens[before].text.lower()
        if code is not None and _is_field(tokens[before], tokens[before + 1 : first]):
            break
        if code is not None:
            settle(chain, code)
            chain.roles[:] = [
                (s, e, code if s >= tokens[before].start and c is None else c) for s, e, c in chain.roles
            ]
            break
        if text not in (
            "'s",
            "’",
            "’s",
            "then",
            "former",
            "-",
            "late",
            "deputy",
            "current",
            "vice",
            "new",
            "acting",
        ):
            break
        before -= 1


def _is_field(token: Token, title: tuple[Token, ...]) -> bool:
    """As in "|Russia| adviser", "|China| expert": what they know about, and not whose they are."""
    named = tables.demonym(token.text) is None and not token.text.isupper() and "." not in token.text
    return named and any(agreement.lemma(each) in FIELDS for each in title)


def _title_size(chains: Chains, first: int, last: int) -> int:
    tokens = chains.analysis.tokens
    for size in (3, 2, 1):
        if first + size <= last and tables.title(" ".join(t.text for t in tokens[first : first + size])):
            return size
    return 0


def _title_start(chains: Chains, first: int) -> int:
    """Where the title begins that ends in front of token ``first``; ``first`` where there is none."""
    tokens = chains.analysis.tokens
    sentence = tokens[first].sentence if first < len(tokens) else -1
    start = first
    for size in range(LONGEST_TITLE, 0, -1):
        begin = first - size
        if begin < 0 or tokens[begin].sentence != sentence:
            continue
        if tables.title(" ".join(token.text for token in tokens[begin:first])):
            start = begin
            break
    if start == first and first > 0:
        token = tokens[first - 1]
        if token.sentence == sentence and token.upos in ("NOUN", "PROPN"):
            if agreement.sort_of(agreement.lemma(token), False) != "person" or agreement.is_plural(token):
                return first
            start = first - 1
    if start == first:
        return first
    while start > 0:
        token = tokens[start - 1]
        inner = token.deprel == "compound" and start <= token.head < first + 3
        inner = inner or _is_of_title(token, tokens[start : start + 2])
        if token.sentence != sentence or not inner or agreement.country_of(token):
            break
        if token.upos not in ("NOUN", "PROPN", "ADJ"):
            break
        start -= 1
    return start


def _is_of_title(token: Token, after: tuple[Token, ...]) -> bool:
    """Whether a capital shows a word to be of the title behind it: "External Affairs Minister"."""
    if not (token.text[:1].isupper() and after[0].text[:1].isupper()) or token.tag != "O":
        return False
    if token.text.lower() in ranks()[1]:
        return False
    if token.upos == "ADJ" and tables.title(after[0].text) is not None:
        return token.text.lower() in ranks()[0]
    return True


def _take(chains: Chains, chain: Chain, first: int, last: int) -> None:
    """Remember a title, unless it is a form of address only."""
    tokens = chains.analysis.tokens
    text = chains.analysis.document.text
    held = tables.title(text[tokens[first].start : tokens[last - 1].end])
    gender = {"male": "m", "female": "f"}.get((held.gender if held else None) or "", "")
    chain.gender = chain.gender or gender or agreement.gendered().get(tokens[last - 1].text.lower(), "")
    if all(token.text.lower() in honorifics() for token in tokens[first:last]):
        return
    while first < last - 1 and tokens[first].text.lower() in honorifics():
        first += 1
    chain.roles.append((tokens[first].start, tokens[last - 1].end, None))
    for token in tokens[first:last]:
        if agreement.lemma(token) in agreement.people():
            chain.nouns.add(agreement.lemma(token))
    if last - first > 1:
        chain.nouns.add("-".join(agreement.lemma(token) for token in tokens[first:last]))


def _led(chains: Chains, phrase: Phrase) -> None:
    """ "the Special Counsel investigation led by X": the office inside the noun phrase is X's."""
    tokens = chains.analysis.tokens
    if phrase.case != "by" or agreement.lemma(tokens[phrase.governor]) not in LED:
        return
    verb = tokens[phrase.governor]
    if not verb.deprel.startswith("acl"):
        return
    inner = [
        i for i in chains.clauses.children[verb.head] if i < verb.head and tokens[i].deprel == "compound"
    ]
    if not inner:
        return
    first = inner[0]
    while first > 0 and tokens[first - 1].head in (*inner, verb.head) and tokens[first - 1].upos != "DET":
        first -= 1
    for last in range(verb.head, first, -1):
        for begin in range(first, last):
            held = " ".join(token.text for token in tokens[begin:last])
            if tables.title(held) and held[:1].isupper():
                _take(chains, chains.of(phrase.index), begin, last)
                return


def _country_beside(chains: Chains, phrase: Phrase) -> None:
    """The country of a person from "Erdogan's Turkey", "Turkey under Erdogan", "Turkey's Erdogan"."""
    tokens = chains.analysis.tokens
    chain = chains.of(phrase.index)
    after = phrase.last
    if after < len(tokens) and tokens[after].xpos == "POS" and after + 1 < len(tokens):
        owned = chains.phrase_at(tokens[phrase.head].head)
        if (
            owned is not None
            and owned.sort == "country"
            and owned.name
            and tokens[phrase.head].deprel == "nmod:poss"
        ):
            settle(chain, owned.country)
    before = phrase.first - 1
    if before > 0 and tokens[before].text.lower() == "under":
        country = _name_ending_at(chains, before)
        if country is not None:
            settle(chain, country.country)
    if before > 0 and tokens[before].xpos == "POS":
        country = _name_ending_at(chains, before)
        if country is not None:
            settle(chain, country.country)
    if before >= 0 and agreement.country_of(tokens[before]) and tokens[before].head >= phrase.first:
        settle(chain, agreement.country_of(tokens[before]))


def _country_ending(chains: Chains, phrase: Phrase, last: int) -> str | None:
    """The country whose name of several words ends at a token: "St Lucia|'s Prime Minister X"."""
    for other in reversed(chains.phrases[max(0, phrase.index - 3) : phrase.index]):
        if other.last == last + 1 and other.sort == "country" and other.name is not None:
            return other.country
    return None


def _name_ending_at(chains: Chains, last: int) -> Phrase | None:
    phrase = chains.phrase_at(last - 1)
    if phrase is not None and phrase.name is not None and phrase.last == last and phrase.sort == "country":
        return phrase
    return None
