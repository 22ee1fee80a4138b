"""How a matter stands, where the text says so in its own voice.

The claims were never proven. → unproven        The general was acquitted. → refuted
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.analyse.certainty import judge
from communique.recognise.matters import conduct
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Matter, Side, Sighting
from communique.recognise.matters.words import Standing


class Ruling(NamedTuple):
    """What a passage says of how a matter stands: one told there, or one held against a person."""

    trigger: int
    standing: Standing
    noun: int | None
    """The noun that it is said of: "the |allegations| were proved false"."""
    person: tuple[int, ...]
    matter: Matter | None
    side: Side | None = None
    """What the lack of evidence makes of a claim: nobody's side."""


def rulings(scene: Scene, index: int) -> Ruling | None:
    """What a word says of how a matter stands, if it does."""
    token = scene.tokens[index]
    word = scene.low(index)
    lists = scene.words.standing
    if token.upos == "NOUN":
        return _no_evidence(scene, index) if word in lists.no else None
    if token.upos == "ADJ":
        return _adjective(scene, index, word)
    if token.upos != "VERB" or not _vouched(scene, index):
        return None
    if word in lists.persons:
        return _person(scene, index, lists.persons[word])
    if word in lists.guilty:
        return _guilty(scene, index)
    return _verb(scene, index, word)


def _vouched(scene: Scene, index: int) -> bool:
    """Whether the article itself says so, for sure: not "could be cleared", "his lawyer says he was"."""
    judged = judge(scene.analysis, index)
    return judged.certainty == "certain" and judged.holder < 0


def _no_evidence(scene: Scene, noun: int) -> Ruling | None:
    before = {scene.low(each) for each in scene.kids(noun, "det", "amod")}
    verb = scene.tokens[noun].head
    denied = bool(before & {"no", "little"}) or ("any" in before and bool(scene.clause(verb).negations))
    if not denied:
        return None
    for child in scene.kids(noun, "acl", "nmod", "ccomp", "advcl"):
        cases = scene.prepositions(child)
        if cases & {"that", "of", "for", "to"}:
            side = _undecided(scene, noun, child)
            if scene.low(child) in scene.words.nouns:
                return Ruling(noun, "unproven", child, (), None, side)
            if not conduct.is_general(scene, child):
                return Ruling(noun, "unproven", None, (), conduct.matter(scene, child), side)
    return Ruling(noun, "unproven", None, (), None)


def _undecided(scene: Scene, noun: int, child: int) -> Side:
    """Who found "no evidence of payments", or what "there is no evidence that" is said of."""
    token = scene.tokens[noun]
    verb = token.head
    if scene.base[noun] == "obj" and scene.tokens[verb].upos == "VERB":
        subject = scene.subject(verb)
        source, entity = scene.source(subject, verb) if subject is not None else (None, None)
        if source is not None:
            cue = (scene.tokens[verb].start, scene.tokens[verb].end)
            claim = scene.offsets(*conduct.extent(scene, noun))
            number = scene.by_cue.get(verb)
            return Side("neutral", source, entity, cue, claim, "unknown", number, verb)
    first = min([noun, *scene.kids(noun, "det", "amod")])
    cue = scene.offsets(first, noun + 1)
    claim = scene.offsets(*conduct.extent(scene, child))
    return Side("neutral", None, None, cue, claim, "unknown", None, noun)


def _subject(scene: Scene, index: int) -> int | None:
    found = scene.clauses.subject(index)
    return scene.antecedent(index, found) if found is not None else None


def _adjective(scene: Scene, index: int, word: str) -> Ruling | None:
    standing = scene.words.standing.adjectives.get(word)
    if standing is None or scene.base[index] == "amod" or not _vouched(scene, index):
        return None
    subject = _subject(scene, index)
    if subject is None and scene.base[index] == "xcomp":
        subject = _subject(scene, scene.tokens[index].head)
    if subject is None or scene.clause(index).negations:
        return None
    return Ruling(index, standing, subject, (), None)


def _person(scene: Scene, verb: int, standing: Standing) -> Ruling | None:
    done_to, _passive = scene.object_of(verb)
    if done_to is None or scene.clause(verb).negations:
        return None
    people = scene.people(done_to)
    return Ruling(verb, standing, None, people, None) if people else None


def _guilty(scene: Scene, verb: int) -> Ruling | None:
    if scene.clause(verb).negations:
        return None
    for child in scene.kids(verb, "xcomp", "amod", "advmod", "obj", "advcl"):
        if scene.low(child) == "guilty":
            denied = (
                any(scene.low(each) == "not" for each in scene.children[child])
                or scene.low(child - 1) == "not"
            )
            pleaded = scene.low(verb).startswith("ple")
            if denied and pleaded:
                return None
            found = scene.object_of(verb)[0] if not pleaded else scene.subject(verb)
            people = scene.people(found) if found is not None else ()
            return Ruling(verb, "refuted" if denied else "proven", None, people, None) if people else None
    return None


def _verb(scene: Scene, verb: int, word: str) -> Ruling | None:
    lists = scene.words.standing
    denied = bool(scene.clause(verb).negations)
    standing = lists.verbs.get(word)
    for child in scene.kids(verb, "xcomp", "ccomp"):  # "proved false", "proved unfounded"
        other = lists.adjectives.get(scene.low(child))
        if other is None and scene.base[child] == "ccomp":
            continue
        objects = [each for each in scene.kids(verb, "obj") if each < child]
        if objects and word in lists.denied:  # "an audit proved the claims false"
            return Ruling(verb, other, objects[0], (), None) if other is not None and not denied else None
        subject = _subject(scene, verb)
        if subject is None:
            subject = _subject(scene, child)
        return Ruling(verb, other, subject, (), None) if other is not None and not denied else None
    if word in lists.denied and denied:
        standing = "unproven"
    elif standing is None or denied:
        return None
    if denied and standing == "unproven":
        for child in scene.kids(verb, "ccomp"):  # "did not establish that …"
            return Ruling(verb, "unproven", None, (), conduct.matter(scene, child))
    noun, passive = scene.object_of(verb)
    return Ruling(verb, standing, noun, (), None) if noun is not None and passive else None


def applies(scene: Scene, ruling: Ruling, sightings: list[Sighting]) -> Iterator[Sighting]:
    """The sightings in the sentence that a ruling speaks of."""
    for sighting in sightings:
        told = sighting.matter
        if ruling.noun is not None:
            if ruling.noun == sighting.trigger or (told is not None and told.head == ruling.noun):
                yield sighting
        elif ruling.person:
            if set(ruling.person) & set(sighting.about) and sighting.kind in ("allegation", "investigation"):
                yield sighting
        elif ruling.matter is not None and told is not None and ruling.matter.head == told.head:
            yield sighting
