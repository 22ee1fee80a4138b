"""The graph: a node for every record, a link for every reference."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.export.samples import hostile, samples, seed, several_on_one_text, small

from communique.export.drawing import graph
from communique.export.graph import LINK_ATTRIBUTES, VERTEX_ATTRIBUTES, Graph, Type
from communique.records import Article

PYTHON: dict[Type, type] = {"string": str, "integer": int, "boolean": bool}

EVERY = pytest.mark.parametrize(
    "article", [*samples(), hostile()], ids=lambda article: article.source.sha256[:6]
)


def ends(drawn: Graph, type_: str) -> set[tuple[str, str]]:
    """The links of a type, as record ids without the article's prefix."""
    return {
        (link.source.partition(":")[2], link.target.partition(":")[2])
        for link in drawn.links
        if link.type == type_
    }


@EVERY
def test_every_record_is_a_node_and_every_link_joins_two(article: Article) -> None:
    drawn = graph([article])
    ids = [vertex.id for vertex in drawn.vertices]
    records = [actor.id for actor in article.actors] + [meeting.id for meeting in article.meetings]
    records += [controversy.id for controversy in article.controversies]
    records += [implication.id for implication in article.implications]
    records += [statement.id for statement in article.statements]
    assert len(set(ids)) == len(ids)
    assert {f"{article.source.sha256[:12]}:{record}" for record in records} <= set(ids)
    assert {end for link in drawn.links for end in (link.source, link.target)} <= set(ids)
    assert len({link.id for link in drawn.links}) == len(drawn.links)


@EVERY
def test_every_reference_is_a_link(article: Article) -> None:
    drawn = graph([article])
    assert ends(drawn, "participant") == {
        (actor, one.id) for one in article.meetings for actor in one.participants
    }
    assert ends(drawn, "part_of") == {(one.id, one.part_of) for one in article.meetings if one.part_of}
    about = {(one.id, actor) for one in article.controversies for actor in one.about}
    about |= {(one.id, actor) for one in article.statements for actor in one.about}
    assert ends(drawn, "about") == about
    assert ends(drawn, "cause") == {(ref, one.id) for one in article.implications for ref in one.cause_refs}
    assert ends(drawn, "effect") == {(one.id, ref) for one in article.implications for ref in one.effect_refs}
    assert ends(drawn, "affects") == {
        (one.id, actor) for one in article.implications for actor in one.affects
    }
    assert ends(drawn, "arises_from") == {
        (one.id, meeting) for one in article.controversies for meeting in one.meetings
    }
    counted = Counter(link.type for link in drawn.links)
    assert counted["position"] == sum(len(one.positions) for one in article.controversies)
    assert counted["says"] == len(article.statements)


@EVERY
def test_attributes_have_the_types_that_are_declared(article: Article) -> None:
    drawn = graph([article])
    for vertex in drawn.vertices:
        for name, value in vertex.attributes.items():
            assert type(value) is PYTHON[VERTEX_ATTRIBUTES[name]]
    for link in drawn.links:
        for name, value in link.attributes.items():
            assert type(value) is PYTHON[LINK_ATTRIBUTES[name]]


def test_a_source_that_is_no_actor_is_a_node_of_its_own() -> None:
    sources = {vertex.label: vertex for vertex in graph([seed()]).vertices if vertex.type == "source"}
    assert "many" in sources
    many = sources["many"].attributes
    assert seed().text is not None
    assert seed().text[int(many["start"]) : int(many["end"])] == "many"  # type: ignore[index]


def test_a_position_of_the_article_itself_begins_at_the_article() -> None:
    controversy = small().controversies[0]
    own = controversy.positions[0].model_copy(update={"attribution": None})
    article = small().model_copy(
        update={"controversies": (controversy.model_copy(update={"positions": (own,)}),)}
    )
    drawn = graph([article])
    (position,) = (link for link in drawn.links if link.type == "position")
    (voice,) = (vertex for vertex in drawn.vertices if vertex.type == "article")
    assert position.source == voice.id
    assert voice.label == small().source.title


def test_records_of_different_articles_are_never_joined() -> None:
    drawn = graph([*samples(), *several_on_one_text()])
    article = {vertex.id: vertex.attributes["article"] for vertex in drawn.vertices}
    assert len(article) == len(drawn.vertices)
    assert len(set(article.values())) == len(samples()) + 1
    assert all(article[link.source] == article[link.target] for link in drawn.links)
