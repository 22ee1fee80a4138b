"""Verbs as cues: "|The minister| |accused| |his rivals of treason|"."""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import sources
from communique.analyse.attribution.arguments import passive
from communique.analyse.attribution.around import around, before, behind
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.build import made
from communique.analyse.attribution.contents import Content, find
from communique.analyse.attribution.cues import Cue, cues
from communique.analyse.attribution.quotes import Quotes
from communique.analyse.certainty.clause import lowered
from communique.analyse.clauses import Clauses

SAYING = frozenset(("assert", "ask", "deny", "accuse", "promise", "threaten"))
"""Kinds that a document can do as well as a person."""
PLAIN = frozenset(("clause", "around"))
"""Frames whose subject is a speaker, whatever it is: "the deal, the letter |said|, was off"."""
ONWARD = frozenset(
    ("go", "continue", "begin", "start", "come", "proceed", "use", "tend", "keep", "help", "appear")
)
"""Verbs above an infinitive that was indeed said: "went on to say". Elsewhere "to say" is not yet said."""
OBLIGED = frozenset(("must", "should", "ought"))
"""Before a cue these ask for it: "the minister should explain why"."""
WITHOUT = frozenset(("without", "instead", "rather"))
"""Before a participle: "it goes |without| saying"."""
DEPENDENT = frozenset(("xcomp", "advcl", "acl", "csubj", "ccomp"))
BESIDE = frozenset(("aux", "advmod", "compound"))


def groups(analysis: Analysis, verb: int) -> tuple[tuple[Cue, int], ...]:
    """The groups of the lexicon a verb stands in, each with the last token of the cue."""
    token = analysis.tokens[verb]
    listed = cues()
    lemma = listed.verb(token)
    found: list[tuple[Cue, int]] = []
    for rest, cue in listed.phrasal.get(lemma, ()):
        if tuple(map(lowered, analysis.tokens[verb + 1 : verb + 1 + len(rest)])) == rest:
            found.append((cue, verb + len(rest)))
    found.extend((cue, verb) for cue in listed.verbs.get(lemma, ()))
    return tuple(found)


def cue_span(analysis: Analysis, verb: int, end: int) -> tuple[int, int]:
    """Tokens of a verbal cue: auxiliaries and adverbs before it, particle and preposition behind it."""
    first = verb
    for child in reversed(analysis.children[verb]):
        if child >= first or child != first - 1:
            continue
        token = analysis.tokens[child]
        if token.deprel.partition(":")[0] in BESIDE and not analysis.children[child]:
            first = child
    return first, end + 1


def from_verb(
    analysis: Analysis, clauses: Clauses, verb: int, free: tuple[tuple[Cue, int], ...], quotes: Quotes
) -> Attributed | None:
    """The attribution of a verb, in the first of its groups that has content and source."""
    if unrealised(analysis, verb):
        return None
    is_passive = passive(analysis, verb)
    for cue, end in free:
        saying = cue.kind in SAYING
        content = _content(analysis, verb, end, cue, is_passive)
        if content is None:
            continue
        if _carries_noun(analysis, verb, content):
            continue
        found = _source(analysis, clauses, verb, content, is_passive, saying=saying)
        if found is None and not is_passive:
            continue
        if cue.documents and (found is None or not sources.can_speak(analysis, found.head, saying=True)):
            continue
        last = content.particle if content.particle == end + 1 else end
        span = cue_span(analysis, verb, last)
        return made(analysis, cue, span, found, content, token=verb, rule=cue.group, quotes=quotes)
    return None


def _content(analysis: Analysis, verb: int, end: int, cue: Cue, is_passive: bool) -> Content | None:
    content = find(analysis, verb, cue, is_passive=is_passive)
    if content is None and end > verb and cue.takes != {"clause"}:
        content = behind(analysis, verb, end)
    if content is None and "clause" in cue.takes and not is_passive and not _full(analysis, verb, cue):
        content = around(analysis, verb) or (before(analysis, verb) if cue.kind != "believe" else None)
    return content


def _full(analysis: Analysis, verb: int, cue: Cue) -> bool:
    """Whether an object leaves no place for a clause around: "…; officials |ruled that out|"."""
    return "hearer" not in cue.takes and any(
        analysis.tokens[child].deprel == "obj" for child in analysis.children[verb]
    )


def unrealised(analysis: Analysis, verb: int) -> bool:
    """Whether a cue is one that nobody is said to have carried out: "free to criticise the deal"."""
    tokens = analysis.tokens
    token = tokens[verb]
    below = analysis.children[verb]
    if any(tokens[child].deprel == "aux" and lowered(tokens[child]) in OBLIGED for child in below):
        return True
    if any(tokens[child].deprel == "mark" and lowered(tokens[child]) in WITHOUT for child in below):
        return True
    above = tokens[token.head]
    onward = above.lemma.lower() in ONWARD
    if token.xpos == "VBG" and token.deprel in ("xcomp", "ccomp"):  # "denied |ordering| the attack"
        return not onward and cues().verb(above) in cues().verbs
    if token.xpos != "VB" or token.deprel.partition(":")[0] not in DEPENDENT:
        return False
    return not onward and any(lowered(tokens[child]) == "to" for child in below if child < verb)


def _carries_noun(analysis: Analysis, verb: int, content: Content) -> bool:
    """Whether a verb only carries a noun that is the cue: "voiced |concern| that …"."""
    if content.frame != "thing":
        return False
    token, listed = analysis.tokens[content.head], cues()
    if token.lemma.lower() not in listed.nouns or listed.verb(analysis.tokens[verb]) not in listed.light:
        return False
    return any(
        analysis.tokens[child].deprel.partition(":")[0] in ("acl", "ccomp", "nmod")
        and analysis.tokens[child].deprel != "nmod:poss"
        for child in analysis.children[content.head]
    )


def _source(
    analysis: Analysis, clauses: Clauses, verb: int, content: Content, is_passive: bool, *, saying: bool
) -> sources.Source | None:
    if is_passive:
        head = sources.agent(analysis, verb)
        if head is None or not sources.can_speak(analysis, head, saying=saying):
            return None
        return sources.from_phrase(analysis, head, content.particle if content.particle > head else -1)
    return sources.of(analysis, clauses, verb, saying=saying, anything=saying and content.frame in PLAIN)
