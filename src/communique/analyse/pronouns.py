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
from functools import lru_cache

from communique.analyse import agency, lexicon
from communique.analyse.binding import Forbidden, is_empty
from communique.analyse.chains import Chains
from communique.analyse.mentions import Phrase
from communique.analyse.pairs import Pairs, count, sorts

FARTHEST = 3
MOST = 60
"""Phrases looked back at: more than any three sentences of news hold."""
SINGULAR_BODIES = frozenset(("organization", "group", "government", "country"))
TIMES = frozenset(
    ["day", "week", "month", "year", "decade", "century", "time", "moment", "hour", "minute", "morning", "evening", "night", "today", "yesterday", "tomorrow", "weekend", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter", "way", "fact", "example", "instance"]
)
OWN = frozenset(("express", "voice", "state", "reiterate", "declare", "lose", "nod", "shake", "raise", "keep", "spend",
                 "change", "hide", "announce", "pledge", "reaffirm", "renew", "repeat", "signal"))  # fmt: skip
"""Verbs whose object's owner is their subject: "voiced his belief"."""


@dataclass(slots=True)
class Candidate:
    """Who a pronoun may stand for: a chain, or several together."""

    roots: tuple[int, ...]
    nearest: Phrase
    features: list[str]


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The weights of the features, by class of pronoun, and the least probability that is believed."""
    rows: dict[str, dict[str, float]] = lexicon.load("salience")
    return rows


def family(phrase: Phrase) -> str:
    """The class of pronoun: ``person`` (he, she), ``thing`` (it), ``several`` (they)."""
    if phrase.number == "p":
        return "several"
    return "thing" if phrase.gender == "n" else "person"


class Reader:
    """Reads the phrases of a text once, forwards, and gives each pronoun and each pair its chains."""

    def __init__(self, chains: Chains) -> None:
        self.chains = chains
        self.clauses = chains.clauses
        self.tokens = chains.analysis.tokens
        self.pairs = Pairs(chains)
        self.forbidden = Forbidden(chains)
        self.several: dict[int, tuple[int, ...]] = {}
        """For phrases that stand for several: their chains."""
        self.sizes: dict[int, int] = {}
        self.paragraphs = self._paragraphs()

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
            elif (
                phrase.form == "description"
                and phrase.number == "p"
                and not self.chains.resolved[phrase.index]
            ):
                roots = self.pairs.meant(phrase)
                if roots:
                    self.several[phrase.index] = roots
                    self.chains.resolved[phrase.index] = True
            root = self.chains.root(phrase.index)
            self.sizes[root] = self.sizes.get(root, 0) + 1

    def _pronoun(self, phrase: Phrase) -> None:
        if is_empty(phrase, self.chains):
            phrase.pleonastic = True
            return
        found = self.candidates(phrase)
        choice = self.choose(phrase, found)
        if choice is None:
            return
        if len(choice.roots) == 1:
            size = self.sizes.pop(choice.roots[0], 0)
            self.chains.join(choice.roots[0], phrase.index)
            root = self.chains.root(phrase.index)
            self.sizes[root] = self.sizes.get(root, 0) + size
        else:
            self.several[phrase.index] = choice.roots
        self.chains.resolved[phrase.index] = True

    def choose(self, phrase: Phrase, found: list[Candidate]) -> Candidate | None:
        """The candidate that is likely enough, or ``None``."""
        if not found:
            return None
        kind = family(phrase)
        table = weights()[kind]
        scores = [sum(table.get(feature, 0.0) for feature in candidate.features) for candidate in found]
        none = table["none"]
        top = max(*scores, none)
        total = sum(math.exp(score - top) for score in scores) + math.exp(none - top)
        best = max(range(len(found)), key=lambda i: (scores[i], -i))
        share = math.exp(scores[best] - top) / total
        return found[best] if share >= weights()["least"][kind] else None

    def candidates(self, phrase: Phrase) -> list[Candidate]:
        """All that agree and are not excluded, the nearest first, with their features."""
        excluded = self.forbidden.chains_for(phrase)
        found: dict[tuple[int, ...], Candidate] = {}
        others: dict[tuple[int, ...], list[Phrase]] = {}
        phrases = self.chains.phrases
        stop = max(-1, phrase.index - MOST)
        for index in range(phrase.index - 1, stop, -1):
            other = phrases[index]
            if other.head < 0:
                continue
            if phrase.sentence - other.sentence > FARTHEST:
                break
            roots = self.several.get(index)
            if roots is None:
                roots = (self.chains.root(index),)
                if roots[0] in excluded or not self._agrees(phrase, other, roots[0]):
                    continue
            elif phrase.number != "p":
                continue
            if roots in found:
                others[roots].append(other)
            else:
                found[roots] = Candidate(roots, other, [])
                others[roots] = [other]
        if phrase.number == "p":
            for several in self.pairs.near(phrase, FARTHEST):
                roots = self.pairs.roots(several)
                if len(roots) < 2 or any(root in excluded for root in roots):
                    continue
                nearest = phrases[several.members[0]]
                key = next((known for known in found if set(known) == set(roots)), roots)
                if key in found:
                    others[key].append(nearest)
                    if nearest.index > found[key].nearest.index:
                        found[key].nearest = nearest
                else:
                    found[key] = Candidate(roots, nearest, [])
                    others[key] = [nearest]
        ahead = self._ahead(phrase, excluded)
        if ahead is not None and (self.chains.root(ahead.index),) not in found:
            roots = (self.chains.root(ahead.index),)
            found[roots] = Candidate(roots, ahead, [])
            others[roots] = [ahead]
        ordered = sorted(found.values(), key=lambda candidate: -candidate.nearest.index)
        largest = max((self._size(candidate) for candidate in ordered), default=0)
        for rank, candidate in enumerate(ordered):
            candidate.features = self._features(
                phrase, candidate, others[candidate.roots], rank, largest, ahead
            )
        return ordered

    def _size(self, candidate: Candidate) -> int:
        return min(self.sizes.get(root, 0) for root in candidate.roots)

    def _agrees(self, phrase: Phrase, other: Phrase, root: int) -> bool:
        if other.pleonastic or other.sort == "speaker" or other.lemma in TIMES:
            return False
        chain = self.chains.chains[root]
        kind = family(phrase)
        if kind == "person":
            if chain.sort != "person" or chain.number == "p":
                return False
            if phrase.quote and phrase.quote == other.quote and False:
                return False
            return not chain.gender or chain.gender == phrase.gender
        if kind == "thing":
            return chain.sort != "person" and chain.number != "p" and chain.gender in ("", "n")
        if other.form == "pronoun" and chain.number == "":
            return True
        return chain.number == "p" or chain.sort in SINGULAR_BODIES

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

    def _features(
        self,
        phrase: Phrase,
        candidate: Candidate,
        mentions: list[Phrase],
        rank: int,
        largest: int,
        ahead: Phrase | None,
    ) -> list[str]:
        nearest = candidate.nearest
        chain = self.chains.chains[candidate.roots[0]]
        distance = phrase.sentence - nearest.sentence
        role = _role(nearest)
        if candidate.nearest is ahead:
            found = ["ahead", f"ahead {nearest.form}"]
        else:
            found = [f"{distance} {role}", f"rank {min(rank, 4)}", f"form {nearest.form}"]
        if distance:
            here = self.paragraphs[phrase.sentence] == self.paragraphs[nearest.sentence]
            found.append("same paragraph" if here else "other paragraph")
        found.append(f"sort {chain.sort or 'unknown'}" if len(candidate.roots) == 1 else "sort pair")
        if chain.named:
            found.append("named")
        size = self._size(candidate)
        found.append(f"size {min(size, 4)}")
        if size == largest and size > 2:
            found.append("topic")
        if phrase.gender in ("m", "f"):
            found.append("gender shown" if chain.gender else "gender open")
        if any(
            m.sentence == phrase.sentence - 1 and m.relation.startswith("nsubj")
            and self.tokens[m.governor].deprel == "root" for m in mentions
        ):  # fmt: skip
            found.append("subject before")
        if _role(phrase) == role and distance <= 1:
            found.append("parallel")
        if len(candidate.roots) == 1 and chain.number == "s" and phrase.number == "p":
            found.append("singular body")
        if phrase.quote and not nearest.quote:
            found.append("outside quotation")
        found += self._clause_features(phrase, mentions)
        return found

    def _clause_features(self, phrase: Phrase, mentions: list[Phrase]) -> list[str]:
        """What the clause of the pronoun says of a candidate in the same sentence."""
        tokens, clauses = self.tokens, self.clauses
        predicate = clauses.predicate(phrase.head)
        subject = clauses.subject(predicate)
        lemma = tokens[predicate].lemma.lower()
        heads = {m.head for m in mentions if m.sentence == phrase.sentence}
        if not heads:
            return []
        found: list[str] = []
        verdict = lemma in agency.lists().verdict
        is_subject = subject in heads
        if phrase.definite == "possessive":
            owned = tokens[phrase.head].head
            within = tokens[owned].deprel in ("obj", "obl", "xcomp") and tokens[owned].head == predicate
            if is_subject:
                if verdict and tokens[owned].deprel == "obj":
                    found.append("judge of own")
                elif lemma in OWN and within:
                    found.append("voiced own")
                else:
                    found.append("own subject")
            elif self._judged(phrase, heads, owned):
                found.append("judged")
        elif is_subject:
            found.append("subject of clause")
        if not is_subject and subject is not None:
            outer = clauses.predicate(tokens[predicate].head)
            if outer != predicate and clauses.subject(outer) in heads:
                found.append("subject outside")
        return found

    def _judged(self, phrase: Phrase, heads: set[int], owned: int) -> bool:
        """ "sanctions on X for its …", "praised X for her …": what follows "for" is about who is judged."""
        if self.clauses.case(owned) not in ("for", "over"):
            return False
        tokens = self.tokens
        for head in heads:
            if head > phrase.head or tokens[head].sentence != tokens[owned].sentence:
                continue
            governor, relation = self.clauses.role(head)
            lemma = tokens[governor].lemma.lower()
            listed = agency.lists()
            if relation in ("obj", "nsubj:pass") and lemma in listed.verdict | frozenset(("criticise",)):
                return True
            if (
                relation.startswith(("nmod", "obl"))
                and lemma in listed.towards | listed.action | listed.verdict
            ):
                if self.clauses.case(head) in ("on", "against", "of"):
                    return True
        return False


def _role(phrase: Phrase) -> str:
    base = phrase.relation.partition(":")[0]
    if base == "nsubj":
        return "subject"
    if base in ("obj", "iobj"):
        return "object"
    if phrase.relation == "nmod:poss":
        return "owner"
    if base == "obl":
        return "oblique"
    return "other"


__all__ = ["Candidate", "Reader", "count", "family", "sorts", "weights"]
