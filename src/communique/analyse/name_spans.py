"""Where names stand: votes of tables, recogniser and shape joined to the longest name, pairs cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.analyse.analysis import Sentence, Token
from communique.analyse.gazetteer import Gazetteer
from communique.analyse.name_words import NameWords, name_words
from communique.analyse.phrases import Phrases
from communique.analyse.tables import Entry

HYPHENS = frozenset("-–—/")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
CAPITAL_TAGS = frozenset({"PROPN", "ADJ", "NOUN"})


class Span(NamedTuple):
    """A stretch of tokens that is a name, with the votes for it."""

    first: int
    last: int
    tag: str
    """The recogniser's kind for most of it: ``PER``, ``ORG``, ``LOC``, ``MISC`` or nothing."""
    entries: tuple[Entry, ...] = ()
    """What the tables say of exactly these words."""
    titled: bool = False
    """Whether a title stands before it."""
    shape: str = ""
    """The kind that its last or first word gives it: "Socialist Party", "Obama administration"."""


def find_spans(
    tokens: Sequence[Token], sentences: Sequence[Sentence], gazetteer: Gazetteer | None
) -> tuple[list[Span], list[int]]:
    """Spans of names in order, and the proper nouns that no vote covers (for the document to decide)."""
    finder = _Finder(tokens, sentences, gazetteer)
    begins, own, demonyms = finder.lists.table.starts, finder.own, finder.lists.demonyms
    spans: list[Span] = []
    loose: list[int] = []
    at = 0
    for i, (word, tag, upos) in enumerate(zip(finder.text, finder.tag, finder.upos, strict=True)):
        if i < at:
            continue
        known = tag != "O" or upos == "PROPN" or word in begins or word in demonyms or word in own
        if not known and (upos not in CAPITAL_TAGS or not word[:1].isupper() or i in finder.starts):
            continue
        finder.end = sentences[tokens[i].sentence].last
        if (after := finder.after_title(i)) > i:
            at = after
        elif found := finder.group(i):
            spans.extend(found)
            at = finder.taken = found[-1].last
        elif upos == "PROPN":
            loose.append(i)
    return spans, loose


class _Finder:
    """Looks at one place of one text. Holds the columns and lists, so that they are looked up once."""

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
        """Where the sentence at hand ends."""
        self.taken = 0
        """Where the last name ended."""

    def group(self, first: int) -> list[Span]:
        """The name or names of all votes that overlap from ``first`` on."""
        if dated := self._dated(first):
            return [dated]
        body = self._body(first)
        if body is not None:
            return [self._body_after(body) or body]
        last = at = first
        while at == first or at < last:
            last = max(last, self._vote(at))
            at += 1
        if last == first:
            if self.text[first] in self.lists.demonyms:
                longer = self._body_after(Span(first, first + 1, ""))
                return [longer] if longer else []
            return []
        spans = [span for a, b in self._cut(first, last) if (span := self._span(a, b))]
        if spans and (longer := self._body_after(spans[-1])):
            spans[-1] = longer
        return spans

    def after_title(self, first: int) -> int:
        """Where a capitalised title of two words or more ends: "Special Counsel" is nobody's name."""
        title = self.lists.titles.longest(self.text, first)
        if title is None or title[0] == 1 or title[1] or self._table(first):
            return first
        return first + title[0]

    # Votes

    def _vote(self, at: int) -> int:
        """Where the longest vote that begins at ``at`` ends; ``at`` itself if none does."""
        hit = self._table(at)
        last = at + hit[0] if hit else at
        mark = self.tag[at][0]
        if mark == "B" or (mark == "I" and last == at):
            end = self._tagged(at)
            if not self._only_demonym(at, end):
                last = max(last, end)
        return last

    def _tagged(self, at: int) -> int:
        """Where the recogniser's name that begins at ``at`` ends."""
        end = at + 1
        while end < self.end and self.tag[end][0] == "I":
            end += 1
        return end

    def _table(self, at: int) -> tuple[int, tuple[Entry, ...]] | None:
        """The longest name of a table at a token, if it can be trusted there."""
        if self.user and (own := self.user.longest(self.text, at)):
            return own
        hit = self.lists.table.longest(self.text, at)
        if hit is None or at + hit[0] > self.end:
            return None
        word = self.text[at]
        if hit[0] > 1 or self.tag[at] != "O":
            return hit
        if word in self.lists.ordinary:
            return hit if self.upos[at] == "PROPN" and (word.isupper() or at not in self.starts) else None
        if word.isupper():
            return None if self._shouted(at) else hit
        return hit if self.upos[at] in CAPITAL_TAGS or self.upos[at] == "X" else None

    def _shouted(self, at: int) -> bool:
        """Whether the words on both sides are in capitals as well: then capitals tell nothing."""
        sides = [self.text[k] for k in (at - 1, at + 1) if 0 <= k < self.end]
        return all(len(side) > 1 and side.isupper() for side in sides)

    def _is_entry(self, first: int, last: int) -> bool:
        """Whether exactly these words stand in a table."""
        hit = self.lists.table.longest(self.text, first)
        return hit is not None and first + hit[0] == last

    def _only_demonym(self, first: int, last: int) -> bool:
        return all(word in self.lists.demonyms or word in HYPHENS for word in self.text[first:last])

    # Shape

    def _run(self, first: int) -> int:
        """Where the run of capitalised words that begins at ``first`` ends."""
        text, upos = self.text, self.upos
        end = first
        while end < self.end:
            word = text[end]
            if (
                (word[:1].isupper() and upos[end] in CAPITAL_TAGS and word not in self.lists.calendar)
                or (
                    word in HYPHENS
                    and first < end < self.end - 1
                    and text[end + 1][:1].isupper()
                    and self.tokens[end].start == self.tokens[end - 1].end
                )
                or (word in POSSESSIVE and end > first and text[end - 1].lower() in self.lists.owners)
            ):
                end += 1
            else:
                break
        return end

    def _body(self, first: int) -> Span | None:
        """A name that a word of it makes one: "Serbian Radical Party", "Ministry of Trade and Industry"."""
        lists, text = self.lists, self.text
        end = self._run(first)
        last = first
        for k in range(end - 1, first - 1, -1):
            if text[k] in lists.endings or text[k] in lists.events or text[k] in lists.places:
                last = k + 1
                break
        if last == first:
            return None
        head = text[last - 1]
        begins = head in lists.begins or head in lists.events or head == "Republic"
        while begins and (longer := self._of(last)) > last:
            last = longer
        if last - first == 1 or self._title_inside(first, last):
            return None
        vote = first
        for at in range(first, last):
            vote = max(vote, self._vote(at))
        if vote > last:
            return None
        hit = self._table(first)
        entries = hit[1] if hit and first + hit[0] == last else ()
        if hit and first + hit[0] >= last - 1 and not entries and head in lists.places:
            return None
        if head in lists.events:
            shape = "event"
        elif head in lists.endings:
            shape = lists.endings[head]
        else:
            shape = "place"
        return Span(first, last, self._kind(first, last), entries, False, shape)

    def _of(self, at: int) -> int:
        """Where "of the Republic of Moldova", "for Trade and Industry" ends; ``at`` without such words."""
        text = self.text
        if at + 1 >= self.end or text[at] not in {"of", "for", "on"}:
            return at
        start = at + 1
        if text[start] == "the" and start + 1 < self.end:
            start += 1
        end = max(self._run(start), self._vote(start))
        if end == start or self.tag[start] == "B-PER":
            return at
        while end + 1 < self.end and text[end] in {"and", "&"}:
            more = self._run(end + 1)
            if more == end + 1 or self._table(end + 1) or self._separate(end, end + 1, more):
                break
            end = more
        return end

    def _separate(self, joint: int, first: int, last: int) -> bool:
        """Whether what follows "and" is a name of its own: the recogniser cuts there, or it has an ending."""
        cut = self.tag[joint] == "O" and self.tag[first][0] == "B"
        return cut or any(word in self.lists.endings for word in self.text[first:last])

    def _title_inside(self, first: int, last: int) -> bool:
        """Whether a title stands in these words that no vote of the recogniser joins to what follows."""
        titles, table = self.lists.titles, self.lists.table
        for k in range(first, last):
            hit = titles.longest(self.text, k)
            if hit and k + hit[0] <= last and not table.longest(self.text, k) and self.tag[k][2:] != "ORG":
                return True
        return False

    def _dated(self, first: int) -> Span | None:
        """An event with its year: "2019 Turkish local elections". The year stands before ``first``."""
        year = self.text[first - 1] if first > self.taken else ""
        if len(year) != 4 or not year.isdigit():
            return None
        for k in range(first, min(first + 8, self.end)):
            word = self.text[k]
            if word in self.lists.dated:
                return Span(first - 1, k + 1, "MISC", (), False, "event")
            if self.upos[k] not in {"PROPN", "ADJ", "NOUN", "PUNCT"} or word in {",", ".", "(", ")"}:
                return None
        return None

    # From votes to names

    def _cut(self, first: int, last: int) -> list[tuple[int, int]]:
        """Cuts a group at a hyphen or comma where both sides are names of their own."""
        text = self.text
        for k in range(first + 1, last - 1):
            if text[k] in HYPHENS and self._pair(first, k, last):
                return [*self._cut(first, k), *self._cut(k + 1, last)]
            if text[k] == "," and self._is_entry(k + 1, last):
                return [*self._cut(first, k), (k + 1, last)]
        return [(first, last)]

    def _pair(self, first: int, k: int, last: int) -> bool:
        if self._is_entry(first, last):
            return False
        if self._is_entry(first, k) and self._is_entry(k + 1, last):
            return True
        if k - first != 1 or last - k != 2:
            return False
        after = self.upos[last] if last < self.end else ""
        names = self.text[first], self.text[k + 1]
        return after == "NOUN" and all(name[:1].isupper() and name not in self.lists.given for name in names)

    def _span(self, first: int, last: int) -> Span | None:
        """One name: titles and demonyms cut off before a person, the table entry and the main tag of it."""
        kind = self._kind(first, last)
        titled = False
        if kind in {"PER", ""} or last - first == 1:
            start = first
            while start < last and not self._is_entry(start, last):
                title = self.lists.titles.longest(self.text, start)
                if title and start + title[0] <= last and not (title[1] and start + title[0] < last):
                    start += title[0]
                    titled = True
                elif start == first < last - 1 and self.text[start] in self.lists.demonyms:
                    start += 1
                else:
                    break
            first = start
        if first >= last or self._only_demonym(first, last):
            return None
        hit = self._table(first)
        entries = hit[1] if hit and first + hit[0] == last else ()
        return Span(first, last, kind, entries, titled or self._title_before(first))

    def _kind(self, first: int, last: int) -> str:
        """The kind that most tokens vote for, the last one first where votes are equal."""
        kinds = [tag[2:] for tag in self.tag[first:last] if tag != "O"]
        return max(reversed(kinds), key=kinds.count) if kinds else ""

    def _title_before(self, first: int) -> bool:
        for size in (1, 2, 3):
            if first < size or self.tokens[first - size].sentence != self.tokens[first].sentence:
                return False
            title = self.lists.titles.longest(self.text, first - size)
            if title is not None and title[0] == size:
                return True
        return False

    def _body_after(self, span: Span) -> Span | None:
        """The name with the body that follows it, where that body is no part of a longer noun phrase."""
        at = span.last
        if at >= self.end:
            return None
        hit = self.lists.lower.longest(self.text, at)
        if hit is None or at + hit[0] > self.end:
            return None
        head = self.tokens[at + hit[0] - 1]
        if head.deprel in {"compound", "amod"} or head.upos not in {"NOUN", "PROPN"}:
            return None
        return span._replace(last=at + hit[0], entries=(), shape=hit[1])
