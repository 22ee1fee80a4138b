"""Who acts, is acted on or holds a view: rule 7 of the record model, and capitals that stand for states.

"Moscow denied …", "relations with Moscow", "Russia's annexation of …" name an actor; "in Moscow",
"the conflict in Syria" a place.
"""

from __future__ import annotations

from dataclasses import replace

from communique.analyse import agreement, tables
from communique.analyse.clauses import Clauses
from communique.analyse.coreference.chains import ACTORS
from communique.analyse.coreference.deeds import lists
from communique.analyse.coreference.people import LOCATIVE, TOGETHER, is_audience, is_idea, is_who, people_act
from communique.analyse.coreference.phrase import Phrase


def acts(phrase: Phrase, sort: str, clauses: Clauses) -> bool:
    """Whether what a phrase stands for, of such a sort, acts there, is acted on or holds a view.

    People nearly always do; a body or a country does as an argument of most verbs, as the owner of a deed
    ("Iran's denial") and as a party to relations; a region or a city only as one who does or thinks.
    """
    if phrase.head < 0 or phrase.relation == "dateline":
        return False
    phrase = _through(phrase, clauses)
    if is_audience(phrase, clauses) or is_idea(phrase, clauses):
        return False
    if sort in ("group", "organization", "government") and is_who(phrase, clauses):
        return True
    if sort in ("person", "group"):
        return people_act(phrase, sort, clauses)
    if sort in ACTORS:
        return stands_for_state(phrase, clauses) or _affected(phrase, sort, clauses)
    return sort == "place" and _holds(phrase, clauses)


def _through(phrase: Phrase, clauses: Clauses) -> Phrase:
    """ "Kenya may have |to repay| the loan", "Kenya seems |to hesitate|": the infinitive says what."""
    governor = clauses.tokens[phrase.governor]
    if phrase.relation != "nsubj" or agreement.lemma(governor) not in ("have", "seem", "appear"):
        return phrase
    for child in clauses.children[governor.index]:
        if clauses.base[child] == "xcomp" and clauses.tokens[child].xpos == "VB":
            return replace(phrase, governor=child)
    return phrase


def _holds(phrase: Phrase, clauses: Clauses) -> bool:
    """Subject of a verb of saying, thinking or doing, or owner of a deed."""
    governor = clauses.tokens[phrase.governor]
    lemma = agreement.lemma(governor)
    listed = lists()
    if phrase.case == "of" and phrase.relation == "nmod" and lemma in listed.lands:
        # "a lease signed by the breakaway region of X"
        above, relation = clauses.role(governor.index)
        return _holds(replace(phrase, governor=above, relation=relation, case=""), clauses)
    if phrase.relation == "nsubj":
        if lemma not in listed.attitude and phrase.sort == "place" and _is_city(phrase):
            return False
        return governor.upos == "VERB" and lemma not in listed.stative and (
            lemma in listed.attitude or lemma in listed.action
        )  # fmt: skip
    if phrase.relation == "nmod:poss":
        return lemma in listed.deeds
    return phrase.relation == "obl:agent"


def _is_city(phrase: Phrase) -> bool:
    """Whether a name is that of a city that is no capital: what it does, it does as a place."""
    entry = tables.place(phrase.name.key or "") if phrase.name is not None else None
    return entry is not None and entry.table == "city"


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
    if relation == "nsubj:pass" and lemma in lists().naming:
        return False
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
