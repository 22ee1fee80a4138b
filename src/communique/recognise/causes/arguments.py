"""What a verb takes: what causes it, its object and complements, its agent, how far its clause goes.

Angered by the veto, Riga left the talks, leaving its partners divided.
                     └ cause of "leaving": the clause it goes on from ┘
"""

from __future__ import annotations

from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch
from communique.recognise.causes.words import MAKERS, Frame

Part = tuple[Stretch, int]
"""A stretch and its head."""


def passive(reading: Reading, verb: int) -> bool:
    """Whether a verb is in the passive, or a participle after its noun."""
    token = reading.tokens[verb]
    if token.xpos != "VBN":
        return False
    kids = reading.children[verb]
    relations = [reading.tokens[each].deprel for each in kids]
    if "nsubj:pass" in relations or "aux:pass" in relations:
        return True
    if token.deprel.startswith("acl") and "aux" not in relations:
        return True
    return reading.relation[verb] == "conj" and "aux" not in relations and passive(reading, token.head)


def agent_of(reading: Reading, verb: int) -> int | None:
    """The noun or gerund behind "by"."""
    for each in reading.children[verb]:
        if each > verb and reading.relation[each] in ("obl", "advcl") and reading.preposition(each) == "by":
            return each
    return None


def object_of(reading: Reading, verb: int) -> int | None:
    """The object of a verb."""
    for each in reading.children[verb]:
        if reading.relation[each] in ("obj", "iobj"):
            return each
    if reading.relation[verb] == "conj":
        for each in reading.kids(reading.tokens[verb].head, "obj"):
            return next((noun for noun in reading.kids(each, "conj") if robbed(reading, noun) == verb), None)
    return None


def robbed(reading: Reading, noun: int) -> int | None:
    """The verb whose object the parser joined to the one before: "surprised aides and |alarmed| allies"."""
    first = reading.stretch(noun)[0]
    verb = first - 1
    if verb < 0 or reading.relation[verb] != "conj" or reading.tokens[verb].upos != "VERB":
        return None
    governor = reading.tokens[reading.tokens[noun].head].head
    return verb if reading.tokens[verb].head == governor and reading.child(verb, "obj") is None else None


def complement(reading: Reading, verb: int, prepositions: frozenset[str]) -> int | None:
    """The noun or gerund behind one of the prepositions."""
    for each in reading.children[verb]:
        if each < verb or reading.relation[each] not in ("obl", "advcl", "xcomp", "ccomp"):
            continue
        if prepositions & reading.prepositions(each) and reading.tokens[each].xpos != "VB":
            return each
    return None


def behind(reading: Reading, index: int) -> Stretch:
    """A phrase without its preposition."""
    return reading.stretch(index, {each for each in reading.kids(index, "case", "mark") if each < index})


def cause_of(reading: Reading, verb: int) -> Part | None:
    """What brings about what an active verb says, and its head: a subject, or the clause it goes on from."""
    node = verb
    for _ in range(8):
        token = reading.tokens[node]
        own = reading.child(node, "nsubj", "csubj")
        if own is not None:
            if _is_aim(reading, node, own):
                return None
            found = _subject(reading, own, node, verb)
            if found is not None and reading.actor(found[1]):
                return _means(reading, verb) or found
            return found
        relation = reading.relation[node]
        accused = _accused(reading, node)
        if accused is not None:
            return reading.stretch(accused), accused
        if (relation == "conj" and reading.is_clause(token.head)) or (
            relation == "xcomp" and not _aimed(reading, token.head)
        ):
            node = token.head
        elif relation in ("acl", "advcl") and token.xpos == "VB" and _weighs(reading, token.head):
            node = reading.tokens[token.head].head
        elif relation == "advcl" and token.xpos == "VBG" and not _opened(reading, node):
            main = token.head
            shared = _shared(reading, main)
            if shared is not None:
                return shared
            span = reading.clause(main, {node})
            if span[0] <= verb < span[1]:
                return None
            return span, main
        elif relation == "acl" and token.xpos in ("VBG", "VBN") and not _opened(reading, node):
            before = _before_comma(reading, node)
            if before is not None and token.xpos == "VBG":
                return reading.clause(before, {node}), before
            return reading.stretch(token.head, {node}), token.head
        else:
            return None
    return None


def _accused(reading: Reading, node: int) -> int | None:
    """ "accusing |the envoy| of misleading allies and undermining the talks": who did it is the object.

    The second participle belongs to the one beside it, even where the parser hung it on the accusing.
    """
    if reading.relation[node] in ("xcomp", "ccomp", "advcl"):
        # not "stopped the envoy |from| undermining the talks"
        return reading.clauses.controlled_by(node) if "of" in reading.prepositions(node) else None
    above = reading.tokens[node].head
    if reading.relation[node] != "conj" or reading.tokens[node].xpos != "VBG":
        return None
    for each in reading.kids(above, "xcomp", "ccomp", "advcl"):
        found = reading.clauses.controlled_by(each) if above < each < node else None
        if found is not None and "of" in reading.prepositions(each):
            return found
    return None


def _shared(reading: Reading, main: int) -> Part | None:
    """ "The leak caused an outcry, raising doubts": one subject, where the first verb joins too."""
    for _ in range(4):
        subject = reading.child(main, "nsubj")
        if subject is not None and subject < main and reading.relation[main] not in ("ccomp", "xcomp"):
            lemma = reading.lemma(main)
            joins = lemma in reading.words.verbs or lemma in MAKERS or lemma == "add"
            if (
                not joins
                or reading.actor(subject)
                or reading.lemma(subject) in ("which", "that", "who", "it")
            ):
                return None
            return reading.stretch(subject), subject
        if reading.relation[main] not in ("xcomp", "ccomp", "conj", "csubj", "advcl"):
            return None
        main = reading.tokens[main].head
    return None


def _aimed(reading: Reading, verb: int) -> bool:
    """Whether a verb makes the infinitive under it an aim: "sought to", but not "the law threatens to"."""
    if reading.lemma(verb) not in reading.words.aim_verbs:
        return False
    subject = reading.child(verb, "nsubj")
    return subject is None or reading.lemma(verb) != "threaten" or reading.actor(subject)


def _is_aim(reading: Reading, verb: int, subject: int) -> bool:
    """ "The march was to draw attention": an infinitive behind "be"; of aims, "is to ease", not "eases"."""
    if reading.lemma(subject) in reading.words.aims:
        return any(reading.low(each) == "to" for each in reading.kids(verb, "mark", "aux"))
    return reading.tokens[subject].deprel == "nsubj:outer" and reading.tokens[verb].xpos == "VB"


def _weighs(reading: Reading, noun: int) -> bool:
    """ "did little to ease", "has the potential to harm": what does it or has it is the cause."""
    above = reading.lemma(reading.tokens[noun].head)
    return reading.lemma(noun) in reading.words.weights and above in ("do", "have", "be")


def _opened(reading: Reading, clause: int) -> bool:
    """Whether a preposition or conjunction stands before a clause: "accused of lying"."""
    first = reading.analysis.subtree(clause)[0]
    return reading.tokens[first].xpos in ("IN", "TO") or reading.child(clause, "mark") is not None


def _before_comma(reading: Reading, clause: int) -> int | None:
    """The clause that a participle after a comma goes on from, where the parser hung it on the last noun."""
    first = reading.analysis.subtree(clause)[0]
    if not first or "," not in (reading.low(first), reading.low(first - 1)):
        return None
    main = reading.clauses.predicate(reading.tokens[clause].head)
    return main if main != clause and reading.tokens[main].upos == "VERB" and main < clause else None


def _means(reading: Reading, verb: int) -> Part | None:
    """ "By leaving the pact, Manila weakened …": not Manila but its leaving."""
    for each in reading.kids(verb, "advcl"):
        if reading.tokens[each].xpos == "VBG" and reading.preposition(each) == "by":
            opened = {kid for kid in reading.kids(each, "mark", "case") if kid < each}
            return reading.stretch(each, opened), each
    return None


def _subject(reading: Reading, own: int, node: int, verb: int) -> Part | None:
    if reading.lemma(own) not in ("which", "that", "who") or reading.tokens[own].upos == "DET":
        span = reading.stretch(own)
        if reading.low(own) == "there" or (reading.low(own) == "what" and span[1] - span[0] < 3):
            return None
        return span, own
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


def fits(reading: Reading, frame: Frame, head: int, effect: int | None) -> bool:
    """Whether the subject, and where asked the object, are such as can be cause and effect."""
    if frame.thing and reading.actor(head):
        return False
    if frame.name == "change-kill":
        return reading.event(head)
    if frame.event:
        if effect is not None and frame.kind == "join" and reading.outcome(effect):
            return True
        if frame.kind == "change":
            return not reading.actor(head)
        return reading.event(head)
    return True


def cue_of(reading: Reading, verb: int, last: int | None = None) -> Stretch:
    """The verb with a modal just before it ("could undermine"), up to a preposition of its own."""
    first = verb
    for each in reading.children[verb]:
        if each < verb and reading.tokens[each].xpos == "MD" and verb - each <= 3:
            first = each
    return first, (last if last is not None and verb < last <= verb + 6 else verb + 1)


def tail(reading: Reading, verb: int, start: int) -> Stretch:
    """From ``start`` to the end of the verb's own clause."""
    out = set(reading.joined(verb))
    for each in reading.children[verb]:
        relation = reading.relation[each]
        if each > verb and (relation in ("parataxis", "advcl") and _breaks(reading, each)):
            out.add(each)
        if relation in ("obj", "iobj"):
            out.update(
                noun
                for noun in reading.kids(each, "conj")
                if (hidden(reading, noun) or robbed(reading, noun)) is not None
            )
    first, last = reading.clause(verb, out)
    if reading.relation[verb] == "conj":
        thing = object_of(reading, verb)
        if thing is not None and reading.tokens[thing].head != verb:
            last = max(last, reading.stretch(thing)[1])
    return reading.trim(max(first, start), max(last, start + 1))


def hidden(reading: Reading, noun: int) -> int | None:
    """A verb that the parser took for an adjective of the second of two objects.

    "undermined unity and |emboldened| hardliners": after a verb in the past, "and" with a participle before a
    noun is read as another verb.
    """
    token = reading.tokens[noun]
    if reading.relation[noun] != "conj" or reading.relation[token.head] != "obj":
        return None
    governor = reading.tokens[reading.tokens[token.head].head]
    for each in reading.kids(noun, "amod"):
        frames = reading.words.verbs.get(reading.words.forms.get(reading.low(each), ""), ())
        if (
            each
            and reading.tokens[each - 1].deprel == "cc"
            and governor.xpos == "VBD"
            and reading.low(each).endswith("ed")
            and any(frame.kind == "change" for frame in frames)
        ):
            return each
    return None


def _breaks(reading: Reading, clause: int) -> bool:
    """Whether an adverbial clause says another thing: set off by a comma, or with a conjunction."""
    first = reading.analysis.subtree(clause)[0]
    if first and reading.tokens[first - 1].text == ",":
        return True
    if reading.tokens[first].text == ",":
        return True
    return reading.child(clause, "mark") is not None and reading.low(first) not in ("to", "from", "for")


def made(  # noqa: PLR0917 (the parts of one link)
    reading: Reading, verb: int, cause: Part, effect: Part, cue: Stretch, frame: Frame
) -> Link | None:
    """The link, unless cause and effect share words. A part is a stretch and its head."""
    if max(cause[0][0], effect[0][0]) < min(cause[0][1], effect[0][1]):
        return None
    spans = (reading.unaside(*cause), cause[1], reading.unaside(*effect), effect[1])
    return Link(verb, *spans, cue, frame.sign, f"verb:{frame.name}")
