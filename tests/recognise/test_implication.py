"""Implications by mechanism: a sentence, and what it says leads to what. To add a case, write a row.

Sentences are our own. ``(cause, effect)`` are the words of the two stretches, in the order of their cues.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.analyse import analyse
from communique.analyse.analysis import Analysis
from communique.document import Builder
from communique.recognise.implication import ImplicationFound, holder, recognise

Table = list[tuple[str, list[tuple[str, str]]]]

JOINING: Table = [
    (
        "The summit led to a thaw in relations between Ankara and Athens.",
        [("The summit", "a thaw in relations between Ankara and Athens")],
    ),
    ("The scandal led the minister to resign.", [("The scandal", "the minister to resign")]),
    ("The mission weakened the alliance.", [("The mission", "weakened the alliance")]),
    ("The mission was to weaken the alliance.", []),
    ("Whether the talks succeed depends on the inquiry.", [("the inquiry", "the talks succeed")]),
    ("The march depends on whether the talks succeed.", [("the talks succeed", "The march")]),
    ("The leak sparked widespread criticism in Warsaw.", [("The leak", "widespread criticism in Warsaw")]),
    ("The drought caused hunger and disease.", [("The drought", "hunger and disease")]),
    ("The price rise resulted in unrest.", [("The price rise", "unrest")]),
    (
        "Japan joined the pact, contributing to stability in the region.",
        [("Japan joined the pact", "stability in the region")],
    ),
    (
        "The invasion of Kuwait brought about a coalition of forty states.",
        [("The invasion of Kuwait", "a coalition of forty states")],
    ),
    ("The arms deal paved the way for closer cooperation.", [("The arms deal", "closer cooperation")]),
    ("The deal opens the door to an exchange of prisoners.", [("The deal", "an exchange of prisoners")]),
    ("The statement raised concerns among diplomats.", [("The statement", "concerns among diplomats")]),
    (
        "The speech cast doubt on the commitment of Canada to the treaty.",
        [("The speech", "doubt on the commitment of Canada to the treaty")],
    ),
    ("The ban drew criticism from Brussels.", [("The ban", "criticism from Brussels")]),
    ("Poverty breeds extremism.", [("Poverty", "extremism")]),
    ("The tariffs helped fuel inflation in Argentina.", [("The tariffs", "inflation in Argentina")]),
    (
        "The failure of the talks means that the blockade will continue.",
        [("The failure of the talks", "the blockade will continue")],
    ),
    (
        "The threat forced Helsinki to reconsider its policy.",
        [("The threat", "Helsinki to reconsider its policy")],
    ),
    ("The law allowed the police to detain protesters.", [("The law", "the police to detain protesters")]),
    ("The scandal left the coalition divided.", [("The scandal", "the coalition divided")]),
    # what goes on from "made it hard to …" is a consequence of its own
    (
        "The leak made it hard to see who governs, contributing to unrest.",
        [("The leak", "hard to see who governs"), ("The leak", "unrest")],
    ),
    (
        "The blockade dragged on, making it a constant subject of debate.",
        [("The blockade", "a constant subject of debate")],
    ),
    ("The king made him a minister.", []),
]
CHANGING: Table = [
    # whoever is accused of it does it, and whoever is kept from it does not
    ("Critics accused Jens Berg of undermining the talks.", [("Jens Berg", "undermining the talks")]),
    (
        "Critics accused Jens Berg of misleading allies and undermining the talks.",
        [("Jens Berg", "undermining the talks")],
    ),
    ("The army stopped Jens Berg from undermining the talks.", []),
    ("The embargo could undermine regional stability.", [("The embargo", "undermine regional stability")]),
    (
        "The summit eased tensions between the two Koreas.",
        [("The summit", "eased tensions between the two Koreas")],
    ),
    ("The raid heightened tensions in the Gulf.", [("The raid", "heightened tensions in the Gulf")]),
    (
        "The agreement strengthened ties between India and Japan.",
        [("The agreement", "strengthened ties between India and Japan")],
    ),
    ("The scandal overshadowed his visit to Delhi.", [("The scandal", "overshadowed his visit to Delhi")]),
    (
        "The budget cut poisoned relations with the unions.",
        [("The budget cut", "poisoned relations with the unions")],
    ),
    (
        "Hungary's veto prevented the union from acting.",
        [("Hungary's veto", "prevented the union from acting")],
    ),
    ("The boycott hurt exporters.", [("The boycott", "hurt exporters")]),
    ("Aides fear that the visit will embolden the junta.", [("the visit", "embolden the junta")]),
    (
        "The row over the islands has soured ties between Tokyo and Seoul.",
        [("The row over the islands", "soured ties between Tokyo and Seoul")],
    ),
]
MAKING: Table = [
    ("The veto made it difficult to govern.", [("The veto", "difficult to govern")]),
    (
        "The sanctions made it harder for Caracas to sell oil.",
        [("The sanctions", "harder for Caracas to sell oil")],
    ),
    (
        "Brazil delayed the vote, making it harder to reach a deal.",
        [("Brazil delayed the vote", "harder to reach a deal")],
    ),
    ("The reform made investors nervous.", [("The reform", "investors nervous")]),
]
BEFALLING: Table = [
    ("Six soldiers were killed in a landmine blast.", [("a landmine blast", "Six soldiers were killed")]),
    ("Six soldiers killed in a landmine blast.", [("a landmine blast", "Six soldiers killed")]),
    ("The officer who died in the attack was honoured.", [("the attack", "The officer who died")]),
    ("Rebels killed ten in a raid.", []),
    ("He lost his seat in the election.", []),
    ("The bomb killed ten people.", [("The bomb", "killed ten people")]),
    ("The militants killed ten people.", []),
    (
        "Maoists attacked the camp, butchering 76 soldiers.",
        [("Maoists attacked the camp", "butchering 76 soldiers")],
    ),
    ("The riots claimed 51 lives.", [("The riots", "51 lives")]),
    ("The strike hit the port.", [("The strike", "hit the port")]),
    ("The attack brought the city to a standstill.", [("The attack", "the city to a standstill")]),
    ("Police staged a protest over the transfer.", [("the transfer", "Police staged a protest")]),
    ("Workers went on strike over low pay.", [("low pay", "Workers went on strike")]),
    (
        "Train services were cancelled as protesters blocked the tracks.",
        [("protesters blocked the tracks", "Train services were cancelled")],
    ),
    ("The currency fell as investors sold bonds.", [("investors sold bonds", "The currency fell")]),
    ("The singer waved as the train left the station.", []),
    ("It is as cold as the north is in winter.", []),
    ("As strong as the two armies are, they cannot win.", []),
    ("It was as if the truce had never been.", []),
    (
        "According to the ministry, ten people were killed in a stampede.",
        [("a stampede", "ten people were killed")],
    ),
    ("The treaty was signed as reporters watched.", []),
    ("She resigned out of respect for the court.", [("respect for the court", "She resigned")]),
    ("He is out of danger.", []),
]

NOT_CAUSES: Table = [
    ("The minister led the delegation to Vienna.", []),
    ("The chef sparked the stove.", []),
    ("The tanker fueled the jet in Djibouti.", []),
    ("The factory was fuelled by coal.", []),
    ("The farmer breeds horses.", []),
    ("The president made a speech about trade.", []),
    ("The match resulted in a draw.", []),
    ("The government raised taxes.", []),
    ("The senator raised concerns about the bill.", []),
    ("The president sent a message to the king.", []),
    ("The minister paved the way to his house with gravel.", []),
    ("The minister left the hall.", []),
    ("The parliament created a committee.", []),
    ("The team led after ten minutes.", []),
    ("The general, who led the coup, fled.", []),
    ("Rebels killed twelve soldiers.", []),
    ("Cause for concern remains in Khartoum.", []),
    ('The word "because" appears twice in the treaty.', []),
    ("The treaty reflects a desire for peace.", []),
    ("After the summit, the leaders went home.", []),
    ("The attack came amid talks in Geneva.", []),
    ("He asked if the truce would hold.", []),
    ("Even if the truce fails, Jordan will keep the border open.", []),
    ("Since the treaty expired, both armies have rearmed.", []),
]
PURPOSE_AND_BELIEF: Table = [
    ("The protest was to make the government see the hazards.", []),
    ("The blockade was to weaken the economy of the region.", []),
    ("The march was organised to draw criticism of the law.", []),
    ("The ministers met in order to discuss trade.", []),
    ("The ministers met so that they could discuss trade.", []),
    ("The envoy flew to Doha to calm the parties.", []),
    ("Chile cut tariffs in the hope that trade would grow.", []),
    ("It must have rained, because the streets are wet.", []),
]
BACKWARDS: Table = [
    ("The riots were triggered by the verdict.", [("the verdict", "The riots")]),
    ("Trust was undermined by the leak.", [("the leak", "Trust was undermined")]),
    ("The visit was overshadowed by the scandal.", [("the scandal", "The visit was overshadowed")]),
    (
        "Relations were strained by the expulsion of diplomats.",
        [("the expulsion of diplomats", "Relations were strained")],
    ),
    (
        "Fears fueled by reports of troop movements spread in Tbilisi.",
        [("reports of troop movements", "Fears")],
    ),
    (
        "The protest, sparked by a rise in fuel prices, spread to Quito.",
        [("a rise in fuel prices", "The protest")],
    ),
    ("The crisis stems from the embargo.", [("the embargo", "The crisis")]),
    ("The unrest resulted from rising prices.", [("rising prices", "The unrest")]),
    ("The tension arose from a dispute over water.", [("a dispute over water", "The tension")]),
    ("The protest was attributed to rising bread prices.", [("rising bread prices", "The protest")]),
    ("The crash was blamed on pilot error.", [("pilot error", "The crash")]),
    ("The election outcome depends on turnout.", [("turnout", "The election outcome")]),
    ("The peace depends on whether both sides disarm.", [("both sides disarm", "The peace")]),
    ("The minister said the shortage was caused by the blockade.", [("the blockade", "the shortage")]),
]
CONNECTIVES: Table = [
    (
        "The talks collapsed because the two sides distrusted each other.",
        [("the two sides distrusted each other", "The talks collapsed")],
    ),
    (
        "Because the two sides distrusted each other, the talks collapsed.",
        [("the two sides distrusted each other", "the talks collapsed")],
    ),
    ("The talks collapsed because of the embargo.", [("the embargo", "The talks collapsed")]),
    ("Due to the drought, Kenya imported maize.", [("the drought", "Kenya imported maize")]),
    ("The delay was due to the strike.", [("the strike", "The delay")]),
    ("Since Oslo lacked gas, it opposed the tariffs.", [("Oslo lacked gas", "it opposed the tariffs")]),
    ("Given that the border is closed, trade has stopped.", [("the border is closed", "trade has stopped")]),
    ("In response to the raid, Cairo closed the crossing.", [("the raid", "Cairo closed the crossing")]),
    (
        "The court annulled the vote, and therefore the president resigned.",
        [("The court annulled the vote", "the president resigned")],
    ),
    (
        "Peru expelled the envoy, so Chile recalled its ambassador.",
        [("Peru expelled the envoy", "Chile recalled its ambassador")],
    ),
    ("The row was so bitter that the envoy left.", [("The row was so bitter", "the envoy left")]),
    ("The army shelled the town, so that thousands fled.", [("The army shelled the town", "thousands fled")]),
    (
        "The ambassador was recalled, thus ending months of talks.",
        [("The ambassador was recalled", "ending months of talks")],
    ),
    ("Turkey was fined for the attack on the convoy.", [("the attack on the convoy", "Turkey was fined")]),
    ("The minister was jailed for taking bribes.", [("taking bribes", "The minister was jailed")]),
]
CONDITIONS: Table = [
    (
        "If the truce fails, refugees will flee to Jordan.",
        [("the truce fails", "refugees will flee to Jordan")],
    ),
    (
        "Unless the truce holds, refugees will flee to Jordan.",
        [("the truce holds", "refugees will flee to Jordan")],
    ),
    ("As long as the siege lasts, trade will suffer.", [("the siege lasts", "trade will suffer")]),
    (
        "Had the truce held, the talks would have continued.",
        [("the truce held", "the talks would have continued")],
    ),
]
NOUNS: Table = [
    ("The famine was a consequence of the war.", [("the war", "The famine")]),
    (
        "The war had far-reaching implications for the alliance.",
        [("The war", "far-reaching implications for the alliance")],
    ),
    ("The tariffs had a negative impact on trade.", [("The tariffs", "a negative impact on trade")]),
    ("The ruling was the reason for his resignation.", [("The ruling", "his resignation")]),
    (
        "The reason for the delay was a dispute over fishing rights.",
        [("a dispute over fishing rights", "the delay")],
    ),
    ("Oil plays a central role in shaping Saudi policy.", [("Oil", "shaping Saudi policy")]),
    (
        "The blockade was a factor in the collapse of the government.",
        [("The blockade", "the collapse of the government")],
    ),
    ("The militia was responsible for the massacre.", [("The militia", "the massacre")]),
    ("The defeat dealt a blow to the ruling party.", [("The defeat", "a blow to the ruling party")]),
]
COORDINATION: Table = [
    (
        "His remarks fueled suspicions and undermined trust among the allies.",
        [("His remarks", "suspicions"), ("His remarks", "undermined trust among the allies")],
    ),
    (
        "The policy has alienated allies and made it difficult to build a coalition.",
        [("The policy", "alienated allies"), ("The policy", "difficult to build a coalition")],
    ),
    (
        "The raid killed twelve soldiers and wounded thirty.",
        [("The raid", "killed twelve soldiers"), ("The raid", "wounded thirty")],
    ),
    (
        "Rising prices and falling wages led to strikes and riots in Lima.",
        [("Rising prices and falling wages", "strikes and riots in Lima")],
    ),
    (
        "The minister praised the junta, fueling suspicions in Seoul.",
        [("The minister praised the junta", "suspicions in Seoul")],
    ),
]
RELATIVES: Table = [
    ("It was a decision that angered allies.", [("a decision", "angered allies")]),
    (
        "The king skipped the ceremony, which angered allies.",
        [("The king skipped the ceremony", "angered allies")],
    ),
    ("The pact, which weakened the union, was signed in Riga.", [("The pact", "weakened the union")]),
    (
        "A drought that ruined harvests drove farmers from the land.",
        [("A drought", "ruined harvests"), ("A drought that ruined harvests", "farmers from the land")],
    ),
    (
        "By withdrawing from the treaty, Manila weakened its own position.",
        [("withdrawing from the treaty", "weakened its own position")],
    ),
]
ANAPHORA: Table = [
    ("This caused a significant backlash in Ottawa.", [("This", "a significant backlash in Ottawa")]),
    ("These moves alarmed neighbouring states.", [("These moves", "alarmed neighbouring states")]),
    ("That would weaken the alliance.", [("That", "weaken the alliance")]),
    (
        "The treaty expired. As a result, both armies rearmed.",
        [("The treaty expired", "both armies rearmed")],
    ),
]

ESSAY: Table = [
    (
        "His reluctance to confront Beijing eroded trust in Manila, leaving allies unsure.",
        [
            ("His reluctance to confront Beijing", "eroded trust in Manila"),
            ("His reluctance to confront Beijing", "allies unsure"),
        ],
    ),
    (
        "The truce allowed rebels to regroup, enabling them to retake the city.",
        [
            ("The truce", "rebels to regroup"),
            ("The truce", "them to retake the city"),
        ],
    ),
    (
        "The affair has cast a long shadow over relations between Rome and Cairo.",
        [("The affair", "a long shadow over relations between Rome and Cairo")],
    ),
    (
        "The dispute has been a source of tension between Quito and Lima.",
        [("The dispute", "tension between Quito and Lima")],
    ),
    ("His silence contributed to a climate of distrust.", [("His silence", "a climate of distrust")]),
    (
        "The warm reception surprised aides and alarmed allies.",
        [("The warm reception", "surprised aides"), ("The warm reception", "alarmed allies")],
    ),
    (
        "The pact undermined European unity and emboldened hardliners in Belgrade.",
        [
            ("The pact", "undermined European unity"),
            ("The pact", "emboldened hardliners in Belgrade"),
        ],
    ),
    ("The meeting's secrecy gave rise to rumours.", [("The meeting's secrecy", "rumours")]),
    ("He was accused of undermining democracy.", []),
    ("The president sought to undermine the court.", []),
    ("Its goal is to reduce tensions.", []),
    ("Prices increased ten percent.", []),
    ("The law threatened to derail the talks.", [("The law", "derail the talks")]),
    ("The apology did little to ease tensions.", [("The apology", "ease tensions")]),
    ("The canal has the potential to destabilise the region.", [("The canal", "destabilise the region")]),
    ("The feud is rooted in a quarrel over water.", [("a quarrel over water", "The feud")]),
    ("The war pushed millions into poverty.", [("The war", "millions into poverty")]),
    (
        "He warned that leaving the treaty could trigger an arms race.",
        [("leaving the treaty", "an arms race")],
    ),
    (
        "The king's absence was interpreted as a snub, further souring relations.",
        [("The king's absence was interpreted as a snub", "souring relations")],
    ),
    (
        "The blockade prevented aid from reaching Aden and thus deepened the crisis.",
        [("The blockade", "prevented aid from reaching Aden"), ("The blockade", "deepened the crisis")],
    ),
]
TABLES = {
    "joining": JOINING, "befalling": BEFALLING, "changing": CHANGING, "making": MAKING,
    "not causes": NOT_CAUSES,
    "purpose and belief": PURPOSE_AND_BELIEF, "backwards": BACKWARDS, "connectives": CONNECTIVES,
    "conditions": CONDITIONS, "nouns": NOUNS, "coordination": COORDINATION, "relatives": RELATIVES,
    "anaphora": ANAPHORA, "essay": ESSAY,
}  # fmt: skip

PIECES = [
    "because", "of", "the", "embargo", "led", "to", "so", "that", "if", "by", "over", "due", "as",
    "a", "result", "thanks", "not", "made", "it", "difficult", "undermined", "trust", "which", ",",
    ".", "and", "protests", "had", "thus", "depends", "on", "role", "in", "given", "Chile",
    "impact", "reason", "for", "was", "killed", "(", "\"",
]  # fmt: skip

# sentence, certainty, polarity, time, direction
JUDGED = [
    ("The attack led to war.", "certain", "positive", "past", "harmful"),
    ("The attack did not lead to war.", "certain", "negative", "past", "harmful"),
    ("The attack may lead to war.", "possible", "positive", "future", "harmful"),
    ("The attack will lead to war.", "certain", "positive", "future", "harmful"),
    ("The attack has led to war.", "certain", "positive", "present", "harmful"),
    ("The flood caused no damage in Dhaka.", "certain", "negative", "past", "harmful"),
    ("The talks did not start because of the strike.", "certain", "positive", "past", "neutral"),
    ("Analysts suspect that the leak triggered the crash.", "probable", "positive", "past", "neutral"),
    ("Diplomats fear that the leak will undermine trust.", "possible", "positive", "future", "harmful"),
    ("It is unclear whether the embargo caused the famine.", "unknown", "positive", "past", "harmful"),
    ("Did the embargo cause the famine?", "unknown", "positive", "past", "harmful"),
    ("The plan will not reduce tensions.", "certain", "negative", "future", "beneficial"),
    ("The summit eased tensions.", "certain", "positive", "past", "beneficial"),
    ("The summit deepened tensions.", "certain", "positive", "past", "harmful"),
    ("The summit deepened trust.", "certain", "positive", "past", "beneficial"),
    ("The raid weakened the militants and the terrorists.", "certain", "positive", "past", "beneficial"),
    ("The visit sparked a debate.", "certain", "positive", "past", "neutral"),
    ("The visit led to cooperation and mistrust.", "certain", "positive", "past", "mixed"),
    ("The visit embarrassed the chancellor.", "certain", "positive", "past", "harmful"),
    ("The visit reassured the chancellor.", "certain", "positive", "past", "beneficial"),
    ("The apology did little to ease tensions.", "certain", "negative", "past", "beneficial"),
    ("The apology failed to ease tensions.", "certain", "negative", "past", "beneficial"),
    ("The canal has the potential to destabilise Cuba.", "possible", "positive", "present", "harmful"),
    ("The decision is likely to strain ties.", "probable", "positive", "future", "harmful"),
    ("The embargo worsened the famine.", "certain", "positive", "past", "harmful"),
    ("This ambiguity left allies uncertain.", "certain", "positive", "past", "harmful"),
    ("The veto made it difficult to trust the union.", "certain", "positive", "past", "harmful"),
    ("The ruling delayed a vote.", "certain", "positive", "past", "harmful"),
    ("The ruling averted a war.", "certain", "positive", "past", "beneficial"),
    ("The ruling led to higher prices.", "certain", "positive", "past", "harmful"),
    ("The ruling resulted in lower prices.", "certain", "positive", "past", "beneficial"),
    ("Dozens of miners were laid off because of the ruling.", "certain", "positive", "past", "harmful"),
    ("Tensions rose because of the ruling.", "certain", "positive", "past", "harmful"),
    ("Tensions subsided because of the ruling.", "certain", "positive", "past", "beneficial"),
    ("The ruling inflamed public opinion.", "certain", "positive", "past", "harmful"),
    ("The ruling enabled peace.", "certain", "positive", "past", "beneficial"),
    ("The ruling enabled corruption.", "certain", "positive", "past", "harmful"),
    ("The ruling enabled the freeing of prisoners.", "certain", "positive", "past", "neutral"),
    ("The ruling created a vacuum.", "certain", "positive", "past", "harmful"),
    ("The ruling fuelled public interest.", "certain", "positive", "past", "neutral"),
    ("Stability depends on the ruling.", "certain", "positive", "present", "neutral"),
    ("The veto made it easier to trust the union.", "certain", "positive", "past", "beneficial"),
]


@cache
def analysis(text: str, heading: str = "") -> Analysis:
    builder = Builder(heading + text)
    if heading:
        builder.mark("heading", 0, len(heading.rstrip()), 2)
    start = len(heading)
    for paragraph in text.split("\n\n"):
        builder.mark("paragraph", start, start + len(paragraph))
        start += len(paragraph) + 2
    return analyse(builder.build())


def found(text: str) -> tuple[ImplicationFound, ...]:
    return recognise(analysis(text))


def words(text: str, each: ImplicationFound) -> tuple[str, str]:
    return text[slice(*each.cause)], text[slice(*each.effect)]


def names(text: str, indices: tuple[int, ...]) -> list[str]:
    return [analysis(text).entities[index].name for index in indices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}: {row[0][:60]}") for name, table in TABLES.items() for row in table],
)
def test_what_leads_to_what(text: str, expected: list[tuple[str, str]]) -> None:
    assert [words(text, each) for each in found(text)] == expected


@pytest.mark.parametrize(("text", "certainty", "polarity", "time", "direction"), JUDGED)
def test_how_surely_and_which_way(
    text: str, certainty: str, polarity: str, time: str, direction: str
) -> None:
    (each,) = found(text)
    assert (each.certainty, each.polarity, each.time, each.direction) == (
        certainty,
        polarity,
        time,
        direction,
    )


def test_denied_effect_keeps_no_denial_of_its_own() -> None:
    text = "The flood caused no damage in Dhaka."
    (each,) = found(text)
    assert text[slice(*each.effect)] == "damage in Dhaka"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The leak sparked criticism.", "sparked"),
        ("The leak led to criticism.", "led to"),
        ("The leak could undermine trust.", "could undermine"),
        ("The veto made it difficult to govern.", "made it"),
        ("The riots were triggered by the verdict.", "triggered by"),
        ("The talks collapsed because of the embargo.", "because of"),
        ("The treaty expired. As a result, both armies rearmed.", "As a result"),
        ("Oil plays a central role in shaping Saudi policy.", "plays a central role in"),
    ],
)
def test_cue(text: str, cue: str) -> None:
    (each,) = found(text)
    assert text[slice(*each.cue)] == cue


def test_evidence_is_the_sentence_and_the_one_before_where_the_cause_stands_there() -> None:
    text = "Talks went on. The treaty expired. As a result, both armies rearmed. Nobody met."
    (each,) = found(text)
    assert [text[slice(*span)] for span in each.evidence] == [
        "The treaty expired.",
        "As a result, both armies rearmed.",
    ]


def test_no_cause_in_another_paragraph() -> None:
    assert not found("The treaty expired.\n\nAs a result, both armies rearmed.")


def test_the_affected_are_those_in_the_effect() -> None:
    text = "Hungary blocked the loan. The veto angered Poland and could weaken Ukraine."
    angered, weakened = found(text)
    assert names(text, angered.affects) == ["Poland"]
    assert names(text, weakened.affects) == ["Ukraine"]


def test_entities_of_the_cause_come_through_coreference() -> None:
    text = "Angela Merkel visited Ankara. Her visit angered Greece."
    (each,) = found(text)
    assert names(text, each.cause_entities) == ["Angela Merkel"]
    assert names(text, each.effect_entities) == ["Greece"]


def test_headings_do_not_count() -> None:
    assert not recognise(analysis("Peru and Chile met in Lima.", "The embargo caused a famine\n\n"))


def test_said_twice_is_one_with_two_pieces_of_evidence() -> None:
    text = "The embargo caused a famine. Peru objected. The embargo caused the famine."
    (each,) = found(text)
    assert len(each.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The embargo caused a famine. The drought caused a famine.",
        "The embargo caused a famine. The embargo caused a war.",
        "This caused a famine. Peru objected. This caused a famine.",
    ],
)
def test_other_cause_or_effect_is_another_implication(text: str) -> None:
    assert len(found(text)) == 2


@pytest.mark.parametrize(
    ("text", "affected"),
    [
        ("Envoys from Peru and Chile met. The leak strained relations.", ["Chile", "Peru"]),
        ("Envoys from Peru and Chile met. The leak caused a fire.", []),
        ("Kenya's veto drew criticism.", ["Kenya"]),
        ("Kenya's veto caused a drought.", []),
        ("Meetings between Kenya and Ghana generated interest.", ["Ghana", "Kenya"]),
    ],
)
def test_whom_an_effect_touches(text: str, affected: list[str]) -> None:
    (each,) = found(text)
    assert sorted(names(text, each.affects)) == affected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leak raised concerns among envoys, who left.", ("The leak", "concerns among envoys")),
        ("The crisis stems from a clash, which Peru denies.", ("a clash", "The crisis")),
        ("The crisis stems from a clash which Peru denies.", ("a clash which Peru denies", "The crisis")),
    ],
)
def test_asides_behind_a_comma_stay_out(text: str, expected: tuple[str, str]) -> None:
    (each,) = found(text)
    assert words(text, each) == expected


def test_what_somebody_is_moved_to_do_is_one_consequence() -> None:
    assert len(found("The leak prompted Lima to suspend the pact.")) == 1
    assert len(found("The leak suspended the pact.")) == 1


@dataclass(frozen=True)
class Said:
    content: tuple[int, int]


def test_the_holder_is_the_innermost_statement_around_it() -> None:
    text = "Aides said that critics argue that the embargo caused a famine."
    (each,) = found(text)
    outer, inner = Said((16, len(text) - 1)), Said((text.index("the embargo"), len(text) - 1))
    elsewhere = Said((0, 10))
    assert holder(each, [elsewhere, outer, inner]) == 2
    assert holder(each, [outer]) == 0
    assert holder(each, [elsewhere]) is None


def test_deterministic() -> None:
    text = "His remarks fueled suspicions and undermined trust because of the leak."
    assert recognise(replace(analysis(text))) == found(text)


def test_the_head_speaks_only_when_asked() -> None:
    text = "Police arrested forty students after they had thrown stones at the ministry."
    assert not found(text)
    (each,) = recognise(analysis(text), loose=True)
    assert each.found_by.startswith("head:")
    assert words(text, each) == (
        "they had thrown stones at the ministry",
        "Police arrested forty students",
    )
    assert text[slice(*each.cue)] == "after"


def test_the_head_finds_no_purpose_unless_asked() -> None:
    text = "Hundreds of workers staged a protest in the city demanding higher wages."
    assert not found(text)
    assert recognise(analysis(text), loose=True)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30))
def test_any_text_gives_stretches_within_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    builder = Builder(text)
    builder.mark("paragraph", 0, len(text))
    for each in recognise(analyse(builder.build()), loose=True):
        for start, end in (each.cause, each.effect, each.cue, *each.evidence):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
        assert max(each.cause[0], each.effect[0]) >= min(each.cause[1], each.effect[1])
