"""The features of a candidate: how near, in what role, how often, how parallel to the pronoun.

In "Merkel met Macron. She praised him", *Merkel* is for *she* a ``subject before``, ``parallel``, and its
``gender shown``. The weights of all features stand in ``lexicon/salience.toml``.
"""

from __future__ import annotations

from communique.analyse import agency, agreement, lexicon
from communique.analyse.chains import ACTORS, Chains
from communique.analyse.mentions import Phrase

RANKED = ("subject", "owner of subject", "object", "owner", "inside subject", "oblique", "other")
"""Roles, the most prominent first: of several mentions in one sentence the first in this order counts."""
CONTROLLED = frozenset(("of", "from", "for", "into", "as"))


class Salience:
    """Computes features over one text; remembers what was said to be whose."""

    def __init__(self, chains: Chains, paragraphs: list[int]) -> None:
        self.chains = chains
        self.clauses = chains.clauses
        self.tokens = chains.analysis.tokens
        self.paragraphs = paragraphs
        self.own = agreement.words(lexicon.load("agency")["verbs"]["own"])
        self.belongings: dict[int, set[str]] = {}
        self.roles: dict[int, str] = {}

    def remember(self, phrase: Phrase, root: int) -> None:
        """Note what a phrase owns, or is described as, for the pronouns that come after it."""
        if phrase.relation == "nmod:poss":
            owned = self.belongings.setdefault(root, set())
            owned.update(self._said(phrase.governor))
            return
        for child in self.clauses.children[phrase.governor] if phrase.governor >= 0 else ():
            if child > phrase.head and phrase.relation == "obj" and self.clauses.case(child) == "as":
                self.belongings.setdefault(root, set()).update(
                    self.tokens[i].lemma.lower()
                    for i in self.clauses.children[child]
                    if self.clauses.base[i] == "amod"
                )

    def _said(self, owned: int) -> list[str]:
        found = [self.tokens[owned].lemma.lower()]
        found += [self.tokens[i].lemma.lower() for i in self.clauses.children[owned]
                  if self.clauses.base[i] in ("amod", "compound") and self.tokens[i].lemma != "own"]  # fmt: skip
        return found

    def role(self, phrase: Phrase) -> str:
        """A phrase's role in its sentence, one of ``RANKED``."""
        known = self.roles.get(phrase.index)
        if known is None:
            known = self.roles[phrase.index] = self._role(phrase)
        return known

    def _role(self, phrase: Phrase) -> str:
        base = phrase.relation.partition(":")[0]
        if base == "nsubj":
            return "subject"
        if base in ("obj", "iobj"):
            return "object"
        if base == "obl":
            return "oblique"
        inside = base == "nmod" and self.clauses.base[phrase.governor] == "nsubj"
        if phrase.relation == "nmod:poss":
            return "owner of subject" if inside else "owner"
        return "inside subject" if inside else "other"

    def of(
        self, phrase: Phrase, roots: tuple[int, ...], mentions: list[Phrase], rank: int, top: bool
    ) -> list[str]:
        """The features of one candidate. ``mentions``: its own in the window, the nearest first."""
        nearest = mentions[0]
        chain = self.chains.chains[roots[0]]
        distance = max(0, phrase.sentence - nearest.sentence)
        best = min(
            (self.role(m) for m in mentions if m.sentence == nearest.sentence and m.index < phrase.index),
            key=RANKED.index, default="ahead",
        )  # fmt: skip
        place = f"{distance} {best}"
        found = [place, f"{phrase.definite} {place}", f"rank {min(rank, 4)}", f"form {nearest.form}"]
        if distance:
            here = self.paragraphs[phrase.sentence] == self.paragraphs[nearest.sentence]
            found.append("same paragraph" if here else "other paragraph")
        sort = "pair" if len(roots) > 1 else chain.sort or "unknown"
        found.append(f"sort {sort}")
        if self._active(phrase):
            found.append(f"active {'actor' if sort in ACTORS or sort in ('pair', 'unknown') else 'thing'}")
        if phrase.relation == "nmod:poss" and (
            sort == "pair" or (chain.sort == "group" and chain.number == "p")
        ):
            if self.tokens[phrase.governor].lemma.lower() in agency.lists().relations:
                found.append("mutual")
        if chain.named:
            found.append("named")
        if top:
            found.append("topic")
        if phrase.gender in ("m", "f"):
            found.append("gender shown" if chain.gender else "gender open")
        mine = self.role(phrase)
        for mention in mentions:
            if mention.sentence == phrase.sentence - 1 and self.role(mention) == "subject":
                main = self.clauses.base[mention.governor] == "root"
                found.append("subject before" if main else "minor subject before")
                if mine == "subject":
                    found.append("parallel subjects")
                    if main and self._adds(phrase):
                        found.append("additive")
                break
        if mine == best and distance <= 1:
            found.append("parallel")
        if len(roots) == 1 and chain.number == "s" and phrase.number == "p":
            found.append(f"singular {sort}")
        if phrase.quote:
            found.append(
                "same quotation" if any(m.quote == phrase.quote for m in mentions) else "outside quotation"
            )
        if phrase.definite == "possessive":
            said = self._said(phrase.governor if phrase.governor >= 0 else phrase.head)
            known = self.belongings.get(roots[0], ())
            found += ["said before"] * sum(word in known for word in said)
        return found + self._in_clause(phrase, mentions)

    def _active(self, phrase: Phrase) -> bool:
        """Whether a pronoun stands where one who acts stands: "they agreed", "their decision"."""
        lemma = self.tokens[phrase.governor].lemma.lower()
        listed = agency.lists()
        if phrase.relation == "nsubj":
            return lemma in listed.attitude or lemma in listed.action
        return phrase.definite == "possessive" and (lemma in listed.deeds or lemma in listed.relations)

    def _adds(self, phrase: Phrase) -> bool:
        """ "She also …": more of the same subject."""
        return any(
            self.tokens[child].lemma
            in ("also", "too", "again", "likewise", "further", "furthermore", "moreover")
            for child in self.clauses.children[phrase.governor]
        )

    def _in_clause(self, phrase: Phrase, mentions: list[Phrase]) -> list[str]:
        """What the clause of the pronoun says of a candidate in the same sentence."""
        heads = {m.head for m in mentions if m.sentence == phrase.sentence}
        if not heads:
            return []
        tokens, clauses = self.tokens, self.clauses
        predicate = clauses.predicate(phrase.head)
        subject = clauses.subject(predicate)
        lemma = tokens[predicate].lemma.lower()
        found: list[str] = []
        if phrase.definite == "possessive":
            owned = phrase.governor
            direct = tokens[owned].head == predicate and clauses.base[owned] in ("obj", "obl", "xcomp")
            if subject in heads:
                if lemma in agency.lists().verdict and clauses.base[owned] == "obj":
                    found.append("judge of others")
                elif lemma in self.own and direct:
                    found.append("voiced own")
                else:
                    found.append("subject of clause")
                if any(tokens[i].lemma == "own" for i in clauses.children[owned]):
                    found.append("own")
            elif self._judged(phrase, heads, owned):
                found.append("judged")
        elif subject in heads:
            found.append("subject of clause")
        if subject not in heads and subject is not None:
            outer = clauses.predicate(tokens[predicate].head)
            if outer != predicate and clauses.subject(outer) in heads:
                found.append("subject outside")
        return found

    def _judged(self, phrase: Phrase, heads: set[int], owned: int) -> bool:
        """ "sanctions on X for its …", "praised X for her …": what follows "for" is about who is judged."""
        node = owned
        while self.clauses.base[node] == "conj":
            node = self.tokens[node].head
        if self.clauses.case(node) not in ("for", "over"):
            return False
        listed = agency.lists()
        for head in heads:
            if head > phrase.head:
                continue
            governor, relation = self.clauses.role(head)
            lemma = self.tokens[governor].lemma.lower()
            if relation in ("obj", "nsubj:pass") and lemma in listed.verdict:
                return True
            if relation.startswith(("nmod", "obl")) and self.clauses.case(head) in ("on", "against", "of"):
                if lemma in listed.towards or lemma in listed.action or lemma in listed.verdict:
                    return True
        return False
