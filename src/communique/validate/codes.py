"""The codes of problems and what each means; docs/validation.md has a section for each."""

from __future__ import annotations

CODES: dict[str, str] = {
    # Is it JSON?
    "empty": "There is nothing in the file.",
    "too-long": "The document is longer than the limit in force.",
    "encoding": "The bytes are not UTF-8.",
    "json": "The text is not JSON.",
    "duplicate-key": "An object has the same name twice.",
    # Has it the shape? The published schema decides.
    "not-an-article": "The JSON is something else altogether.",
    "version": "The article was written for another version of the record model.",
    "missing-field": "A field is missing.",
    "unknown-field": "There is a field that the record model does not know.",
    "type": "A value is of the wrong type.",
    "value": "A value is none of those that the field may have.",
    "empty-value": "A text is empty.",
    "number-range": "A number is too small or too great.",
    "pattern": "A text does not have the form that the field demands.",
    "id": "An id does not have the form of one.",
    "reference-type": "A reference names a record of the wrong kind.",
    "missing-evidence": "A record has no evidence.",
    # Does it hold together?
    "sha256": "The text is not the one that the article was made from.",
    "length": "The length is not that of the text.",
    "offset-range": "Offsets hold nothing, or lie outside the text.",
    "quote-mismatch": "A quote is not what stands at its offsets.",
    "boilerplate-evidence": "A record takes evidence from boilerplate.",
    "order": "Mentions or boilerplate are out of order, or listed twice.",
    "section-tiling": "Sections overlap, are out of order, or leave text out.",
    "section-contents": "A heading or paragraph lies outside its section, or they overlap.",
    "duplicate-id": "Two records have the same id.",
    "dangling-reference": "A reference names no record of the article.",
    "duplicate-reference": "A list names the same record twice.",
    "part-of-cycle": "A meeting is, step by step, part of itself.",
    "empty-attribution": "An attribution has neither source, actor nor cue.",
    "edtf": "A date is not written in EDTF, or is not in the calendar.",
    "country": "A country code is not one of ISO 3166-1.",
}
