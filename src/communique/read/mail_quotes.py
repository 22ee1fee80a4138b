"""What of a message is not its own: quoted replies, signatures, what lists add. They become boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A reply quotes beneath such a line, which may run over two lines.
_WROTE = re.compile(
    r"(?:on\s.{5,200}\bwrote|.{3,100}\swrote\s(?:on|at)\s.{5,80}|-{2,}\s*original message\s*-{2,}|_{10,})"
    r"\s*:?\s*",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURE = re.compile(r"--\s?$")
_DEVICE = re.compile(
    r"(?:sent from (?:my|yahoo|outlook|mail|proton)|get outlook for)\b.{0,40}$", re.IGNORECASE
)
_LIST = re.compile(r"_{30,}$|-~-+~|you received this message because you are subscribed", re.IGNORECASE)
_FORWARDED = re.compile(r"-{3,}\s*forwarded message\s*-{3,}|begin forwarded message:", re.IGNORECASE)
_FORWARDED_FIELD = re.compile(r"\*?(?:from|date|sent|subject|to|cc|reply-to):\*?\s", re.IGNORECASE)


def own_lines(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """The lines of a plain body in order, each with whether it is the sender's own."""
    number = 0
    while number < len(lines):
        line = lines[number].strip()
        if _SIGNATURE.match(line) or _LIST.match(line):
            end = _forwarded(lines, number)
            yield from ((it, False) for it in lines[number:end])
            number = end
            continue
        if line.startswith(">") or _DEVICE.match(line):
            yield lines[number], False
            number += 1
            continue
        if _FORWARDED.match(line):
            end = _after_fields(lines, number + 1)
            yield from ((it, False) for it in lines[number:end])
            number = end
            continue
        if length := _wrote(lines, number):
            rest = number + length
            until = _forwarded(lines, rest) if _quotes_without_marks(lines, rest) else rest
            yield from ((it, False) for it in lines[number:until])
            number = until
            continue
        yield lines[number], True
        number += 1


def _wrote(lines: list[str], number: int) -> int:
    """Over how many lines a line that opens a quotation runs, 0 where none begins."""
    for length in (1, 2):
        words = " ".join(it.strip() for it in lines[number : number + length])
        if _WROTE.fullmatch(words) and _opens_quotation(lines, number + length, words):
            return length
    return 0


def _opens_quotation(lines: list[str], number: int, words: str) -> bool:
    below = next((it.strip() for it in lines[number : number + 4] if it.strip()), "")
    if "riginal" in words.lower() or words.startswith("_"):
        return _FORWARDED_FIELD.match(below) is not None
    return below.startswith(">") or words.rstrip().endswith(":")


def _quotes_without_marks(lines: list[str], number: int) -> bool:
    """Whether all that follows is quoted: mail programs that write no ``>`` quote to the end."""
    return not any(it.lstrip().startswith(">") for it in lines[number : number + 50])


def _forwarded(lines: list[str], number: int) -> int:
    """Where a forwarded message begins, which is read as the sender's own; the end where none does."""
    return next((at for at in range(number, len(lines)) if _FORWARDED.match(lines[at].strip())), len(lines))


def _after_fields(lines: list[str], number: int) -> int:
    while number < len(lines) and (
        not lines[number].strip() or _FORWARDED_FIELD.match(lines[number].strip())
    ):
        number += 1
    return number


def unflowed(text: str) -> str:
    """Text of ``format=flowed`` (RFC 3676) without its soft line ends; quoted lines stay as they are."""
    whole: list[str] = []
    soft = False
    for line in text.split("\n"):
        line = line.removesuffix("\r")
        line = line[1:] if line.startswith(" ") else line  # stuffed
        if soft and not line.startswith(">"):
            whole[-1] += line
        else:
            whole.append(line)
        soft = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(whole)
