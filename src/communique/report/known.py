"""What is known of an article's text: all of it, or, where the text was left out, what the quotes hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Fragment(NamedTuple):
    """A stretch of the text that is known, and where it begins, in code points."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind its last code point."""
        return self.start + len(self.text)


class Known:
    """A text with or without holes."""

    def __init__(self, fragments: Iterable[Fragment]) -> None:
        self.fragments = tuple(fragments)
        self._starts = [one.start for one in self.fragments]

    @classmethod
    def whole(cls, text: str) -> Known:
        """All of a text."""
        return cls([Fragment(0, text)])

    @classmethod
    def quoted(cls, quotes: Iterable[tuple[int, str]]) -> Known:
        """What quotes hold between them, each with its offset; those that overlap or touch are one."""
        joined: list[Fragment] = []
        for start, quote in sorted(set(quotes)):
            if joined and start <= joined[-1].end:
                last = joined[-1]
                joined[-1] = Fragment(last.start, last.text + quote[last.end - start :])
            else:
                joined.append(Fragment(start, quote))
        return cls(joined)

    def between(self, start: int, end: int) -> Iterator[Fragment]:
        """What is known of ``[start, end)``, in order."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        for fragment in self.fragments[at:]:
            if fragment.start >= end:
                return
            first, last = max(start, fragment.start), min(end, fragment.end)
            if first < last:
                yield Fragment(first, fragment.text[first - fragment.start : last - fragment.start])
