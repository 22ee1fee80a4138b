"""One step upwards: what the word above a clause makes of it.

"It is |unlikely| that they will agree" · "no conclusive |evidence| that …" · "could divide |and| weaken"
"""

from __future__ import annotations

from communique.analyse.analysis import Analysis, Token
from communique.analyse.attribution.cues import Cue, cues
from communique.analyse.certainty.clause import Clause, conditional, lowered, read
from communique.analyse.certainty.reading import Reading, cue_effect
from communique.analyse.certainty.time import tense
from communique.analyse.certainty.under import entry_of, under_noun
from communique.analyse.certainty.words import Effect, Time, words

DEEPEST = 10
"""How many clauses upwards are read: deeper ones are parser errors."""
FUTURE_CUES = frozenset(
    ("want", "bid", "commit", "promise", "urge", "threaten", "hope", "expect", "ask", "consider", "assume")
)
"""Groups of cues whose infinitive lies ahead: "promised |to leave|"."""


def upwards(analysis: Analysis, clause: Clause, reading: Reading, until: int) -> tuple[int, bool] | None:
    """The word above and whether it ends the reading; ``None`` at the top."""
    token = analysis.tokens[clause.head]
    above = token.head
    if above == token.index:
        return None
    if above == until:
        return above, True
    relation = token.deprel
    base = relation.partition(":")[0]
    if base == "conj":
        return _coordinated(analysis, clause, reading)
    if base == "advcl":
        return _adverbial(analysis, clause, reading)
    if base in ("ccomp", "xcomp", "csubj"):
        if base != "xcomp" and clause.mark in words().question:
            reading.weaken("unknown", "question", clause.mark_at)
        return _embedded(analysis, token, above, reading)
    if base == "acl" and (relation != "acl:relcl" or _that_clause(analysis, clause)):
        if clause.mark in words().question:
            reading.weaken("unknown", "question", clause.mark_at)
        return _embedded(analysis, token, above, reading)
    if base in ("nmod", "obj", "nsubj", "obl") and token.upos in ("NOUN", "PROPN"):
        return _argument(analysis, token, above, reading)
    return None


def _that_clause(analysis: Analysis, clause: Clause) -> bool:
    """As in "evidence that he lied": "that" opens the clause and is no argument of its verb."""
    return clause.mark == "that" and entry_of(analysis, analysis.tokens[clause.head].head) is not None


def _coordinated(analysis: Analysis, clause: Clause, reading: Reading) -> tuple[int, bool] | None:
    """As in "could divide |and weaken| them": what the first verb has and the second lacks holds for both."""
    token = analysis.tokens[clause.head]
    first = token.head
    other = read(analysis, first)
    head = analysis.tokens[first]
    if clause.subject < 0 and not clause.finite and head.xpos == token.xpos:
        listed = words()
        denied = bool(other.negations)
        if other.modal in listed.possible_modals and not (denied and other.modal in listed.denied):
            reading.weaken("possible", "shared", first)
        if denied and not clause.negations and not _contrast(analysis, clause.head):
            reading.deny("shared", other.negations[0])
        for grade, at in other.hedges:
            reading.weaken(grade, "shared", at)
        if reading.time is None:
            reading.time = tense(analysis, other)
    elif reading.time is None:
        reading.time = tense(analysis, other)
    if other.condition >= 0 and not clause.finite:
        reading.weaken("possible", "condition", other.condition)
    if clause.finite and not other.finite and head.upos == "VERB":
        return None  # "unlikely to win |and may lose|": hung on the infinitive, coordinate with what is above
    return upwards(analysis, Clause(first, mark=other.mark, mark_at=other.mark_at), reading, -1)


def _contrast(analysis: Analysis, index: int) -> bool:
    return any(
        analysis.tokens[child].deprel == "cc" and lowered(analysis.tokens[child]) in ("but", "yet")
        for child in analysis.children[index]
    )


def _adverbial(analysis: Analysis, clause: Clause, reading: Reading) -> tuple[int, bool] | None:
    token = analysis.tokens[clause.head]
    if conditional(analysis, token.index):
        reading.weaken("unknown", "conditional", token.index)
        return None
    opening = _first(analysis, token.index)
    if clause.mark in words().prepositions or lowered(analysis.tokens[opening]) in words().prepositions:
        reading.deny("without", max(clause.mark_at, opening))
        reading.time = reading.time or time_above(analysis, token.head)
        return None
    if clause.mark == "from" and (entry := entry_of(analysis, token.head)) and entry.group == "failed":
        return _embedded(analysis, token, token.head, reading)  # "prevented them |from leaving|"
    if clause.mark in words().question:  # "unclear whether": taken for an adverbial clause by the parser
        reading.weaken("unknown", "question", clause.mark_at)
        return _embedded(analysis, token, token.head, reading)
    if clause.mark == "that" and entry_of(analysis, token.head) is not None:
        return _embedded(analysis, token, token.head, reading)
    if clause.finite:
        return None
    if clause.mark in ("to", "for", "in", "order", "so", "as") and token.xpos == "VB":
        entry = entry_of(analysis, token.head)
        if entry is not None:  # "too early to say", "hard to tell": an infinitive under a judging word
            return _embedded(analysis, token, token.head, reading)
        reading.weaken("unknown", "purpose", token.index)
        reading.time = reading.time or "future"
        return None
    # A participle shares the certainty and the time of its main clause, not its negation.
    main = read(analysis, token.head)
    listed = words()
    if main.modal in listed.possible_modals and not main.negations:
        reading.weaken("possible", "shared", token.head)
    for grade, at in main.hedges:
        reading.weaken(grade, "shared", at)
    if main.condition >= 0:
        reading.weaken("possible", "condition", main.condition)
    if reading.time is None:
        reading.time = tense(analysis, main)
    return upwards(
        analysis, Clause(token.head, mark=main.mark, mark_at=main.mark_at, finite="x"), reading, -1
    )


def _first(analysis: Analysis, head: int) -> int:
    """The first word of a clause."""
    while analysis.children[head] and analysis.children[head][0] < head:
        head = analysis.children[head][0]
    return head


def _is_cue_of(analysis: Analysis, token: Token, above: Token) -> Cue | None:
    """The cue above a clause; of its groups the first that takes such a clause."""
    listed = cues()
    lemma = listed.verb(above) if above.upos == "VERB" else above.lemma.lower()
    table = {"VERB": listed.verbs, "AUX": listed.verbs, "ADJ": listed.adjectives}.get(above.upos)
    if table is None:
        return None
    base = token.deprel.partition(":")[0]
    if base in ("ccomp", "csubj"):
        wanted: tuple[str, ...] = ("clause", "ing", "one-to")
    else:
        wanted = ("to", "one-to", "so") if token.xpos != "VBG" else ("ing", "so", "of", "about")
        if _passive(analysis, above.index):
            wanted += ("clause",)  # "is said to have left"
    for cue in table.get(lemma, ()):
        if cue.under is None and any(each in cue.takes for each in wanted):
            return cue
    return None


def _passive(analysis: Analysis, index: int) -> bool:
    return any(
        analysis.tokens[child].deprel in ("nsubj:pass", "aux:pass") for child in analysis.children[index]
    )


def _yet(analysis: Analysis, token: Token, above: int) -> bool:
    """Whether something has not been done so far: "have |yet| to sign"."""
    return token.deprel == "xcomp" and any(
        lowered(analysis.tokens[child]) == "yet" and child in (above + 1, token.index - 2)
        for child in (*analysis.children[above], *analysis.children[token.index])
    )


def _embedded(analysis: Analysis, token: Token, above: int, reading: Reading) -> tuple[int, bool]:
    """Take in what the word above a clause makes of it."""
    head = analysis.tokens[above]
    if head.upos in ("NOUN", "PROPN"):
        return under_noun(analysis, above, reading)
    denied = bool(read(analysis, above).negations) or _yet(analysis, token, above)
    cue = _is_cue_of(analysis, token, head)
    if cue is not None and token.deprel == "xcomp" and _passive(analysis, above):
        # "is believed to have left": nobody in particular says so, and the article does not vouch for it.
        effect = Effect("unknown" if cue.certainty == "unknown" else "probable", denied)
        reading.take(effect, "cue", above)
        reading.time = reading.time or ("future" if cue.group in ("expect", "assume", "urge") else None)
        return above, True
    if cue is not None:
        reading.take(cue_effect(cue, negated=denied), "cue", above)
        if cue.group in FUTURE_CUES and (token.xpos == "VB"):
            reading.time = reading.time or "future"
        return above, True
    entry = entry_of(analysis, above)
    if entry is not None:
        reading.take(entry.negated if denied else entry.positive, "embedding", above)
        if reading.time != "past":
            reading.time = entry.time or (entry.infinitive if token.xpos == "VB" else None) or reading.time
        return above, False
    if denied and token.deprel == "xcomp":
        reading.deny("negation", above)
    return above, False


def _argument(analysis: Analysis, token: Token, above: int, reading: Reading) -> tuple[int, bool] | None:
    """A noun for a deed, under a noun or a verb: "the risk of |collapse|", "averted a |collapse|"."""
    head = analysis.tokens[above]
    base = token.deprel.partition(":")[0]
    if head.upos in ("NOUN", "PROPN"):
        if base != "nmod" or token.deprel == "nmod:poss" or entry_of(analysis, above) is None:
            return None
        case = next((lowered(analysis.tokens[c]) for c in analysis.children[token.index]
                     if analysis.tokens[c].deprel == "case"), "")  # fmt: skip
        return under_noun(analysis, above, reading) if case in ("of", "about", "for", "over") else None
    if head.upos not in ("VERB", "AUX") or base == "obl":
        return None
    if base == "nsubj" and token.deprel != "nsubj:pass":
        return None
    entry = entry_of(analysis, above)
    cue = next((c for c in cues().verbs.get(head.lemma.lower(), ()) if "thing" in c.takes), None)
    clause = read(analysis, above)
    denied = bool([at for at in clause.negations if at != token.index])
    reading.time = reading.time or tense(analysis, clause)
    if cue is not None:
        reading.take(cue_effect(cue, negated=denied), "cue", above)
        return above, True
    if entry is not None and entry.group in ("failed", "enabled", "unknown", "assured", "impossible"):
        reading.take(entry.negated if denied else entry.positive, "embedding", above)
    elif denied:
        reading.deny("negation", clause.negations[0])
    if clause.modal in words().possible_modals:
        reading.weaken("possible", "modal", above)
    return above, True


def time_above(analysis: Analysis, above: int) -> Time | None:
    """The time of an infinitive or a deed is that of the verb above it."""
    node = above
    for _ in range(DEEPEST):
        found = tense(analysis, read(analysis, node))
        if found is not None:
            return found
        token = analysis.tokens[node]
        if token.head == node:
            return None
        node = token.head
    return None
