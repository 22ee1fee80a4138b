"""The example in every schema: a short invented article, read by hand into one record of each kind."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    DateMention,
    Evidence,
    Extraction,
    Implication,
    Meeting,
    Mention,
    Paragraph,
    PlaceMention,
    Position,
    Role,
    Section,
    Source,
    Statement,
)

TEXT = """Lisbon talks calm fishing dispute

Foreign Minister Ana Ruiz of Spain met João Lima in Lisbon on 4 May 2021 to discuss fishing quotas. \
Critics accused Ruiz of neglecting coastal towns. \
Lima said that the agreement could ease tensions between the two countries.
"""


def example(name: str) -> dict[str, Any]:
    """The example of one schema: the whole article, or its first record of that kind."""
    article = example_article()
    if name == "article":
        return article.model_dump(mode="json")
    records = {
        "actor": article.actors,
        "meeting": article.meetings,
        "controversy": article.controversies,
        "implication": article.implications,
        "statement": article.statements,
    }[name]
    return records[0].model_dump(mode="json")


@cache
def example_article() -> Article:
    """The example as an Article."""
    start = TEXT.index("Foreign")
    return Article(
        schema_version="1.0",
        source=Source(
            title="Lisbon talks calm fishing dispute",
            authors=("Inês Prado",),
            publisher=None,
            published="2021-05-05",
            url="https://news.example/lisbon-talks",
            language="en",
            media_type="text/plain",
            sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
            length=len(TEXT),
        ),
        text=TEXT,
        sections=(
            Section(
                id="section:lead",
                heading=None,
                level=1,
                start=start,
                end=len(TEXT),
                paragraphs=(Paragraph(start=start, end=len(TEXT) - 1),),
            ),
        ),
        boilerplate=(),
        actors=_actors(),
        meetings=(_meeting(),),
        controversies=(_controversy(),),
        implications=(_implication(),),
        statements=(_statement(),),
        extraction=Extraction(engine="by hand", version="1", settings={}),
    )


def _span(words: str, after: str = "") -> tuple[int, int, str]:
    start = TEXT.index(words, TEXT.index(after))
    return start, start + len(words), words


def _evidence(words: str, after: str = "") -> Evidence:
    start, end, quote = _span(words, after)
    return Evidence(start=start, end=end, quote=quote)


def _name(words: str, after: str = "") -> Mention:
    start, end, quote = _span(words, after)
    return Mention(start=start, end=end, quote=quote, form="name")


def _described(words: str, after: str = "") -> Mention:
    start, end, quote = _span(words, after)
    return Mention(start=start, end=end, quote=quote, form="description")


def _actors() -> tuple[Actor, ...]:
    ruiz = Actor(
        id="actor:ana-ruiz",
        name="Ana Ruiz",
        kind="person",
        aliases=("Ruiz",),
        country="ES",
        identifiers={},
        roles=(Role(title=_evidence("Foreign Minister"), of="actor:spain"),),
        mentions=(_name("Ana Ruiz"), _name("Ruiz", "accused")),
        found_by="hand",
    )
    lima = Actor(
        id="actor:joao-lima",
        name="João Lima",
        kind="person",
        aliases=("Lima",),
        country=None,
        identifiers={},
        roles=(),
        mentions=(_name("João Lima"), _name("Lima", "towns")),
        found_by="hand",
    )
    spain = Actor(
        id="actor:spain",
        name="Spain",
        kind="country",
        aliases=(),
        country="ES",
        identifiers={"iso3166": "ES"},
        roles=(),
        mentions=(_name("Spain"),),
        found_by="hand",
    )
    critics = Actor(
        id="actor:critics",
        name="Critics",
        kind="group",
        aliases=(),
        country=None,
        identifiers={},
        roles=(),
        mentions=(_described("Critics"),),
        found_by="hand",
    )
    return ruiz, lima, spain, critics


def _meeting() -> Meeting:
    day, city = _span("4 May 2021"), _span("Lisbon", "in ")
    return Meeting(
        id="meeting:lisbon-2021-05-04",
        name="Lisbon talks",
        kind="bilateral",
        status="held",
        several=False,
        participants=("actor:ana-ruiz", "actor:joao-lima"),
        date=DateMention(start=day[0], end=day[1], quote=day[2], edtf="2021-05-04"),
        place=PlaceMention(start=city[0], end=city[1], quote=city[2], name="Lisbon", country="PT"),
        topics=(_evidence("fishing quotas"),),
        part_of=None,
        event_code=None,
        evidence=(_evidence(TEXT[TEXT.index("Foreign") : TEXT.index(" Critics")]),),
        found_by="hand",
    )


_ACCUSATION = "Critics accused Ruiz of neglecting coastal towns."
_HOPE = "Lima said that the agreement could ease tensions between the two countries."


def _controversy() -> Controversy:
    return Controversy(
        id="controversy:neglecting-coastal-towns",
        name="neglecting coastal towns",
        kind="criticism",
        about=("actor:ana-ruiz",),
        positions=(
            Position(
                stance="critical",
                attribution=Attribution(
                    source=_evidence("Critics"), actor="actor:critics", cue=_evidence("accused")
                ),
                claim=_evidence("neglecting coastal towns"),
                certainty="certain",
            ),
        ),
        standing=None,
        meetings=(),
        date=None,
        place=None,
        evidence=(_evidence(_ACCUSATION),),
        found_by="hand",
    )


def _said() -> Attribution:
    return Attribution(source=_evidence("Lima", "towns"), actor="actor:joao-lima", cue=_evidence("said"))


def _implication() -> Implication:
    return Implication(
        id="implication:agreement-ease-tensions",
        cause=_evidence("the agreement"),
        effect=_evidence("ease tensions between the two countries"),
        cause_refs=("meeting:lisbon-2021-05-04",),
        effect_refs=("actor:spain",),
        cue=_evidence("could"),
        direction="beneficial",
        affects=("actor:spain",),
        certainty="possible",
        polarity="positive",
        time="future",
        attribution=_said(),
        evidence=(_evidence(_HOPE),),
        found_by="hand",
    )


def _statement() -> Statement:
    return Statement(
        id="statement:lima-agreement",
        attribution=_said(),
        content=_evidence("the agreement could ease tensions between the two countries"),
        kind="assert",
        quoted=False,
        about=("actor:spain",),
        certainty="possible",
        polarity="positive",
        evidence=(_evidence(_HOPE),),
        found_by="hand",
    )
