"""What of a message is not its own: quoted replies, signatures, what lists add. They become boilerplate."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

# A reply quotes beneath such a line, which may run over two lines.
_WROTE = re.compile(
    r"(?:on\s.{5,200}\bwrote|.{3,100}\swrote\s(?:on|at)\s.{5,80}|-{2,}\s*original message\s*-{2,}|_{10,})"
    r"\s*:?\s*",
    re.IGNORECASE | re.DOTALL,
)
_MAY_OPEN = re.compile(r"\bwrote\b|original message|^_{10}", re.IGNORECASE)
_LONGEST = 300  # characters of a line that may open a quotation
_NEAR = 50  # lines
_SIGNATURE = re.compile(r"--\s?$")
_DEVICE = re.compile(
    r"(?:sent from (?:my|yahoo|outlook|mail|proton)|get outlook for)\b.{0,40}$", re.IGNORECASE
)
_LIST = re.compile(r"_{30,}$|-~-+~|you received this message because you are subscribed", re.IGNORECASE)
_FORWARDED = re.compile(r"-{3,}\s*forwarded message\s*-{3,}|begin forwarded message:", re.IGNORECASE)
_FORWARDED_BY_OUTLOOK = re.compile(
    rf"{_FORWARDED.pattern}|-{{2,}}\s*original message\s*-{{2,}}|_{{10,}}$", re.IGNORECASE
)
_FORWARDED_FIELD = re.compile(r"\*?(?:from|date|sent|subject|to|cc|reply-to):\*?\s", re.IGNORECASE)


def own_lines(lines: list[str], *, forwards: bool = False) -> Iterator[tuple[str, bool]]:
    """The lines of a plain body in order, each with whether it is the sender's own.

    :param forwards: whether the subject says that the message forwards another: "Original Message" then opens
        what is forwarded
    """
    opens = _FORWARDED_BY_OUTLOOK if forwards else _FORWARDED
    forwarded = [number for number, line in enumerate(lines) if opens.match(line.strip())] + [len(lines)]
    number = 0
    while number < len(lines):
        line = lines[number].strip()
        end = number + 1
        if _SIGNATURE.match(line) or _LIST.match(line):
            # To the end, or up to a forwarded message, which is read as the sender's own.
            end = forwarded[bisect_left(forwarded, number)]
        elif line.startswith(">") or _DEVICE.match(line):
            pass
        elif opens.match(line):
            end = _after_fields(lines, end)
        elif length := _wrote(lines, number):
            end = number + length
            if not any(it.lstrip().startswith(">") for it in lines[end : end + _NEAR]):
                # Mail programs that write no ``>`` quote to the end.
                end = forwarded[bisect_left(forwarded, end)]
        else:
            yield lines[number], True
            number = end
            continue
        yield from ((it, False) for it in lines[number:end])
        number = end


def _wrote(lines: list[str], number: int) -> int:
    """Over how many lines a line that opens a quotation runs, 0 where none begins."""
    for length in (1, 2):
        words = " ".join(it.strip()[:_LONGEST] for it in lines[number : number + length])
        if _MAY_OPEN.search(words) and _WROTE.fullmatch(words):
            return length if _opens_quotation(lines, number + length, words) else 0
    return 0


def _opens_quotation(lines: list[str], number: int, words: str) -> bool:
    below = next((it.strip() for it in lines[number : number + 4] if it.strip()), "")
    if "riginal" in words.lower() or words.startswith("_"):
        return _FORWARDED_FIELD.match(below) is not None
    return below.startswith(">") or words.rstrip().endswith(":")


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
