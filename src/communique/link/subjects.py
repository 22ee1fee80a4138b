"""What a cause or an effect is about: the actors in its words, and the meeting or matter that they tell of.

    The two met in Geneva. The visit angered Riga. This strained relations.
                           └ the meeting ┘         └ what the sentence before tells of

A meeting or a controversy is meant

1. where its name stands within the words,
2. where the words hold the noun of its name and their sentence is part of its evidence ("the visit"),
3. where the words are "this" or "that" alone, and the sentence before in the paragraph is evidence of it.

In 2 and 3 only where no other record of its sort fits as well: what is ambiguous is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from communique.link.references import Found, References
from communique.recognise.implication import ImplicationFound

Span = tuple[int, int]


class Record(NamedTuple):
    """A meeting or a matter, with the noun of its name."""

    sort: str
    identity: str
    noun: str


_ALONE = frozenset(("this", "that"))
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_BEHIND = re.compile(r"\s(?:of|over|about|on|in|with|between|for|to|at|against|surrounding|into|and|that)\s")


class Subjects:
    """Looks up what stretches of one article are about."""

    def __init__(self, text: str, found: Found, references: References) -> None:
        self._text = text
        self._references = references
        self._told: dict[Span, list[Record]] = {}
        """Sentence → the records that it is evidence of."""
        for identity, meeting in zip(references.meetings, found.meetings, strict=True):
            for sentence in meeting.evidence:
                self._told.setdefault(sentence, []).append(Record("meeting", identity, _noun(meeting.name)))
        for identity, matter in zip(references.controversies, found.controversies, strict=True):
            for sentence in matter.evidence:
                self._told.setdefault(sentence, []).append(Record("matter", identity, _noun(matter.name)))
        self._ending = {sentence[1]: sentence for sentence in self._told}

    def of(self, implication: ImplicationFound, entities: Iterable[int], span: Span) -> tuple[str, ...]:
        """The ids of what ``span``, the cause or the effect of an implication, is about, each once."""
        named = self._references.subjects(entities, span)
        home = next((each for each in implication.evidence if each[0] <= span[0] < each[1]), None)
        if home is None:
            return named
        text = self._text[span[0] : span[1]].lower()
        if text in _ALONE:
            fitting = self._told.get(self._before(home), [])
        else:
            words = set(_WORD.findall(text))
            fitting = [each for each in self._told.get(home, []) if each.noun in words]
        sorts = [each.sort for each in fitting]
        told = (each.identity for each in fitting if sorts.count(each.sort) == 1)
        return tuple(dict.fromkeys((*named, *told)))

    def _before(self, sentence: Span) -> Span:
        """The sentence before in the paragraph, if it is evidence of anything; else an empty one."""
        at = sentence[0]
        while at and self._text[at - 1] in " \t\u00a0":
            at -= 1
        return self._ending.get(at, (0, 0))


def _noun(name: str) -> str:
    """The noun of a name, in lower case: "visit" of "state visit to Oslo"."""
    words = _WORD.findall(_BEHIND.split(f"{name} ")[0])
    return words[-1].lower() if words else ""
