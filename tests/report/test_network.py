"""The network as it is drawn."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from typing import Any

from hypothesis import given
from tests.report.invented import article
from tests.report.long_article import long_article
from tests.strategies import articles

from communique.records import Article
from communique.report.network import LINE, MOST_ACTORS, MOST_LINKS, Node, network
from communique.report.ring import HEIGHT, WIDEST_LINE, WIDTH
from communique.report.wording import columns


def unlinked(**changes: Any) -> Article:
    """The example without its implication."""
    return article(implications=[], **changes)


def rows(node: Node) -> tuple[float, float]:
    """From where to where a node and its name reach, from the top."""
    name = node.label_y - LINE, node.label_y + LINE * (len(node.lines) - 1) + 4
    return min(node.y - node.radius, name[0]), max(node.y + node.radius, name[1])


@given(articles())
def test_everything_stands_inside_the_picture_and_nothing_on_something_else(found: Article) -> None:
    drawn = network(found)
    for node in drawn.nodes:
        assert rows(node)[0] >= 0
        assert rows(node)[1] <= HEIGHT
        assert node.radius <= node.x <= WIDTH - node.radius
        # A bold letter is about seven units and a half wide.
        room = WIDTH - node.label_x if node.label_anchor == "start" else node.label_x
        assert room >= 7.5 * max(map(columns, node.lines))
    for one, other in combinations(drawn.nodes, 2):
        if one.label_anchor == other.label_anchor:
            upper, lower = sorted((one, other), key=lambda node: node.y)
            assert rows(upper)[1] <= rows(lower)[0]
        else:
            assert hypot(one.x - other.x, one.y - other.y) > one.radius + other.radius


@given(articles())
def test_names_stand_outside_the_ring_and_lines_inside(found: Article) -> None:
    for node in network(found).nodes:
        outside = node.label_x > node.x if node.x > WIDTH / 2 else node.label_x < node.x
        assert outside
        assert all(columns(line) <= WIDEST_LINE for line in node.lines)


def test_the_picture_is_the_same_every_time() -> None:
    assert network(article()) == network(article())


def test_actors_that_nothing_joins_are_left_out() -> None:
    assert network(unlinked()).alone == 1
    assert {node.id for node in network(unlinked()).nodes} == {
        "actor:ana-ruiz",
        "actor:joao-lima",
        "actor:critics",
    }


def test_only_links_with_a_direction_have_a_sign() -> None:
    signs = {edge.link.words: edge.sign for edge in network(article()).edges}
    assert signs == {"met": "", "is critical of": "−", "has a part in what benefits": "+"}


def test_a_picture_of_very_many_says_what_it_leaves_out() -> None:
    drawn = network(long_article())
    assert len(drawn.nodes) == MOST_ACTORS
    assert len(drawn.edges) <= MOST_LINKS
    assert drawn.more_links == len(drawn.links) - len(drawn.edges)
    assert drawn.more_actors > 0
