"""Verbs that say what leads to what: their arguments are cause and effect.

The leak | sparked | widespread criticism and | undermined | trust.
└ cause ┘  └ cue ┘   └ effect ──────────┘       └ cue, and effect with its object ┘
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch
from communique.recognise.causes.words import Frame

_INTENDED = frozenset(
    [
        "try",
        "seek",
        "aim",
        "attempt",
        "want",
        "intend",
        "hope",
        "plan",
        "wish",
        "vow",
        "promise",
        "pledge",
        "threaten",
        "refuse",
        "decline",
        "need",
        "agree",
        "order",
        "ask",
        "urge",
        "use",
        "design",
        "decide",
        "like",
        "offer",
    ]
)
"""Above an infinitive they make it an aim, and an aim is no consequence."""
_HEDGED = frozenset(
    ("appear", "seem", "continue", "begin", "start", "tend", "come", "fail", "help", "serve", "go")
)
_BOTH = frozenset(("VBG", "VBN"))


def in_verb(reading: Reading, verb: int, frames: tuple[Frame, ...]) -> Iterator[Link]:
    """The links that one verb states: none, or one."""
    for frame in frames:
        found = _KINDS[frame.kind](reading, verb, frame)
        if found is not None:
            yield found
            return


def _passive(reading: Reading, verb: int) -> bool:
    token = reading.tokens[verb]
    if token.xpos != "VBN":
        return False
    kids = reading.children[verb]
    relations = [reading.tokens[each].deprel for each in kids]
    if "nsubj:pass" in relations or "aux:pass" in relations:
        return True
    if token.deprel.startswith("acl") and "aux" not in relations:
        return True
    return reading.relation[verb] == "conj" and "aux" not in relations and _passive(reading, token.head)


def _agent(reading: Reading, verb: int) -> int | None:
    """The noun or gerund behind "by"."""
    for each in reading.children[verb]:
        if each > verb and reading.relation[each] in ("obl", "advcl") and reading.preposition(each) == "by":
            return each
    return None


def _object(reading: Reading, verb: int) -> int | None:
    for each in reading.children[verb]:
        if reading.relation[each] in ("obj", "iobj"):
            return each
    return None


def cause_of(reading: Reading, verb: int) -> tuple[Stretch, int] | None:
    """What brings about what an active verb says, and its head: its subject, or the clause it goes on from."""
    node = verb
    for _ in range(8):
        token = reading.tokens[node]
        own = reading.clauses.own_subject(node)
        if own is not None:
            found = _subject(reading, own, node, verb)
            if found is not None and reading.actor(found[1]):
                return _means(reading, verb) or found
            return found
        relation = reading.relation[node]
        if (relation == "conj" and reading.is_clause(token.head)) or (
            relation == "xcomp" and reading.lemma(token.head) not in _INTENDED
        ):
            node = token.head
        elif relation == "advcl" and token.xpos == "VBG" and reading.child(node, "mark", "case") is None:
            main = token.head
            span = reading.clause(main, {node})
            if span[0] <= verb < span[1]:
                return None
            return span, main
        elif relation == "acl" and token.xpos in ("VBG", "VBN") and reading.child(node, "mark") is None:
            return reading.stretch(token.head, {node}), token.head
        else:
            return None
    return None


def _means(reading: Reading, verb: int) -> tuple[Stretch, int] | None:
    """ "By leaving the pact, Manila weakened …": not Manila but its leaving."""
    for each in reading.kids(verb, "advcl"):
        if reading.tokens[each].xpos == "VBG" and reading.preposition(each) == "by":
            opened = {kid for kid in reading.kids(each, "mark", "case") if kid < each}
            return reading.stretch(each, opened), each
    return None


def _subject(reading: Reading, own: int, node: int, verb: int) -> tuple[Stretch, int] | None:
    if reading.lemma(own) not in ("which", "that", "who") or reading.tokens[own].upos == "DET":
        if reading.low(own) in ("it", "there", "what") and reading.low(own) != "it":
            return None
        return reading.stretch(own), own
    clause = node
    for _ in range(6):
        if reading.tokens[clause].deprel in ("acl:relcl", "advcl:relcl", "acl", "advcl"):
            break
        if reading.relation[clause] not in ("conj", "xcomp", "ccomp"):
            return (reading.stretch(own), own) if reading.low(own) == "that" else None
        clause = reading.tokens[clause].head
    else:
        return None
    antecedent = reading.tokens[clause].head
    if reading.tokens[antecedent].upos == "VERB":
        return reading.clause(antecedent, {clause}), antecedent
    if reading.lemma(own) == "which" and not reading.event(antecedent) and reading.low(own - 1) == ",":
        # "The king skipped the ceremony, which angered …": what angered was that he skipped it.
        above = reading.tokens[antecedent].head
        if reading.tokens[above].upos == "VERB" and above < antecedent:
            return reading.clause(above, {clause}), above
    return reading.noun(antecedent, {clause}), antecedent


def _fits(reading: Reading, frame: Frame, head: int, effect: int | None) -> bool:
    """Whether the subject, and where asked the object, are such as can be cause and effect."""
    if frame.thing and reading.actor(head):
        return False
    if frame.event:
        if effect is not None and frame.kind == "join" and reading.outcome(effect):
            return True
        if frame.kind == "change":
            return not reading.actor(head)
        return reading.event(head)
    return True


def cue_of(reading: Reading, verb: int, last: int | None = None) -> Stretch:
    """The verb with a modal just before it ("could undermine"), up to a preposition or particle of its own."""
    first = verb
    for each in reading.children[verb]:
        if each < verb and reading.tokens[each].xpos == "MD" and verb - each <= 3:
            first = each
    return first, (last if last is not None and verb < last <= verb + 6 else verb + 1)


def _tail(reading: Reading, verb: int, start: int) -> Stretch:
    """From ``start`` to the end of the verb's own clause."""
    out = set(reading.joined(verb))
    for each in reading.children[verb]:
        relation = reading.relation[each]
        if each > verb and (relation in ("parataxis", "advcl") and _breaks(reading, each)):
            out.add(each)
    first, last = reading.clause(verb, out)
    return reading.trim(max(first, start), max(last, start + 1))


def _breaks(reading: Reading, clause: int) -> bool:
    """Whether an adverbial clause says another thing: set off by a comma, or with a conjunction."""
    first = reading.analysis.subtree(clause)[0]
    if first and reading.tokens[first - 1].text == ",":
        return True
    if reading.tokens[first].text == ",":
        return True
    return reading.child(clause, "mark") is not None and reading.low(first) not in ("to", "from", "for")


def _join(reading: Reading, verb: int, frame: Frame) -> Link | None:
    if _passive(reading, verb):
        return _join_passive(reading, verb, frame)
    last = None
    if frame.preposition:
        effect = _complement(reading, verb, frame.preposition)
        if effect is None or _object(reading, verb) is not None:
            return None
        marks = [each for each in reading.kids(effect, "case", "mark") if each < effect]
        start = marks[-1] + 1
        last = start
    else:
        effect = _object(reading, verb)
        if effect is not None and effect < verb:
            return None
        if effect is None and frame.clause:
            effect = reading.child(verb, "ccomp")
        if effect is None or reading.low(effect) in ("it", "itself", "themselves", "himself"):
            return None
        start = reading.stretch(effect)[0]
        if frame.particle:
            if reading.low(verb + 1) not in frame.particle or effect <= verb + 1:
                return None
            start = max(start, verb + 2)
            last = verb + 2
        elif frame.clause and reading.low(start) == "that":
            start += 1
    if start <= verb:
        return None
    if frame.after:
        if reading.lemma(effect) not in frame.objects:
            return None
        target = _target(reading, verb, effect, frame.after)
        if target is None:
            return None
        effect, start, last = target[0], target[1], target[1]
    elif (frame.objects and not _listed(reading, effect, frame.objects)) or reading.lemma(
        effect
    ) in frame.not_objects:
        return None
    cause = cause_of(reading, verb)
    if cause is None or not _fits(reading, frame, cause[1], effect):
        return None
    if frame.small and reading.child(verb, "xcomp", "ccomp") is None and not reading.outcome(effect):
        return None
    return _made(
        reading, verb, cause, _tail(reading, verb, start), effect, cue_of(reading, verb, last), frame
    )


def _listed(reading: Reading, head: int, nouns: frozenset[str]) -> bool:
    return reading.lemma(head) in nouns or any(
        reading.lemma(each) in nouns for each in reading.kids(head, "conj")
    )


def _complement(reading: Reading, verb: int, prepositions: frozenset[str]) -> int | None:
    """The noun or gerund behind one of the prepositions."""
    for each in reading.children[verb]:
        if each > verb and reading.relation[each] in ("obl", "advcl", "xcomp", "ccomp"):
            if prepositions & reading.prepositions(each) and reading.tokens[each].xpos != "VB":
                return each
    return None


def _target(reading: Reading, verb: int, noun: int, prepositions: frozenset[str]) -> tuple[int, int] | None:
    """What stands behind the preposition that an object or its verb takes, and where it begins."""
    for head in (noun, verb):
        for each in reading.children[head]:
            if each > noun and reading.preposition(each) in prepositions:
                marks = [kid for kid in reading.kids(each, "case", "mark") if kid < each]
                return each, marks[-1] + 1
    return None


def _join_passive(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """ "The riots were triggered by the verdict", "fears fuelled by reports"."""
    agent = _agent(reading, verb)
    if agent is None or frame.preposition or frame.after or frame.small:
        return None
    subject = reading.clauses.subject(verb)
    if subject is None or subject == agent:
        return None
    if frame.objects and not _listed(reading, subject, frame.objects):
        return None
    if frame.event and not (reading.event(agent) or reading.outcome(subject)):
        return None
    if frame.event and reading.actor(agent) and not reading.outcome(subject):
        return None
    cause = _behind(reading, agent)
    effect = reading.stretch(subject, {verb, reading.clauses.predicate(verb)})
    by = reading.kids(agent, "case", "mark")
    cue = (verb, by[0] + 1) if by and by[0] - verb < 4 else (verb, verb + 1)
    return _made(reading, verb, (cause, agent), effect, subject, cue, frame)


def _behind(reading: Reading, index: int) -> Stretch:
    """A phrase without its preposition."""
    return reading.stretch(index, {each for each in reading.kids(index, "case", "mark") if each < index})


def _move(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """ "forced Ankara to reconsider": the effect is "Ankara to reconsider"."""
    goal = next(
        (e for e in reading.kids(verb, "xcomp", "ccomp", "advcl") if e > verb and _infinitive(reading, e)),
        None,
    )
    if goal is None or reading.child(goal, "nsubj") is not None:
        return None
    if _passive(reading, verb):
        agent = _agent(reading, verb)
        subject = reading.clauses.subject(verb)
        if agent is None or subject is None:
            return None
        cause: tuple[Stretch, int] | None = (_behind(reading, agent), agent)
        start = verb
    else:
        target = reading.child(verb, "obj", "iobj")
        if target is None or target > goal or target < verb:
            return None
        start = reading.stretch(target)[0]
        cause = cause_of(reading, verb)
    if cause is None or (reading.actor(cause[1]) and reading.lemma(verb) not in reading.words.move_actor):
        return None
    return _made(reading, verb, cause, _tail(reading, verb, start), goal, cue_of(reading, verb), frame)


def _infinitive(reading: Reading, index: int) -> bool:
    return reading.tokens[index].xpos == "VB" or any(
        reading.low(each) == "to" for each in reading.kids(index, "mark")
    )


def _change(reading: Reading, verb: int, frame: Frame) -> Link | None:
    if _passive(reading, verb):
        return _change_passive(reading, verb, frame)
    target = _object(reading, verb)
    if target is None or target < verb:
        return None
    if frame.preposition and _complement(reading, verb, frame.preposition) is None:
        return None
    cause = cause_of(reading, verb)
    if cause is None or not _fits(reading, frame, cause[1], None):
        return None
    return _made(reading, verb, cause, _tail(reading, verb, verb), target, cue_of(reading, verb), frame)


def _change_passive(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """ "Trust was undermined by the leak": the effect is "Trust was undermined"."""
    agent = _agent(reading, verb)
    subject = reading.clauses.subject(verb)
    if agent is None or subject is None or subject >= verb:
        return None
    if frame.event and (reading.actor(agent) or not reading.event(agent)):
        return None
    by = reading.kids(agent, "case", "mark")
    end = by[0] if by else verb + 1
    effect = reading.trim(reading.stretch(subject, {verb})[0], max(end, verb + 1))
    if reading.tokens[verb].deprel.startswith("acl"):
        effect = reading.trim(reading.stretch(subject)[0], max(end, verb + 1))
    return _made(
        reading, verb, (_behind(reading, agent), agent), effect, subject, (verb, max(end, verb) + 1), frame
    )


def _swapped(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """ "The crisis stems from the embargo": the subject is the effect; so is the object of "blamed it on"."""
    source = _complement(reading, verb, frame.preposition)
    if source is None:
        return None
    thing = _object(reading, verb)
    if frame.passive and thing is not None and verb < thing < source:
        marks = [each for each in reading.kids(source, "case", "mark") if each < source]
        effect = reading.trim(reading.stretch(thing)[0], marks[0])
        return _made(
            reading, verb, (_behind(reading, source), source), effect, thing, (verb, verb + 1), frame
        )
    if frame.passive and not _passive(reading, verb):
        return None
    if frame.passive is False and _object(reading, verb) is not None:
        return None
    found = cause_of(reading, verb) if not frame.passive else None
    if found is None:
        subject = reading.clauses.subject(verb)
        if subject is None or subject == source:
            return None
        found = reading.stretch(subject, {verb, reading.clauses.predicate(verb)}), subject
    if reading.actor(found[1]) and reading.lemma(verb) not in ("depend", "hinge"):
        return None
    marks = [each for each in reading.kids(source, "case", "mark") if each < source]
    cue = cue_of(reading, verb, marks[-1] + 1 if marks else None)
    return _made(reading, verb, (_behind(reading, source), source), found[0], found[1], cue, frame)


def _made(
    reading: Reading,
    verb: int,
    cause: tuple[Stretch, int],
    effect: Stretch,
    head: int,
    cue: Stretch,
    frame: Frame,
) -> Link | None:
    span = cause[0]
    if max(span[0], effect[0]) < min(span[1], effect[1]):
        return None
    return Link(verb, span, cause[1], effect, head, cue, frame.sign, f"verb:{frame.name}")


_KINDS = {"join": _join, "move": _move, "change": _change, "swapped": _swapped}
