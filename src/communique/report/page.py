"""The page: one HTML file with everything in it, that opens offline and asks nothing of anyone."""

from __future__ import annotations

from collections import Counter
from typing import Any

from communique.errors import RecordError
from communique.records import Article, Evidence
from communique.report.blocks import blocks
from communique.report.facets import Facets, Sides, facets
from communique.report.known import Known
from communique.report.marks import KINDS, Mark, marks, records
from communique.report.network import network
from communique.report.passages import Reach, cut
from communique.report.template import GENERATOR, embedded, template
from communique.report.timeline import timeline
from communique.validate.checks.source import text_sha256

LONG_TEXT, MANY_RECORDS = 60_000, 600
"""Code points and records beyond which a browser is told to lay out only what is near the window."""


def render(article: Article, *, text: str | None = None) -> str:
    """The reading page of a valid article, as HTML. The same article gives the same page.

    ``text`` is the text of a detached article; without it the page shows what the quotes hold.
    Raises ``RecordError`` where ``text`` is not the text that ``source.sha256`` names.
    """
    if text is not None and text_sha256(text) != article.source.sha256:
        raise RecordError(
            "this is not the text that the article was made from",
            hint="its SHA-256 differs from source.sha256: give the very file",
        )
    whole = article.text if article.text is not None else text
    kept = [(kind, record, marks(record)) for kind, record in records(article)]
    known = Known.whole(whole) if whole is not None else _quoted(article, [found for *_, found in kept])
    shown, reach = cut(blocks(article, known), known, [(kind, found) for kind, _, found in kept])
    sides = Sides(article)
    asked = [facets(record, sides) for _, record, _ in kept]
    holders = {
        one: number for number, one in enumerate(dict.fromkeys(h for one in asked for h in one.holders))
    }
    names = {actor.id: actor.name for actor in article.actors}
    data = {
        "starts": reach.starts,
        "kinds": KINDS,
        "holders": list(holders),
        "records": [
            {
                "id": record.id,
                "kind": KINDS.index(kind),
                "marks": _stretches(found, reach),
                **_told(one, holders),
            }
            for (kind, record, found), one in zip(kept, asked, strict=True)
        ],
    }
    return template().render(
        article=article,
        title=article.source.title or "Untitled article",
        titled=any(one.block.form == "title" for one in shown),
        detached=whole is None,
        long=article.source.length > LONG_TEXT or len(kept) > MANY_RECORDS,
        shown=shown,
        anchor=lambda evidence: _anchor(evidence, reach),
        names=names,
        record_names=names | _names(article),
        holders=_named(holders, names),
        numbers=holders,
        about=Counter(one for each in asked for one in each.about),
        held=Counter(one for each in asked for one in each.holders),
        timeline=timeline(article),
        network=network(article),
        data=embedded(data),
    )


def is_page(opening: str) -> bool:
    """Whether a file that begins with ``opening``, a few kilobytes, is a reading page."""
    return f'<meta name="generator" content="{GENERATOR} ' in opening


def _stretches(found: tuple[Mark, ...], reach: Reach) -> list[tuple[int, int, int]]:
    """Where a record's words stand: ranges of marked passages, each with whether they are a field's own."""
    return [(*reach.of(mark), int(mark.exact)) for mark in found]


def _told(one: Facets, holders: dict[str, int]) -> dict[str, Any]:
    return {
        "voices": one.voices,
        "holders": [holders[holder] for holder in one.holders],
        "about": one.about,
        "certainties": one.certainties,
        "ahead": one.ahead,
    }


def _names(article: Article) -> dict[str, str]:
    """What records other than actors are called where another one points to them."""
    found = {meeting.id: meeting.name for meeting in article.meetings}
    found |= {controversy.id: controversy.name for controversy in article.controversies}
    found |= {one.id: f"{one.cause.quote} → {one.effect.quote}" for one in article.implications}
    return found | {statement.id: statement.content.quote for statement in article.statements}


def _named(holders: dict[str, int], names: dict[str, str]) -> list[tuple[int, str]]:
    """The holders by number and name: actors in the order of the alphabet, then words such as “some”."""
    told = [(number, names.get(one, f"“{one}”")) for one, number in holders.items()]
    return sorted(told, key=lambda pair: (pair[1].startswith("“"), pair[1].casefold(), pair[0]))


def _anchor(evidence: Evidence, reach: Reach) -> int | None:
    """Where a link to evidence leads: the start of its first passage."""
    first, behind = reach.of(Mark(evidence.start, evidence.end, "", True, ""))
    return reach.starts[first] if first < behind else None


def _quoted(article: Article, found: list[tuple[Mark, ...]]) -> Known:
    quotes = [(mark.start, mark.quote) for each in found for mark in each]
    quotes += [(one.heading.start, one.heading.quote) for one in article.sections if one.heading is not None]
    return Known.quoted(quotes + [(one.start, one.quote) for one in article.boilerplate])
