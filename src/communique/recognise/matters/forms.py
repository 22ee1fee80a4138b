"""The inflected forms of a verb or noun: a trained lemmatiser errs on words it has not seen ("criticised")."""

from __future__ import annotations

from collections.abc import Iterator

_IRREGULAR = {
    "draw": "drew drawn",
    "bring": "brought",
    "lead": "led",
    "make": "made",
    "begin": "began begun",
    "have": "has had",
    "speak": "spoke spoken",
    "split": "split splitting",
    "find": "found",
    "rebut": "rebutted rebutting",
    "spar": "sparred sparring",
    "drop": "dropped dropping",
    "slam": "slammed slamming",
    "rig": "rigged rigging",
    "plot": "plotted plotting",
    "break": "broke broken",
    "hide": "hid hidden",
    "steal": "stole stolen",
    "withdraw": "withdrew withdrawn",
    "prove": "proven",
    "traffic": "trafficked trafficking",
    "face": "facing",
}


def verb_forms(verb: str) -> Iterator[str]:
    """All forms of a verb, itself first."""
    stem = verb[:-1] if verb.endswith("e") else verb
    yield from (verb, verb + "s", stem + "ed", stem + "ing")
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied")
    if verb.endswith("ie"):
        yield verb[:-2] + "ying"
    yield from _IRREGULAR.get(verb, "").split()


def noun_forms(noun: str) -> Iterator[str]:
    """Singular and plural."""
    yield noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        yield noun[:-1] + "ies"
    elif noun.endswith(("s", "sh", "ch", "x")):
        yield noun + "es"
    else:
        yield noun + "s"
