"""What every record is made of: strict frozen models, offsets, ids, evidence.

Two rules keep a model and its published schema in step. Text that must fit a pattern uses one that means
the same to ECMAScript, Python and Rust: ``^`` and ``$``, ``[0-9]``, no look-around; and since ``$`` also
matches *before* a final line break in some of them, line breaks are ruled out beside it. A whole number
may be written ``1.0``: JSON Schema calls that an integer, so the models take it too.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

SCHEMA_VERSION: Final = "1.0"

LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader holds exactly (RFC 8259, section 6)."""

LINE_BREAKS = "[\n\r\u0085\u2028\u2029]"

Certainty = Literal["certain", "probable", "possible", "unknown"]
"""FactBank's CT, PR, PS and U (Saurí and Pustejovsky 2009)."""

Polarity = Literal["positive", "negative"]


class _Whole:
    """A whole number of JSON: ``7`` and ``7.0`` alike, never ``true``, never beyond ``LARGEST``."""

    def __init__(self, least: int = 0, most: int = LARGEST) -> None:
        self.least = least
        self.most = most

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        integer = core_schema.int_schema(strict=True, ge=self.least, le=self.most)
        decimal = core_schema.float_schema(strict=True, ge=self.least, le=self.most, multiple_of=1)
        whole = core_schema.chain_schema([decimal, core_schema.int_schema(strict=False)])
        return core_schema.union_schema([integer, whole], mode="left_to_right")

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


def patterned(pattern: str) -> Any:
    """The field of a string that fits ``pattern`` whole and holds no line break."""
    return Field(pattern=pattern, json_schema_extra={"not": {"pattern": LINE_BREAKS}})


_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"

Offset = Annotated[int, _Whole()]
Count = Annotated[int, _Whole()]
Level = Annotated[int, _Whole(most=9)]
Integer = Annotated[int, _Whole(least=-LARGEST)]

Text = Annotated[str, Field(min_length=1)]
"""A string that says something."""

ActorId = Annotated[str, patterned(f"^actor:{_SLUG}$")]
MeetingId = Annotated[str, patterned(f"^meeting:{_SLUG}$")]
ControversyId = Annotated[str, patterned(f"^controversy:{_SLUG}$")]
ImplicationId = Annotated[str, patterned(f"^implication:{_SLUG}$")]
StatementId = Annotated[str, patterned(f"^statement:{_SLUG}$")]
SectionId = Annotated[str, patterned(f"^section:{_SLUG}$")]
RecordId = Annotated[str, patterned(f"^(?:actor|meeting|controversy|implication|statement):{_SLUG}$")]

CountryCode = Annotated[str, patterned("^[A-Z]{2}$")]
RuleName = Annotated[str, patterned("^[a-z][a-z0-9_.:/-]*$")]


class Part(BaseModel):
    """The base of every model: strict, frozen, closed."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True, hide_input_in_errors=True
    )
