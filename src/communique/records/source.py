"""Source, Section, Extraction: where an article comes from, how it is cut, what read it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from communique.records.base import Count, Level, Offset, Part, SectionId, Text, patterned
from communique.records.edtf import Edtf
from communique.records.evidence import Evidence
from communique.records.maps import Settings

Sha256 = Annotated[str, patterned("^[0-9a-f]{64}$")]
Language = Annotated[str, patterned("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
MediaType = Annotated[str, patterned("^[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*$")]

# Narrower than RFC 3986, so that whatever fits it also passes a check of `format: uri`.
_URL = (
    "^https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    "(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
    "(?:[?](?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
    "(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$"
)
Url = Annotated[str, patterned(_URL), Field(json_schema_extra={"format": "uri"})]


class Source(Part):
    """Where the article comes from. What the document does not say is null or empty."""

    title: Text | None
    """The title of the article."""
    authors: tuple[Text, ...]
    """Its authors, in the order of the byline."""
    publisher: Text | None
    """Who published it."""
    published: Edtf | None
    """When it was published, in EDTF."""
    url: Url | None
    """Where it was published: an http or https address, other characters percent-encoded."""
    language: Language | None
    """The language it is in: a BCP 47 tag such as `en`."""
    media_type: MediaType | None
    """What was read: `text/plain` …"""
    sha256: Sha256
    """SHA-256 of the article's text in UTF-8: it says which text the offsets belong to."""
    length: Count
    """Length of the article's text in Unicode code points."""


class Paragraph(Part):
    """A paragraph of prose: where it stands in the text."""

    start: Offset
    """Where it begins, in code points of the article's text."""
    end: Offset
    """The offset behind its last code point."""


class Section(Part):
    """A heading and the paragraphs beneath it. The lead before the first heading has no heading."""

    id: SectionId
    """Readable, unique in the article, the same in every run."""
    heading: Evidence | None
    """The heading; null for the lead."""
    level: Level
    """How deep it lies, as in HTML: 2 beneath the title, 3 beneath a section of level 2."""
    start: Offset
    """Where it begins, in code points of the article's text."""
    end: Offset
    """The offset behind its last code point."""
    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs, in the order of the text."""


class Extraction(Part):
    """What read the records out of the text: enough to run it again."""

    engine: Text
    """The engine's name."""
    version: Text
    """The engine's version."""
    settings: Settings
    """Every setting that may change the result, by name."""
