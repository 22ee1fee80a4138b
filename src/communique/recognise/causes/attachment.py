"""What a clause or phrase with a connective hangs on."""

from __future__ import annotations

from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch

EPISTEMIC = frozenset(("must",))


def main_of(reading: Reading, index: int, drop: set[int]) -> tuple[Stretch, int] | None:
    """The stretch that a clause or phrase hangs on: a clause; a noun alone where it is a subject."""
    node = index
    for _ in range(6):
        if reading.is_clause(node):
            return reading.clause(node, drop), node
        if reading.relation[node] in ("nsubj", "csubj"):
            return reading.stretch(node, drop), node
        if reading.tokens[node].head == node:
            return reading.stretch(node, drop), node
        node = reading.tokens[node].head
    return None


def _outermost(reading: Reading, cause: int, effect: int) -> set[int]:
    """The words between a clause and what it hangs on ("now", "given")."""
    node = cause
    between: set[int] = set()
    while node != effect and reading.tokens[node].head != node and len(between) < 3:
        between.add(node)
        node = reading.tokens[node].head
    return between if node == effect else set()


def linked(reading: Reading, cause: int, effect: int, cue: Stretch, rule: str) -> Link | None:
    """A link between the clause or phrase ``cause`` and what it hangs on."""
    found = main_of(reading, effect, {cause, *_outermost(reading, cause, effect)})
    if found is None:
        return None
    span, head = found
    opened = {each for each in reading.children[cause] if each < cause and each < cue[1]}
    own = reading.clause(cause, opened) if reading.is_clause(cause) else reading.stretch(cause, opened)
    own = max(own[0], cue[1]) if own[0] < cue[1] < own[1] else own[0], own[1]
    own = reading.trim(*own)
    if max(own[0], span[0]) < min(own[1], span[1]):
        return None
    return Link(head, own, cause, span, head, cue, "", rule)


def after(reading: Reading, node: int, last: int) -> Stretch:
    """The phrase of ``node`` from the connective's end."""
    own = reading.stretch(node, {each for each in reading.children[node] if each < last})
    return reading.trim(max(own[0], last), max(own[1], last + 1))


def inferred(reading: Reading, main: int) -> bool:
    """ "It must have rained, because …": a reason for believing it, not for its being so."""
    helpers = {reading.low(each) for each in reading.kids(main, "aux", "cop")}
    return bool(helpers & EPISTEMIC) and bool(helpers & {"have", "be"})
