"""Every error that communique raises on purpose.

    CommuniqueError
    ├── InputError              the input cannot be converted; says what, where and the way out
    │   ├── EmptyInput          nothing but white space
    │   ├── BinaryInput         the bytes are not text
    │   ├── UndecodableInput    text, but in no encoding that fits
    │   ├── TooLongInput        longer than the limit in force
    │   ├── UnsupportedLanguage not English
    │   └── UnknownFormat       no reader for this media type or suffix
    ├── RecordError             JSON that is not an Article, or an Article that breaks its own rules
    ├── MissingExtra            a library is not installed that this format needs
    ├── GazetteerError          a user's table of names cannot be used
    ├── LexiconError            a user's word lists cannot be used
    └── UsageError              an argument that cannot be honoured

An error holds its values as attributes and reads as three parts: what is wrong, where, the way out.
"""

from __future__ import annotations


class CommuniqueError(Exception):
    """The root. ``str(error)`` is one readable line: where, what is wrong and the way out."""

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.message = message
        self.where = where
        self.hint = hint
        super().__init__(message)

    def __str__(self) -> str:
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text} ({self.hint})" if self.hint else text


class InputError(CommuniqueError):
    """The input cannot be converted."""


class EmptyInput(InputError):
    """Nothing but white space."""


class BinaryInput(InputError):
    """The bytes are not text."""


class UndecodableInput(InputError):
    """The bytes may be text, but no encoding fits them."""


class TooLongInput(InputError):
    """The text is longer than the limit in force."""


class UnsupportedLanguage(InputError):
    """The text is not in English."""


class UnknownFormat(InputError):
    """No reader takes this media type or suffix."""


class RecordError(CommuniqueError):
    """JSON that is not an Article, or an Article that breaks a rule across its records."""


class MissingExtra(CommuniqueError):
    """A format needs a library that is not installed; ``extra`` is what to install."""

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        super().__init__(
            f"{what} needs a library that is not installed", hint=f"pip install 'communique[{extra}]'"
        )


class GazetteerError(CommuniqueError):
    """A user's table of names cannot be used; ``where`` names file and line."""


class LexiconError(CommuniqueError):
    """A user's word lists cannot be used; ``where`` names the file."""


class UsageError(CommuniqueError):
    """An argument that cannot be honoured."""
