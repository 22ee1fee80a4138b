"""The inflected forms of the words of meetings: a trained lemmatiser errs on verbs it has not seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.analyse import inflection, lexicon
from communique.analyse.inflection import verbs_by_form


@lexicon.cached
def verb_forms() -> dict[str, str]:
    """Form → verb, for every verb of meetings.toml."""
    rows = lexicon.load("meetings")
    tables = [rows[table] for table in ("verbs", "carry", "before_infinitive")]
    verbs = [each for table in tables for words in table.values() for each in words]
    verbs += [each for name in ("verbs", "focus", "contain") for each in rows["topics"][name]]
    return verbs_by_form(verbs)


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
    return {form: noun for noun in nouns for form in inflection.noun_forms(noun)} | {
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
