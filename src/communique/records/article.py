"""Article: everything read out of one text."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Literal

from communique.records.actor import Actor
from communique.records.base import Part, Text
from communique.records.controversy import Controversy
from communique.records.evidence import Evidence
from communique.records.implication import Implication
from communique.records.meeting import Meeting
from communique.records.source import Extraction, Section, Source
from communique.records.statement import Statement

if TYPE_CHECKING:
    from communique.export import Exported


class Article(Part):
    """An article and every record read out of it.

    The shape alone: that quotes stand where they say and references resolve is checked by validation.
    """

    schema_version: Literal["1.0"]
    """The version of the record model."""
    source: Source
    """Where the article comes from."""
    text: Text | None
    """The text that every offset counts into; null where it is left out and kept elsewhere (detached)."""
    sections: tuple[Section, ...]
    """The sections, in the order of the text."""
    boilerplate: tuple[Evidence, ...]
    """Text in the file that is not the article: bylines, view counters, advertising slots."""
    actors: tuple[Actor, ...]
    """The participants of the story."""
    meetings: tuple[Meeting, ...]
    """The encounters."""
    controversies: tuple[Controversy, ...]
    """The matters on which people are said to disagree."""
    implications: tuple[Implication, ...]
    """The consequences the article states."""
    statements: tuple[Statement, ...]
    """What others than the article's own voice say or think."""
    extraction: Extraction
    """What read the records out of the text."""

    def to_json(self, indent: int | None = 2) -> str:
        r"""The article as JSON: keys in model order, non-ASCII kept, ``\n`` at the end, always the same.

        With ``indent=None`` it is one line, as JSON lines want it.
        """
        return self.model_dump_json(indent=indent) + "\n"

    def export(
        self, path: str | PathLike[str] | None = None, *, to: str | None = None, table: str | None = None
    ) -> Exported:
        """The article in another format, as ``communique.export`` makes it of one or several.

        Errors are those of ``communique.export``.
        """
        # Records stand beneath the exports, so the way there is the one that users of the package take.
        import communique

        return communique.export(self, path, to=to, table=table)
