"""Who is meant: minimal pairs, each a text marked as tests/analyse/marked.py says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyse.marked import analysis, entity, problems, read

from communique.analyse.coreference import resolve

NAMES = [
    "[Angela Merkel]1 spoke in Berlin. [Merkel]1 rejected the plan.",
    "[Angela Merkel]1 spoke first. [Joachim Merkel]2 spoke later. [Angela Merkel]1 left.",
    "[Narendra Modi]1 met [Shinzo Abe]2 in Tokyo. [Modi]1 thanked [Abe]2.",
    "[Viktor Orban]1 arrived on Monday. [Orban]1 left on Tuesday.",
    "The [African Union]1 (AU) warned of a new war. The [AU]1 urged governments to act.",
    "The [United Kingdom]1 signed the treaty. [Britain]1 had asked for a delay.",
    "Mrs [May]1 resigned. [Theresa May]1 had lost the vote.",
]

TITLES = [
    "[Olaf Scholz]1, [the German chancellor]1, arrived in Paris. [Scholz]1 smiled.",
    "French President [Emmanuel Macron]1 welcomed the delegation. [The French president]1 spoke.",
    "Turkish President [Recep Tayyip Erdogan]1 criticised the deal. [The Turkish leader]1 left.",
    "Japanese Premier [Shinzo Abe]1 met Indian Premier [Narendra Modi]2. [The Japanese leader]1 left.",
    "Japanese Premier [Shinzo Abe]1 met Indian Premier [Narendra Modi]2. [The Indian leader]2 left.",
    "Brazilian President [Jair Bolsonaro]1 dismissed the report. [The president]1 said it was wrong.",
    "Brazilian President [Jair Bolsonaro]1 met Argentine President [Mauricio Macri]2. [The president]? left.",
    "Hungarian Prime Minister [Viktor Orban]1 spoke at length. [The Polish leader]3 was silent.",
]

PRONOUNS = [
    "[Angela Merkel]1 met [Emmanuel Macron]2 in Paris. [She]1 praised [him]2.",
    "[Emmanuel Macron]2 met [Angela Merkel]1 in Paris. [She]1 praised [him]2.",
    "[Angela Merkel]1 said [she]1 would not resign.",
    "[Angela Merkel]1 defended [her]1 record.",
    "[Vladimir Putin]1 said that [he]1 would visit Ankara.",
    "[Viktor Orban]1 blamed [himself]1.",
    "[Boris Johnson]1 resigned in July. [He]1 had led the party since 2019.",
    "After [her]1 speech, [Ursula von der Leyen]1 flew to Kyiv.",
    "[China]1 said [it]1 would retaliate.",
    "[Iran]1 defended [its]1 missile programme.",
    "The [European Union]1 imposed sanctions on [Iran]2 for [its]2 missile programme.",
    "[Joe Biden]1 praised [Volodymyr Zelensky]2 for [his]2 courage.",
    "[Theresa May]1 also voiced [her]1 concern about the deal.",
]

ALONE = [
    "[Emmanuel Macron]1 received [Olaf Scholz]2 in Paris. [The two]1+2 met again in June.",
    "[Emmanuel Macron]1 and [Olaf Scholz]2 spoke. [The pair]1+2 agreed on a date.",
    "The bill failed, as [parliament]1 blocked it. If [parliament]1 blocks it again, ministers will resign.",
    "The governor accused [the mayor]1 of fraud.",
    "The governor accused [the mayor of Lyon]1 of fraud.",
    "Police warned [the minister of defence]1.",
    "The deal gives [Ankara]1 a say. [Turkey]1 welcomed it.",
]

NOT_THE_SAME = [
    "Two ships arrived. [The two]? sank. Emmanuel Macron waved to Olaf Scholz.",
    "[Emmanuel Macron]1 thanked [him]?.",
    "[He]? said that [Emmanuel Macron]1 would come.",
    "[Emmanuel Macron]1 spoke about [his]1 friendship with [Justin Trudeau]2.",
    "It is important to [Iran]1 that talks go on.",
    "[It]? rained in [Ankara]?. ",
    "[Angela Merkel]1 made [it]? clear that talks would continue.",
    "[Iran]1 signed the deal. [It]? is clear that [it]? will not last.",
]

PAIRS = [
    "[Emmanuel Macron]1 and [Justin Trudeau]2 met in Ottawa. [They]1+2 signed a treaty.",
    "[Emmanuel Macron]1 and [Justin Trudeau]2 met in Ottawa. [The two leaders]1+2 signed a treaty.",
    "[Emmanuel Macron]1 and [Justin Trudeau]2 met in Ottawa. [Both leaders]1+2 praised the talks.",
    "Relations between [India]1 and [Pakistan]2 are tense. [The two countries]1+2 have fought three wars.",
    "Relations between [India]1 and [Pakistan]2 are tense. [Both countries]1+2 have nuclear weapons.",
    "Talks between [India]1 and [Pakistan]2 failed. [Both sides]1+2 refused to compromise.",
    "[India]1 and [Pakistan]2 agreed to resume talks. [Their]1+2 relationship has been tense.",
    "[Emmanuel Macron]1 and [Justin Trudeau]2 discussed [their]1+2 relationship.",
    "[Emmanuel Macron]1 met [Justin Trudeau]2 in Ottawa. [The two leaders]1+2 discussed trade.",
    "[India]1, [Pakistan]2 and [China]3 took part. [The two countries]? agreed.",
    "The [India]1-[Pakistan]2 talks failed. [The two countries]1+2 blamed each other.",
]

METONYMS = [
    "[Ankara]1 denied the charge. [Turkey]1 has sent no troops.",
    "[Turkey]1 has sent no troops. Talks between [Ankara]1 and [Athens]2 collapsed. [Greece]2 walked out.",
    "[Turkey]1 has sent troops. The troops marched in [Ankara]?.",
    "[Russia]1 sent envoys. Relations with [Moscow]1 improved.",
    "[Russia]1 sent envoys. They flew from [Moscow]? to Geneva.",
    "[Russia]1 denied it. The [Kremlin]2 called the report absurd.",
]

GROUPS = [
    "[Critics]1 said the plan was weak. [They]1 asked for a vote.",
    "[Allies in Asia]1 fear a war. The war worries [allies in Asia]1.",
    "[Some observers]1 praised the deal. [Some observers]1 doubted it.",
    "[Russian officials]1 met [Chinese officials]2. [Russian officials]1 left early.",
    "[Protesters]1 marched to the palace. Police arrested [the protesters]1.",
]

QUOTES = [
    '"[I]1 will not resign," [Theresa May]1 said.',
    '[Theresa May]1 thanked [Boris Johnson]2. "[I]1 am grateful," [she]1 said.',
    "[I]? was there when [Theresa May]1 spoke.",
]


ALL = [*NAMES, *TITLES, *PRONOUNS, *NOT_THE_SAME, *PAIRS, *ALONE, *METONYMS, *GROUPS, *QUOTES]


@pytest.mark.parametrize("marked", ALL)
def test_who_is_meant(marked: str) -> None:
    assert problems(marked) == []


@settings(max_examples=30)
@given(st.sampled_from(ALL))
def test_a_paragraph_in_front_that_names_nobody_only_shifts_offsets(marked: str) -> None:
    text, front = read(marked).text, "Slowly, then suddenly.\n\n"
    alone, behind = analysis(text), analysis(front + text)
    shifted = [(m.start + len(front), m.end + len(front), m.form, m.entities) for m in alone.mentions]
    assert [(m.start, m.end, m.form, m.entities) for m in behind.mentions] == shifted
    assert [(e.kind, e.name, e.country, e.aliases) for e in behind.entities] == [
        (e.kind, e.name, e.country, e.aliases) for e in alone.entities
    ]


@settings(max_examples=15)
@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=6))
def test_every_mention_is_whole_words_of_the_text_and_a_repeat_gives_the_same(texts: list[str]) -> None:
    text = "\n\n".join(read(marked).text for marked in texts)
    found = analysis(text)
    starts = {token.start for token in found.tokens}
    ends = {token.end for token in found.tokens}
    assert all(m.start in starts and m.end in ends for m in found.mentions)
    assert all(found.mentions[i].entities for e in found.entities for i in e.mentions)
    again = resolve(found)
    assert (again.mentions, again.entities) == (found.mentions, found.entities)


NAMESAKES = [
    ("General Omar al-Hadid spoke. Hadid left.", "Omar al-Hadid", "Hadid"),
    ("Hugo Perez Jr. spoke. Perez left.", "Hugo Perez Jr.", "Perez"),
    ("João Tiago Zezé da Costa spoke. Zezé left.", "João Tiago Zezé da Costa", "Zezé"),
]


@pytest.mark.parametrize(("text", "full", "short"), NAMESAKES)
def test_a_name_is_told_again_by_what_it_cannot_lose(text: str, full: str, short: str) -> None:
    assert short in entity(text, full).aliases


def test_a_word_inside_two_names_is_neither() -> None:
    text = "Ana Luz Soto met Eva Luz Diaz. Luz left."
    assert all("Luz" not in each.aliases for each in analysis(text).entities)


def test_whose_predecessors_a_comparison_means() -> None:
    text = "Ana Soto's line on Eva Diaz differs from that of her predecessors. Soto's Peru is rich."
    assert entity(text, "predecessors").country == "PE"
