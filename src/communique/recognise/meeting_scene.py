"""An analysis made ready for the search for meetings: who, when and where by token."""

from __future__ import annotations

from collections.abc import Iterable

from communique.analyse.analysis import Analysis, Date, Mention, Place, Token

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "aboard", "within"})
NO_DATE_OF_IT = frozenset({"before", "after", "until", "till", "by", "since", "ahead"})
"""A date behind these bounds the meeting, but is not its date."""


class Scene:
    """Look-ups over one analysis. ``base`` repairs lemmas that lost their last letter ("postpon")."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.children = analysis.children
        self.heads: dict[int, Mention] = {}
        self.inside: dict[int, Mention] = {}
        for mention in analysis.mentions:
            if not mention.entities or mention.first < 0:
                continue
            known = self.heads.get(mention.head)
            if known is None or mention.last - mention.first > known.last - known.first:
                self.heads[mention.head] = mention
            for index in range(mention.first, mention.last):
                other = self.inside.get(index)
                if other is None or mention.last - mention.first < other.last - other.first:
                    self.inside[index] = mention
        starts = {token.start: token.index for token in self.tokens}
        ends = {token.end: token.index + 1 for token in self.tokens}
        self.dates: dict[int, list[tuple[int, Date]]] = {}
        self.date_tokens: set[int] = set()
        for date in analysis.dates:
            if date.start in starts and date.end in ends:
                self.date_tokens.update(range(starts[date.start], ends[date.end]))
                for token in self._outer(starts[date.start], ends[date.end]):
                    self.dates.setdefault(token.head, []).append((token.index, date))
        self.places: dict[int, list[tuple[int, Place]]] = {}
        self.place_tokens: set[int] = set()
        for place in analysis.places:
            self.place_tokens.update(range(place.first, place.last))
            for token in self._outer(place.first, place.last):
                self.places.setdefault(token.head, []).append((token.index, place))

    def _outer(self, first: int, last: int) -> Iterable[Token]:
        return (t for t in self.tokens[first:last] if not first <= t.head < last or t.head == t.index)

    def base(self, index: int) -> str:
        """The lemma in lower case."""
        return self.tokens[index].lemma.lower()

    def is_one_of(self, index: int, words: frozenset[str]) -> bool:
        """Whether the lemma is one of the words, with or without a final "e" that the lemma lost."""
        lemma = self.base(index)
        return lemma in words or lemma + "e" in words or lemma + lemma[-1:] in words

    def kids(self, index: int, *relations: str) -> list[int]:
        """Dependants in one of the relations, subtypes included."""
        return [
            child
            for child in self.children[index]
            if self.tokens[child].deprel in relations
            or self.tokens[child].deprel.partition(":")[0] in relations
        ]

    def cases(self, index: int) -> set[str]:
        """The prepositions of a phrase, the words fixed to them included ("such as", "ahead of")."""
        found: set[str] = set()
        for child in self.kids(index, "case", "mark"):
            found.add(self.base(child))
            found.update(self.base(each) for each in self.kids(child, "fixed"))
        return found

    def people(self, index: int) -> tuple[int, ...]:
        """The entities that a phrase and what is joined to it by "and" stand for; empty where none is known."""
        found: list[int] = []
        for token in (index, *self.kids(index, "conj")):
            mention = self.heads.get(token)
            if mention is None:
                mention = self.inside.get(token)
                if mention is not None and not self._same_phrase(token, mention):
                    mention = None
            if mention is not None:
                found.extend(each for each in mention.entities if each not in found)
        return tuple(found)

    def _same_phrase(self, token: int, mention: Mention) -> bool:
        """A name whose head another reading placed elsewhere: still one name."""
        head = self.tokens[mention.head].head
        return self.tokens[token].upos == "PROPN" and (
            mention.form == "name" or head == token or self.tokens[token].head == mention.head
        )
