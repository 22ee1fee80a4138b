"""Who acts, is acted on or holds a view: rule 7 of the record model, and capitals that stand for states.

"Moscow denied …", "relations with Moscow", "Russia's annexation of …" name an actor; "in Moscow",
"the conflict in Syria" a place.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.analyse import agreement, lexicon
from communique.analyse.clauses import Clauses
from communique.analyse.coreference.chains import ACTORS
from communique.analyse.coreference.phrase import Phrase

LOCATIVE = frozenset(
    ("in", "at", "near", "outside", "around", "across", "through", "throughout", "inside", "into")
)
POSSIBLE = frozenset(("may", "might", "could", "would"))
TOGETHER = frozenset(("with", "between", "against", "towards", "toward", "on", "among", "over", "by", "of"))


class Lists(NamedTuple):
    """The lists of agency.toml as sets."""

    attitude: frozenset[str]
    action: frozenset[str]
    verdict: frozenset[str]
    deeds: frozenset[str]
    relations: frozenset[str]
    towards: frozenset[str]
    stative: frozenset[str]
    """Verbs that places have as places: no sign that one acts."""
    visits: frozenset[str]
    """Verbs whose object is a place as a place."""
    motion: frozenset[str]
    suffered: frozenset[str]
    tell: frozenset[str]
    press: frozenset[str]
    devise: frozenset[str]
    compel: frozenset[str]
    """Verbs whose object is one who can be told, made or helped to do something."""
    urban: frozenset[str]
    """Verbs that a capital has as a city."""
    offices: frozenset[str]
    """Nouns for those whom a state has and a city has not."""
    moods: frozenset[str]
    """Adjectives of those who hold a view: "wary"."""
    faceless: frozenset[str]
    """Nouns for anybody: only who says or thinks something is somebody."""
    gaze: frozenset[str]
    coerce: frozenset[str]
    addressed: frozenset[str]
    """Nouns for what is sent "to" or meant "for" a state."""


@lexicon.cached
def lists() -> Lists:
    """The word lists, read once."""
    rows = lexicon.load("agency")
    verbs, nouns = rows["verbs"], rows["nouns"]
    words = agreement.words
    return Lists(
        words(verbs["attitude"]), words(verbs["action"]), words(verbs["verdict"]),
        words(nouns["deeds"]), words(nouns["relations"]), words(nouns["towards"]),
        words(verbs["stative"]), words(verbs["visits"]), words(verbs["motion"]), words(nouns["suffered"]),
        words(verbs["tell"]), words(verbs["press"]), words(verbs["devise"]), words(verbs["compel"]),
        words(verbs["urban"]), words(nouns["offices"]), words(rows["adjectives"]["moods"]),
        words(nouns["faceless"]), words(verbs["gaze"]), words(verbs["coerce"]), words(nouns["addressed"]),
    )  # fmt: skip


def acts(phrase: Phrase, sort: str, clauses: Clauses) -> bool:
    """Whether what a phrase stands for, of such a sort, acts there, is acted on or holds a view.

    People nearly always do; a body or a country does as an argument of most verbs, as the owner of a deed
    ("Iran's denial") and as a party to relations; a region or a city only as one who does or thinks.
    """
    if phrase.head < 0 or phrase.relation == "dateline":
        return False
    if _is_audience(phrase, clauses) or _is_idea(phrase, clauses):
        return False
    if sort in ("group", "organization", "government") and _who(phrase, clauses):
        return True
    if sort in ("person", "group"):
        return _people_act(phrase, sort, clauses)
    if sort in ACTORS:
        return stands_for_state(phrase, clauses) or _affected(phrase, sort, clauses)
    return sort == "place" and _holds(phrase, clauses)


def _is_audience(phrase: Phrase, clauses: Clauses) -> bool:
    """The press that is told something: "told reporters in Lima"."""
    base = phrase.relation.partition(":")[0]
    listed = lists()
    return (
        base in ("obj", "iobj")
        and phrase.lemma in listed.press
        and agreement.lemma(clauses.tokens[phrase.governor]) in listed.tell
    )


def _is_idea(phrase: Phrase, clauses: Clauses) -> bool:
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


def _people_act(phrase: Phrase, sort: str, clauses: Clauses) -> bool:
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
    if base in ("obj", "iobj"):
        return lemma in listed.coerce or lemma in listed.compel or lemma in listed.verdict
    return True


def _who(phrase: Phrase, clauses: Clauses) -> bool:
    """ "members of the cabinet, who feared …": the subject of a relative clause."""
    for child in clauses.children[phrase.head]:
        if clauses.tokens[child].deprel == "acl:relcl":
            subject = clauses.own_subject(child)
            if subject is not None and clauses.tokens[subject].text.lower() == "who":
                return True
    return False


def _holds(phrase: Phrase, clauses: Clauses) -> bool:
    """Subject of a verb of saying, thinking or doing, or owner of a deed."""
    governor = clauses.tokens[phrase.governor]
    lemma = agreement.lemma(governor)
    listed = lists()
    if phrase.relation == "nsubj":
        return governor.upos == "VERB" and lemma not in lists().stative and (
            lemma in listed.attitude or lemma in listed.action
        )  # fmt: skip
    if phrase.relation == "nmod:poss":
        return lemma in listed.deeds
    return phrase.relation == "obl:agent"


def stands_for_state(phrase: Phrase, clauses: Clauses) -> bool:
    """Whether the name of a place stands where only one who acts can: then a capital means its state."""
    if _holds(phrase, clauses):
        return True
    if phrase.case in LOCATIVE or phrase.case in ("from", "to", "via", "for"):
        return False
    governor = clauses.tokens[phrase.governor]
    lemma = agreement.lemma(governor)
    listed = lists()
    base = phrase.relation.partition(":")[0]
    if base == "nmod" and phrase.case in TOGETHER:
        if phrase.case in ("on", "against", "towards", "toward", "over"):
            return lemma in listed.towards or lemma in listed.relations
        if phrase.case == "of":
            return lemma in (
                "distrust",
                "mistrust",
                "criticism",
                "fear",
                "support",
                "condemnation",
                "suspicion",
            )
        return lemma in listed.relations
    if base == "obl":
        if phrase.case == "by":
            return "pass" in phrase.relation or phrase.relation == "obl:agent"
        return phrase.case in ("with", "against") and (lemma in listed.attitude or lemma in listed.action)
    if base == "compound":
        return lemma in listed.relations
    return phrase.relation in ("obj", "nsubj:pass") and lemma in listed.verdict


def _affected(phrase: Phrase, sort: str, clauses: Clauses) -> bool:
    """For a body or a country: subject or object of a verb, or one to or against whom something is done."""
    governor = clauses.tokens[phrase.governor]
    lemma = agreement.lemma(governor)
    relation = phrase.relation
    base = relation.partition(":")[0]
    if base == "nsubj":
        if sort == "country":
            active = governor.upos == "VERB" and lemma not in lists().stative
            return active or lemma in lists().moods
        return governor.upos != "NOUN" and lemma not in lists().stative
    if base in ("obj", "iobj"):
        if sort == "country":
            return lemma not in (
                "visit",
                "leave",
                "reach",
                "enter",
                "tour",
                "cross",
                "have",
                "include",
                "border",
            )
        return lemma not in ("have", "include", "visit", "enter", "leave")
    if base == "obl":
        return phrase.case in ("with", "against", "by", "over", "towards", "toward") or (
            phrase.case in ("to", "from", "on") and lemma in lists().action and lemma not in lists().motion
        ) or (phrase.case == "to" and lemma in lists().attitude)  # fmt: skip
    if base == "nmod":
        listed = lists()
        if relation == "nmod:poss":
            return sort != "country" or lemma in listed.deeds
        if phrase.case in LOCATIVE:
            return False
        if governor.upos == "PROPN" and phrase.case in ("over", "against"):
            return True  # "sided with X over Y", where the parser hung Y on X
        if phrase.case in ("of", "by"):
            return lemma in lists().suffered or (sort != "country" and lemma in listed.deeds)
        return lemma in listed.deeds or lemma in listed.relations or lemma in listed.towards
    return False
