"""Where names stand: votes of tables, recogniser and shape joined to the longest name, pairs cut in two."""

from __future__ import annotations

from collections.abc import Sequence

from communique.analyse.analysis import Sentence, Token
from communique.analyse.gazetteer import Gazetteer
from communique.analyse.names.shapes import POSSESSIVE, Shapes, Span
from communique.analyse.names.votes import CAPITAL_TAGS, HYPHENS, Votes


def find_spans(
    tokens: Sequence[Token], sentences: Sequence[Sentence], gazetteer: Gazetteer | None
) -> tuple[list[Span], list[int]]:
    """Spans of names in order, and the proper nouns that no vote covers (for the document to decide)."""
    votes = Votes(tokens, sentences, gazetteer)
    finder = _Finder(votes)
    begins, own, demonyms = votes.lists.table.starts, votes.own, votes.lists.demonyms.starts
    spans: list[Span] = []
    loose: list[int] = []
    at = 0
    for i, (word, tag, upos) in enumerate(zip(votes.text, votes.tag, votes.upos, strict=True)):
        if i < at:
            continue
        known = tag != "O" or upos == "PROPN" or word in begins or word in demonyms or word in own
        if not known and (upos not in CAPITAL_TAGS or not word[:1].isupper() or i in votes.starts):
            continue
        votes.end = sentences[tokens[i].sentence].last
        if (after := votes.after_title(i)) > i:
            at = after
        elif found := finder.group(i):
            spans.extend(found)
            at = votes.taken = found[-1].last
        elif (size := votes.demonym(i)) > 1:
            at = i + size
        elif upos == "PROPN":
            loose.append(i)
    return spans, loose


class _Finder:
    """Joins and cuts the votes of one text."""

    def __init__(self, votes: Votes) -> None:
        self.votes, self.shapes = votes, Shapes(votes)

    def group(self, first: int) -> list[Span]:
        """The name or names of all votes that overlap from ``first`` on."""
        if dated := self.shapes.dated(first):
            return [dated]
        body = self.shapes.body(first)
        if body is not None:
            return [self.shapes.body_after(body) or body]
        if person := self.shapes.hyphened(first):
            return [person]
        last = at = first
        while at == first or at < last:
            last = max(last, self.votes.vote(at))
            at += 1
        people = self.votes.demonym(first)
        if last == first or last < first + people:
            longer = self.shapes.body_after(Span(first, first + people, "")) if people else None
            return [longer] if longer else []
        first, last = self._whole(first, last)
        spans = [span for a, b in self._cut(first, last) if (span := self._span(a, b))]
        if spans and (longer := self.shapes.body_after(spans[-1])):
            spans[-1] = longer
        return spans

    def _whole(self, first: int, last: int) -> tuple[int, int]:
        """Joins what the recogniser cut off: a side of a hyphen, "Sons" before "of Veterans", flat parts."""
        text, tokens = self.votes.text, self.votes.tokens
        at = last
        while at < self.votes.end:
            word = text[at]
            if text[at - 1] in HYPHENS and self.votes.is_entry(first, at - 1):
                at = max(at + 1, self.votes.vote(at))
            elif (
                (text[at - 1] in HYPHENS and tokens[at].start == tokens[at - 1].end and word[:1].isupper())
                or (word in HYPHENS and tokens[at].start == tokens[at - 1].end and self._joined(at))
                or (word[:1].isupper() and tokens[at].deprel == "flat" and first <= tokens[at].head < at)
            ):
                at += 1
            else:
                break
        start = first
        while start > self.votes.taken and tokens[start - 1].sentence == tokens[first].sentence:
            word, glued = text[start - 1], tokens[start - 1].end == tokens[start].start
            of = start == first and text[start] == "of" and self.votes.upos[start - 1] in CAPITAL_TAGS
            hyphen = text[start] in HYPHENS and glued
            inside = (
                start < first
                and text[start][:1].isupper()
                and self.votes.upos[start - 1] == "PROPN"
                and not hyphen
            )
            if word[:1].isupper() and (of or hyphen or (inside and text[first] == "of")):
                start -= 1
            else:
                break
        return start, at

    def _joined(self, at: int) -> bool:
        """Whether a hyphen joins two words with capitals, without spaces."""
        after = at + 1
        return (
            after < self.votes.end
            and self.votes.text[after][:1].isupper()
            and self.votes.tokens[after].start == self.votes.tokens[at].end
            and self.votes.tag[after][0] != "O"
        )

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """Without the marks and small words at its ends; "bin", "al" and the like may begin a name."""
        text, upos = self.votes.text, self.votes.upos
        while first < last and not (text[first][:1].isupper() or text[first][0].isdigit()):
            if upos[first] == "PROPN" or (text[first] in self.votes.lists.particles and first + 1 < last):
                break
            first += 1
        while last > first and not any(c.isupper() or c.isdigit() for c in text[last - 1]):
            if upos[last - 1] == "PROPN" or (text[last - 2] in HYPHENS and text[last - 1].isalpha()):
                break
            last -= 1
        return first, last

    def _cut(self, first: int, last: int) -> list[tuple[int, int]]:
        """Cuts a group at a hyphen, comma, title or possessive where both sides are names of their own."""
        text, titles = self.votes.text, self.votes.lists.titles
        for k in range(first + 1, last - 1):
            if text[k] in HYPHENS and self._pair(first, k, last):
                return [*self._cut(first, k), *self._cut(k + 1, last)]
            if text[k] in HYPHENS and text[last - 1].islower() and self._pair(first, k, last - 1):
                # "the EU-China summit": the recogniser took the noun for a part of the name
                return [*self._cut(first, k), *self._cut(k + 1, last - 1)]
            if text[k] == "," and self.votes.is_entry(k + 1, last):
                return [*self._cut(first, k), (k + 1, last)]
            if text[k] == "in" and self.votes.is_entry(first, k) and self.votes.is_entry(k + 1, last):
                # "the International Court of Justice in The Hague": where it sits is no part of its name
                return [*self._cut(first, k), (k + 1, last)]
            if text[k] in POSSESSIVE and (self.votes.is_entry(first, k) or self._is_land(k + 1, last)):
                return [(first, k), *self._cut(k + 1, last)]
            if text[k] == "of" and k - first > 1 and self.votes.tag[k] == "I-PER":
                # "President Ana Silva of Chile": the recogniser took the land for a part of the name
                hit = self.votes.table(k + 1)
                if hit and k + 1 + hit[0] == last and hit[1][0].kind == "country":
                    return [(first, k), (k + 1, last)]
            if titles.longest(text, k) and self.votes.is_entry(first, k) and self.votes.tag[k] == "I-PER":
                return [(first, k), *self._cut(k, last)]
        return [(first, last)]

    def _is_land(self, first: int, last: int) -> bool:
        """ "Moreno's Peru": whose land it is, is no part of its name."""
        hit = self.votes.table(first)
        return hit is not None and first + hit[0] == last and hit[1][0].kind == "country"

    def _pair(self, first: int, k: int, last: int) -> bool:
        if self.votes.is_entry(first, last):
            return False
        if self.votes.is_entry(first, k) and self.votes.is_entry(k + 1, last):
            return True
        if k - first != 1 or last - k != 2:
            return False
        after = self.votes.upos[last] if last < self.votes.end else ""
        names = self.votes.text[first], self.votes.text[k + 1]
        return after == "NOUN" and all(
            name[:1].isupper() and name not in self.votes.lists.given for name in names
        )

    def _span(self, first: int, last: int) -> Span | None:
        """One name: titles and demonyms cut off before a person, the table entry and the main tag of it."""
        kind = self.votes.kind(first, last)
        titled = False
        if not self.votes.is_entry(first, last):
            first, last = self._trim(first, last)
        if kind in {"PER", ""} or last - first == 1:
            start = first
            while start < last and not self.votes.is_entry(start, last):
                title = self.votes.lists.titles.longest(self.votes.text, start)
                if title and start + title[0] <= last and not (title[1] and start + title[0] < last):
                    start += title[0]
                    titled = True
                elif start == first and 0 < self.votes.demonym(start) < last - start:
                    start += self.votes.demonym(start)
                else:
                    break
            first = start
        if first >= last or self.votes.only_demonym(first, last):
            return None
        hit = self.votes.table(first)
        entries = hit[1] if hit and first + hit[0] == last else ()
        return Span(first, last, kind, entries, titled or self.votes.title_before(first))
