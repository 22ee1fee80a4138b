"""From a predicate upwards to its holder, gathering what the words on the way make of it.

"It is |unlikely| that they will |agree|": from "agree" (certain) to "unlikely" (probable, negative).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from communique.analyse.analysis import Analysis, Token
from communique.analyse.attribution.cues import Cue, cues
from communique.analyse.certainty.clause import Clause, conditional, least, lowered, read
from communique.analyse.certainty.time import tense
from communique.analyse.certainty.words import Effect, Embedding, Time, words
from communique.records.base import Certainty, Polarity

__all__ = ["Judgement", "Sign", "Time", "judge", "temper"]

DEEPEST = 10
"""How many clauses upwards are read: deeper ones are parser errors."""
Rule = Literal[
    "modal", "adverb", "negation", "embedding", "cue", "condition", "conditional", "question", "purpose",
    "adjective", "without", "shared",
]  # fmt: skip


class Sign(NamedTuple):
    """Why: a rule, and the token that it goes by."""

    rule: Rule
    token: int


class Judgement(NamedTuple):
    """How sure a clause is for its holder, whether it is said to be so or not, and when."""

    certainty: Certainty
    polarity: Polarity
    time: Time
    signs: tuple[Sign, ...]
    holder: int
    """Token of the cue ("said", "fear") whose source holds it; -1 for the article's own voice."""


class _Reading:
    """What the words read so far amount to."""

    def __init__(self) -> None:
        self.certainty: Certainty = "certain"
        self.negative = False
        self.time: Time | None = None
        self.signs: list[Sign] = []

    def weaken(self, certainty: Certainty, rule: Rule, token: int) -> None:
        self.certainty = least(self.certainty, certainty)
        self.signs.append(Sign(rule, token))

    def deny(self, rule: Rule, token: int) -> None:
        self.negative = not self.negative
        self.signs.append(Sign(rule, token))

    def take(self, effect: Effect, rule: Rule, token: int) -> None:
        self.certainty = least(self.certainty, effect.certainty)
        self.negative ^= effect.negative
        self.signs.append(Sign(rule, token))


def judge(analysis: Analysis, index: int, *, until: int = -1, condition: bool = True) -> Judgement:
    """Certainty, polarity and time of a predicate, for whoever holds it to be so.

    Args:
        analysis: needs tokens and sentences only.
        index: token of the predicate: a verb, an adjective or noun as predicate, or a noun for a deed
            ("the collapse of talks").
        until: token at which reading stops, its own effect left out; by default reading stops at the first
            cue of saying or thinking, its effect taken in.
        condition: ``False`` leaves "if" clauses out of account, for a caller who records the condition itself.
    """
    reading = _Reading()
    holder = -1
    node = index
    for depth in range(DEEPEST):
        clause = read(analysis, node)
        _inside(analysis, clause, reading, index, first=depth == 0, condition=condition)
        if reading.time is None:
            reading.time = tense(analysis, clause)
        step = _upwards(analysis, clause, reading, until)
        if step is None:
            break
        above, stopped = step
        if stopped:
            holder = above if above != until else -1
            if reading.time is None:
                reading.time = _time_under(analysis, above)
            break
        node = above
    if holder < 0 and until < 0:
        _asked(analysis, node, reading)
    return Judgement(
        reading.certainty, "negative" if reading.negative else "positive", reading.time or "present",
        tuple(reading.signs), holder,
    )  # fmt: skip


def temper(judgement: Judgement, cue: Cue, *, negated: bool, token: int = -1) -> Judgement:
    """What a content's own judgement becomes under its cue: "suspects that" makes it probable.

    ``negated`` tells whether the cue itself is denied ("did not say that …").
    """
    effect = _cue_effect(cue, negated)
    negative = (judgement.polarity == "negative") ^ effect.negative
    return judgement._replace(
        certainty=least(judgement.certainty, effect.certainty),
        polarity="negative" if negative else "positive",
        signs=(*judgement.signs, Sign("cue", token)),
    )


def _cue_effect(cue: Cue, negated: bool) -> Effect:
    negative = cue.polarity == "negative"
    if not negated or cue.negated == "kept":
        return Effect(cue.certainty, negative ^ (negated and negative))
    if cue.negated == "negative":
        return Effect(cue.certainty, not negative)
    return Effect("unknown", False)


def _inside(
    analysis: Analysis, clause: Clause, reading: _Reading, start: int, *, first: bool, condition: bool
) -> None:
    """What stands in the clause itself. Negations of the words above the first are read with those words."""
    listed = words()
    for grade, at in clause.hedges:
        reading.weaken(grade, "adverb", at)
    modal = clause.modal
    denied = first and bool(clause.negations)
    if modal in listed.possible_modals and not (denied and modal in listed.denied):
        reading.weaken("possible", "modal", clause.head)
    elif modal == "must" and clause.perfect:
        reading.weaken("probable", "modal", clause.head)
    elif modal in ("should", "ought") and clause.perfect and first:
        reading.deny("modal", clause.head)
    if first:
        for at in clause.negations:
            reading.deny("negation", at)
        _noun(analysis, clause, reading)
    if condition and clause.condition >= 0:
        reading.weaken("possible", "condition", clause.condition)


def _noun(analysis: Analysis, clause: Clause, reading: _Reading) -> None:
    """Determiners and adjectives of a noun that stands for a deed: "the alleged |collapse|"."""
    listed = words()
    if analysis.tokens[clause.head].upos not in ("NOUN", "PROPN"):
        return
    predicate = any(analysis.tokens[child].deprel == "cop" for child in analysis.children[clause.head])
    for child in analysis.children[clause.head]:
        token = analysis.tokens[child]
        text = lowered(token)
        base = token.deprel.partition(":")[0]
        if base == "det" and text in listed.determiners:
            reading.deny("negation", child)
        elif base == "amod" and not predicate:
            grade = listed.adjectives.get(text)
            if grade:
                reading.weaken(grade, "adjective", child)
            elif text in listed.negative_adjectives:
                reading.deny("adjective", child)
        elif base == "case" and text in listed.prepositions:
            reading.deny("without", child)


def _upwards(analysis: Analysis, clause: Clause, reading: _Reading, until: int) -> tuple[int, bool] | None:
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
    """ "evidence that he lied": "that" opens the clause and is no argument of its verb."""
    return clause.mark == "that" and _entry(analysis, analysis.tokens[clause.head].head) is not None


def _coordinated(analysis: Analysis, clause: Clause, reading: _Reading) -> tuple[int, bool] | None:
    """ "could divide |and weaken| them": what the first verb has and the second lacks holds for both."""
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
    return _upwards(analysis, Clause(first, mark=other.mark, mark_at=other.mark_at), reading, -1)


def _contrast(analysis: Analysis, index: int) -> bool:
    return any(
        analysis.tokens[child].deprel == "cc" and lowered(analysis.tokens[child]) in ("but", "yet")
        for child in analysis.children[index]
    )


def _adverbial(analysis: Analysis, clause: Clause, reading: _Reading) -> tuple[int, bool] | None:
    token = analysis.tokens[clause.head]
    if conditional(analysis, token.index):
        reading.weaken("unknown", "conditional", token.index)
        return None
    if clause.mark in words().prepositions:
        reading.deny("without", clause.mark_at)
        reading.time = reading.time or _time_under(analysis, token.head)
        return None
    if (
        clause.mark in words().question
    ):  # "unclear whether", where the parser takes the clause for an adverbial one
        reading.weaken("unknown", "question", clause.mark_at)
        return _embedded(analysis, token, token.head, reading)
    if clause.mark == "that" and _entry(analysis, token.head) is not None:
        return _embedded(analysis, token, token.head, reading)
    if clause.finite:
        return None
    if clause.mark in ("to", "for", "order", "so") and token.xpos == "VB":
        entry = _entry(analysis, token.head)
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
    return _upwards(
        analysis, Clause(token.head, mark=main.mark, mark_at=main.mark_at, finite="x"), reading, -1
    )


def _entry(analysis: Analysis, index: int) -> Embedding | None:
    token = analysis.tokens[index]
    upos = {"AUX": "VERB", "PROPN": "NOUN", "ADV": "ADJ"}.get(token.upos, token.upos)
    table = words().embedding
    found = table.get((upos, token.lemma.lower()))
    if found is None and token.xpos in ("VBN", "VBG", "JJ"):
        found = table.get(("ADJ", token.text.lower()))
    return found


def _is_cue_of(analysis: Analysis, token: Token, above: Token) -> Cue | None:
    """The cue above a clause; of its groups the first that takes such a clause."""
    listed = cues()
    lemma = above.lemma.lower()
    table = {"VERB": listed.verbs, "AUX": listed.verbs, "ADJ": listed.adjectives}.get(above.upos)
    if table is None:
        return None
    base = token.deprel.partition(":")[0]
    if base == "ccomp" or base == "csubj":
        wanted: tuple[str, ...] = ("clause", "ing", "one-to")
    else:
        wanted = ("to", "one-to", "ing", "so") if token.xpos != "VBG" else ("ing", "so", "of", "about")
    for cue in table.get(lemma, ()):
        if cue.under is None and any(each in cue.takes for each in wanted):
            return cue
    return None


def _passive(analysis: Analysis, index: int) -> bool:
    return any(
        analysis.tokens[child].deprel in ("nsubj:pass", "aux:pass") for child in analysis.children[index]
    )


def _embedded(analysis: Analysis, token: Token, above: int, reading: _Reading) -> tuple[int, bool]:
    """Take in what the word above a clause makes of it."""
    head = analysis.tokens[above]
    if head.upos in ("NOUN", "PROPN"):
        return _under_noun(analysis, above, reading)
    denied = bool(read(analysis, above).negations)
    cue = _is_cue_of(analysis, token, head)
    if cue is not None and token.deprel == "xcomp" and _passive(analysis, above):
        # "is believed to have left": nobody in particular says so, and the article does not vouch for it.
        effect = Effect("unknown" if cue.certainty == "unknown" else "probable", denied)
        reading.take(effect, "cue", above)
        reading.time = reading.time or ("future" if cue.group in ("expect", "assume", "urge") else None)
        return above, True
    if cue is not None:
        reading.take(_cue_effect(cue, denied), "cue", above)
        if cue.group in (
            "want",
            "commit",
            "promise",
            "urge",
            "threaten",
            "hope",
            "expect",
            "like",
            "ask",
        ) and (token.xpos == "VB"):
            reading.time = reading.time or "future"
        return above, True
    entry = _entry(analysis, above)
    if entry is not None:
        reading.take(entry.negated if denied else entry.positive, "embedding", above)
        if reading.time != "past":
            reading.time = entry.time or (entry.infinitive if token.xpos == "VB" else None) or reading.time
        return above, False
    if denied and token.deprel == "xcomp":
        reading.deny("negation", above)
    return above, False


def _under_noun(analysis: Analysis, above: int, reading: _Reading) -> tuple[int, bool]:
    """ "no conclusive |evidence| that …", "raised the |possibility| that …"."""
    entry = _entry(analysis, above)
    if entry is None:
        return above, True
    denied = _noun_denied(analysis, above)
    reading.take(entry.negated if denied else entry.positive, "embedding", above)
    if reading.time != "past":
        reading.time = entry.time or reading.time
    return above, True


def _noun_denied(analysis: Analysis, noun: int) -> bool:
    """ "no evidence", "found no evidence", "did not find evidence", "without evidence", "lack of evidence"."""
    tokens = analysis.tokens
    listed = words()
    for child in analysis.children[noun]:
        token = tokens[child]
        text = lowered(token)
        if token.deprel == "det" and text in listed.determiners:
            return True
        if token.deprel == "case" and text in listed.prepositions:
            return True
        if token.deprel == "amod" and text in listed.weak:
            return not any(lowered(tokens[c]) == "a" for c in analysis.children[noun])
    token = tokens[noun]
    if token.deprel in ("obj", "nsubj", "nsubj:pass", "obl") and token.head != noun:
        above = tokens[token.head]
        negative = [at for at in read(analysis, above.index).negations if at != noun]
        entry = _entry(analysis, above.index)
        failed = above.lemma.lower() == "lack" or (entry is not None and entry.group == "failed")
        return bool(negative) ^ failed
    if token.deprel == "nmod" and token.head != noun:
        above = tokens[token.head]
        return above.lemma.lower() in ("lack", "absence") and above.upos == "NOUN"
    return False


def _argument(analysis: Analysis, token: Token, above: int, reading: _Reading) -> tuple[int, bool] | None:
    """A noun for a deed, under a noun or a verb: "the risk of |collapse|", "averted a |collapse|"."""
    head = analysis.tokens[above]
    base = token.deprel.partition(":")[0]
    if head.upos in ("NOUN", "PROPN"):
        if base != "nmod" or token.deprel == "nmod:poss" or _entry(analysis, above) is None:
            return None
        case = next((lowered(analysis.tokens[c]) for c in analysis.children[token.index]
                     if analysis.tokens[c].deprel == "case"), "")  # fmt: skip
        return _under_noun(analysis, above, reading) if case in ("of", "about", "for", "over") else None
    if head.upos not in ("VERB", "AUX") or base == "obl":
        return None
    if base == "nsubj" and token.deprel != "nsubj:pass":
        return None
    entry = _entry(analysis, above)
    cue = next((c for c in cues().verbs.get(head.lemma.lower(), ()) if "thing" in c.takes), None)
    clause = read(analysis, above)
    denied = bool([at for at in clause.negations if at != token.index])
    reading.time = reading.time or tense(analysis, clause)
    if cue is not None:
        reading.take(_cue_effect(cue, denied), "cue", above)
        return above, True
    if entry is not None and entry.group in ("failed", "enabled", "unknown", "assured", "impossible"):
        reading.take(entry.negated if denied else entry.positive, "embedding", above)
    elif denied:
        reading.deny("negation", clause.negations[0])
    if clause.modal in words().possible_modals:
        reading.weaken("possible", "modal", above)
    return above, True


def _time_under(analysis: Analysis, above: int) -> Time | None:
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


def _asked(analysis: Analysis, node: int, reading: _Reading) -> None:
    """A main clause that is asked: "Will the pact hold?"."""
    token = analysis.tokens[node]
    base = token.deprel.partition(":")[0]
    if base not in ("root", "conj", "parataxis", "ccomp"):
        return
    sentence = analysis.sentences[token.sentence]
    for index in range(sentence.last - 1, max(sentence.first, sentence.last - 4) - 1, -1):
        text = analysis.tokens[index].text
        if text in ('"', "”", "''", "’", "'", ")"):
            continue
        if "?" in text:
            reading.weaken("unknown", "question", index)
        return
