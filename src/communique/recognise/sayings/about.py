"""Whom a statement is about beside those that its content mentions.

- who asks for something to be done to himself: "|The clerk| asked not to be quoted";
- who denies a charge that names nobody: "|Chad| rejected the accusation";
- whom a passive cue judges: "|the general| was accused of treason";
- whom "we" stands for in a quotation: the state that the speaker holds office in, else the speaker.
"""

from __future__ import annotations

from collections.abc import Mapping

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import Attributed
from communique.analyse.attribution.cues import cues
from communique.analyse.certainty.clause import lowered

OURS = frozenset(("we", "us", "our", "ours"))
MINE = frozenset(("i", "me", "my", "mine"))


def beside(
    analysis: Analysis, by_head: Mapping[int, tuple[int, ...]], each: Attributed, source: int | None
) -> tuple[int, ...]:
    """The entities of the rules above; ``source`` is that of the statement."""
    return (*_target(analysis, by_head, each), *_himself(analysis, each, source))


def _target(analysis: Analysis, by_head: Mapping[int, tuple[int, ...]], each: Attributed) -> tuple[int, ...]:
    cue = analysis.tokens[each.cue_token]
    for child in analysis.children[cue.index]:
        if analysis.tokens[child].deprel == "nsubj:pass":
            relative = cue.deprel == "acl:relcl" and child not in by_head
            return by_head.get(cue.head if relative else child, ())
    return ()


def _himself(analysis: Analysis, each: Attributed, source: int | None) -> tuple[int, ...]:
    if source is None or each.head < 0:
        return ()
    tokens = analysis.tokens
    head = tokens[each.head]
    below = analysis.children[head.index]
    if each.entry.kind in ("ask", "other") and head.xpos == "VBN" and head.deprel == "xcomp":
        own = {tokens[child].deprel for child in below}
        if "aux:pass" in own and not own & {"nsubj", "nsubj:pass"} and not _object(analysis, each):
            return (source,)
    if each.entry.kind == "deny" and head.upos == "NOUN" and any(
        cue.kind == "accuse" for cue in cues().nouns.get(head.lemma.lower(), ())
    ):  # fmt: skip
        return () if any(tokens[child].deprel.startswith(("nmod", "acl")) for child in below) else (source,)
    return ()


def _object(analysis: Analysis, each: Attributed) -> bool:
    return any(
        analysis.tokens[child].deprel in ("obj", "iobj") for child in analysis.children[each.cue_token]
    )


def spoken(
    analysis: Analysis, mentioned: set[int], each: Attributed, source: int | None, tokens: tuple[int, int]
) -> tuple[int, ...]:
    """Whom "I" and "we" stand for in a quotation of these tokens, where coreference has not told."""
    if source is None or not each.quoted:
        return ()
    said = {
        lowered(t)
        for t in analysis.tokens[slice(*tokens)]
        if t.upos in ("PRON", "DET") and t.index not in mentioned
    }
    found: list[int] = []
    if said & MINE:
        found.append(source)
    if said & OURS:
        found.append(_we(analysis, source))
    return tuple(dict.fromkeys(found))


def _we(analysis: Analysis, source: int) -> int:
    entity = analysis.entities[source]
    if entity.kind in ("country", "organization"):
        return source
    if entity.kind != "government" and not entity.roles:
        return source
    held = {role.of for role in entity.roles if role.of is not None}
    states = [
        each.index
        for each in analysis.entities
        if each.kind == "country"
        and (each.index in held or (not held and each.country and each.country == entity.country))
    ]
    return states[0] if len(states) == 1 else source
