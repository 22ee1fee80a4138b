"""Controversies: matters on which people are said to disagree, or for which somebody is criticised.

    Opposition parties accused the mayor of selling public land. The mayor denied the allegations.
        → allegation "selling public land", about the mayor
          critical: Opposition parties, "accused" · supportive: The mayor, "denied"

1. Words that raise, answer or name a matter are sighted: verbs (``matters.verbs``), nouns
   (``matters.nouns``), adjectives, and critics or supporters who speak (``matters.voices``).
2. Passages on the same conduct are joined (``matters.sameness``).
3. What the text says of how it stands is added (``matters.standing``).
4. A matter that nobody raises is none: "X defended the plan" alone, or the word "controversy" alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.analyse.analysis import Analysis, Date, Place
from communique.recognise.matters import answers, nouns, sameness, standing, verbs, voices
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.setting import Setting
from communique.recognise.matters.sighting import Side, Sighting, Span
from communique.recognise.matters.words import Kind, Stance, Standing
from communique.recognise.meeting import MeetingFound
from communique.recognise.statement import StatementFound
from communique.records.base import Certainty


@dataclass(frozen=True, slots=True)
class PositionFound:
    """One side. Spans are offsets; ``source`` is ``None`` where the text names nobody."""

    stance: Stance
    source: Span | None
    entity: int | None
    """Index into ``Analysis.entities``."""
    cue: Span | None
    claim: Span
    certainty: Certainty
    statement: int | None
    """Index of the statement that it was read from."""


@dataclass(frozen=True, slots=True)
class ControversyFound:
    """A controversy as the rules found it. Spans are offsets, all else indices."""

    key: str
    """What the id is made of."""
    name: str
    name_span: Span
    """Where the name stands in the text, for evidence."""
    kind: Kind
    about: tuple[int, ...]
    """Indices into ``Analysis.entities``."""
    positions: tuple[PositionFound, ...]
    standing: Standing | None
    meetings: tuple[int, ...]
    """Indices into the meetings given."""
    date: Date | None
    place: Place | None
    evidence: tuple[Span, ...]
    """The sentences that tell of it."""
    found_by: str


def recognise(
    analysis: Analysis, statements: tuple[StatementFound, ...], meetings: tuple[MeetingFound, ...]
) -> tuple[ControversyFound, ...]:
    """The controversies an article tells of, in the order in which they are first told.

    Args:
        analysis: with tokens, sentences, mentions, entities, dates and places.
        statements: those of the same analysis; critics and supporters are read from them.
        meetings: those of the same analysis, for what a controversy arose from.
    """
    scene = Scene(analysis, statements)
    found, ruled = _sightings(scene)
    groups = [
        group for group in sameness.merge(found) if group.raised or voices.opposed(scene, group.sightings)
    ]
    answers.attach(scene, groups)
    _rule(scene, ruled, groups)
    setting = Setting(scene, meetings) if groups else None
    return tuple(_found(scene, setting, group) for group in groups) if setting is not None else ()


def _sightings(scene: Scene) -> tuple[list[Sighting], list[standing.Ruling]]:
    words = scene.words
    found: list[Sighting] = []
    ruled: list[standing.Ruling] = []
    stands = words.standing
    deciding = (
        stands.no
        | stands.denied
        | stands.guilty
        | stands.adjectives.keys()
        | stands.verbs.keys()
        | stands.persons.keys()
    )
    for token in scene.tokens:
        low = token.text.lower()
        sighting = None
        if low in words.verbs and token.upos in ("VERB", "ADJ"):
            sighting = verbs.in_verb(scene, token.index, words.verbs[low])
        if low in words.nouns and token.upos == "NOUN":
            sighting = nouns.in_noun(scene, token.index, words.nouns[low])
        elif low in words.disputed:
            sighting = voices.disputed(scene, token.index)
        elif low in words.attitude:
            sighting = voices.attitude(scene, token.index)
        if sighting is not None:
            found.append(sighting)
        if low in deciding:
            ruling = standing.rulings(scene, token.index)
            if ruling is not None:
                ruled.append(ruling)
    found.extend(voices.in_statements(scene))
    for each in found:
        each.sentences = (scene.tokens[each.trigger].sentence,)
    return sorted(found, key=lambda each: (each.trigger, each.rule)), ruled


def _rule(scene: Scene, ruled: list[standing.Ruling], groups: list[sameness.Group]) -> None:
    """Give each ruling to the matter that it speaks of; one that fits none is dropped."""
    for ruling in ruled:
        here = scene.tokens[ruling.trigger].sentence
        group = _ruled_on(scene, ruling, groups, here)
        if group is not None:
            group.standing = ruling.standing
            group.seen = max(group.seen, here)
            if ruling.side is not None:
                group.sightings.append(
                    Sighting(
                        ruling.trigger, "criticism", "criticised", None, None, (), (ruling.side,),
                        "controversy.answer", raises=False, sentences=(here,),
                    )
                )  # fmt: skip
            elif all(here not in each.sentences for each in group.sightings):
                group.sightings[-1].sentences += (here,)


def _ruled_on(
    scene: Scene, ruling: standing.Ruling, groups: list[sameness.Group], here: int
) -> sameness.Group | None:
    groups = groups[-sameness.LAST :]
    for group in reversed(groups):
        same = [each for each in group.sightings if here in each.sentences]
        if any(True for _ in standing.applies(scene, ruling, same)):
            return group
    for group in reversed(groups):
        first = group.sightings[0].sentences[0]
        if ruling.matter is not None:
            if any(
                each.matter is not None and sameness.alike(ruling.matter, each.matter)
                for each in group.sightings
            ):
                return group
            told = {number for each in group.sightings for number in each.sentences}
            near = any(number in told for number in range(here - 2, here + 1))
            if near and set(ruling.matter.entities) & set(group.about):
                return group
        elif ruling.person and first <= here <= group.seen + sameness.RECALL:
            accused = any(each.kind in ("allegation", "investigation") for each in group.sightings)
            if accused and set(ruling.person) & set(group.about):
                return group
    return _beside(scene, groups, here) if ruling.side is not None else None


def _beside(scene: Scene, groups: list[sameness.Group], here: int) -> sameness.Group | None:
    """As in "… had paid bribes. An inquiry found no evidence of it.": the only allegation there."""
    sentences, text = scene.analysis.sentences, scene.analysis.document.text
    found = []
    for group in groups:
        kinds = {each.kind for each in group.sightings if each.matter is not None}
        near = {n for each in group.sightings for n in each.sentences if abs(n - here) <= 1}
        if kinds & {"allegation", "investigation"} and any(
            "\n\n" not in text[sentences[min(n, here)].start : sentences[max(n, here)].start] for n in near
        ):
            found.append(group)
    return found[0] if len(found) == 1 else None


def _found(scene: Scene, setting: Setting, group: sameness.Group) -> ControversyFound:
    named = [each for each in group.sightings if each.name is not None]
    raised = next((each for each in named if each.raises), named[0])
    assert raised.name is not None
    span = scene.offsets(*raised.name)
    text = scene.analysis.document.text
    name = " ".join(text[slice(*span)].split())
    sentences = sorted({number for each in group.sightings for number in each.sentences})
    told = [each for each in group.sightings if each.anchors]
    return ControversyFound(
        key=name,
        name=name,
        name_span=span,
        kind=raised.kind,
        about=tuple(group.about),
        positions=_positions(group),
        standing=group.standing,
        meetings=tuple(sorted({number for each in told for number in setting.arose(each)})),
        date=next((date for each in told if (date := setting.date(each)) is not None), None),
        place=next((place for each in told if (place := setting.place(each)) is not None), None),
        evidence=tuple(
            (scene.analysis.sentences[n].start, scene.analysis.sentences[n].end) for n in sentences
        ),
        found_by=raised.rule,
    )


def _positions(group: sameness.Group) -> tuple[PositionFound, ...]:
    """The sides, each cue once. What nobody in particular holds counts where it is told first."""
    sides: dict[int, Side] = {}
    first = set(group.sightings[0].sentences)
    named = any(
        side.source is not None and side.stance == "critical"
        for each in group.sightings
        if first & set(each.sentences)
        for side in each.sides
    )
    for number, sighting in enumerate(group.sightings):
        for side in sighting.sides:
            unnamed = side.source is None and side.stance == "critical" and sighting.matter is not None
            if not unnamed or (number == 0 and not named):
                sides.setdefault(side.cue_token, side)
    return tuple(
        PositionFound(
            side.stance, side.source, side.entity, side.cue, side.claim, side.certainty, side.statement
        )
        for side in sides.values()
    )
