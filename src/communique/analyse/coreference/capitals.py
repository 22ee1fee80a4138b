"""Capitals that stand for their states, by the words around them: "Cairo rejected it", "an envoy of Cairo".

A city is named where something is or goes ("in Cairo") and for what cities do ("Cairo grew, was bombed").
Whatever else a capital does in political reporting, its state does: "Cairo hesitates", "order Cairo to stop".
"""

from __future__ import annotations

from communique.analyse import agreement, tables
from communique.analyse.clauses import Clauses
from communique.analyse.coreference.agency import stands_for_state
from communique.analyse.coreference.deeds import lists
from communique.analyse.coreference.phrase import Phrase


def as_state(phrase: Phrase, clauses: Clauses) -> str | None:
    """The country that the name of a capital stands for where it acts; ``None`` where it is a place.

    "Cairo rejected the offer" → ``EG``; "protests in Cairo" → ``None``.
    """
    if phrase.name is None or phrase.sort != "place":
        return None
    if phrase.relation in ("compound", "dateline"):
        return None
    code = tables.capital(phrase.name.key or "") or tables.capital(phrase.key)
    if code is None:
        return None
    return code if stands_for_state(phrase, clauses) or _as_argument(phrase, clauses) else None


def _as_argument(phrase: Phrase, clauses: Clauses) -> bool:
    if phrase.case:
        return _behind_preposition(phrase, clauses)
    governor = clauses.tokens[phrase.governor]
    lemma = agreement.lemma(governor)
    listed = lists()
    below = clauses.children[governor.index]
    active = all(clauses.tokens[child].deprel != "aux:pass" for child in below)
    if phrase.relation == "nsubj" or (phrase.relation == "nsubj:pass" and active):
        if lemma == "have":
            things = (clauses.tokens[child] for child in below if clauses.base[child] == "obj")
            return any(agreement.lemma(thing) in listed.held for thing in things)
        if governor.upos == "VERB" or governor.xpos.startswith("VB"):
            return lemma not in listed.stative and lemma not in listed.urban
        return lemma in listed.moods
    if phrase.relation == "iobj":
        return True  # "gives Cairo a say"
    if phrase.relation in ("obj", "nsubj:pass"):
        return lemma in listed.compel
    if phrase.relation == "nmod:poss":
        return lemma in listed.offices
    return _is_cleft(phrase, clauses)


def _behind_preposition(phrase: Phrase, clauses: Clauses) -> bool:
    """ "allies against Cairo", "the pressure comes from Cairo", "a message to Cairo"."""
    governor = clauses.tokens[phrase.governor]
    lemma = agreement.lemma(governor)
    listed = lists()
    if phrase.case == "against":
        return True
    if phrase.case == "from":
        if phrase.relation == "nmod":
            return lemma in listed.addressed
        subject = clauses.own_subject(governor.index) if lemma == "come" else None
        return subject is not None and agreement.lemma(clauses.tokens[subject]) in listed.deeds
    return phrase.case in ("to", "for") and phrase.relation == "nmod" and lemma in listed.addressed


def _is_cleft(phrase: Phrase, clauses: Clauses) -> bool:
    """ "It was Cairo that put down the receiver"."""
    head = phrase.head
    below = clauses.children[head]
    if not any(clauses.base[child] == "cop" for child in below):
        return False
    told = any(clauses.tokens[child].text.lower() == "it" for child in below)
    return told and any(clauses.base[child] in ("acl", "ccomp", "advcl", "csubj") for child in below)
