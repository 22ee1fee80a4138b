"""What joins two actors."""

from __future__ import annotations

from typing import Any

from tests.report.invented import article

from communique.records import Article
from communique.report.links import links

JOINED = {
    ("actor:ana-ruiz", "met", "actor:joao-lima"),
    ("actor:critics", "is critical of", "actor:ana-ruiz"),
}


def changed(kind: str, /, **changes: Any) -> Article:
    record = article().model_dump(mode="json")[kind][0]
    return article(**{kind: [{**record, **changes}]})


def told(found: Article) -> set[tuple[str, str, str]]:
    return {(link.source, link.words, link.target) for link in links(found)}


def test_meetings_join_participants_and_positions_lead_to_those_concerned() -> None:
    assert told(changed("implications", cause_refs=[])) == JOINED


def test_an_implication_leads_from_those_in_its_cause_to_those_affected() -> None:
    found = changed("implications", cause_refs=["actor:ana-ruiz"])
    assert told(found) == {*JOINED, ("actor:ana-ruiz", "has a part in what benefits", "actor:spain")}
    harmful = changed("implications", cause_refs=["actor:ana-ruiz"], direction="harmful")
    assert ("actor:ana-ruiz", "has a part in what harms", "actor:spain") in told(harmful)


def test_a_record_that_is_the_cause_stands_for_its_actors() -> None:
    met = changed("implications", cause_refs=["meeting:lisbon-2021-05-04"])
    benefits = "has a part in what benefits"
    assert told(met) - JOINED == {
        ("actor:ana-ruiz", benefits, "actor:spain"),
        ("actor:joao-lima", benefits, "actor:spain"),
    }
    matter = changed("implications", cause_refs=["controversy:neglecting-coastal-towns"])
    assert told(matter) - JOINED == {("actor:ana-ruiz", benefits, "actor:spain")}
    said = changed("implications", cause_refs=["statement:lima-agreement"])
    assert told(said) - JOINED == {("actor:joao-lima", benefits, "actor:spain")}
    # Named as well as meant: one link, of one record.
    both = changed("implications", cause_refs=["actor:ana-ruiz", "controversy:neglecting-coastal-towns"])
    assert told(both) - JOINED == {("actor:ana-ruiz", benefits, "actor:spain")}


def test_a_consequence_that_is_a_cause_is_not_followed_further() -> None:
    first = article().model_dump(mode="json")["implications"][0]
    first["cause_refs"] = ["actor:ana-ruiz"]
    second = {**first, "id": "implication:second", "cause_refs": [first["id"]], "affects": ["actor:critics"]}
    assert not [
        link for link in links(article(implications=[first, second])) if link.target == "actor:critics"
    ]


def test_what_is_denied_joins_nobody() -> None:
    denied = changed("implications", cause_refs=["actor:ana-ruiz"], polarity="negative")
    assert told(denied) == JOINED


def test_those_who_are_cause_and_affected_have_no_link_among_them() -> None:
    found = changed(
        "implications",
        cause_refs=["actor:spain", "actor:ana-ruiz"],
        affects=["actor:spain", "actor:ana-ruiz"],
    )
    assert told(found) == JOINED


def test_a_supporter_is_told_from_a_critic() -> None:
    position = article().model_dump(mode="json")["controversies"][0]["positions"][0]
    found = changed("controversies", positions=[{**position, "stance": "supportive"}])
    assert ("actor:critics", "is supportive of", "actor:ana-ruiz") in told(found)


def test_those_whom_one_matter_is_about_share_it() -> None:
    found = changed("controversies", about=["actor:spain", "actor:ana-ruiz"])
    assert ("actor:ana-ruiz", "share a controversy with", "actor:spain") in told(found)


def test_links_of_the_same_kind_between_the_same_two_are_one() -> None:
    meeting = article().model_dump(mode="json")["meetings"][0]
    again = {**meeting, "id": "meeting:again", "participants": meeting["participants"][::-1]}
    found = links(article(meetings=[meeting, again]))
    assert found[0].records == (meeting["id"], "meeting:again")
    assert not found[0].directed


def test_a_meeting_of_many_does_not_join_each_with_each() -> None:
    actor = article().model_dump(mode="json")["actors"][3]
    crowd = [{**actor, "id": f"actor:guest-{number}", "name": f"Guest {number}"} for number in range(30)]
    meeting = article().model_dump(mode="json")["meetings"][0]
    found = article(
        actors=[*article().model_dump(mode="json")["actors"], *crowd],
        meetings=[{**meeting, "participants": [one["id"] for one in crowd]}],
    )
    assert sum(link.kind == "meeting" for link in links(found)) == 29
