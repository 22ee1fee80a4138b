"""The lexicons of cause and effect as maps, built once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from communique.analyse import lexicon
from communique.analyse.inflection import verbs_by_form

MAKERS = frozenset(("make", "render", "leave"))
"""They make something so ("made it difficult to govern")."""


class Frame(NamedTuple):
    """How a verb takes its cause and its effect; ``causing_verbs.toml`` explains each part."""

    name: str
    kind: str
    """``join`` · ``move`` · ``change`` · ``swapped``."""
    sign: str = ""
    preposition: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    objects_behind: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()
    thing: bool = False
    event: bool = False
    small: bool = False
    carry: bool = False
    clause: bool = False
    passive: bool = False


class Phrase(NamedTuple):
    """Words of a connective, and what it does."""

    words: tuple[str, ...]
    kind: str


class CauseWords(NamedTuple):
    """The lists; the lexicon says what each is for."""

    forms: dict[str, str]
    """Inflected form → verb: a trained lemmatiser errs on verbs it has not seen."""

    verbs: dict[str, tuple[Frame, ...]]
    move_actor: frozenset[str]
    marks: dict[str, tuple[Phrase, ...]]
    """First word of a connective → the connectives that begin with it, longest first."""
    of_time: frozenset[str]
    of_manner: frozenset[str]
    states: frozenset[str]
    befalling: frozenset[str]
    not_after: frozenset[str]
    light: frozenset[str]
    purpose_modals: frozenset[str]
    reaction: dict[str, frozenset[str]]
    """Preposition → acts and sufferings whose cause stands behind it."""
    motives: frozenset[str]
    """Behind "out of" they are reasons."""
    calamities: frozenset[str]
    carriers: frozenset[str]
    nouns: dict[str, tuple[str, ...]]
    """Noun or adjective → what it may say: effect, cause, bearing, role, adjective."""
    noun_prepositions: dict[str, frozenset[str]]
    noun_verbs: dict[str, frozenset[str]]
    bad: frozenset[str]
    good: frozenset[str]
    mutual: frozenset[str]
    mutual_of_states: frozenset[str]
    judgements: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    burdens: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    hard: frozenset[str]
    open: frozenset[str]
    aim_verbs: frozenset[str]
    aims: frozenset[str]
    weights: frozenset[str]
    people: frozenset[str]
    """Offices and groups: somebody who acts."""
    outcomes: frozenset[str]
    events: frozenset[str]
    endings: tuple[str, ...]
    pronouns: frozenset[str]


def _set(row: dict[str, Any], key: str) -> frozenset[str]:
    return frozenset(row.get(key, "").split())


def _frame(name: str, kind: str, row: dict[str, Any]) -> Frame:
    return Frame(
        name=name,
        kind=kind,
        sign=row.get("lean", ""),
        preposition=_set(row, "with"),
        objects=_set(row, "objects"),
        objects_behind=_set(row, "objects_behind"),
        not_objects=_set(row, "not_objects"),
        after=_set(row, "after"),
        particle=_set(row, "particle"),
        thing=row.get("subject") == "thing",
        event=row.get("event", False),
        small=row.get("small", False),
        carry=row.get("carry", False),
        clause=row.get("clause", False),
        passive=row.get("passive", False),
    )


def _verbs() -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}

    def put(words: str, frame: Frame) -> None:
        for word in words.split():
            frames = found.setdefault(word, [])
            if frame not in frames:
                frames.append(frame)

    causing = lexicon.load("causing_verbs")
    for kind in ("join", "swapped"):
        for name, row in causing[kind].items():
            put(row["words"], _frame(f"{kind}-{name}", kind, row))
    put(causing["move"]["words"], Frame("move", "move"))
    for sign, row in lexicon.load("changing_verbs").items():
        strict = _set(row, "strict")
        for word in row["words"].split():
            frame = _frame(f"change-{sign}", "change", row)
            put(word, frame._replace(sign=sign, event=word in strict))
    return {word: tuple(frames) for word, frames in found.items()}


def _marks() -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for kind, row in lexicon.load("connectives").items():
        for phrase in row.get("words", ()):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append(Phrase(words, kind))
    return {first: tuple(sorted(them, key=lambda it: -len(it.words))) for first, them in found.items()}


def _nouns(rows: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, row in rows.items():
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), kind)
    return found


def _people() -> frozenset[str]:
    return frozenset(_strings(lexicon.load("groups")))


def _strings(value: object) -> Iterator[str]:
    """All words in the lists of a table, however deep."""
    if isinstance(value, str):
        yield from value.lower().split()
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


@lexicon.cached
def cause_words() -> CauseWords:
    """The lists, read once."""
    connectives, nouns = lexicon.load("connectives"), lexicon.load("causal_nouns")
    outcomes = lexicon.load("outcomes")

    def all_of(row: dict[str, str]) -> frozenset[str]:
        return frozenset(word for words in row.values() for word in words.split())

    bad, good = all_of(outcomes["bad"]), all_of(outcomes["good"])
    named = frozenset((outcomes["bad"]["nouns"] + outcomes["good"]["nouns"]).split())
    verbs = _verbs()
    return CauseWords(
        forms=verbs_by_form(
            (
                *verbs,
                *MAKERS,
                *_set(nouns["bearing"], "verbs"),
                *connectives["reaction"]["for"].split(),
                *connectives["reaction"]["in"].split(),
                *connectives["reaction"]["carriers"].split(),
                *connectives["reason_clause"]["befalling"].split(),
                *_set(outcomes["moving"], "rise"),
                *_set(outcomes["moving"], "fall"),
            )
        ),
        verbs=verbs,
        move_actor=_set(lexicon.load("causing_verbs")["move"], "actor_too"),
        marks=_marks(),
        of_time=frozenset(connectives["reason_clause"]["of_time"]),
        of_manner=_set(connectives["reason_clause"], "of_manner"),
        states=_set(connectives["reason_clause"], "states"),
        befalling=_set(connectives["reason_clause"], "befalling"),
        not_after=frozenset(connectives["condition"]["not_after"]),
        light=_set(outcomes["light"], "nouns"),
        purpose_modals=_set(connectives["result_clause"], "purpose_modals"),
        reaction={key: _set(connectives["reaction"], key) for key in ("over", "for", "in")},
        motives=_set(connectives["reason_phrase"], "out_of"),
        calamities=_set(connectives["reaction"], "in_what"),
        carriers=_set(connectives["reaction"], "carriers"),
        nouns=_nouns(nouns),
        noun_prepositions={kind: _set(row, "prepositions") for kind, row in nouns.items()},
        noun_verbs={kind: _set(row, "verbs") for kind, row in nouns.items()},
        bad=bad,
        good=good,
        mutual=_set(outcomes["mutual"], "nouns"),
        mutual_of_states=_set(outcomes["mutual"], "of_states"),
        judgements=_set(outcomes["judgement"], "nouns"),
        rising=_set(outcomes["moving"], "rise"),
        falling=_set(outcomes["moving"], "fall"),
        burdens=_set(outcomes["moving"], "burdens"),
        more=_set(outcomes["moving"], "more"),
        less=_set(outcomes["moving"], "less"),
        hard=_set(outcomes["ease"], "hard"),
        open=_set(outcomes["open"], "words"),
        aim_verbs=_set(lexicon.load("causing_verbs")["aim"], "verbs"),
        aims=_set(lexicon.load("causing_verbs")["aim"], "nouns"),
        weights=_set(lexicon.load("causing_verbs")["weight"], "words"),
        people=_people(),
        outcomes=named | _set(outcomes["outcome"], "nouns"),
        events=_set(outcomes["event"], "nouns"),
        endings=tuple(outcomes["event"]["endings"].split()),
        pronouns=_set(outcomes["event"], "pronouns"),
    )
