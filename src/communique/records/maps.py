"""A map that does not change, with its keys in order, so that equal maps are equal bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, NoReturn

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from communique.records.base import LINE_BREAKS, Integer, Text

KEY = "^[a-z][a-z0-9_.-]*$"


class FrozenMap(dict[str, Any]):
    """A ``dict`` with sorted keys that refuses every change and can be hashed."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        super().__init__(sorted((values or {}).items()))

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))

    def _refuse(self, *args: object, **kwargs: object) -> NoReturn:
        raise TypeError("a record does not change: build a new one")

    __setitem__ = __delitem__ = _refuse
    __ior__ = update = setdefault = pop = popitem = clear = _refuse

    def __reduce__(self) -> tuple[type[FrozenMap], tuple[dict[str, Any]]]:
        return FrozenMap, (dict(self),)


class _Map:
    """Tells pydantic to check a map of plain keys and to freeze it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(FrozenMap, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core)
        values = schema.get("additionalProperties") or next(iter(schema["patternProperties"].values()))
        keys = {"pattern": KEY, "not": {"pattern": LINE_BREAKS}}
        return {"type": "object", "propertyNames": keys, "additionalProperties": values}


Key = Annotated[str, Field(pattern=KEY)]
Identifiers = Annotated[dict[Key, Text], _Map()]
Settings = Annotated[dict[Key, str | bool | Integer | None], _Map()]
