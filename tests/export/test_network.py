"""The network: what is drawn of the graph, and what is counted as left out."""

from __future__ import annotations

import pytest
from tests.export.samples import samples, seed, small

from communique.export.network import SHORTENED, lost, network, shortened
from communique.records import Article


def arrows(article: Article) -> set[tuple[str, str, str, str | None, bool]]:
    drawn = network([article])
    names = {vertex.id: vertex.label for vertex in drawn.vertices}
    return {(names[edge.source], names[edge.target], *edge[2:]) for edge in drawn.edges}


def implying(**changes: object) -> Article:
    changed = small().implications[0].model_copy(update=changes)
    return small().model_copy(update={"implications": (changed,)})


EFFECT = "ease tensions between the two countries"
RUIZ, LIMA, TALKS = "actor:ana-ruiz", "actor:joao-lima", "meeting:lisbon-2021-05-04"


def test_the_small_article() -> None:
    assert arrows(small()) == {
        ("Ana Ruiz", "Lisbon talks", "", None, False),
        ("João Lima", "Lisbon talks", "", None, False),
        ("Ana Ruiz", "Spain", "Foreign Minister", None, False),
        ("neglecting coastal towns", "Ana Ruiz", "about", None, False),
        ("Critics", "neglecting coastal towns", "critical", "harmful", False),
        ("Lisbon talks", "Spain", EFFECT, "beneficial", True),
    }


@pytest.mark.parametrize(
    ("changes", "arrow"),
    [
        ({"certainty": "certain"}, ("Lisbon talks", "Spain", EFFECT, "beneficial", False)),
        ({"direction": "harmful"}, ("Lisbon talks", "Spain", EFFECT, "harmful", True)),
        ({"polarity": "negative"}, ("Lisbon talks", "Spain", f"not so: {EFFECT}", "beneficial", True)),
        ({"affects": (), "effect_refs": (LIMA,)}, ("Lisbon talks", "João Lima", EFFECT, "beneficial", True)),
        # The matter is what leads to it, not those whom it concerns.
        ({"cause_refs": (RUIZ, TALKS)}, ("Lisbon talks", "Spain", EFFECT, "beneficial", True)),
        ({"cause_refs": (RUIZ,)}, ("Ana Ruiz", "Spain", EFFECT, "beneficial", True)),
    ],
)
def test_an_implication_is_an_arrow(
    changes: dict[str, object], arrow: tuple[str, str, str, str | None, bool]
) -> None:
    found = [one for one in arrows(implying(**changes)) if EFFECT in one[2]]
    assert found == [arrow]


def test_an_implication_without_two_ends_is_counted() -> None:
    article = implying(cause_refs=())
    assert not [one for one in arrows(article) if EFFECT in one[2]]
    assert any(
        sentence.endswith("left out: 1.") and "Implications" in sentence for sentence in lost([article])
    )
    assert not any("Implications" in sentence for sentence in lost([small()]))


def test_every_actor_meeting_and_controversy_is_drawn() -> None:
    drawn = network(samples())
    wanted = sum(len(one.actors) + len(one.meetings) + len(one.controversies) for one in samples())
    assert sum(vertex.type in {"actor", "meeting", "controversy"} for vertex in drawn.vertices) == wanted
    ids = {vertex.id for vertex in drawn.vertices}
    assert all({edge.source, edge.target} <= ids for edge in drawn.edges)
    assert len(set(drawn.edges)) == len(drawn.edges)


def test_labels_are_cut_at_a_word() -> None:
    assert shortened("a  b\nc") == "a b c"
    cut = shortened("word " * 40)
    assert len(cut) <= SHORTENED
    assert cut.endswith("word…")
    assert len(shortened("x" * 100)) == SHORTENED
    assert all(len(vertex.label) <= SHORTENED for vertex in network([seed()]).vertices)
