"""communique turns an article about international politics into typed, validated JSON.

    import communique

    article = communique.convert("article.txt")
    problems = communique.validate(article)

Names are loaded when they are first used, so that importing the package, and validating, stay quick.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.convert import convert, convert_text, dates
    from communique.document import Document
    from communique.errors import (
        BinaryInput,
        CommuniqueError,
        EmptyInput,
        GazetteerError,
        InputError,
        LexiconError,
        MissingExtra,
        RecordError,
        TooLongInput,
        UndecodableInput,
        UnknownFormat,
        UnsupportedLanguage,
        UsageError,
    )
    from communique.export import Exported, export
    from communique.export.brat.reading import import_brat
    from communique.read import read, read_bytes, read_many
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
    from communique.schema import schema
    from communique.validate import Problem, load, validate

_HOMES = {
    "communique.convert": ("convert", "convert_text", "dates"),
    "communique.document": ("Document",),
    "communique.errors": (
        "BinaryInput",
        "CommuniqueError",
        "EmptyInput",
        "GazetteerError",
        "InputError",
        "LexiconError",
        "MissingExtra",
        "RecordError",
        "TooLongInput",
        "UndecodableInput",
        "UnknownFormat",
        "UnsupportedLanguage",
        "UsageError",
    ),
    "communique.export": ("Exported", "export"),
    "communique.export.brat.reading": ("import_brat",),
    "communique.read": ("read", "read_bytes", "read_many"),
    "communique.records": (
        "Actor",
        "Article",
        "Attribution",
        "Controversy",
        "DateMention",
        "Evidence",
        "Extraction",
        "Implication",
        "Meeting",
        "Mention",
        "Paragraph",
        "PlaceMention",
        "Position",
        "Role",
        "Section",
        "Source",
        "Statement",
    ),
    "communique.schema": ("schema",),
    "communique.validate": ("Problem", "load", "validate"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "BinaryInput",
    "CommuniqueError",
    "Controversy",
    "DateMention",
    "Document",
    "EmptyInput",
    "Evidence",
    "Exported",
    "Extraction",
    "GazetteerError",
    "Implication",
    "InputError",
    "LexiconError",
    "Meeting",
    "Mention",
    "MissingExtra",
    "Paragraph",
    "PlaceMention",
    "Position",
    "Problem",
    "RecordError",
    "Role",
    "Section",
    "Source",
    "Statement",
    "TooLongInput",
    "UndecodableInput",
    "UnknownFormat",
    "UnsupportedLanguage",
    "UsageError",
    "convert",
    "convert_text",
    "dates",
    "export",
    "import_brat",
    "load",
    "read",
    "read_bytes",
    "read_many",
    "schema",
    "validate",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("communique")
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})


class _Package(ModuleType):
    """Keeps ``communique.validate`` the function, though there is a module of that name.

    Importing ``communique.validate.problem`` makes Python bind the module ``communique.validate`` to the
    package. ``convert``, ``read``, ``schema`` and ``validate`` are functions to those who use the package.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
