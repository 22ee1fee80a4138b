"""The lists of controversy_nouns, criticism_verbs, stances and standing as maps, built once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple, cast

from communique.analyse import lexicon
from communique.analyse.inflection import noun_forms, verb_forms

Kind = Literal["allegation", "criticism", "dispute", "investigation", "concern"]
Stance = Literal["critical", "supportive", "neutral"]
Standing = Literal["open", "unproven", "proven", "refuted", "settled"]


class NounFrame(NamedTuple):
    """What a group of controversy_nouns.toml says of its nouns; the file explains each part."""

    name: str
    kind: Kind
    prepositions: frozenset[str]
    clause: bool
    before: bool
    needs: str
    owner: str
    again: str
    carried: bool


class VerbFrame(NamedTuple):
    """What a group of criticism_verbs.toml says of its verbs."""

    name: str
    kind: Kind
    stance: Stance
    person: frozenset[str]
    to: frozenset[str]
    clause: frozenset[str]
    deed: bool
    strict: bool
    spoken: bool
    wrong: bool
    own: bool
    sides: bool
    passive: bool
    raises: bool
    standing: Standing | None


class StandingWords(NamedTuple):
    """Form of a word → what it says of how a matter stands."""

    adjectives: dict[str, Standing]
    verbs: dict[str, Standing]
    persons: dict[str, Standing]
    no: frozenset[str]
    denied: frozenset[str]
    guilty: frozenset[str]
    remain: frozenset[str]


class MatterWords(NamedTuple):
    """The lists; the lexicon says what each is for."""

    nouns: dict[str, NounFrame]
    verbs: dict[str, VerbFrame]
    accused: frozenset[str]
    booked: frozenset[str]
    arouse: frozenset[str]
    linger: frozenset[str]
    hold: frozenset[str]
    denial: frozenset[str]
    not_after_in: frozenset[str]
    not_with: frozenset[str]
    not_under: frozenset[str]
    not_before: frozenset[str]
    general: frozenset[str]
    looks: frozenset[str]
    extent: frozenset[str]
    wrong: frozenset[str]
    mishaps: frozenset[str]
    share: frozenset[str]
    bare: frozenset[str]
    deeds: frozenset[str]
    force: frozenset[str]
    by_of: frozenset[str]
    weak: frozenset[str]
    deed_endings: tuple[str, ...]
    not_deeds: frozenset[str]
    people: dict[str, Stance]
    attitude: dict[str, Stance]
    siding: dict[str, Stance]
    leaning: dict[str, Stance]
    first: frozenset[str]
    second: frozenset[str]
    disputed: frozenset[str]
    not_disputed: frozenset[str]
    standing: StandingWords


def _inflected(words: Iterable[str], forms: Callable[[str], Iterator[str]]) -> frozenset[str]:
    return frozenset(form for word in words for form in forms(word))


def _verb_frame(name: str, row: dict[str, Any]) -> VerbFrame:
    def words(key: str) -> frozenset[str]:
        return frozenset(row.get(key, "").split())

    return VerbFrame(
        name=name,
        kind=row["kind"],
        stance=row["stance"],
        person=words("person"),
        to=words("to"),
        clause=words("clause"),
        deed=row.get("deed", False),
        strict=row.get("strict", False),
        spoken=row.get("spoken", False),
        wrong=row.get("wrong", False),
        own=row.get("own", False),
        sides=row.get("sides", False),
        passive=row.get("passive", False),
        raises=row.get("raises", True),
        standing=row.get("standing"),
    )


def _standing() -> StandingWords:
    rows = lexicon.load("standing")
    adjectives: dict[str, Standing] = {}
    verbs: dict[str, Standing] = {}
    persons: dict[str, Standing] = {}
    for name, row in rows.items():
        standing = cast("Standing", name)
        adjectives.update(dict.fromkeys(row.get("adjectives", "").split(), standing))
        for verb in row.get("verbs", "").split():
            verbs.update(dict.fromkeys(verb_forms(verb), standing))
        for verb in row.get("persons", "").split():
            persons.update(dict.fromkeys(verb_forms(verb), standing))
    return StandingWords(
        adjectives, verbs, persons,
        _inflected(rows["unproven"]["no"].split(), noun_forms),
        _inflected(rows["unproven"]["denied"].split(), verb_forms),
        _inflected(rows["proven"]["guilty"].split(), verb_forms),
        _inflected(rows["open"]["remain"].split(), verb_forms),
    )  # fmt: skip


@lexicon.cached
def matter_words() -> MatterWords:
    """The lists, read once."""
    rows, stances = lexicon.load("controversy_nouns"), lexicon.load("stances")
    nouns: dict[str, NounFrame] = {}
    for name, row in rows.items():
        if "kind" not in row:
            continue
        frame = NounFrame(
            name=name,
            kind=row["kind"],
            prepositions=frozenset(row["prepositions"].split()),
            clause=row["clause"],
            before=row["before"],
            needs=row["needs"],
            owner=row["owner"],
            again=row["again"],
            carried=row.get("carried", False),
        )
        nouns.update({form: frame for noun in row["nouns"].split() for form in noun_forms(noun)})
    verbs = {
        form: _verb_frame(name, row)
        for name, row in lexicon.load("criticism_verbs").items()
        for verb in row["verbs"].split()
        for form in verb_forms(verb)
    }

    def carriers(key: str) -> frozenset[str]:
        return _inflected(rows["carriers"][key].split(), verb_forms)

    wrong, deeds, never = rows["wrongdoing"], rows["deeds"], rows["not"]
    people: dict[str, Stance] = {
        form: cast("Stance", stance)
        for stance, listed in stances["people"].items()
        for noun in listed.split()
        for form in noun_forms(noun)
    }
    attitude = {
        word: cast("Stance", stance)
        for stance, listed in stances["attitude"].items()
        for word in listed.split()
    }
    return MatterWords(
        nouns=nouns,
        verbs=verbs,
        accused=carriers("accused"),
        booked=carriers("booked"),
        arouse=carriers("arouse"),
        linger=carriers("linger"),
        hold=carriers("hold"),
        denial=carriers("denial"),
        not_after_in=frozenset(never["after_in"].split()),
        not_with=frozenset(never["with"].split()),
        not_under=_inflected(never["under"].split(), verb_forms),
        not_before=_inflected(never["before"].split(), noun_forms),
        looks=_inflected(never["looks"].split(), verb_forms),
        extent=_inflected(never["extent"].split(), noun_forms),
        general=_inflected(never["general"].split(), noun_forms),
        wrong=_inflected(wrong["nouns"].split(), noun_forms) | _inflected(wrong["verbs"].split(), verb_forms),
        mishaps=_inflected(wrong["mishaps"].split(), noun_forms),
        share=_inflected(wrong["share"].split(), noun_forms),
        bare=frozenset(wrong["bare"].split()),
        deeds=_inflected(deeds["nouns"].split(), noun_forms),
        force=_inflected(deeds["force"].split(), noun_forms),
        by_of=_inflected(deeds["of"].split(), noun_forms),
        weak=frozenset(deeds["weak"].split()),
        deed_endings=tuple(deeds["endings"].split()),
        not_deeds=_inflected(deeds["not"].split(), noun_forms),
        people=people,
        attitude=attitude,
        siding={
            form: cast("Stance", stance)
            for stance, listed in stances["siding"].items()
            for verb in listed.split()
            for form in verb_forms(verb)
        },
        leaning={
            word: cast("Stance", stance)
            for stance, listed in stances["leaning"].items()
            for word in listed.split()
        },
        first=frozenset(stances["contrast"]["first"].split()),
        second=frozenset(stances["contrast"]["second"].split()),
        disputed=frozenset(stances["disputed"]["adjectives"].split()),
        not_disputed=_inflected(stances["disputed"]["not_nouns"].split(), noun_forms),
        standing=_standing(),
    )
