"""Nouns and adjectives as cues: "|critics|' |claims| that …", "is |confident| that …"."""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import sources
from communique.analyse.attribution.arguments import opening
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.build import made
from communique.analyse.attribution.contents import Content
from communique.analyse.attribution.cues import Cue, cues
from communique.analyse.attribution.spans import piece, trimmed
from communique.analyse.clauses import Clauses

HOLDERS = frozenset(("by", "from", "among"))
"""Before those who hold it: "concern |among| allies"."""
COPULAS = frozenset(
    ("be", "remain", "seem", "become", "feel", "appear", "grow", "sound", "stay", "get", "look")
)


def from_noun(analysis: Analysis, clauses: Clauses, noun: int) -> Attributed | None:
    """The attribution of a noun that has content, and its source where there is one."""
    for cue in cues().nouns.get(analysis.tokens[noun].lemma.lower(), ()):
        content = _content(analysis, noun, cue)
        if content is None:
            continue
        source, first = _source(analysis, clauses, noun)
        if source is None and content.frame != "clause":
            continue  # "hopes for peace" that nobody holds are a matter, not a statement
        span = (min(first, noun), max(noun, content.particle) + 1)
        return made(analysis, cue, span, source, content, token=noun, rule=f"noun.{cue.group}")
    return None


def _content(analysis: Analysis, head: int, cue: Cue) -> Content | None:
    tokens = analysis.tokens
    for child in analysis.children[head]:
        if child < head:
            continue
        token = tokens[child]
        base = token.deprel.partition(":")[0]
        word, at = opening(analysis, child)
        if base in ("acl", "ccomp", "advcl", "xcomp", "csubj"):
            if token.deprel == "acl:relcl" and word != "that":
                continue
            finite = any(tokens[c].deprel in ("aux", "nsubj") for c in analysis.children[child])
            if word == "to" or (token.xpos == "VB" and not finite):
                if "to" not in cue.takes:
                    continue
                return _made(analysis, head, child, "to", -1)
            if word in ("that", "whether") and "clause" in cue.takes:
                return _made(analysis, head, child, "clause", -1)
            if token.xpos == "VBG" and word in cue.prepositions:
                return _made(analysis, head, child, word, at)
            if base == "ccomp" and word != "to" and "clause" in cue.takes:
                return _made(analysis, head, child, "clause", -1)
        elif base in ("nmod", "obl") and word in cue.prepositions:
            return _made(analysis, head, child, word, at)
    return None


def _made(analysis: Analysis, cue: int, head: int, frame: str, particle: int) -> Content | None:
    first, last = piece(analysis, head, frozenset((particle,)) if particle >= 0 else frozenset())
    first, last = trimmed(analysis, max(first, cue + 1), last)
    return Content(first, last, head, frame, particle) if last > first else None


def _source(analysis: Analysis, clauses: Clauses, noun: int) -> tuple[sources.Source | None, int]:
    """The source of a noun, and the token at which the cue begins (a verb that only carries the noun)."""
    tokens = analysis.tokens
    carried = tokens[noun].deprel == "obj" and tokens[tokens[noun].head].lemma.lower() in cues().light
    for child in analysis.children[noun]:
        token = tokens[child]
        if carried and token.deprel == "nmod:poss" and token.upos in ("PRON", "DET"):
            continue  # "voiced |her| doubts": the subject's own, who stands before the verb
        if token.deprel == "nmod:poss" and sources.can_speak(analysis, child, saying=True):
            return sources.from_phrase(analysis, child), noun
        if token.deprel == "nmod" and opening(analysis, child)[0] in HOLDERS:
            return sources.from_phrase(analysis, child, noun), noun
    token = tokens[noun]
    node = noun
    if token.deprel == "conj":
        node = token.head
        token = tokens[node]
    above = tokens[token.head]
    if token.deprel == "obj" and above.lemma.lower() in cues().light:
        source = sources.of(analysis, clauses, above.index, saying=True)
        return source, above.index if source else noun
    if token.deprel == "obj" and above.upos == "VERB":
        # "dropped plans to leave", "made good on a threat to": an infinitive is the subject's own
        return sources.of(analysis, clauses, above.index, saying=True), noun
    return None, noun


def from_adjective(analysis: Analysis, clauses: Clauses, adjective: int) -> Attributed | None:
    """The attribution of an adjective that is said of somebody."""
    tokens = analysis.tokens
    for cue in cues().adjectives.get(tokens[adjective].lemma.lower(), ()):
        if cue.under is not None:
            found = _made_clear(analysis, clauses, adjective, cue)
            if found is not None:
                return found
            continue
        first = next((c for c in analysis.children[adjective] if tokens[c].deprel == "cop"), -1)
        above = tokens[tokens[adjective].head]
        if first < 0 and above.lemma.lower() in COPULAS and tokens[adjective].deprel == "xcomp":
            first = above.index
        if first < 0 and tokens[adjective].deprel.partition(":")[0] not in (
            "acl",
            "advcl",
            "conj",
            "parataxis",
        ):
            continue
        content = _content(analysis, adjective, cue)
        if content is None:
            continue
        source = sources.of(analysis, clauses, adjective, saying=False, anything=content.frame == "clause")
        if source is None:
            continue
        begin = first if 0 <= first < adjective else adjective
        span = (begin, max(adjective, content.particle) + 1)
        return made(analysis, cue, span, source, content, token=adjective, rule=f"adjective.{cue.group}")
    return None


def _made_clear(analysis: Analysis, clauses: Clauses, adjective: int, cue: Cue) -> Attributed | None:
    """As in "|made| (it) |clear| that talks would go on"."""
    tokens = analysis.tokens
    verb = tokens[adjective].head
    if tokens[verb].lemma.lower() != cue.under:
        return None
    for head in (adjective, verb):
        for child in analysis.children[head]:
            if child > adjective and tokens[child].deprel in ("ccomp", "advcl", "xcomp", "csubj", "acl"):
                content = _made(analysis, adjective, child, "clause", -1)
                source = sources.of(analysis, clauses, verb, saying=True)
                if content is not None and source is not None:
                    rule, span = f"adjective.{cue.group}", (verb, adjective + 1)
                    return made(analysis, cue, span, source, content, token=verb, rule=rule)
    return None
