"""Clauses: the verb that governs a word, the subject a verb has or is given by another, quoted stretches.

All functions read one Analysis and remember what they found, so that each answer costs its work once.
"""

from __future__ import annotations

from functools import cached_property

from communique.analyse.analysis import Analysis

CLAUSES = frozenset(("root", "ccomp", "advcl", "acl", "xcomp", "parataxis", "csubj"))
SUBJECTS = frozenset(("nsubj", "csubj"))
OBJECTS = frozenset(("obj", "iobj", "obl"))
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
OPEN_QUOTES = "“«"
CLOSE_QUOTES = "”»"
CONTROLLING = frozenset(("of", "from", "for", "into"))
"""Before a participle they make the object its subject: "accused X of lying", "stopped X from leaving"."""
DEEPEST = 12
"""How far a chain of clauses is followed: deeper ones are parser errors."""


class Clauses:
    """Views of the dependency trees of one Analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.children = analysis.children
        self.base = [token.deprel.partition(":")[0] for token in analysis.tokens]
        self._subjects: dict[int, int | None] = {}

    def predicate(self, index: int) -> int:
        """The head of the smallest clause that holds a word (the word itself where it heads one)."""
        tokens, base = self.tokens, self.base
        node = index
        for _ in range(40):
            relation = base[node]
            if relation in CLAUSES or tokens[node].head == node:
                return node
            if relation == "conj" and tokens[node].upos in ("VERB", "AUX"):
                return node
            node = tokens[node].head
        return node

    def own_subject(self, predicate: int) -> int | None:
        """The subject that stands beside a verb, if any."""
        for child in self.children[predicate]:
            if self.base[child] == "nsubj":
                return child
        return None

    def subject(self, predicate: int) -> int | None:
        """The subject of a verb: its own, or the one that a governing verb or a modified noun gives it."""
        if predicate in self._subjects:
            return self._subjects[predicate]
        node: int | None = predicate
        found = None
        for _ in range(DEEPEST):
            if node is None:
                break
            found = self.own_subject(node)
            if found is not None:
                break
            found, node = self._controller(node)
            if found is not None:
                break
        if found is not None and self.tokens[found].lemma.lower() in RELATIVE:
            clause = self.predicate(self.tokens[found].head)
            for _ in range(DEEPEST):
                if self.tokens[clause].deprel.startswith("acl"):
                    found = self.tokens[clause].head
                    break
                if self.base[clause] not in ("conj", "xcomp"):
                    break
                clause = self.tokens[clause].head
        self._subjects[predicate] = found
        return found

    def _controller(self, node: int) -> tuple[int | None, int | None]:
        """For a verb without a subject: the subject itself, or the verb that shares its own with it."""
        token = self.tokens[node]
        relation = self.base[node]
        if token.head == node:
            return None, None
        if relation == "acl":
            return token.head, None
        if relation == "xcomp":
            for child in self.children[token.head]:
                if self.tokens[child].deprel in ("obj", "iobj"):
                    return child, None
            return None, token.head
        if relation in ("advcl", "ccomp") and (controller := self.controlled_by(node)) is not None:
            return controller, None
        if relation in ("advcl", "conj", "ccomp") and self.tokens[token.head].upos in (
            "VERB",
            "AUX",
            "ADJ",
            "NOUN",
        ):
            if relation == "ccomp" and token.xpos not in ("VB", "VBG"):
                return None, None
            return None, token.head
        return None, None

    def controlled_by(self, node: int) -> int | None:
        """The object that a participle tells of: "accused |X| of lying", "of being too soft"."""
        if not self._is_participle(node) or self._mark(node) not in CONTROLLING:
            return None
        for child in self.children[self.tokens[node].head]:
            if self.tokens[child].deprel in ("obj", "nsubj:pass") and child < node:
                return child
        return None

    def _is_participle(self, node: int) -> bool:
        """ "of |lying|", "of being too |soft|"."""
        if self.tokens[node].xpos == "VBG":
            return True
        return any(
            self.base[c] in ("cop", "aux") and self.tokens[c].xpos == "VBG" for c in self.children[node]
        )

    def _mark(self, node: int) -> str:
        """The preposition or conjunction that opens a clause."""
        for child in self.children[node]:
            if self.base[child] in ("mark", "case"):
                return self.tokens[child].text.lower()
        return ""

    def arguments(self, predicate: int) -> list[int]:
        """Objects and obliques of a verb, with what is coordinated to them."""
        found = []
        for child in self.children[predicate]:
            if self.base[child] in OBJECTS:
                found.append(child)
                found.extend(other for other in self.children[child] if self.base[other] == "conj")
        return found

    def owner(self, index: int) -> int:
        """Whose a noun is: its possessive ("her aides", "Chile's aides"), or -1."""
        return next((c for c in self.children[index] if self.tokens[c].deprel == "nmod:poss"), -1)

    def case(self, index: int) -> str:
        """The preposition of a noun in lower case, or ``""``; a coordinated noun shares its head's."""
        node = index
        for _ in range(DEEPEST):
            for child in self.children[node]:
                if self.base[child] == "case" and self.tokens[child].xpos != "POS":
                    return self.tokens[child].text.lower()
            if self.base[node] not in ("conj", "flat", "appos"):
                break
            node = self.tokens[node].head
        return ""

    def role(self, index: int) -> tuple[int, str]:
        """A noun's governor and its relation to it; a coordinated noun or an apposition has its head's."""
        node = index
        for _ in range(DEEPEST):
            token = self.tokens[node]
            if self.base[node] not in ("conj", "flat", "appos") or token.head == node:
                break
            if self.tokens[token.head].upos in ("VERB", "AUX"):
                break
            node = token.head
        return self.tokens[node].head, self.tokens[node].deprel

    @cached_property
    def quoted(self) -> list[int]:
        """For each token the number of the quotation it stands in, from 1; 0 outside quotation marks."""
        found = [0] * len(self.tokens)
        text = self.analysis.document.text
        paragraph_end = -1
        blocks = iter(self.analysis.document.paragraphs)
        inside = False
        count = 0
        for token in self.tokens:
            while token.start >= paragraph_end:
                block = next(blocks, None)
                inside = False
                if block is None:
                    paragraph_end = len(text) + 1
                    break
                paragraph_end = block.end
            mark = token.text
            if mark in OPEN_QUOTES or (mark in ('"', "``") and not inside):
                inside = True
                count += 1
                continue
            if mark in CLOSE_QUOTES or (mark in ('"', "''") and inside):
                inside = False
                continue
            if inside:
                found[token.index] = count
        return found
