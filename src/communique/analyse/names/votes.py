"""The votes at one place of a text: tables, the trained recogniser, titles."""

from __future__ import annotations

from collections.abc import Sequence

from communique.analyse.analysis import Sentence, Token
from communique.analyse.gazetteer import Gazetteer
from communique.analyse.names.words import NameWords, name_words
from communique.analyse.phrases import Phrases
from communique.analyse.tables import Entry

HYPHENS = frozenset("-–—/")
CAPITAL_TAGS = frozenset({"PROPN", "ADJ", "NOUN"})
"""Tags of the words that a name is made of."""


class Votes:
    """The votes of one text. Holds its columns and the lists, so that they are looked up once.

    ``end`` and ``taken`` follow the reading: where the sentence at hand ends, where the last name ended.
    """

    def __init__(
        self, tokens: Sequence[Token], sentences: Sequence[Sentence], gazetteer: Gazetteer | None
    ) -> None:
        self.tokens = tokens
        self.text = [t.text for t in tokens]
        self.tag = [t.tag for t in tokens]
        self.upos = [t.upos for t in tokens]
        self.starts = frozenset(s.first for s in sentences)
        self.lists: NameWords = name_words()
        self.user = (
            Phrases((form, (entry,)) for form, entry in gazetteer.entries.items()) if gazetteer else None
        )
        self.own = self.user.starts if self.user else {}
        self.end = 0
        self.taken = 0

    def vote(self, at: int) -> int:
        """Where the longest vote that begins at ``at`` ends; ``at`` itself if none does."""
        hit = self.table(at)
        last = at + hit[0] if hit else at
        mark = self.tag[at][0]
        if mark == "B" or (mark == "I" and last == at):
            end = self.tagged(at)
            if not self.only_demonym(at, end):
                last = max(last, end)
        return last

    def tagged(self, at: int) -> int:
        """Where the recogniser's name that begins at ``at`` ends."""
        end = at + 1
        while end < self.end and self.tag[end][0] == "I" and not self._title_of_words(end):
            end += 1
        return end

    def _title_of_words(self, at: int) -> bool:
        """Whether a capitalised title of several words begins here: "Secretary of State"."""
        title = self.lists.titles.longest(self.text, at)
        return title is not None and title[0] > 1 and self.text[at][:1].isupper() and not self.table(at)

    def table(self, at: int) -> tuple[int, tuple[Entry, ...]] | None:
        """The longest name of a table at a token, if it can be trusted there."""
        if self.user and (own := self.user.longest(self.text, at)):
            return own
        hit = self.lists.table.longest(self.text, at)
        if hit is None or at + hit[0] > self.end:
            return None
        word, after = self.text[at], at + hit[0]
        if word in {"the", "The"} and after < self.end and self.text[after][:1].isupper():
            return None
        if hit[0] > 1 or self.tag[at] != "O":
            return hit
        if word in self.lists.ordinary:
            if word.isupper() and at and self.text[at - 1] in {"the", "The"} and not self._shouted(at):
                return hit
            return hit if self.upos[at] == "PROPN" and (word.isupper() or at not in self.starts) else None
        if word.isupper():
            return None if self._shouted(at) else hit
        return hit if self.upos[at] in CAPITAL_TAGS or self.upos[at] == "X" else None

    def _shouted(self, at: int) -> bool:
        """Whether the words on both sides are in capitals as well: then capitals tell nothing."""
        sides = [self.text[k] for k in (at - 1, at + 1) if 0 <= k < self.end]
        return all(len(side) > 1 and side.isupper() for side in sides)

    def is_entry(self, first: int, last: int) -> bool:
        """Whether exactly these words stand in a table."""
        if self.user and (own := self.user.longest(self.text, first)) and first + own[0] == last:
            return True
        hit = self.lists.table.longest(self.text, first)
        return hit is not None and first + hit[0] == last

    def only_demonym(self, first: int, last: int) -> bool:
        """Whether these words are demonyms and nothing else: no name of their own."""
        at = first
        while at < last:
            size = 1 if self.text[at] in HYPHENS and at > first else self.demonym(at)
            if not size:
                return False
            at += size
        return at == last

    def demonym(self, at: int) -> int:
        """How many words of a demonym begin here: 2 for "North Korean", 0 for none."""
        hit = self.lists.demonyms.longest(self.text, at)
        return hit[0] if hit and at + hit[0] <= self.end else 0

    def kind(self, first: int, last: int) -> str:
        """The kind that most tokens vote for, the last one first where votes are equal."""
        kinds = [tag[2:] for tag in self.tag[first:last] if tag != "O"]
        return max(reversed(kinds), key=kinds.count) if kinds else ""

    def after_title(self, first: int) -> int:
        """Where a capitalised title of two words or more ends: "Special Counsel" is nobody's name."""
        title = self.lists.titles.longest(self.text, first)
        if title is None or title[0] == 1 or title[1] or self.table(first):
            return first
        return first + title[0]

    def title_before(self, first: int) -> bool:
        """Whether a title ends just before a token."""
        for size in (1, 2, 3):
            if first < size or self.tokens[first - size].sentence != self.tokens[first].sentence:
                return False
            title = self.lists.titles.longest(self.text, first - size)
            if title is not None and title[0] == size:
                return True
        return False
