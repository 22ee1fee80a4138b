"""What syntax forbids a pronoun to mean, and the "it" that means nothing.

"Macron met him" – not Macron. "his talks with Scholz" – not Scholz's own. "He said Macron …" – not Macron.
"It is important to …" – nobody.
"""

from __future__ import annotations

from communique.analyse import agreement, lexicon
from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.phrase import Phrase


class Forbidden:
    """Reads one text and answers which chains a pronoun cannot stand for."""

    def __init__(self, chains: Chains) -> None:
        self.chains = chains
        self.clauses = chains.clauses
        self.tokens = chains.analysis.tokens

    def chains_for(self, phrase: Phrase) -> set[int]:
        """The representatives of all chains that syntax excludes for a pronoun."""
        heads: list[int] = []
        if phrase.definite == "possessive":
            heads += self._inside_owned(phrase)
        elif phrase.definite != "reflexive":
            heads += self._beside(phrase)
        found: set[int] = set()
        for head in heads:
            other = self.chains.at.get(head)
            if other is not None and other != phrase.index:
                found.add(self.chains.root(other))
        return found

    def _inside_owned(self, phrase: Phrase) -> list[int]:
        """ "his relationship with X": neither the owned thing nor what stands inside its phrase."""
        owned = self.tokens[phrase.head].head
        found = [owned]
        stack = [owned]
        while stack and len(found) < 60:
            node = stack.pop()
            for child in self.clauses.children[node]:
                if child > owned and self.clauses.base[child] in (
                    "nmod",
                    "appos",
                    "flat",
                    "conj",
                    "compound",
                ):
                    if self.clauses.base[child] == "conj" and node == owned:
                        continue
                    found.append(child)
                    stack.append(child)
                elif self.clauses.base[child] == "nmod" and node != owned:
                    found.append(child)
        return found

    def _beside(self, phrase: Phrase) -> list[int]:
        """The other arguments of the pronoun's verb, those coordinated to it, names in clauses under it."""
        clauses, tokens = self.clauses, self.tokens
        governor, relation = phrase.governor, phrase.relation.partition(":")[0]
        found: list[int] = []
        head = tokens[phrase.head].head
        if tokens[phrase.head].deprel == "conj":
            found.append(head)
        found += [child for child in clauses.children[phrase.head] if clauses.base[child] == "conj"]
        if relation == "nmod":
            found.append(governor)
            found += [c for c in clauses.children[governor] if clauses.base[c] == "nmod" and c != phrase.head]
        if relation in ("nsubj", "obj", "iobj", "obl"):
            if relation != "obl" or phrase.case in ("with", "to", "by", "from", "against", "for", "at", "on"):
                found += clauses.arguments(governor)
            if relation != "nsubj":
                subject = clauses.subject(governor)
                if subject is not None:
                    found.append(subject)
                    found += [c for c in clauses.children[subject] if clauses.base[c] == "conj"]
            else:
                found += self._below(phrase, governor)
        return found

    def _below(self, phrase: Phrase, governor: int) -> list[int]:
        """Names behind a subject pronoun, in its own clause and the clauses that depend on it."""
        found = []
        index = phrase.index + 1
        phrases = self.chains.phrases
        while index < len(phrases) and phrases[index].sentence == phrase.sentence:
            other = phrases[index]
            if other.form != "pronoun" and self.chains.resolved[other.index] and other.head >= 0:
                node = other.head
                for _ in range(30):
                    if node == governor:
                        found.append(other.head)
                        break
                    if self.clauses.base[node] in ("advcl", "parataxis") or self.tokens[node].head == node:
                        break
                    node = self.tokens[node].head
            index += 1
        return found


@lexicon.cached
def _empty() -> dict[str, frozenset[str]]:
    return {name: agreement.words(listed) for name, listed in lexicon.load("pronouns")["pleonastic"].items()}


def is_empty(phrase: Phrase, chains: Chains) -> bool:
    """Whether an "it" points at nothing: "it is clear that", "it seems", "made it difficult to"."""
    if phrase.lemma != "it":
        return False
    clauses, tokens = chains.clauses, chains.analysis.tokens
    token = tokens[phrase.head]
    if clauses.base[phrase.head] == "expl":
        return True
    listed = _empty()
    head = tokens[token.head]
    lemma = agreement.lemma(head)
    clausal = _has_clause(token.head, phrase, chains)
    if clauses.base[phrase.head] == "nsubj":
        if head.upos in ("ADJ", "NOUN", "ADV"):
            known = lemma in listed["adjectives"] or lemma in listed["nouns"]
            return known and (
                clausal or (head.upos == "ADJ" and lemma in ("time", "clear", "rainy", "dark", "late"))
            )
        return lemma in listed["verbs"] and clausal
    if clauses.base[phrase.head] in ("obj", "nsubj") or phrase.relation == "obj":
        after = tokens[phrase.head + 1] if phrase.head + 1 < len(tokens) else None
        return lemma in listed["object_verbs"] and after is not None and (
            after.lemma.lower() in listed["adjectives"] and _clause_follows(phrase.head + 2, chains)
        )  # fmt: skip
    return False


def _has_clause(head: int, phrase: Phrase, chains: Chains) -> bool:
    base, tokens = chains.clauses.base, chains.analysis.tokens
    return any(
        base[child] in ("csubj", "ccomp", "xcomp", "acl", "advcl") and child > phrase.head and (
            base[child] != "xcomp" or tokens[child].upos in ("VERB", "AUX")
        )
        for child in chains.clauses.children[head]
    )  # fmt: skip


def _clause_follows(index: int, chains: Chains) -> bool:
    tokens = chains.analysis.tokens
    return any(
        token.text.lower() in ("to", "that", "for", "when", "if", "how")
        for token in tokens[index : index + 3]
    )
