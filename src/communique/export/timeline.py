"""The meetings and matters in the order of their dates, as a Mermaid timeline; undated ones behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.export.identity import tell_apart
from communique.export.mermaid import escaped
from communique.export.network import shortened
from communique.records import Article, Controversy, Meeting
from communique.records.edtf import bounds


class Entry(NamedTuple):
    """What stands on the timeline."""

    order: tuple[int, int, int]
    """The first day that the date can mean."""
    date: str
    label: str


_UNDATED = (10_000, 0, 0)


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one timeline, in UTF-8. It has an entry even where they tell of nothing."""
    entries = timeline(articles)
    dated: dict[str, list[str]] = {}
    for entry in entries:
        dated.setdefault(entry.date, []).append(entry.label)
    lines = ["timeline", "    title Meetings and matters"]
    for date, labels in dated.items():
        lines += [f"    {escaped(date)} : {escaped(labels[0])}"]
        lines += [f"        : {escaped(label)}" for label in labels[1:]]
    if not dated:
        lines.append("    undated : nothing told")
    return ("\n".join(lines) + "\n").encode()


def timeline(articles: Sequence[Article]) -> tuple[Entry, ...]:
    """The meetings and matters of all articles in the order of their dates, then of the articles."""
    entries = []
    for told in tell_apart(articles):
        records: tuple[Meeting | Controversy, ...]
        records = (*told.article.meetings, *told.article.controversies)
        for record in records:
            date = record.date.edtf if record.date else None
            order = _first(date) if date else _UNDATED
            entries.append(Entry(order, date or "undated", _label(record)))
    return tuple(sorted(entries, key=lambda entry: (entry.order, entry.date)))


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What the timeline leaves out of the articles."""
    if not articles:
        return ()
    sentences = ["A timeline holds names, kinds and dates of meetings and controversies, and nothing else."]
    undated = sum(1 for entry in timeline(articles) if entry.order == _UNDATED)
    if undated:
        sentences.append(
            f"Meetings and controversies without a date stand together behind the others: {undated}."
        )
    return tuple(sentences)


def _first(date: str) -> tuple[int, int, int]:
    """The first day of a date, of an interval the first day of its first known end."""
    ends = [end for end in date.split("/") if end not in {"", ".."}]
    return bounds(ends[0]).earliest


def _label(record: Meeting | Controversy) -> str:
    """The name, with the kind where the name does not end in it, and whether a meeting took place."""
    kind = record.kind.replace("_", " ")
    parts = [shortened(record.name)]
    if not record.name.casefold().endswith(kind):
        parts.append(kind)
    if isinstance(record, Meeting):
        parts.append(record.status)
    return ", ".join(parts)
