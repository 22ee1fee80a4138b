"""The shape of names: runs of capitals that a word makes an organisation, an event or a place."""

from __future__ import annotations

from typing import NamedTuple

from communique.analyse.names.votes import CAPITAL_TAGS, HYPHENS, Votes
from communique.analyse.tables import Entry

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


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


class Shapes:
    """The shapes of one text, over its votes."""

    def __init__(self, votes: Votes) -> None:
        self.votes = votes

    def body(self, first: int) -> Span | None:
        """A name that a word of it makes one: "Serbian Radical Party", "Ministry of Trade and Industry"."""
        lists, text = self.votes.lists, self.votes.text
        end = self.run(first)
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
        while (
            last > first
            and self.votes.upos[last - 1] in {"ADP", "CCONJ", "PUNCT"}
            and text[last - 1].islower()
        ):
            last -= 1
        if last - first == 1 or self._title_inside(first, last):
            return None
        vote = first
        for at in range(first, last):
            vote = max(vote, self.votes.vote(at))
        if vote > last:
            return None
        hit = self.votes.table(first)
        entries = hit[1] if hit and first + hit[0] == last else ()
        if hit and first + hit[0] >= last - 1 and not entries and head in lists.places:
            return None
        if head in lists.events:
            shape = "event"
        elif head in lists.endings:
            shape = lists.endings.get(" ".join(text[last - 2 : last]), lists.endings[head])
        else:
            shape = "place"
            if last - first == 2 and text[first] in lists.given and self.votes.kind(first, last) == "PER":
                return None  # "Maria Hill" is no hill
        return Span(first, last, self.votes.kind(first, last), entries, False, shape)

    def run(self, first: int) -> int:
        """Where the run of capitalised words that begins at ``first`` ends."""
        text, upos = self.votes.text, self.votes.upos
        end = first
        while end < self.votes.end:
            word = text[end]
            if (
                (word[:1].isupper() and upos[end] in CAPITAL_TAGS and word not in self.votes.lists.calendar)
                or (
                    word in HYPHENS
                    and first < end < self.votes.end - 1
                    and text[end + 1][:1].isupper()
                    and self.votes.tokens[end].start == self.votes.tokens[end - 1].end
                )
                or (word in POSSESSIVE and end > first and text[end - 1].lower() in self.votes.lists.owners)
            ):
                end += 1
            else:
                break
        return end

    def _of(self, at: int) -> int:
        """Where "of the Republic of Moldova", "for Trade and Industry" ends; ``at`` without such words."""
        text = self.votes.text
        if at + 1 >= self.votes.end or text[at] not in {"of", "for", "on"}:
            return at
        start = at + 1
        if text[start] == "the" and start + 1 < self.votes.end:
            start += 1
        end = max(self.run(start), self.votes.vote(start))
        hit = self.votes.table(start)
        if hit and self.votes.text[end - 1] not in self.votes.lists.endings:
            end = start + hit[0]
        if end == start or self.votes.tag[start] == "B-PER":
            return at
        while end + 1 < self.votes.end and text[end] in {"and", "&"}:
            more = self.run(end + 1)
            if more == end + 1 or self.votes.table(end + 1) or self._separate(end, end + 1, more):
                break
            end = more
        return end

    def _separate(self, joint: int, first: int, last: int) -> bool:
        """Whether what follows "and" is a name of its own: the recogniser cuts there, or it has an ending."""
        cut = self.votes.tag[joint] == "O" and self.votes.tag[first][0] == "B"
        return cut or any(word in self.votes.lists.endings for word in self.votes.text[first:last])

    def _title_inside(self, first: int, last: int) -> bool:
        """Whether a title stands in these words that no vote of the recogniser joins to what follows."""
        titles, table = self.votes.lists.titles, self.votes.lists.table
        for k in range(first, last):
            hit = titles.longest(self.votes.text, k)
            if (
                hit
                and k + hit[0] <= last
                and not table.longest(self.votes.text, k)
                and self.votes.tag[k][2:] != "ORG"
            ):
                return True
        return False

    def hyphened(self, first: int) -> Span | None:
        """A person whose given name has a small letter after the hyphen: "Moon Jae-in", "Ban Ki-moon"."""
        votes, last = self.votes, first + 4
        if last > votes.end or votes.text[first + 2] != "-" or not votes.text[last - 1].islower():
            return None
        words = votes.text[first], votes.text[first + 1]
        places = [(t.start, t.end) for t in votes.tokens[first + 1 : last]]
        glued = places[0][1] == places[1][0] and places[1][1] == places[2][0]
        proper = all(votes.upos[k] == "PROPN" for k in (first, first + 1, last - 1))
        capital = all(word.istitle() and word.isalpha() for word in words)
        return Span(first, last, "PER") if glued and proper and capital else None

    def dated(self, first: int) -> Span | None:
        """An event with its year: "2019 Turkish local elections". The year stands before ``first``."""
        year = self.votes.text[first - 1] if first > self.votes.taken else ""
        if len(year) != 4 or not year.isdigit():
            return None
        for k in range(first, min(first + 8, self.votes.end)):
            word = self.votes.text[k]
            if word in self.votes.lists.dated:
                return Span(first - 1, k + 1, "MISC", (), False, "event")
            if self.votes.upos[k] not in {"PROPN", "ADJ", "NOUN", "PUNCT"} or word in {",", ".", "(", ")"}:
                return None
        return None

    def body_after(self, span: Span) -> Span | None:
        """The name with the body that follows it, where that body is no part of a longer noun phrase."""
        at = span.last
        if at >= self.votes.end:
            return None
        hit = self.votes.lists.lower.longest(self.votes.text, at)
        if hit is None or at + hit[0] > self.votes.end:
            return None
        head = self.votes.tokens[at + hit[0] - 1]
        if head.deprel in {"compound", "amod"} or head.upos not in {"NOUN", "PROPN"}:
            return None
        return span._replace(last=at + hit[0], entries=(), shape=hit[1])
