"""What those say of it among whom something arouses concern or criticism.

This shift raised concerns |among allies|, who feared that |the minister's silence| could undermine the pact.
                           └ source ───┘      └ cue ┘      └ matter ─────────────┘
"""

from __future__ import annotations

from communique.analyse.certainty.clause import lowered
from communique.recognise.matters import conduct, voices
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Matter, Side

_AMONG = frozenset(("among", "amongst", "from", "by"))
_POINTING = frozenset(("this", "that", "these", "those", "such"))
_THINKING = frozenset(("assert", "believe", "accuse", "criticise"))


def said_by(scene: Scene, noun: int) -> list[int]:
    """The statements of those who stand behind the noun: "concerns among allies, |who feared …|"."""
    found = []
    here = scene.analysis.sentences[scene.tokens[noun].sentence]
    for number in scene.told[scene.tokens[noun].sentence]:
        said = scene.statements[number]
        if said.source is None or said.kind not in _THINKING or said.cue_token <= noun:
            continue
        first = next((t.index for t in scene.tokens[noun + 1 : here.last] if t.start == said.source[0]), None)
        if first is not None and scene.low(first - 1) in _AMONG and first - noun <= 3:
            found.append(number)
    return found


def sides(scene: Scene, numbers: list[int]) -> tuple[Side, ...]:
    """Each statement as a side against what aroused it."""
    return tuple(voices.side(scene, number, scene.statements[number], "critical") for number in numbers)


def feared(scene: Scene, numbers: list[int]) -> Matter | None:
    """The conduct that the first of the statements speaks of; known again by what it is feared to do."""
    for number in numbers:
        said = scene.statements[number]
        topic = voices.topic_of(scene, said)
        if topic is None or not conduct.is_deed(scene, topic) or not conduct.doers(scene, topic):
            continue
        told = conduct.matter(scene, topic)
        verb = scene.tokens[topic].head
        inside = scene.analysis.sentences[scene.tokens[topic].sentence]
        words = frozenset(
            conduct.stem(lowered(token))
            for token in scene.tokens[told.last : inside.last]
            if token.end <= said.content[1] and token.upos in ("NOUN", "PROPN", "VERB", "ADJ")
        )
        done = conduct.stem(lowered(scene.tokens[verb]))
        return told._replace(conduct=told.conduct | {done}, words=(told.words | words) - {done})
    return None


def points_back(scene: Scene, subject: int | None) -> bool:
    """Whether a subject only takes up what was told before: "|this| shift in tone"."""
    if subject is None:
        return False
    return any(scene.low(each) in _POINTING for each in scene.kids(subject, "det"))
