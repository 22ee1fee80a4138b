"""Chains of phrases that stand for the same: a union-find with what each chain is known to be."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field

from communique.analyse.analysis import Analysis
from communique.analyse.clauses import Clauses
from communique.analyse.coreference.phrase import Phrase

ACTORS = frozenset(("person", "country", "government", "organization", "group"))
BODIES = frozenset(("country", "government", "organization", "place", "event", "other", "thing"))


@dataclass(slots=True, eq=False)
class Chain:
    """What is known of all phrases of a chain together."""

    sort: str
    number: str
    gender: str
    country: str | None
    named: bool
    found_by: str
    phrases: list[int]
    nouns: set[str] = field(default_factory=set)
    """Role nouns: "president", "dissident"."""
    roles: list[tuple[int, int, str | None]] = field(default_factory=list)
    """Start and end of each title, and the country it is held in."""
    names: list[str] = field(default_factory=list)


class Chains:
    """All phrases of an Analysis and the chains they are in so far. Passes of the sieve only ever join."""

    def __init__(self, analysis: Analysis, clauses: Clauses, phrases: list[Phrase]) -> None:
        self.analysis = analysis
        self.clauses = clauses
        self.phrases = phrases
        self.parent = list(range(len(phrases)))
        self.chains: dict[int, Chain] = {}
        self.resolved = [phrase.form == "name" for phrase in phrases]
        self.several: dict[int, tuple[int, ...]] = {}
        """For phrases that stand for more than one ("the two leaders"): a phrase of each."""
        self.open: set[int] = set()
        """Phrases that fit more than one, and are given to none."""
        self.states: set[int] = set()
        """Capitals that stand for their states: where one does, the state acts."""
        self.at: dict[int, int] = {}
        text = analysis.document.text
        for phrase in phrases:
            named = phrase.form == "name"
            self.chains[phrase.index] = Chain(
                phrase.sort, phrase.number, phrase.gender, phrase.country, named,
                "name" if named else phrase.form, [phrase.index],
                names=[text[phrase.start : phrase.end]] if named else [],
            )  # fmt: skip
            if phrase.sort == "person" and not named and phrase.form == "description":
                self.chains[phrase.index].nouns.add(phrase.lemma)
            if phrase.head >= 0:
                self.at[phrase.head] = phrase.index

    def root(self, index: int) -> int:
        """The representative of a phrase's chain."""
        parent = self.parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def of(self, index: int) -> Chain:
        """The chain of a phrase."""
        return self.chains[self.root(index)]

    def agree(self, one: int, other: int) -> bool:
        """Whether nothing that is known of two phrases' chains speaks against their being one."""
        a, b = self.of(one), self.of(other)
        if a.gender and b.gender and a.gender != b.gender:
            return False
        if a.number and b.number and a.number != b.number:
            return False
        return not (a.country and b.country and a.country != b.country)

    def join(self, one: int, other: int) -> None:
        """Make one chain of two. What the chain with the earlier or the only name is known to be stays."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return
        left, right = self.chains[a], self.chains[b]
        if (right.named, -b) > (left.named, -a):
            a, b, left, right = b, a, right, left
        self.parent[b] = a
        left.gender = left.gender or right.gender
        left.country = left.country or right.country
        left.named = left.named or right.named
        left.nouns |= right.nouns
        left.roles += right.roles
        left.names += right.names
        if len(right.phrases) == 1:
            insort(left.phrases, right.phrases[0])
        else:
            left.phrases = sorted(left.phrases + right.phrases)
        del self.chains[b]

    def names(self, phrase: Phrase) -> list[str]:
        """The words of a phrase, as they stand in the text."""
        return [token.text for token in self.analysis.tokens[phrase.first : phrase.last]]

    def phrase_at(self, head: int) -> Phrase | None:
        """The phrase whose head stands at a token position."""
        index = self.at.get(head)
        return None if index is None else self.phrases[index]
