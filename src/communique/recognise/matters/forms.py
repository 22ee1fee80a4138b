"""The inflected forms of verbs and nouns: a lemmatiser errs on words it has not seen ("criticised")."""

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
    "split": "split",
    "find": "found",
    "break": "broke broken",
    "hide": "hid hidden",
    "steal": "stole stolen",
    "withdraw": "withdrew withdrawn",
    "prove": "proven",
    "traffic": "trafficked trafficking",
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
    if verb[-1:] not in "aeiouywxsh" and verb[-2:-1] in "aeiou":
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
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
