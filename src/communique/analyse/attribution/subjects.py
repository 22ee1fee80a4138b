"""The subject of a cue, through relative clauses, participles, infinitives and coordination.

As in "Allies in Europe, |who| feared …": "who" stands for "Allies in Europe".
"""

from __future__ import annotations

from communique.analyse.analysis import Analysis, Token
from communique.analyse.attribution.source import OBJECT_FORMS, Source, can_speak, lists, phrase
from communique.analyse.certainty.clause import lowered
from communique.analyse.clauses import RELATIVE, Clauses

FARTHEST = 6
"""How many verbs upwards a subject is looked for."""
CONTROLLING = frozenset(("of", "from", "for"))
"""Before a participle they make the object its subject: "accused X |of| lying"."""


def subject(clauses: Clauses, verb: int) -> tuple[int, int] | None:
    """The subject of an active verb: what stands in its place ("who"), and what that stands for."""
    tokens = clauses.tokens
    node = verb
    for _ in range(FARTHEST):
        child = _beside(clauses, node)
        if child is not None:
            if tokens[child].lemma.lower() in RELATIVE and tokens[child].upos == "PRON":
                return child, _antecedent(clauses, node, child)
            return child, child
        found, above = _controller(clauses, node)
        if found is not None:
            return found, found
        if above is None:
            return None
        node = above
    return None


def _beside(clauses: Clauses, verb: int) -> int | None:
    """The subject of its own, the nearest where there are two."""
    tokens = clauses.tokens
    found = [
        child
        for child in clauses.children[verb]
        if (clauses.base[child] == "nsubj" and lowered(tokens[child]) not in OBJECT_FORMS)
        or stands_for_people(tokens[child])
    ]
    return min(found, key=lambda each: (abs(each - verb), each)) if found else _reduced(clauses, verb)


def _controller(clauses: Clauses, verb: int) -> tuple[int | None, int | None]:
    """For a verb without a subject: the subject itself, or the verb that shares its own with it."""
    tokens, base = clauses.tokens, clauses.base
    token, relation = tokens[verb], base[verb]
    above = token.head
    if above == verb:
        return None, None
    if relation == "acl":
        return above, None
    if relation == "xcomp":
        return _before(clauses, above, verb, ("obj", "iobj")), above
    if relation == "conj":
        return None, above if tokens[above].upos in ("VERB", "AUX", "ADJ", "NOUN") else None
    if relation in ("advcl", "parataxis"):
        if token.xpos not in ("VBG", "VB", "VBN"):
            return None, None
        if any(base[c] == "mark" and lowered(tokens[c]) in CONTROLLING for c in clauses.children[verb]):
            return _before(clauses, above, verb, ("obj", "nsubj:pass")), above
        return None, above
    return None, above if relation == "ccomp" and token.xpos in ("VB", "VBG") else None


def _before(clauses: Clauses, verb: int, until: int, relations: tuple[str, ...]) -> int | None:
    for child in clauses.children[verb]:
        if child < until and clauses.tokens[child].deprel in relations:
            return child
    return None


def stands_for_people(token: Token) -> bool:
    """Whether the parser took the subject for a determiner of its verb: "with |some| suggesting that …"."""
    return token.deprel == "det" and lowered(token) in lists().bare


def _reduced(clauses: Clauses, verb: int) -> int | None:
    """The subject that a participle behind it was taken to belong to: "|veterans| interviewed there said"."""
    if clauses.tokens[verb].xpos not in ("VBD", "VBZ", "VBP"):
        return None
    for child in clauses.children[verb]:
        if child > verb:
            return None
        if clauses.base[child] in ("ccomp", "csubj") and clauses.tokens[verb - 1].text != ",":
            for below in clauses.children[child]:
                if clauses.base[below] == "nsubj" and below < child:
                    return below
    return None


def _antecedent(clauses: Clauses, verb: int, pronoun: int) -> int:
    node = verb
    for _ in range(6):
        if clauses.tokens[node].deprel.startswith("acl"):
            head = clauses.tokens[node].head
            return _of_people(clauses, head, pronoun) if head < pronoun else pronoun
        if clauses.base[node] not in ("conj", "xcomp", "ccomp") or clauses.tokens[node].head == node:
            return pronoun
        node = clauses.tokens[node].head
    return pronoun


def _of_people(clauses: Clauses, head: int, pronoun: int) -> int:
    """Whom "who" stands for, where the parser hung its clause on the nearest noun.

    "|shipowners| in Greece, who feared …": a land is no "who", those who are there are.
    "|Ana Ruiz|, a lawyer in Quito, who fears …": the name, not the apposition that tells who she is.
    """
    tokens = clauses.tokens
    above = tokens[head].head
    if clauses.base[head] == "appos" and tokens[head].upos == "NOUN" and tokens[above].upos == "PROPN":
        return above
    if lowered(tokens[pronoun]) != "who" or tokens[head].tag not in ("B-LOC", "I-LOC"):
        return head
    people = (
        clauses.base[head] == "nmod" and tokens[above].upos == "NOUN" and clauses.case(head) in ("in", "from")
    )
    return above if people else head


def agent(analysis: Analysis, verb: int) -> int | None:
    """Who does it, in the passive: "was accused |by the opposition|"."""
    for child in analysis.children[verb]:
        token = analysis.tokens[child]
        if token.deprel == "obl:agent" or (
            token.deprel == "obl"
            and any(
                analysis.tokens[c].deprel == "case" and lowered(analysis.tokens[c]) == "by"
                for c in analysis.children[child]
            )
        ):
            return child
    return None


def of(
    analysis: Analysis, clauses: Clauses, verb: int, *, saying: bool, anything: bool = False
) -> Source | None:
    """The source of an active verb."""
    found = subject(clauses, verb)
    if found is None:
        return None
    said, head = found
    if not can_speak(analysis, head, saying=saying, anything=anything):
        return None
    first, last = phrase(analysis, head, verb)
    if first >= last:
        return None
    return Source(first, last, head, (said, said + 1) if said != head else (first, last))
