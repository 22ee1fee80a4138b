"""The pass that gives third-person pronouns to chains, or to none where the text does not decide.

Every chain mentioned in the sentence or the three before it that agrees in number, gender and sort, and that
syntax does not exclude, is a candidate. Each has features: how far, as what, how often, how parallel. The
weights of the features stand in ``lexicon/salience.toml``; they make a probability over the candidates and
"none of them" (a log-linear ranker, after Denis and Baldridge 2008, on the salience factors of Lappin and
Leass 1994), and only a clear winner is taken.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from communique.analyse import agreement, lexicon
from communique.analyse.coreference.binding import Forbidden, is_empty
from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.heads import heads
from communique.analyse.coreference.pairs import SINGLY, Pairs
from communique.analyse.coreference.phrase import Phrase
from communique.analyse.coreference.salience import Salience

FARTHEST = 3
MOST = 60
"""Phrases looked back at: more than any three sentences of news hold."""
SINGULAR_BODIES = frozenset(("organization", "group", "government"))


@dataclass(slots=True)
class Candidate:
    """Who a pronoun may stand for: a chain, or several together."""

    roots: tuple[int, ...]
    mentions: list[Phrase]
    """Its mentions in the window, the nearest first."""
    features: list[str]

    @property
    def nearest(self) -> Phrase:
        """The mention nearest to the pronoun."""
        return self.mentions[0]


@lexicon.cached
def weights() -> dict[str, dict[str, float]]:
    """The weights of the features, by class of pronoun, and the least probability that is believed."""
    rows: dict[str, dict[str, float]] = lexicon.load("salience")
    return rows


@lexicon.cached
def _never() -> frozenset[str]:
    return agreement.words(lexicon.load("pronouns")["never"]["nouns"])


def family(phrase: Phrase) -> str:
    """The class of pronoun: ``person`` (he, she), ``thing`` (it), ``owner`` (its), ``several`` (they)."""
    if phrase.number == "p":
        return "several"
    if phrase.gender == "n":
        return "owner" if phrase.definite in ("possessive", "reflexive") else "thing"
    return "person"


class Reader:
    """Reads the phrases of a text once, forwards, and gives each pronoun and each pair its chains."""

    def __init__(self, chains: Chains) -> None:
        self.chains = chains
        self.clauses = chains.clauses
        self.tokens = chains.analysis.tokens
        self.pairs = Pairs(chains)
        self.forbidden = Forbidden(chains)
        self.never = _never()
        self.open: dict[int, dict[tuple[int, ...], float]] = {}
        """For pronouns left open: whom they may stand for, and how likely. A later "he" that means the same
        unknown takes these over, so that evidence for one man adds up along a chain."""
        self.sizes: dict[int, int] = {}
        self.salience = Salience(chains, self._paragraphs())

    def _paragraphs(self) -> list[int]:
        found = []
        blocks = self.chains.analysis.document.paragraphs
        position = 0
        for sentence in self.chains.analysis.sentences:
            while position + 1 < len(blocks) and blocks[position + 1].start <= sentence.start:
                position += 1
            found.append(position)
        return found

    def read(self) -> None:
        """Resolve all pronouns and descriptions of several."""
        for phrase in self.chains.phrases:
            if phrase.head < 0:
                continue
            self.pairs.advance(phrase)
            if phrase.form == "pronoun":
                if phrase.sort != "speaker":
                    self._pronoun(phrase)
            elif phrase.form == "description" and self._may_be_several(phrase):
                roots = self.pairs.meant(phrase) or heads(self.chains, self.pairs, phrase)
                if roots:
                    self.chains.several[phrase.index] = roots
                    self.pairs.found(phrase, roots)
                    self.chains.resolved[phrase.index] = True
            root = self.chains.root(phrase.index)
            self.sizes[root] = self.sizes.get(root, 0) + 1
            self.salience.remember(phrase, root)

    def _may_be_several(self, phrase: Phrase) -> bool:
        """ "the two leaders", "either side": whether a description may stand for ones named before."""
        if self.chains.resolved[phrase.index]:
            return False
        return phrase.number == "p" or (
            phrase.lemma in self.pairs.sorts and not SINGLY.isdisjoint(phrase.modifiers)
        )

    def _pronoun(self, phrase: Phrase) -> None:
        if is_empty(phrase, self.chains):
            phrase.pleonastic = True
            return
        found = self.candidates(phrase)
        choice = self._brought_there(phrase, found) or self.choose(phrase, found)
        if choice is None:
            return
        if len(choice.roots) == 1:
            size = self.sizes.pop(choice.roots[0], 0)
            self.chains.join(choice.roots[0], phrase.index)
            root = self.chains.root(phrase.index)
            self.sizes[root] = self.sizes.get(root, 0) + size
        else:
            self.chains.several[phrase.index] = choice.roots
            self.pairs.found(phrase, choice.roots)
        self.chains.resolved[phrase.index] = True

    def _brought_there(self, phrase: Phrase, found: list[Candidate]) -> Candidate | None:
        """As in "invited the envoys to Oslo, where they met": the object of the verb that leads there."""
        verb = self.tokens[phrase.head].head
        if phrase.number != "p" or phrase.relation != "nsubj" or self.tokens[verb].deprel != "acl:relcl":
            return None
        if all(self.tokens[child].text.lower() != "where" for child in self.clauses.children[verb]):
            return None
        place = self.tokens[self.tokens[verb].head]
        brought = [c for c in self.clauses.children[place.head] if self.clauses.base[c] == "obj"]
        if not place.deprel.startswith("obl") or not brought:
            return None
        return next((c for c in found if any(m.head == brought[0] for m in c.mentions)), None)

    def choose(self, phrase: Phrase, found: list[Candidate]) -> Candidate | None:
        """The candidate that is likely enough, or ``None``."""
        if not found:
            return None
        shares = self._shares(phrase, found)
        least = weights()["least"][family(phrase)]
        passed: dict[tuple[int, ...], float] = {}
        for candidate, share in zip(found, shares, strict=True):
            for roots, belief in self._beliefs(candidate).items():
                passed[roots] = passed.get(roots, 0.0) + share * belief
        by_roots = {candidate.roots: candidate for candidate in found}
        for roots in passed:
            if roots not in by_roots and not self._is_excluded(phrase, roots):
                by_roots[roots] = Candidate(roots, [], [])
        best = max(by_roots, key=lambda roots: (passed.get(roots, 0.0), roots))
        if passed.get(best, 0.0) >= least:
            return by_roots[best]
        self.open[phrase.index] = {roots: passed[roots] for roots in by_roots if roots in passed}
        first = max(range(len(found)), key=lambda i: (shares[i], -i))
        return found[first] if shares[first] >= least else None

    def _shares(self, phrase: Phrase, found: list[Candidate]) -> list[float]:
        """The probability of each candidate; what is missing to 1 is that of none."""
        kind = family(phrase)
        table, rules = weights()[kind], weights()["rules"]
        scores = [
            sum(table.get(feature, 0.0) + rules.get(feature, 0.0) for feature in candidate.features)
            for candidate in found
        ]
        top = max(*scores, table["none"])
        powers = [math.exp(score - top) for score in scores]
        total = sum(powers) + math.exp(table["none"] - top)
        return [power / total for power in powers]

    def _beliefs(self, candidate: Candidate) -> dict[tuple[int, ...], float]:
        """Whom a candidate stands for: itself, or for a pronoun left open all that it may stand for."""
        if len(candidate.roots) > 1:
            return {candidate.roots: 1.0}
        first = self.chains.of(candidate.roots[0]).phrases[0]
        return self.open.get(first) or {candidate.roots: 1.0}

    def _is_excluded(self, phrase: Phrase, roots: tuple[int, ...]) -> bool:
        excluded = self.forbidden.chains_for(phrase)
        return any(self.chains.root(root) in excluded for root in roots)

    def candidates(self, phrase: Phrase) -> list[Candidate]:
        """All that agree and are not excluded, the nearest first, with their features."""
        excluded = self.forbidden.chains_for(phrase)
        found = self._behind(phrase, excluded)
        if phrase.number == "p":
            self._together(phrase, excluded, found)
        ahead = self._ahead(phrase, excluded)
        if ahead is not None:
            roots = (self.chains.root(ahead.index),)
            found.setdefault(roots, []).append(ahead)
        ordered = [Candidate(roots, mentions, []) for roots, mentions in found.items()]
        ordered.sort(key=lambda candidate: (-candidate.nearest.index, -len(candidate.roots)))
        sizes = [min(self.sizes.get(root, 0) for root in candidate.roots) for candidate in ordered]
        active = self.salience.active(phrase)
        rank = 0
        for candidate, size in zip(ordered, sizes, strict=True):
            top = size == max(sizes) and size > 2
            candidate.features = self.salience.of(phrase, candidate.roots, candidate.mentions, rank, top)
            rank += not active or self.chains.of(candidate.roots[0]).sort != "thing"
            if ahead is not None and ahead is candidate.mentions[-1]:
                candidate.features += ["ahead", f"ahead {ahead.form}"]
        return ordered

    def _behind(self, phrase: Phrase, excluded: set[int]) -> dict[tuple[int, ...], list[Phrase]]:
        """What was mentioned in the window before the pronoun, the nearest first."""
        found: dict[tuple[int, ...], list[Phrase]] = {}
        phrases = self.chains.phrases
        for index in range(phrase.index - 1, max(-1, phrase.index - MOST), -1):
            other = phrases[index]
            if other.head < 0:
                continue
            if phrase.sentence - other.sentence > FARTHEST:
                break
            roots = self.chains.several.get(index)
            if roots is None:
                roots = (self.chains.root(index),)
                if roots[0] in excluded or not self._agrees(phrase, other, roots[0]):
                    continue
            elif phrase.number != "p":
                continue
            found.setdefault(roots, []).append(other)
        return found

    def _together(
        self, phrase: Phrase, excluded: set[int], found: dict[tuple[int, ...], list[Phrase]]
    ) -> None:
        """Add those who were named together: "Trump and Putin … they"."""
        for several in self.pairs.near(phrase, FARTHEST):
            roots = self.pairs.roots(several)
            if len(roots) < 2 or any(root in excluded for root in roots):
                continue
            key = next((known for known in found if set(known) == set(roots)), roots)
            mentions = found.setdefault(key, [])
            mentions.append(self.chains.phrases[several.members[-1]])
            mentions.sort(key=lambda mention: -mention.index)

    def _agrees(self, phrase: Phrase, other: Phrase, root: int) -> bool:
        if other.pleonastic or other.sort == "speaker" or other.lemma in self.never:
            return False
        if other.form == "description" and not self.chains.resolved[other.index] and self._describes(other):
            return False
        chain = self.chains.chains[root]
        kind = family(phrase)
        if kind == "person":
            if chain.sort != "person" or chain.number == "p":
                return False
            return not chain.gender or chain.gender == phrase.gender
        if kind in ("thing", "owner"):
            return chain.sort != "person" and chain.number != "p" and chain.gender in ("", "n")
        if other.form == "pronoun" and chain.number == "":
            return True
        return chain.number == "p" or chain.sort in SINGULAR_BODIES

    def _describes(self, other: Phrase) -> bool:
        """Whether a noun only describes: "is a leader", "as a leader"."""
        return other.case == "as" or any(
            self.clauses.base[child] == "cop" for child in self.clauses.children[other.head]
        )

    def _ahead(self, phrase: Phrase, excluded: set[int]) -> Phrase | None:
        """The subject behind a phrase or clause put first: "During her visit, Merkel …"."""
        predicate = self.clauses.predicate(phrase.head)
        node = predicate
        for _ in range(4):
            if self.clauses.base[node] not in ("advcl", "acl", "xcomp", "ccomp"):
                break
            node = self.clauses.predicate(self.tokens[node].head)
        subject = self.clauses.own_subject(node)
        if subject is None or subject < phrase.head:
            return None
        other = self.chains.phrase_at(subject)
        if other is None or other.form == "pronoun" or other.sentence != phrase.sentence:
            return None
        root = self.chains.root(other.index)
        if root in excluded or not self._agrees(phrase, other, root):
            return None
        return other
