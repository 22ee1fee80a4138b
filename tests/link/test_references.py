"""Ids and references: who becomes an actor, and what happens to references to the others."""

from __future__ import annotations

from communique.link.references import Found, References
from communique.recognise.actor import ActorFound, ActorMention
from communique.recognise.meeting import MeetingFound


def actor(index: int, name: str, *, acts: bool) -> ActorFound:
    return ActorFound(
        index=index,
        name=name,
        kind="person",
        aliases=(),
        country=None,
        identifiers=(),
        roles=(),
        mentions=(ActorMention(index, index + 1, "name"),),
        acts=acts,
        found_by="name",
    )


def meeting(key: str, *participants: int) -> MeetingFound:
    return MeetingFound(
        key=key,
        name=key,
        kind="summit",
        status="held",
        several=False,
        participants=participants,
        date=None,
        place=None,
        topics=(),
        part_of=None,
        event_code=None,
        evidence=((0, 1),),
        found_by="meeting",
    )


def test_who_acts_is_an_actor_and_a_mere_place_is_not() -> None:
    references = References("", Found(actors=(actor(0, "Iceland", acts=True), actor(1, "Malta", acts=False))))
    assert [each.name for each in references.kept] == ["Iceland"]
    assert references.actors((1, 0)) == ("actor:iceland",)
    assert references.actor(1) is None


def test_who_takes_part_in_a_meeting_is_an_actor() -> None:
    found = Found(actors=(actor(0, "Malta", acts=False),), meetings=(meeting("valletta-summit", 0),))
    assert References("", found).actor(0) == "actor:malta"


def test_namesakes_get_numbers_in_the_order_of_the_text() -> None:
    found = Found(actors=(actor(0, "Ana Silva", acts=True), actor(1, "Ana Silva", acts=True)))
    assert References("", found).actors((0, 1)) == ("actor:ana-silva", "actor:ana-silva-2")


def test_two_meetings_of_one_name_stay_apart() -> None:
    found = Found(actors=(), meetings=(meeting("oslo-talks"), meeting("oslo-talks")))
    assert References("", found).meetings == ("meeting:oslo-talks", "meeting:oslo-talks-2")
