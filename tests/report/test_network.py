"""The network as it is drawn."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given
from tests.report.invented import article
from tests.report.long_article import long_article
from tests.strategies import articles

from communique.records import Article
from communique.report.network import HEIGHT, MOST_ACTORS, MOST_LINKS, WIDTH, network


@given(articles())
def test_everything_stands_inside_the_picture_and_no_two_actors_in_one_place(found: Article) -> None:
    drawn = network(found)
    for node in drawn.nodes:
        assert node.radius <= node.x <= WIDTH - node.radius
        assert node.radius <= node.y <= HEIGHT - node.radius
    for one, other in combinations(drawn.nodes, 2):
        assert hypot(one.x - other.x, one.y - other.y) > 20


def test_the_picture_is_the_same_every_time() -> None:
    assert network(article()) == network(article())


def test_actors_that_nothing_joins_are_left_out() -> None:
    assert {node.id for node in network(article()).nodes} == {
        "actor:ana-ruiz",
        "actor:joao-lima",
        "actor:critics",
    }


def test_only_links_with_a_direction_have_a_sign() -> None:
    signs = {edge.link.words: edge.sign for edge in network(article()).edges}
    assert signs == {"met": "", "is critical of": "−"}


def test_a_picture_of_very_many_says_what_it_leaves_out() -> None:
    drawn = network(long_article())
    assert len(drawn.nodes) == MOST_ACTORS
    assert len(drawn.edges) <= MOST_LINKS
    assert drawn.more_links == len(drawn.links) - len(drawn.edges)
    assert drawn.more_actors > 0
