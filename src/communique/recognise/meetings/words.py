"""meetings.toml as sets and maps, built once."""

from __future__ import annotations

from typing import NamedTuple

from communique.analyse import lexicon


class MeetingWords(NamedTuple):
    """The words of meetings; the lexicon says what each list is for."""

    nouns: dict[str, str]
    """The last word of a noun of meeting → its kind ("call" only with "phone" before it)."""
    compounds: dict[tuple[str, str], str]
    """Two-word nouns → kind."""
    last_words: frozenset[str]
    """The last words of the compounds."""
    with_people: dict[str, str]
    """Nouns that are an encounter only with somebody → kind."""
    weak: frozenset[str]
    no_of: frozenset[str]
    no_before: frozenset[str]
    no_with: frozenset[str]
    kin: frozenset[str]
    verbs: dict[str, str]
    gather: frozenset[str]
    phone: frozenset[str]
    movement: frozenset[str]
    meals: frozenset[str]
    carry: dict[str, frozenset[str]]
    standing: dict[str, frozenset[str]]
    infinitive: dict[str, frozenset[str]]
    topics: dict[str, frozenset[str]]
    demonstrative: frozenset[str]
    definite: frozenset[str]
    other: frozenset[str]


@lexicon.cached
def meeting_words() -> MeetingWords:
    """The lists, read once."""
    rows = lexicon.load("meetings")
    nouns: dict[str, str] = {}
    compounds: dict[tuple[str, str], str] = {}
    for kind, names in rows["nouns"].items():
        for name in names:
            first, _, last = name.rpartition(" ")
            if first:
                compounds[first, last] = kind
            else:
                nouns[last] = kind
    verbs = {
        verb: kind
        for kind in (
            "meet",
            "host",
            "visit",
            "call",
            "talk",
            "negotiate",
            "sit",
            "travel",
            "invite",
            "summon",
        )
        for verb in rows["verbs"][kind]
    }

    def sets(table: str) -> dict[str, frozenset[str]]:
        return {key: frozenset(value) for key, value in rows[table].items()}

    return MeetingWords(
        nouns, compounds, frozenset(last for _, last in compounds),
        {noun: kind for kind, listed in rows["with_people"].items() for noun in listed},
        frozenset(rows["weak"]["nouns"]),
        frozenset(rows["not"]["of"]), frozenset(rows["not"]["before"]), frozenset(rows["not"]["with"]),
        frozenset(rows["not"]["kin"]),
        verbs, frozenset(rows["verbs"]["gather"]), frozenset(rows["verbs"]["phone"]),
        frozenset(rows["verbs"]["movement"]), frozenset(rows["verbs"]["meals"]),
        sets("carry"), sets("standing"), sets("before_infinitive"), sets("topics"),
        frozenset(rows["reference"]["demonstrative"]), frozenset(rows["reference"]["definite"]),
        frozenset(rows["reference"]["other"]),
    )  # fmt: skip
