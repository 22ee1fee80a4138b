"""People and bodies without a name: where what they do or suffer makes them actors.

"Critics warned …", "sanctions on three executives" and "ties to bankers" do; "told reporters", "sent two men"
and "called for a commission" do not.
"""

from __future__ import annotations

from communique.analyse import agreement
from communique.analyse.clauses import Clauses
from communique.analyse.coreference.deeds import lists
from communique.analyse.coreference.phrase import Phrase

LOCATIVE = frozenset(
    ("in", "at", "near", "outside", "around", "across", "through", "throughout", "inside", "into")
)
POSSIBLE = frozenset(("may", "might", "could", "would"))
TOGETHER = frozenset(("with", "between", "against", "towards", "toward", "on", "among", "over", "by", "of"))


def is_audience(phrase: Phrase, clauses: Clauses) -> bool:
    """The press that is told something: "told reporters in Lima"."""
    base = phrase.relation.partition(":")[0]
    listed = lists()
    return (
        base in ("obj", "iobj")
        and phrase.lemma in listed.press
        and agreement.lemma(clauses.tokens[phrase.governor]) in listed.tell
    )


def is_idea(phrase: Phrase, clauses: Clauses) -> bool:
    """A body that is only proposed, or that somebody may turn to: "may go to an international court"."""
    if phrase.form != "description" or phrase.definite != "indefinite":
        return False
    base = phrase.relation.partition(":")[0]
    if base not in ("obj", "obl"):
        return False
    governor = clauses.tokens[phrase.governor]
    if base == "obj" and agreement.lemma(governor) in lists().devise:
        return True
    if phrase.sort == "person":
        return False
    return any(clauses.tokens[child].text.lower() in POSSIBLE for child in clauses.children[governor.index])


def people_act(phrase: Phrase, sort: str, clauses: Clauses) -> bool:
    """Whether a person, or a group of people, acts, holds a view or is acted on there."""
    base = phrase.relation.partition(":")[0]
    if phrase.form == "description" and not _counts(phrase, base, clauses):
        return False
    if base in ("nsubj", "obj", "iobj", "csubj"):
        return True
    governor = clauses.tokens[phrase.governor]
    if base == "obl":
        return phrase.case not in LOCATIVE
    if base == "nmod" and sort == "group":
        lemma = agreement.lemma(governor)
        listed = lists()
        known = lemma in listed.deeds or lemma in listed.relations or lemma in listed.towards
        measured = phrase.case in ("of", "in", "among") and lemma in agreement.quantity_heads()
        return known or measured or phrase.relation == "nmod:poss" or phrase.case in ("among", "by", "with")
    return sort == "person"


def _counts(phrase: Phrase, base: str, clauses: Clauses) -> bool:
    """Whether people without a name do or suffer something of note: "sent advisers", "two men ran" do not."""
    listed = lists()
    lemma = agreement.lemma(clauses.tokens[phrase.governor])
    if phrase.lemma in listed.faceless and phrase.country is None:
        return base == "nsubj" and (lemma in listed.attitude or lemma in listed.gaze)
    known = phrase.number == "s" and phrase.definite in ("definite", "possessive")
    if base in ("obj", "iobj") and not known:
        return lemma in listed.coerce or lemma in listed.compel or lemma in listed.verdict
    if base == "obl":
        return phrase.case in TOGETHER or phrase.case == "to"
    return True


def is_who(phrase: Phrase, clauses: Clauses) -> bool:
    """ "members of the cabinet, who feared …": the subject of a relative clause."""
    for child in clauses.children[phrase.head]:
        if clauses.tokens[child].deprel == "acl:relcl":
            subject = clauses.own_subject(child)
            if subject is not None and clauses.tokens[subject].text.lower() == "who":
                return True
    return False
