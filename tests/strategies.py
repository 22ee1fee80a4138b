"""Hypothesis strategies: articles that hold together, and JSON values that break them.

``st.builds`` on a model would ignore its patterns, so every field has a strategy of its own.
"""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any, Literal, TypeVar

from hypothesis import strategies as st

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
from communique.records.ids import unique_ids

T = TypeVar("T")

# Letters of one, two, three and four bytes, a combining mark, white space, both line endings, a NUL.
LETTERS = "abcXYZ019 .,'\"\\é\u0301ßЖ中\U0001f30d\U00010348\t\n\r\u2028\u00a0\ufeff\x00"

words = st.text(LETTERS, min_size=1, max_size=12)
texts = st.text(LETTERS, min_size=8, max_size=200)
slugs = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
rule_names = st.from_regex(r"[a-z][a-z0-9_.:/-]{0,8}", fullmatch=True)
countries = st.sampled_from(["FR", "KR", "RU", "US", "XK", "ZW"])
certainties = st.sampled_from(["certain", "probable", "possible", "unknown"])
polarities = st.sampled_from(["positive", "negative"])

days = st.dates().map(lambda day: day.isoformat())
months = st.dates().map(lambda day: day.isoformat()[:7])
years = st.integers(0, 9999).map(lambda year: f"{year:04d}")
vague = st.sampled_from(["199X", "20XX", "2018-XX", "2018-07-XX", "2018-XX-XX", "2018-21", "2018-24"])
dates = st.one_of(days, months, years, vague).flatmap(
    lambda date: st.sampled_from([date, f"{date}~", f"{date}?"])
)
intervals = st.one_of(
    st.tuples(st.integers(0, 4999), st.integers(5000, 9999)).map(lambda pair: f"{pair[0]:04d}/{pair[1]:04d}"),
    dates.flatmap(lambda date: st.sampled_from([f"{date}/..", f"../{date}", f"{date}/", f"/{date}"])),
)
edtf = dates | intervals

urls = st.sampled_from(
    ["https://news.example", "http://a.example:8080/x/y?q=%C3%A9&z=1#top", "https://x.example/(a)'b'~c;d,e"]
)


@st.composite
def articles(draw: st.DrawFn, detached: bool = False) -> Article:
    """An article that is valid in every respect; ``detached`` leaves its text out."""
    text = draw(texts)
    boilerplate = draw(st.integers(0, 3))
    body = _Body(text, boilerplate)
    actors = draw(_ids("actor"))
    meetings = draw(_ids("meeting"))
    return Article(
        schema_version="1.0",
        source=draw(_sources(text)),
        text=None if detached else text,
        sections=draw(_sections(body)),
        boilerplate=(Evidence(start=0, end=boilerplate, quote=text[:boilerplate]),) if boilerplate else (),
        actors=tuple(draw(_actors(body, name, actors)) for name in actors),
        meetings=tuple(
            draw(_meetings(body, name, actors, meetings[:at])) for at, name in enumerate(meetings)
        ),
        controversies=tuple(
            draw(_controversies(body, name, actors, meetings)) for name in draw(_ids("controversy"))
        ),
        implications=tuple(
            draw(_implications(body, name, actors, meetings)) for name in draw(_ids("implication"))
        ),
        statements=tuple(draw(_statements(body, name, actors)) for name in draw(_ids("statement"))),
        extraction=draw(_extractions()),
    )


class _Body:
    """The text, and where in it evidence may be taken from."""

    def __init__(self, text: str, first: int) -> None:
        self.text, self.first = text, first

    def spans(self) -> st.SearchStrategy[dict[str, Any]]:
        """The fields of an Evidence anywhere behind the boilerplate."""
        ends = st.integers(self.first + 1, len(self.text))
        return ends.flatmap(
            lambda end: st.integers(self.first, end - 1).map(lambda start: self.span(start, end))
        )

    def span(self, start: int, end: int) -> dict[str, Any]:
        return {"start": start, "end": end, "quote": self.text[start:end]}

    def evidence(self) -> st.SearchStrategy[Evidence]:
        return self.spans().map(lambda span: Evidence(**span))


def _ids(kind: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(slugs, max_size=3).map(lambda names: unique_ids(kind, names))


def _some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True).map(tuple) if values else st.just(())


def _one(values: tuple[str, ...]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(values) if values else st.none()


def _tuples(values: st.SearchStrategy[T], least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, min_size=least, max_size=least + 2).map(tuple)


def _sources(text: str) -> st.SearchStrategy[Source]:
    return st.builds(
        Source,
        title=st.none() | words,
        authors=_tuples(words),
        publisher=st.none() | words,
        published=st.none() | edtf,
        url=st.none() | urls,
        language=st.sampled_from([None, "en", "en-GB", "zh-Hant-TW"]),
        media_type=st.sampled_from([None, "text/plain", "application/xhtml+xml"]),
        sha256=st.just(hashlib.sha256(text.encode()).hexdigest()),
        length=st.just(len(text)),
    )


@st.composite
def _sections(draw: st.DrawFn, body: _Body) -> tuple[Section, ...]:
    length = len(body.text)
    cuts = sorted({body.first, length, *draw(st.lists(st.integers(body.first, length), max_size=3))})
    sections = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        inside = sorted({start, end, *draw(st.lists(st.integers(start, end), max_size=2))})
        parts = list(pairwise(inside))
        heading = Evidence(**body.span(*parts.pop(0))) if number and len(parts) > 1 else None
        sections.append(
            Section(
                id=f"section:{number}",
                heading=heading,
                level=2,
                start=start,
                end=end,
                paragraphs=tuple(Paragraph(start=first, end=last) for first, last in parts),
            )
        )
    return tuple(sections)


def _extractions() -> st.SearchStrategy[Extraction]:
    keys = st.from_regex(r"[a-z][a-z0-9_.-]{0,5}", fullmatch=True)
    values = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(LETTERS, max_size=5)
    settings = st.dictionaries(keys, values, max_size=3)
    return st.builds(Extraction, engine=words, version=words, settings=settings)


@st.composite
def _actors(draw: st.DrawFn, body: _Body, name: str, actors: tuple[str, ...]) -> Actor:
    forms: st.SearchStrategy[Literal["name", "description", "pronoun"]]
    forms = st.sampled_from(["name", "description", "pronoun"])
    spans = draw(
        st.lists(body.spans(), min_size=1, max_size=3, unique_by=lambda span: (span["start"], span["end"]))
    )
    ordered = sorted(spans, key=lambda span: (span["start"], span["end"]))
    return Actor(
        id=name,
        name=draw(words),
        kind=draw(st.sampled_from(["person", "country", "government", "organization", "group"])),
        aliases=draw(_tuples(words)),
        country=draw(st.none() | countries),
        identifiers=draw(st.dictionaries(st.sampled_from(["wikidata", "iso3166", "x_1.2-3"]), words)),
        roles=draw(_tuples(st.builds(Role, title=body.evidence(), of=_one(actors)))),
        mentions=tuple(Mention(**span, form=draw(forms)) for span in ordered),
        found_by=draw(rule_names),
    )


def _when(body: _Body) -> st.SearchStrategy[DateMention | None]:
    return st.none() | st.tuples(body.spans(), st.none() | edtf).map(
        lambda pair: DateMention(**pair[0], edtf=pair[1])
    )


def _where(body: _Body) -> st.SearchStrategy[PlaceMention | None]:
    parts = st.tuples(body.spans(), words, st.none() | countries)
    return st.none() | parts.map(lambda part: PlaceMention(**part[0], name=part[1], country=part[2]))


def _attributions(body: _Body, actors: tuple[str, ...]) -> st.SearchStrategy[Attribution]:
    cue = st.none() | body.evidence()
    return st.builds(Attribution, source=body.evidence(), actor=_one(actors), cue=cue)


def _meetings(
    body: _Body, name: str, actors: tuple[str, ...], earlier: tuple[str, ...]
) -> st.SearchStrategy[Meeting]:
    kinds = [
        "summit",
        "bilateral",
        "sidelines",
        "visit",
        "call",
        "negotiation",
        "conference",
        "press_conference",
    ]
    return st.builds(
        Meeting,
        id=st.just(name),
        name=words,
        kind=st.sampled_from([*kinds, "other"]),
        status=st.sampled_from(["held", "planned", "proposed", "cancelled"]),
        several=st.booleans(),
        participants=_some(actors),
        date=_when(body),
        place=_where(body),
        topics=_tuples(body.evidence()),
        part_of=_one(earlier),
        event_code=st.sampled_from([None, "036", "CONSULT", "MAKE_X-Y"]),
        evidence=_tuples(body.evidence(), 1),
        found_by=rule_names,
    )


def _controversies(
    body: _Body, name: str, actors: tuple[str, ...], meetings: tuple[str, ...]
) -> st.SearchStrategy[Controversy]:
    position = st.builds(
        Position,
        stance=st.sampled_from(["critical", "supportive", "neutral"]),
        attribution=st.none() | _attributions(body, actors),
        claim=body.evidence(),
        certainty=certainties,
    )
    return st.builds(
        Controversy,
        id=st.just(name),
        name=words,
        kind=st.sampled_from(["allegation", "criticism", "dispute", "investigation", "concern"]),
        about=_some(actors),
        positions=_tuples(position),
        standing=st.sampled_from([None, "open", "unproven", "proven", "refuted", "settled"]),
        meetings=_some(meetings),
        date=_when(body),
        place=_where(body),
        evidence=_tuples(body.evidence(), 1),
        found_by=rule_names,
    )


def _implications(
    body: _Body, name: str, actors: tuple[str, ...], meetings: tuple[str, ...]
) -> st.SearchStrategy[Implication]:
    return st.builds(
        Implication,
        id=st.just(name),
        cause=body.evidence(),
        effect=body.evidence(),
        cause_refs=_some(actors + meetings),
        effect_refs=_some(actors + meetings),
        cue=body.evidence(),
        direction=st.sampled_from(["beneficial", "harmful", "mixed", "neutral"]),
        affects=_some(actors),
        certainty=certainties,
        polarity=polarities,
        time=st.sampled_from(["past", "present", "future"]),
        attribution=st.none() | _attributions(body, actors),
        evidence=_tuples(body.evidence(), 1),
        found_by=rule_names,
    )


def _statements(body: _Body, name: str, actors: tuple[str, ...]) -> st.SearchStrategy[Statement]:
    kinds = [
        "assert",
        "believe",
        "accuse",
        "deny",
        "praise",
        "criticise",
        "promise",
        "threaten",
        "ask",
        "other",
    ]
    return st.builds(
        Statement,
        id=st.just(name),
        attribution=_attributions(body, actors),
        content=body.evidence(),
        kind=st.sampled_from(kinds),
        quoted=st.booleans(),
        about=_some(actors),
        certainty=certainties,
        polarity=polarities,
        evidence=_tuples(body.evidence(), 1),
        found_by=rule_names,
    )


# Values at the edges of what schemas and models agree on.
awkward: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(
            None,
            True,
            False,
            0,
            -1,
            1.0,
            -0.0,
            1.5,
            1e300,
            2**53 - 1,
            2**53,
            float(2**53),
            2**70,
            -(2**53),
            9,
            10,
            9.0,
        ),
        *("", " ", "\n", "certain", "Certain", "person", "1.0", "1.0\n", "\x00", "é", "e\u0301", "１", "٣"),
        *(
            "actor:a",
            "actor:a\n",
            "actor:a\u2028",
            "\nactor:a",
            "actor:",
            "actor:-a",
            "actor:a--b",
            "actor:Ä",
        ),
        *(
            "meeting:a",
            "statement:a",
            "section:lead",
            "controversy:a-1",
            "implication:x",
            "actor:a1",
            "actor:１",
        ),
        *(
            "FR",
            "fr",
            "FRA",
            "FR\n",
            "F１",
            "GB\r",
            "ZZ",
            "en",
            "en-GB",
            "en_GB",
            "e",
            "text/plain",
            "text/plain ",
        ),
        *(
            "2018",
            "2018\n",
            "2018-13",
            "2018-02-30",
            "201X",
            "20XX",
            "2XXX",
            "2018-XX-01",
            "2018-21-01",
            "2018/2017",
        ),
        *(
            "/",
            "..",
            "../..",
            "2018/",
            "/2018",
            "2018/..",
            "2018-7",
            "２０１８",
            "2018~/2019?",
            "-0044",
            "2018T10",
        ),
        *(
            "https://a.example",
            "https://a.example/ä",
            "https://a.example/%",
            "ftp://a.example",
            "https://a b.example",
        ),
        *(
            "https://-a.example",
            "https://a.example:99999",
            "http://",
            "https://a.example/[x]",
            "HTTPS://a.example",
        ),
        *("0" * 64, "a" * 64 + "\n", "A" * 64, "a" * 63, "036", "CONSULT", "A", "AB", "1", "12345"),
    ]
) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)


@st.composite
def mutated(draw: st.DrawFn, value: Any) -> Any:
    """A JSON value with one thing in it changed: replaced, taken away, added or said twice."""
    if isinstance(value, dict) and value and draw(st.integers(0, 5)):
        name = draw(st.sampled_from(sorted(value)))
        changed = dict(value)
        match draw(st.integers(0, 9)):
            case 0:
                del changed[name]
            case 1:
                changed[draw(words | st.sampled_from(["start", "text", "id", "a\n", "A"]))] = draw(awkward)
            case _:
                changed[name] = draw(mutated(value[name]))
        return changed
    if isinstance(value, list) and value and draw(st.integers(0, 5)):
        at = draw(st.integers(0, len(value) - 1))
        return [*value[:at], *draw(st.lists(mutated(value[at]), max_size=2)), *value[at + 1 :]]
    return draw(awkward)
