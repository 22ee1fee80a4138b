"""Time of a clause from its auxiliaries and its tense: rule 4 of the record model.

Simple past is past; present and present perfect are present; "will", "would", "could" about what has not
happened are future.
"""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.certainty.clause import Clause, lowered
from communique.analyse.certainty.words import Time

HABIT = frozenset(("often", "usually", "sometimes", "regularly", "frequently", "always"))
"""With "would" these tell of a habit in the past: "would often call"."""


def tense(analysis: Analysis, clause: Clause) -> Time | None:
    """The time of a clause; ``None`` where it has none of its own (an infinitive, a participle, a noun)."""
    own = analysis.tokens[clause.head]
    if clause.modal:
        return _modal(analysis, clause)
    if clause.finite == "VBD":
        return "past"
    if clause.finite in ("VBZ", "VBP"):
        return "present"
    if clause.perfect:
        return "past"  # "having left", "to have left"
    if own.xpos == "VBN" and own.deprel.startswith("acl"):
        return "past"
    return None


def _modal(analysis: Analysis, clause: Clause) -> Time:
    if clause.perfect:
        return "past"
    if clause.modal == "can":
        return "present"
    if clause.modal == "could" and clause.negations:
        return "past"
    if clause.modal == "would" and any(
        lowered(analysis.tokens[child]) in HABIT for child in analysis.children[clause.head]
    ):
        return "past"
    return "future"
