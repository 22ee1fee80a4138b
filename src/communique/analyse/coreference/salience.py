"""The features of a candidate: how near, in what role, how often, how parallel to the pronoun.

In "Merkel met Macron. She praised him", *Merkel* is for *she* a ``subject before``, ``parallel``, and its
``gender shown``. The weights of all features stand in ``lexicon/salience.toml``.
"""

from __future__ import annotations

from communique.analyse import agreement, lexicon
from communique.analyse.coreference.chains import ACTORS, Chains
from communique.analyse.coreference.deeds import lists
from communique.analyse.coreference.phrase import Phrase

RANKED = ("subject", "owner of subject", "object", "owner", "inside subject", "oblique", "other")
"""Roles, the most prominent first: of several mentions in one sentence the first in this order counts."""
ACTIVE = ACTORS | {"pair", "unknown"}


class Salience:
    """Computes features over one text; remembers what was said to be whose."""

    def __init__(self, chains: Chains, paragraphs: list[int]) -> None:
        self.chains = chains
        self.clauses = chains.clauses
        self.tokens = chains.analysis.tokens
        self.paragraphs = paragraphs
        self.own = agreement.words(lexicon.load("agency")["verbs"]["own"])
        self.judge = agreement.words(lexicon.load("agency")["verbs"]["judge"])
        self.compare = agreement.words(lexicon.load("agency")["verbs"]["compare"])
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
                    agreement.lemma(self.tokens[i])
                    for i in self.clauses.children[child]
                    if self.clauses.base[i] == "amod"
                )

    def _said(self, owned: int) -> list[str]:
        """The words of an owned thing: "aggressive behaviour"."""
        found = [agreement.lemma(self.tokens[owned])]
        for child in self.clauses.children[owned]:
            if self.clauses.base[child] in ("amod", "compound") and self.tokens[child].lemma != "own":
                found.append(agreement.lemma(self.tokens[child]))
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
        place, best = self._place(phrase, mentions)
        found = [place, f"rank {min(rank, 4)}", f"form {mentions[0].form}"]
        if phrase.sort == "person":
            found.append(f"{phrase.definite} {place}")
        if mentions[0].sentence != phrase.sentence:
            here = self.paragraphs[phrase.sentence] == self.paragraphs[mentions[0].sentence]
            found.append("same paragraph" if here else "other paragraph")
        if top:
            found.append("topic")
        found += self._kind(phrase, roots)
        found += self._parallels(phrase, mentions, best)
        if phrase.quote:
            same = any(mention.quote == phrase.quote for mention in mentions)
            found.append("same quotation" if same else "outside quotation")
        if phrase.definite == "possessive" and phrase.governor >= 0:
            known = self.belongings.get(roots[0], ())
            found += ["said before"] * sum(word in known for word in self._said(phrase.governor))
        return found + self._in_clause(phrase, mentions)

    def _place(self, phrase: Phrase, mentions: list[Phrase]) -> tuple[str, str]:
        """How far back a candidate is and in what role, as "1 subject"; and the role alone."""
        nearest = mentions[0].sentence
        roles = [self.role(m) for m in mentions if m.sentence == nearest and m.index < phrase.index]
        best = min(roles, key=RANKED.index, default="ahead")
        return f"{max(0, phrase.sentence - nearest)} {best}", best

    def _kind(self, phrase: Phrase, roots: tuple[int, ...]) -> list[str]:
        """What the candidate is, and whether such a one can do what the pronoun does."""
        chain = self.chains.chains[roots[0]]
        sort = "pair" if len(roots) > 1 else chain.sort or "unknown"
        found = [f"sort {sort}"]
        if self.active(phrase):
            found.append(f"active {'actor' if sort in ACTIVE else 'thing'}")
        many = sort == "pair" or (sort == "group" and chain.number == "p")
        if many and phrase.relation == "nmod:poss":
            if agreement.lemma(self.tokens[phrase.governor]) in lists().relations:
                found.append("mutual")
        elif phrase.number == "p" and chain.number == "s" and sort != "pair":
            found.append(f"singular {sort}")
        if chain.named:
            found.append("named")
        if phrase.gender in ("m", "f"):
            found.append("gender shown" if chain.gender else "gender open")
        return found

    def _parallels(self, phrase: Phrase, mentions: list[Phrase], best: str) -> list[str]:
        """Whether the candidate had the pronoun's role before, above all that of the subject."""
        found: list[str] = []
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
        if mine == best and phrase.sentence - mentions[0].sentence <= 1:
            found.append("parallel")
        return found

    def active(self, phrase: Phrase) -> bool:
        """Whether a pronoun stands where one who acts stands: "they agreed", "their decision"."""
        lemma = agreement.lemma(self.tokens[phrase.governor])
        listed = lists()
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
        lemma = agreement.lemma(tokens[predicate])
        found: list[str] = []
        if phrase.definite == "possessive":
            owned = phrase.governor
            judged = self._judged(phrase)
            direct = tokens[owned].head == predicate and clauses.base[owned] in ("obj", "obl", "xcomp")
            if subject in heads:
                if judged - heads or (lemma in self.judge and clauses.base[owned] == "obj"):
                    found.append("judge of others")
                elif lemma in self.own and direct:
                    found.append("voiced own")
                else:
                    found.append("subject of clause")
                    if phrase.gender == "n" and self._body(mentions):
                        found.append("own body")
                if any(tokens[i].lemma == "own" for i in clauses.children[owned]):
                    found.append("own")
            elif judged & heads:
                found.append("judged")
            elif lemma in self.compare and subject is not None and self._owners(subject) & heads:
                found.append("compared")
        elif subject in heads:
            found.append("subject of clause")
        if subject not in heads and subject is not None:
            outer = clauses.predicate(tokens[predicate].head)
            if outer != predicate and clauses.subject(outer) in heads:
                found.append("subject outside")
                said = clauses.base[predicate] == "ccomp" and self.role(phrase) == "subject"
                if said and agreement.lemma(tokens[outer]) in lists().attitude and self._body(mentions):
                    found.append("sayer")
        return found

    def _owners(self, owned: int) -> set[int]:
        """Whose something is: "Moreno's line on Peru differed from that of her predecessors"."""
        return {i for i in self.clauses.children[owned] if self.tokens[i].deprel == "nmod:poss"}

    def _body(self, mentions: list[Phrase]) -> bool:
        """Whether a candidate is a country or a body of people."""
        return self.chains.of(mentions[0].index).sort in ACTORS

    def _judged(self, phrase: Phrase) -> set[int]:
        """ "sanctions on X for its …", "praised X for her …": what follows "for" is about who is judged.

        The token positions of those who are; implicit causality, after Garvey and Caramazza 1974.
        """
        node = phrase.governor
        while self.clauses.base[node] == "conj":
            node = self.tokens[node].head
        found: set[int] = set()
        if self.clauses.case(node) not in ("for", "over"):
            return found
        listed = lists()
        for index in range(phrase.index - 1, -1, -1):
            other = self.chains.phrases[index]
            if other.sentence != phrase.sentence:
                break
            if other.head < 0:
                continue
            lemma = agreement.lemma(self.tokens[other.governor])
            if other.relation in ("obj", "nsubj:pass"):
                judged = lemma in listed.verdict or lemma in self.judge
            else:
                against = other.case in ("on", "against", "of") and other.relation.startswith(("nmod", "obl"))
                judged = against and (
                    lemma in listed.towards or lemma in listed.verdict or self._aimed(other.governor)
                )
            if judged:
                found.add(other.head)
        return found

    def _aimed(self, verb: int) -> bool:
        """ "imposed sanctions on X": where the parser gives X to the verb, its object tells."""
        towards = lists().towards
        return any(
            self.clauses.base[child] == "obj" and agreement.lemma(self.tokens[child]) in towards
            for child in self.clauses.children[verb]
        )
