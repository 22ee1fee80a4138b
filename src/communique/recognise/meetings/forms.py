"""The inflected forms of the words of meetings: a trained lemmatiser errs on verbs it has not seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.analyse import lexicon

_IRREGULAR = {
    "meet": "met",
    "hold": "held",
    "pay": "paid",
    "tell": "told",
    "say": "said",
    "speak": "spoke spoken",
    "fly": "flew flown",
    "go": "went gone",
    "come": "came",
    "take": "took taken",
    "give": "gave given",
    "begin": "began begun",
    "lead": "led",
    "leave": "left",
    "sit": "sat",
    "seek": "sought",
    "break": "broke broken",
    "make": "made",
    "have": "had has",
    "get": "got",
    "ring": "rang",
    "drive": "drove driven",
    "run": "ran",
    "forget": "forgot",
    "choose": "chose",
    "set": "set",
    "forbid": "forbade forbidden",
    "send": "sent",
    "flee": "fled",
    "overrun": "overran",
}


@lexicon.cached
def verb_forms() -> dict[str, str]:
    """Form → verb, for every verb of meetings.toml."""
    rows = lexicon.load("meetings")
    tables = [rows[table] for table in ("verbs", "carry", "before_infinitive")]
    verbs = [each for table in tables for words in table.values() for each in words]
    verbs += [each for name in ("verbs", "focus", "contain") for each in rows["topics"][name]]
    forms = {form: verb for verb in verbs for form in _inflected(verb)}
    irregular = {form: verb for verb, listed in _IRREGULAR.items() for form in listed.split()}
    return forms | irregular | {verb: verb for verb in verbs}


def _inflected(verb: str) -> Iterator[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    yield from (verb + "s", stem + "ed", stem + "ing", verb + "es")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied")
    if verb[-1:] not in "aeiouywx" and verb[-2:-1] in "aeiou":
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


@lexicon.cached
def noun_forms() -> dict[str, str]:
    """Plural and singular → singular, for every noun of meetings.toml."""
    rows = lexicon.load("meetings")
    nouns = [name.rpartition(" ")[2] for names in rows["nouns"].values() for name in names]
    nouns += [
        *_over(rows["standing"]),
        *rows["topics"]["umbrella"],
        *rows["topics"]["no_topic"],
        *rows["guests"]["words"],
    ]
    return {form: noun for noun in nouns for form in (noun + "s", noun)} | {
        "margins": "margin",
        "fringes": "fringe",
    }


def _over(standing: dict[str, Iterable[str]]) -> Iterator[str]:
    for name, words in standing.items():
        if name.startswith("over_"):
            yield from words


@lexicon.cached
def office_words() -> frozenset[str]:
    """Leaders, ministers, envoys: those whom one receives, and who meet for their states."""
    return frozenset(lexicon.load("meetings")["guests"]["words"])
