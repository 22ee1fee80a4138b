"""An analysis made ready for the search for meetings: who, when and where by token."""

from __future__ import annotations

from collections.abc import Iterable

from communique.analyse.analysis import Analysis, Date, Mention, Place, Token
from communique.recognise.meetings.forms import noun_forms, office_words, verb_forms

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "aboard", "within"})
NO_DATE_OF_IT = frozenset({"before", "after", "until", "till", "by", "since", "ahead"})
"""A date behind these bounds the meeting, but is not its date."""


class Scene:
    """Look-ups over one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.children = analysis.children
        self.verbs, self.nouns, self.offices = verb_forms(), noun_forms(), office_words()
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
        self.bodies = {
            index
            for name in analysis.names
            if name.kind in {"organization", "government"} and name.first >= 0
            for index in range(name.first, name.last)
        }
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
            if place.first in self.date_tokens:
                continue
            self.place_tokens.update(range(place.first, place.last))
            for token in self._outer(place.first, place.last):
                self.places.setdefault(token.head, []).append((token.index, place))

    def _outer(self, first: int, last: int) -> Iterable[Token]:
        return (t for t in self.tokens[first:last] if not first <= t.head < last or t.head == t.index)

    def base(self, index: int) -> str:
        """The dictionary form, by the lexicon where it knows the word, else the lemma in lower case."""
        token = self.tokens[index]
        text = token.text.lower()
        if token.upos == "VERB":
            return self.verbs.get(text) or token.lemma.lower()
        if token.upos in {"NOUN", "PROPN"}:
            return self.nouns.get(text) or token.lemma.lower()
        return token.lemma.lower()

    def is_one_of(self, index: int, words: frozenset[str]) -> bool:
        """Whether the dictionary form is one of the words."""
        return self.base(index) in words

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
        """The entities that a phrase, with what is joined to it by "and", stands for."""
        found: list[int] = []
        for token in self.joined(index):
            states = self._states(token)
            if states:
                found.extend(each for each in states if each not in found)
                continue
            mention = self._titled(token) or self.heads.get(token)
            if mention is None:
                mention = self.inside.get(token)
                if mention is not None and not self._same_phrase(token, mention):
                    mention = None
            if mention is not None:
                found.extend(each for each in mention.entities if each not in found)
        return tuple(found)

    def joined(self, index: int) -> list[int]:
        """A word and all that is joined to it by "and", however the parser chained them."""
        found = [index]
        for token in found:
            found.extend(self.kids(token, "conj"))
        return found

    def _states(self, index: int) -> tuple[int, ...]:
        """As in "the leaders of A and B": the states they act for, as event coders have it."""
        if not self.is_one_of(index, self.offices) or self.tokens[index].xpos != "NNS":
            return ()
        found: list[int] = []
        for child in self.kids(index, "nmod"):
            if self.cases(child) != {"of"} or self.kids(child, "nmod:poss"):
                continue
            for token in self.joined(child):
                mention = self.heads.get(token) or self.inside.get(token)
                for each in mention.entities if mention is not None and mention.form == "name" else ():
                    if self.analysis.entities[each].kind == "country" and each not in found:
                        found.append(each)
        return tuple(found) if len(found) > 1 else ()

    def _titled(self, index: int) -> Mention | None:
        """As in "Chinese leader A", "Secretary of State B": the person whose title the word is."""
        for child in self.kids(index, "flat", "appos", "nmod", "compound"):
            mention = self.heads.get(child)
            if (
                child < index
                or mention is None
                or mention.form != "name"
                or self.kids(child, "case", "punct")
            ):
                continue
            if all(self.analysis.entities[each].kind == "person" for each in mention.entities):
                return mention
        return None

    def has_persons(self, index: int) -> bool:
        """Whether a phrase stands for somebody, and not only for a body or a state."""
        kinds = {self.analysis.entities[each].kind for each in self.people(index)}
        return bool(kinds & {"person", "group"})

    def in_body(self, index: int) -> bool:
        """Whether a word is part of the name of a body: "the United States Congress"."""
        return index in self.bodies

    def _same_phrase(self, token: int, mention: Mention) -> bool:
        """A name whose head another reading placed elsewhere: still one name."""
        head = self.tokens[mention.head].head
        return self.tokens[token].upos == "PROPN" and (
            mention.form == "name" or head == token or self.tokens[token].head == mention.head
        )
