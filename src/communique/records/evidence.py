"""Evidence: the words a record was read from, and where they stand."""

from __future__ import annotations

from communique.records.base import ActorId, CountryCode, Offset, Part, Text
from communique.records.edtf import Edtf


class Evidence(Part):
    """Words of the article: where they stand, and what they are.

    After the TextPositionSelector and the TextQuoteSelector of the W3C Web Annotation Data Model.
    """

    start: Offset
    """Where the words begin, in Unicode code points of the article's text."""
    end: Offset
    """Where the words end: the offset behind the last code point. Greater than `start`."""
    quote: Text
    """The words themselves: exactly `text[start:end]`."""


class DateMention(Evidence):
    """Words that name a date, and the date."""

    edtf: Edtf | None
    """The date in EDTF (ISO 8601-2), as exact as the words and no more; null where they do not tell it."""


class PlaceMention(Evidence):
    """Words that name a place, and the place."""

    name: Text
    """The plain name of the place."""
    country: CountryCode | None
    """ISO 3166-1 alpha-2 code of the country it lies in; null where that is not sure."""


class Attribution(Part):
    """Who is said to hold, say or think something. An attribution that is null is the article's own voice.

    After the source and cue of PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018).
    """

    source: Evidence | None
    """The words that name the source: "critics", "he"."""
    actor: ActorId | None
    """The actor that the source is, where the text decides it."""
    cue: Evidence | None
    """The words that make it an attribution: "argued", "according to"."""
