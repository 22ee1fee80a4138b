"""What a check looks at: the pieces of an article, each with its path, gathered in one walk.

The walk takes what has the right shape and passes over the rest, so that an unknown field in one record
does not hide a wrong quote in another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeGuard

from communique.validate.problem import Path

RECORDS = ("actors", "meetings", "controversies", "implications", "statements")

_REFERENCE = frozenset({"actor", "of", "part_of"})
_REFERENCES = frozenset({"participants", "about", "meetings", "affects", "cause_refs", "effect_refs"})
_DATE = frozenset({"edtf", "published"})
# Maps of names that are the writer's own.
_FREE = frozenset({"identifiers", "settings"})


class Span(NamedTuple):
    """A stretch of the text; ``quote`` is ``None`` where it is no evidence."""

    path: Path
    start: int
    end: int
    quote: str | None


class Value(NamedTuple):
    """A string and where it stands."""

    path: Path
    value: str


@dataclass(frozen=True)
class Facts:
    """The article as a JSON value, its text where there is one, and its pieces."""

    article: dict[str, Any]
    text: str | None
    length: int | None
    """Code points of the text; as the source says where there is no text."""
    spans: list[Span] = field(default_factory=list)
    ids: list[Value] = field(default_factory=list)
    references: list[Value] = field(default_factory=list)
    reference_lists: list[tuple[Path, list[Any]]] = field(default_factory=list)
    dates: list[Value] = field(default_factory=list)
    countries: list[Value] = field(default_factory=list)
    attributions: list[tuple[Path, dict[str, Any]]] = field(default_factory=list)

    @cached_property
    def boilerplate(self) -> list[Span]:
        """The boilerplate in the order of the text."""
        found = (span for span in self.spans if span.path[0] == "boilerplate")
        return sorted(found, key=lambda span: (span.start, span.end))

    def records(self, kind: str) -> list[tuple[Path, dict[str, Any]]]:
        """The records of one list, ``"actors"`` …, that are objects at all."""
        found = self.article.get(kind)
        if not isinstance(found, list):
            return []
        return [((kind, index), record) for index, record in enumerate(found) if isinstance(record, dict)]


def gather(article: dict[str, Any], text: str | None) -> Facts:
    """Walk an article once. ``text`` is the text of a detached article, where it was given."""
    own = article.get("text")
    text = own if isinstance(own, str) else text
    source = article.get("source")
    said = source.get("length") if isinstance(source, dict) else None
    length = len(text) if text is not None else int(said) if is_offset(said) else None
    facts = Facts(article, text, length)
    _walk(article, (), facts)
    return facts


def is_offset(value: Any) -> TypeGuard[int]:
    """Whether a JSON value can be an offset: a whole number, written with or without a decimal point."""
    return type(value) is int or (type(value) is float and value.is_integer())


def _walk(value: dict[str, Any], path: Path, facts: Facts) -> None:
    start, end, quote = value.get("start"), value.get("end"), value.get("quote")
    if is_offset(start) and is_offset(end) and (quote is None or type(quote) is str):
        facts.spans.append(Span(path, int(start), int(end), quote))
    for name, inner in value.items():
        kind = type(inner)
        if kind is str:
            _string(name, inner, path, facts)
        elif kind is dict:
            if name == "attribution":
                facts.attributions.append(((*path, name), inner))
            if name not in _FREE:
                _walk(inner, (*path, name), facts)
        elif kind is list and inner:
            _list(name, inner, (*path, name), facts)


def _string(name: str, value: str, path: Path, facts: Facts) -> None:
    if name in _REFERENCE:
        facts.references.append(Value((*path, name), value))
    elif name == "id":
        facts.ids.append(Value((*path, name), value))
    elif name in _DATE:
        facts.dates.append(Value((*path, name), value))
    elif name == "country":
        facts.countries.append(Value((*path, name), value))


def _list(name: str, values: list[Any], path: Path, facts: Facts) -> None:
    if name in _REFERENCES and type(values[0]) is str:
        facts.reference_lists.append((path, values))
    for index, inner in enumerate(values):
        if type(inner) is dict:
            _walk(inner, (*path, index), facts)
        elif type(inner) is str and name in _REFERENCES:
            facts.references.append(Value((*path, index), inner))
