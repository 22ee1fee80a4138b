"""Forms of verbs and nouns: what spelling asks for, and which verb a form belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.analyse.inflection import noun_forms, verb_forms, verbs_by_form


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("criticise", "criticises criticised criticising"),
        ("deny", "denies denied denying"),
        ("delay", "delays delayed delaying"),
        ("quell", "quells quelled quelling"),
        ("scrap", "scraps scrapped scrapping"),
        ("offer", "offers offered offering"),
        ("deter", "deters deterred deterring"),
        ("reach", "reaches reached reaching"),
        ("agree", "agrees agreed agreeing"),
        ("die", "dies died dying"),
        ("veto", "vetoes vetoed vetoing"),
        ("hold", "holds held holding"),
        ("have", "has had having"),
    ],
)
def test_a_verb_has_the_forms_that_people_write(verb: str, forms: str) -> None:
    assert {verb, *forms.split()} <= set(verb_forms(verb))


@pytest.mark.parametrize(
    ("verb", "never"),
    [
        ("deny", "denyed"),
        ("delay", "delaied"),
        ("show", "showwed"),
        ("offer", "offeres"),
        ("host", "hostted"),
    ],
)
def test_a_rule_keeps_to_its_letters(verb: str, never: str) -> None:
    assert never not in set(verb_forms(verb))


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("visit", "visits"), ("envoy", "envoys"), ("party", "parties"), ("clash", "clashes")],
)
def test_plurals(noun: str, plural: str) -> None:
    assert list(noun_forms(noun)) == [noun, plural]


def test_a_form_that_is_a_verb_of_the_list_means_that_verb() -> None:
    assert verbs_by_form(["find"])["found"] == "find"
    assert verbs_by_form(["find", "found"])["found"] == "found"
    assert verbs_by_form(["find", "found"])["founded"] == "found"


@given(st.lists(st.from_regex(r"[a-z]{2,9}", fullmatch=True)))
def test_every_verb_is_a_form_of_itself(verbs: list[str]) -> None:
    forms = verbs_by_form(verbs)
    assert all(forms[verb] == verb for verb in verbs)
