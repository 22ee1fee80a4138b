"""What a chain becomes: kind, name, country, aliases, roles, identifiers, and whether it acts."""

from __future__ import annotations

import pytest
from tests.analyse.marked import analysis, entity

from communique.analyse.analysis import Entity
from communique.analyse.coreference.entities import plain
from communique.recognise.actor import recognise

ACTS = [
    ("Turkey closed the border.", "Turkey"),
    ("The envoys praised Turkey.", "Turkey"),
    ("The council imposed sanctions on Turkey.", "Turkey"),
    ("Turkey's invasion of the island was condemned.", "Turkey"),
    ("Relations between Turkey and Greece are tense.", "Greece"),
    ("Europe fears a new wave of refugees.", "Europe"),
    ("Critics called the plan weak.", "critics"),
    ("The plan was criticised by opposition lawmakers.", "opposition lawmakers"),
    ("Trump's campaign fund paid for the flight. NATO expelled eight Russian diplomats.", "NATO"),
    ("Some observers doubt the story.", "some observers"),
    ("Allies in Asia fear that war is near.", "allies in Asia"),
]

DOES_NOT_ACT = [
    ("The war in Yemen has killed thousands of civilians.", "Yemen"),
    ("The ship was built in Norway.", "Norway"),
    ("The conflict in eastern Ukraine goes on.", "Ukraine"),
    ("Merkel spoke at a conference in Japan.", "Japan"),
    ("The president visited Kenya in May.", "Kenya"),
]


@pytest.mark.parametrize(("text", "name"), ACTS)
def test_acts(text: str, name: str) -> None:
    assert entity(text, name).acts


@pytest.mark.parametrize(("text", "name"), DOES_NOT_ACT)
def test_is_only_a_place(text: str, name: str) -> None:
    assert not entity(text, name).acts


@pytest.mark.parametrize(
    "text",
    [
        "Tensions rose and sanctions followed.",
        "The meetings ended without results.",
        "Many doubt it. Some disagree. Others stayed silent.",
        "The talks raised hopes.",
    ],
)
def test_things_and_bare_quantities_are_nobody(text: str) -> None:
    assert [each.name for each in analysis(text).entities if each.acts] == []


def roles(text: str, name: str) -> list[str]:
    return [text[role.start : role.end] for role in entity(text, name).roles]


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("Turkish President Recep Tayyip Erdogan spoke.", "Recep Tayyip Erdogan", "President", "TR"),
        ("Olaf Scholz, the German chancellor, spoke.", "Olaf Scholz", "chancellor", "DE"),
        ("Belarusian dissident Sergei Tikhanovsky was arrested.", "Sergei Tikhanovsky", "dissident", "BY"),
        (
            "The Special Counsel investigation led by Kenneth Starr ended.",
            "Kenneth Starr",
            "Special Counsel",
            None,
        ),
        ("Russian Foreign Minister Sergei Lavrov left Geneva.", "Sergei Lavrov", "Foreign Minister", "RU"),
        ("Viktor Orban smiled. Orban's Hungary blocked the deal.", "Viktor Orban", None, "HU"),
        ("Hungary under Viktor Orban blocked the deal.", "Viktor Orban", None, "HU"),
        ("Viktor Orban blocked the deal.", "Viktor Orban", None, None),
    ],
)
def test_roles_and_countries(text: str, name: str, role: str | None, country: str | None) -> None:
    found = entity(text, name)
    assert found.country == country
    assert (role in roles(text, name)) if role else not found.roles


def test_a_role_is_held_in_the_country_that_the_text_speaks_of() -> None:
    text = "Russian President Vladimir Putin spoke. Russia rejected the deal."
    found = analysis(text)
    (role,) = entity(text, "Vladimir Putin").roles
    assert role.of is not None
    assert found.entities[role.of].name == "Russia"


def test_forms_of_address_are_no_roles() -> None:
    assert entity("Mr Johnson resigned.", "Johnson").roles == ()


def test_a_country_has_its_identifiers_and_all_its_names() -> None:
    found = entity("The United States signed. Washington denied it. The U.S. left.", "United States")
    assert (found.kind, found.country) == ("country", "US")
    assert dict(found.identifiers) == {"iso3166": "US", "wikidata": "Q30"}
    assert found.aliases == ("Washington", "U.S.")


def test_the_kremlin_is_a_government() -> None:
    found = entity("The Kremlin denied the report.", "Kremlin")
    assert (found.kind, found.country) == ("government", "RU")


def test_a_demonym_gives_the_country_and_is_no_mention_of_it() -> None:
    text = "Turkish officials rejected the report."
    found = analysis(text)
    assert [(each.kind, each.country) for each in found.entities] == [("group", "TR")]


def test_a_country_before_people_is_like_a_demonym() -> None:
    assert [each.name for each in analysis("US officials rejected the report.").entities] == ["US officials"]
    assert entity("US sanctions hurt exporters.", "US").country == "US"


def test_aliases_come_in_order_of_first_use_without_articles_and_pronouns() -> None:
    text = (
        "German Chancellor Angela Merkel arrived. Merkel spoke. The German chancellor said she was glad. "
        "Merkel's staff left."
    )
    found = entity(text, "Angela Merkel")
    assert found.name == "Angela Merkel"
    assert found.aliases == ("Merkel", "German chancellor")


def test_the_fullest_form_is_the_name() -> None:
    text = "Merkel spoke. Angela Dorothea Merkel was born in Hamburg. Angela Merkel resigned."
    assert entity(text, "Merkel").name == "Angela Dorothea Merkel"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Russian leader's", "Russian leader"),
        ("The  United\nStates", "United States"),
        ("his predecessors", "predecessors"),
        ("Theresa May", "Theresa May"),
        ("a", "a"),
        ("some observers", "some observers"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_actors_hand_on_every_mention_in_order() -> None:
    text = "Angela Merkel met Emmanuel Macron. She praised him. The two leaders left."
    actors = {actor.name: actor for actor in recognise(analysis(text))}
    spoken = [(text[m.start : m.end], m.form) for m in actors["Angela Merkel"].mentions]
    assert spoken == [("Angela Merkel", "name"), ("She", "pronoun"), ("The two leaders", "description")]
    assert all(actor.mentions for actor in actors.values())


def _fits_together(text: str) -> None:
    found = analysis(text)
    for index, each in enumerate(found.entities):
        assert isinstance(each, Entity)
        assert each.index == index
        assert list(each.mentions) == sorted(set(each.mentions))
        assert all(index in found.mentions[position].entities for position in each.mentions)
        assert all(role.of is None or 0 <= role.of < len(found.entities) for role in each.roles)
        assert all(each.name != alias for alias in each.aliases)
    for mention in found.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert len(set(mention.entities)) == len(mention.entities)


@pytest.mark.parametrize("text", [text for text, _ in ACTS + DOES_NOT_ACT])
def test_mentions_and_entities_point_at_each_other(text: str) -> None:
    _fits_together(text)
