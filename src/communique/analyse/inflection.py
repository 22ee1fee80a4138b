"""The inflected forms of verbs and nouns: a trained lemmatiser errs on words it has not seen ("criticised").

Rules of English spelling, and ``lexicon/irregular_verbs.toml`` for what they do not give. Where spelling
depends on stress, which letters do not show, both forms are given ("offered", "offerred"): a form that
nobody writes harms nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.analyse import lexicon

_VOWELS = "aeiou"
_NEVER_DOUBLED = frozenset("aeiouywxh")


def verb_forms(verb: str) -> Iterator[str]:
    """All forms of a verb in lower case, itself first."""
    yield verb
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith("ie"):
        yield from (verb + "s", verb + "d", verb[:-2] + "ying")
    elif verb.endswith(("ee", "oe", "ye")):
        yield from (verb + "s", verb + "d", verb + "ing")
    elif verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    else:
        yield from (verb + "s", verb + "ed", verb + "ing")
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield verb + "es"
    if verb[-1:] not in _NEVER_DOUBLED and verb[-2:-1] in _VOWELS:
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    yield from _irregular().get(verb, ())


def verbs_by_form(verbs: Iterable[str]) -> dict[str, str]:
    """Form → verb, for these verbs and all irregular ones; a form that is one of them means that one."""
    listed = tuple(verbs)
    forms = {form: verb for verb in listed for form in verb_forms(verb)}
    irregular = {form: verb for verb, forms in _irregular().items() for form in forms}
    return forms | irregular | {verb: verb for verb in listed}


def noun_forms(noun: str) -> Iterator[str]:
    """Singular and plural of a noun in lower case."""
    yield noun
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        yield noun[:-1] + "ies"
    elif noun.endswith(("s", "sh", "ch", "x")):
        yield noun + "es"
    else:
        yield noun + "s"


@lexicon.cached
def _irregular() -> dict[str, tuple[str, ...]]:
    return {verb: tuple(forms) for verb, forms in lexicon.load("irregular_verbs")["forms"].items()}
