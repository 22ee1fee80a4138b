"""Meetings told by a verb: met, hosted, visited, received, telephoned, spoke by phone, negotiated.

Sunak will meet Modi in Delhi on Friday.        The committee met its target.
└ a ─┘          └ b┘    └place┘  └date┘         no side to meet: no meeting
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.recognise.meetings import people, status
from communique.recognise.meetings.frames import FRAMES, all_places, joined
from communique.recognise.meetings.scene import Scene
from communique.recognise.meetings.setting import (
    date_of,
    items,
    place_aside,
    place_before,
    place_of,
    topics_of,
)
from communique.recognise.meetings.sighting import Sighting
from communique.recognise.meetings.words import meeting_words

_MANY = frozenset(
    {"times", "often", "repeatedly", "regularly", "frequently", "twice", "occasions", "several"}
)


def in_verbs(scene: Scene) -> Iterator[Sighting]:
    """The sightings that verbs tell of, in order of the text."""
    verbs = meeting_words().verbs
    for token in scene.tokens:
        frame = verbs.get(scene.base(token.index)) if token.upos == "VERB" else None
        if frame is None or token.deprel in {"amod", "compound"}:
            continue
        sighting = _read(scene, token.index, frame)
        if sighting is None and scene.base(token.index) == "discuss":
            sighting = _discussion(scene, token.index)
        if sighting is not None:
            yield sighting


def _discussion(scene: Scene, verb: int) -> Sighting | None:
    """As in "the two leaders discussed trade": the agenda of a meeting of theirs told before."""
    speakers = people.subject(scene, verb)
    matters = scene.kids(verb, "obj")
    if not speakers or not matters or status.of_verb(scene, verb) != "held":
        return None
    return Sighting(
        trigger=verb,
        anchors=(verb,),
        word="discuss",
        kind="meeting",
        status="held",
        rule="meeting-verb:discuss",
        participants=joined(speakers, people.companions(scene, verb)),
        reference="demonstrative",
        noun=False,
        topics=tuple(
            span for thing in matters if scene.tokens[thing].upos != "PRON" for span in items(scene, thing)
        ),
        evidence=(scene.tokens[verb].sentence,),
    )


def _read(scene: Scene, verb: int, frame: str) -> Sighting | None:
    found = FRAMES[frame](scene, verb)
    if found is None:
        return None
    kind, sides, place = found
    standing = status.of_verb(scene, verb)
    if standing is None:
        return None
    if frame == "invite" and standing != "cancelled":
        standing = "proposed"
    anchors = _anchors(scene, verb)
    aside_of = place_aside(scene, anchors)
    goal = any(scene.is_one_of(each, meeting_words().movement) for each in anchors)
    place = place or place_of(scene, anchors, goal) or place_before(scene, verb)
    adverbs = {
        scene.tokens[each].text.lower() for anchor in anchors for each in scene.kids(anchor, "advmod", "obl")
    }
    aside = kind == "meeting" and any(
        scene.base(child) in {"sideline", "sidelines", "margin", "margins"}
        for child in scene.kids(verb, "obl")
    )
    return Sighting(
        trigger=verb,
        anchors=anchors,
        word=scene.base(verb),
        kind="sidelines" if aside else kind,  # type: ignore[arg-type]
        status=standing,
        rule=f"meeting-verb:{frame}",
        several=bool(adverbs & _MANY)
        or (kind == "visit" and any(all_places(scene, each) for each in scene.kids(verb, "obj"))),
        participants=sides,
        noun=False,
        date=date_of(scene, anchors),
        place=place or aside_of,
        loose_place=place is None and aside_of is not None,
        topics=topics_of(scene, verb, (verb,)),
        within=_container(scene, verb),
        evidence=(scene.tokens[verb].sentence,),
    )


def _anchors(scene: Scene, verb: int) -> tuple[int, ...]:
    """The verb, and the movement or plan that its infinitive belongs to: "flew to Oslo on Monday to meet"."""
    found = [verb]
    nouns = meeting_words().nouns
    if scene.base(verb) in {"host", "receive", "welcome", "meet"}:
        found.extend(
            c for c in scene.kids(verb, "obl") if scene.base(c) in nouns and scene.cases(c) & {"for", "at"}
        )
    index = verb
    words = meeting_words()
    for _ in range(3):
        token = scene.tokens[index]
        relation = token.deprel.partition(":")[0]
        if relation not in {"advcl", "xcomp"} or token.xpos not in {"VB", "VBG"} or token.head == index:
            break
        moves = scene.is_one_of(token.head, words.movement)
        due = relation == "xcomp" and scene.is_one_of(
            token.head, words.infinitive["planned"] - {"agree", "decide", "promise", "vow"}
        )
        if not (moves or due):
            break
        index = token.head
        found.append(index)
    return tuple(found)


def _container(scene: Scene, verb: int) -> int | None:
    wheres = {scene.base(each) for each in scene.kids(verb, "advmod")}
    token = scene.tokens[verb]
    return token.head if "where" in wheres and token.deprel.startswith(("acl", "advcl")) else None
