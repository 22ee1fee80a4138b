"""The name of a site is no title, whether it stands behind the title or as the main heading."""

from __future__ import annotations

import pytest

from communique.read.asked import Asked
from communique.read.page_metadata import stated
from communique.read.page_site import parts
from communique.read.page_tree import tree


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<h1>The Daily</h1><h2>Ministers Meet Again</h2>", "Ministers Meet Again"),
        ("<h1><a href='/'>The Daily</a></h1><p>Ministers Meet Again</p>", "Ministers Meet Again"),
        ("<a href='https://daily.example/'><h1>The Daily</h1></a>", "Ministers Meet Again"),
        ("<h1>Ministers Meet Again</h1><h2>The Daily View</h2>", "Ministers Meet Again"),
        ("<h1><a href='/talks'>Ministers Meet Again</a></h1>", "Ministers Meet Again"),
    ],
)
def test_the_title_is_not_the_name_of_the_site(body: str, title: str) -> None:
    head = "<title>Ministers Meet Again | The Daily</title>"
    root = tree(f"<html><head>{head}</head><body>{body}</body></html>")
    assert root is not None
    assert stated(root, Asked()).titles[0] == title


def test_the_parts_of_a_title_are_its_greater_ones() -> None:
    assert parts("Ministers Meet Again | The Daily") == ["Ministers Meet Again"]
    assert parts("Ministers Meet Again") == []


@pytest.mark.parametrize(
    ("link", "publisher"),
    [
        ("<a href='/'>The Daily</a>", "The Daily"),
        ("<a href='https://daily.example/'>The Daily</a>", "The Daily"),
        ("<a href='/world'>The Daily</a>", None),
        ("<a href='/'>Home</a>", None),
    ],
)
def test_the_publisher_is_the_end_of_the_title_that_leads_home(link: str, publisher: str | None) -> None:
    head = "<title>Ministers Meet Again – The Daily</title>"
    root = tree(f"<html><head>{head}</head><body>{link}<h1>Ministers Meet Again</h1></body></html>")
    assert root is not None
    assert stated(root, Asked()).metadata.publisher == publisher
