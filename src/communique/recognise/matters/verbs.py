"""Verbs by which somebody takes a side: who criticises, accuses, investigates, denies, defends what.

The opposition criticised the minister for his handling of the floods.
└ source ────┘ └ cue ───┘ └ about ───┘     └ claim, matter ─────────┘
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.analyse.attribution import sources
from communique.recognise.matters import conduct
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Matter, Side, Sighting
from communique.recognise.matters.words import VerbFrame

FAMILY = {
    "allegation": "accused", "criticism": "criticised", "dispute": "disputed",
    "investigation": "investigated", "concern": "worried",
}  # fmt: skip
PRONOUNS = frozenset(("it", "this", "that", "them", "these", "those", "they"))
"""Pronouns that can stand for a deed."""


def in_verb(scene: Scene, verb: int, frame: VerbFrame) -> Sighting | None:
    """What a verb of criticism raises or answers; ``None`` where its arguments are none of a controversy."""
    token = scene.tokens[verb]
    if token.upos != "VERB" and not (frame.passive and token.upos == "ADJ"):
        return None
    if scene.base[verb] in ("amod", "compound", "case") or not scene.takes_place(
        verb, future=frame.name == "investigate"
    ):
        return None
    done_to, passive = scene.object_of(verb)
    if frame.passive and token.upos == "ADJ":
        done_to, passive = scene.clauses.subject(verb), True
    for about, head in _readings(scene, verb, frame, done_to, passive):
        if head is None:
            continue
        if scene.low(head) in PRONOUNS or (frame.own and scene.low(head) in scene.words.bare):
            return _again(scene, verb, frame, head, passive)
        if frame.wrong and scene.low(head) in scene.words.nouns:
            continue  # "charged with two counts of …": the noun tells it
        found = conduct.matter(scene, head)
        if not _fits(scene, frame, found, head == done_to):
            continue
        people = _about(scene, verb, frame, found, about)
        return Sighting(
            verb, frame.kind, FAMILY[frame.kind], found, conduct.named(scene, found.first, found.last),
            people, tuple(_sides(scene, verb, frame, found, passive)), f"controversy.verb.{frame.name}",
            raises=frame.raises, beside="with" in scene.prepositions(verb), standing=frame.standing,
            anchors=(verb, head),
        )  # fmt: skip
    return _of_person(scene, verb, frame, done_to, passive)


def _of_person(
    scene: Scene, verb: int, frame: VerbFrame, done_to: int | None, passive: bool
) -> Sighting | None:
    """As in "defended |the minister|": a side in a matter about her, where one was just told."""
    if frame.name not in ("defend", "criticise") or done_to is None or not scene.is_actor(done_to):
        return None
    people = scene.people(done_to)
    source, entity = source_of(scene, verb, passive)
    if not people or source is None or entity in people:
        return None
    cue = (scene.tokens[verb].start, scene.tokens[verb].end)
    claim = scene.offsets(*conduct.extent(scene, done_to))
    side = Side(frame.stance, source, entity, cue, claim, "certain", scene.by_cue.get(verb), verb)
    return Sighting(
        verb, frame.kind, FAMILY[frame.kind], None, None, people, (side,), f"controversy.verb.{frame.name}",
        reference="person", raises=False,
    )  # fmt: skip


def _readings(
    scene: Scene, verb: int, frame: VerbFrame, done_to: int | None, passive: bool
) -> Iterator[tuple[int | None, int | None]]:
    """Who is meant and what the matter is, the surest reading first."""
    if frame.sides:
        if passive == frame.passive:
            over = _below(scene, verb, frame.to, verb)
            if over is None:
                # "clashed |on a number of issues|", where the parser made an object of it
                objects = scene.kids(verb, "obj")
                over = next((c for c in objects if scene.prepositions(c) & frame.to), None)
            yield None, _included(scene, over)
        return
    if frame.to:
        yield None, _below(scene, verb, frame.to, verb)
        return
    if frame.clause:
        for child in scene.kids(verb, "ccomp"):
            if scene.prepositions(child) & frame.clause or (frame.own and scene.tokens[child].upos == "VERB"):
                yield done_to, child
    if frame.person and done_to is not None:
        yield done_to, _below(scene, verb, frame.person, verb)
        yield done_to, _below(scene, done_to, frame.person - {"on"}, verb) if done_to > verb else None
    if frame.own:
        for child in scene.kids(verb, "xcomp", "ccomp", "advcl"):
            if scene.tokens[child].xpos == "VBG" and child <= verb + 2:
                yield None, child
    if frame.deed:
        yield None, done_to


def _included(scene: Scene, over: int | None) -> int | None:
    """As in "clashed on a number of issues, including |the war in Mali|": what a general word includes."""
    node = over
    for _ in range(3):
        if node is None or not conduct.is_general(scene, node):
            return node
        below = scene.kids(node, "nmod")
        told = [each for each in below if scene.prepositions(each) & {"including", "like"}]
        node = told[0] if told else next((c for c in below if "of" in scene.prepositions(c)), None)
    return node


def _below(scene: Scene, above: int, prepositions: frozenset[str], after: int) -> int | None:
    found = [
        child
        for child in scene.kids(above, "obl", "advcl", "nmod", "acl", "ccomp", "xcomp")
        if child > after and scene.prepositions(child) & prepositions
    ]
    # "accused the mayor of Paris |of fraud|"
    return next(
        (child for child in found if scene.tokens[child].upos != "PROPN"), found[0] if found else None
    )


def _fits(scene: Scene, frame: VerbFrame, found: Matter, direct: bool) -> bool:
    head = found.head
    if conduct.is_general(scene, head):
        return False
    if frame.own and scene.tokens[head].upos == "NOUN":
        return conduct.is_wrong(scene, head) or scene.low(head) in scene.words.share
    if frame.wrong:
        return conduct.has_wrong(scene, found)
    if frame.sides:
        return scene.is_noun(head) and not (scene.is_actor(head) and not found.doers)
    if not direct:  # "accused of |…|", "objected to |…|"
        if scene.tokens[head].upos == "VERB":
            return True
        if frame.strict and frame.to:
            return conduct.is_deed(scene, head)
        return not scene.is_actor(head) or conduct.is_deed(scene, head) or _doing(scene, found)
    if frame.spoken and scene.low(head) in scene.words.force:
        return False
    if frame.strict:
        return conduct.is_listed_deed(scene, head) or (conduct.is_wrong(scene, head) and not frame.spoken)
    return conduct.is_deed(scene, head)


def _doing(scene: Scene, found: Matter) -> bool:
    """Whether the parser took a gerund for an adjective: "accused of |intimidating| witnesses"."""
    first = scene.tokens[found.first]
    return first.xpos == "VBG" and scene.base[found.first] == "amod" and first.head == found.head


def _about(scene: Scene, verb: int, frame: VerbFrame, found: Matter, about: int | None) -> tuple[int, ...]:
    if frame.sides:
        subject = scene.antecedent(verb, scene.clauses.subject(verb))
        people = scene.people(subject) if subject is not None else ()
        withs = [each for each in scene.kids(verb, "obl") if "with" in scene.prepositions(each)]
        return tuple(dict.fromkeys((*people, *(e for each in withs for e in scene.people(each)))))
    if frame.own:
        subject = scene.subject(verb)
        return found.doers or (scene.people(subject) if subject is not None else ())
    if about is not None and scene.is_actor(about):
        return scene.people(about)
    return found.doers


def _sides(scene: Scene, verb: int, frame: VerbFrame, found: Matter, passive: bool) -> Iterator[Side]:
    if frame.standing is not None or frame.sides:
        return
    claim = scene.offsets(found.first, found.last)
    source, entity = source_of(scene, verb, passive)
    number = scene.by_cue.get(verb)
    certainty = scene.statements[number].certainty if number is not None else "certain"
    cue = (scene.tokens[verb].start, scene.tokens[verb].end)
    yield Side(frame.stance, source, entity, cue, claim, certainty, number, verb)


def source_of(scene: Scene, verb: int, passive: bool) -> tuple[tuple[int, int] | None, int | None]:
    """Who does what the verb says, as offsets and entity."""
    head = sources.agent(scene.analysis, verb) if passive else scene.subject(verb)
    if head is None or not sources.can_speak(scene.analysis, head, saying=False):
        return None, None
    return scene.source(head, verb)


def _again(scene: Scene, verb: int, frame: VerbFrame, head: int, passive: bool) -> Sighting | None:
    """As in "others have defended it": a side in what was just spoken of."""
    if frame.sides or frame.standing is not None or (frame.clause and not frame.own):
        return None
    claim = scene.offsets(head, head + 1)
    source, entity = source_of(scene, verb, passive)
    cue = (scene.tokens[verb].start, scene.tokens[verb].end)
    side = Side(frame.stance, source, entity, cue, claim, "certain", scene.by_cue.get(verb), verb)
    about = (entity,) if frame.own and entity is not None else ()
    return Sighting(
        verb, frame.kind, FAMILY[frame.kind], None, None, about, (side,), f"controversy.verb.{frame.name}",
        reference="again" if frame.own else "pronoun", raises=False,
    )  # fmt: skip
