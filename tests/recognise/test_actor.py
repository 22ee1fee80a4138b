"""Actors as they are handed on: every mention once, in order, and places told from those who act."""

from __future__ import annotations

from tests.analyse.marked import analysis

from communique.recognise.actor import ActorFound, recognise

TEXT = (
    "French President Emmanuel Macron met Angela Merkel in Japan. He praised her patience. "
    "The two leaders left. Critics called the visit a failure."
)


def actors() -> dict[str, ActorFound]:
    return {actor.name: actor for actor in recognise(analysis(TEXT))}


def spoken(actor: ActorFound) -> list[tuple[str, str]]:
    return [(TEXT[mention.start : mention.end], mention.form) for mention in actor.mentions]


def test_a_description_of_two_is_a_mention_of_each() -> None:
    found = actors()
    assert spoken(found["Emmanuel Macron"]) == [
        ("Emmanuel Macron", "name"),
        ("He", "pronoun"),
        ("The two leaders", "description"),
    ]
    assert spoken(found["Angela Merkel"]) == [
        ("Angela Merkel", "name"),
        ("her", "pronoun"),
        ("The two leaders", "description"),
    ]


def test_who_acts_is_told_from_where_it_happens() -> None:
    assert {name: actor.acts for name, actor in actors().items()} == {
        "Emmanuel Macron": True,
        "Angela Merkel": True,
        "Japan": False,
        "critics": True,
    }


def test_roles_keep_their_words() -> None:
    (role,) = actors()["Emmanuel Macron"].roles
    assert (TEXT[role.start : role.end], role.of) == ("President", None)


def test_indices_are_those_of_the_entities() -> None:
    entities = analysis(TEXT).entities
    assert all(entities[actor.index].name == actor.name for actor in recognise(analysis(TEXT)))
