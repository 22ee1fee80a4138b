"""Sides told by who speaks: officials stand by their state, and who has taken a side keeps it.

Hanoi accused Jakarta of ramming a boat. "Our men were hurt," said the Vietnamese foreign minister.   critical
An admiral of the Indonesian coast guard said no vessel had been rammed.                            supportive
"""

from __future__ import annotations

from communique.analyse import lexicon
from communique.analyse.analysis import Entity
from communique.recognise.matters import voices
from communique.recognise.matters.sameness import Group
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.words import Stance
from communique.recognise.meetings.forms import office_words
from communique.recognise.statement import StatementFound

_KEPT = 2
"""Sentences over which somebody is taken to go on with what he has begun to say."""
_BODIES = frozenset(("country", "government", "organization"))

_BLAMING = frozenset(("accuse", "criticise"))


def stance(scene: Scene, said: StatementFound, group: Group, here: int) -> Stance | None:
    """The side of somebody who has taken one just before, or who speaks for a state that is in the matter."""
    if said.source_entity is None:
        return None
    kinds = {each.kind for each in group.sightings if each.matter is not None}
    if kinds & {"allegation", "criticism"}:
        return _kept(said.source_entity, group, here) or _for_state(scene, said.source_entity, group)
    return _against(scene, said, group) if kinds == {"dispute"} else None


def _against(scene: Scene, said: StatementFound, group: Group) -> Stance | None:
    """As in "Spain and Senegal quarrel over fish. Spain's minister said Senegal had lied."."""
    entities = scene.analysis.entities
    assert said.source_entity is not None
    own = entities[said.source_entity].country
    states = {entities[each].country for each in group.about if entities[each].kind in _BODIES} - {None}
    others = {entities[each].country for each in said.about} & states
    if own not in states or not others - {own} or not _is_official(scene, entities[said.source_entity]):
        return None
    return (
        "critical" if said.polarity == "negative" or said.kind in _BLAMING or _blames(scene, said) else None
    )


def _kept(speaker: int, group: Group, here: int) -> Stance | None:
    told = [
        side.stance
        for each in group.sightings
        for side in each.sides
        if side.entity == speaker and 0 <= here - each.sentences[-1] <= _KEPT
    ]
    return told[-1] if told and told[-1] != "neutral" else None


def _for_state(scene: Scene, speaker: int, group: Group) -> Stance | None:
    """Only between states: within one, an official may be on either side."""
    entities = scene.analysis.entities
    own = entities[speaker].country
    if own is None or not _is_official(scene, entities[speaker]):
        return None
    accused = {entities[each].country for each in group.about if entities[each].kind in _BODIES}
    accusers = {
        entities[side.entity].country
        for each in group.sightings
        for side in each.sides
        if side.stance == "critical" and side.entity is not None
    }
    accused.discard(None)
    accusers.discard(None)
    if not accused or not accusers or accused & accusers:
        return None
    return "supportive" if own in accused else "critical" if own in accusers else None


def _blames(scene: Scene, said: StatementFound) -> bool:
    return voices.told(scene, said) == "critical"


def _is_official(scene: Scene, entity: Entity) -> bool:
    if entity.kind != "person":
        return entity.kind in ("country", "government")
    text = scene.analysis.document.text
    words = {word.lower().strip(",") for role in entity.roles for word in text[role.start : role.end].split()}
    return bool(words & _offices())


@lexicon.cached
def _offices() -> frozenset[str]:
    return office_words() | frozenset(lexicon.load("stances")["spokesmen"]["nouns"].split())
