"""Authors of a page without JSON-LD: of the many people whom a page names, those beneath its title."""

# Pages are written here as they stand in files.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from communique.read.asked import Asked
from communique.read.page_authors import shown_authors
from communique.read.page_metadata import stated
from communique.read.page_tree import tree

TITLE = "Ministers Meet Again"


def authors(body: str, head: str = "") -> tuple[str, ...]:
    root = tree(f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>")
    assert root is not None
    said = stated(root, Asked())
    return said.metadata.authors or shown_authors(root, said.titles, said.site)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<p class='byline'>By Jane Doe</p>", ("Jane Doe",)),
        ("<div class='article__byline'>By <a href='/author/jane-doe'>Jane Doe</a> <span>View Profile</span></div>", ("Jane Doe",)),
        ("<div class='c1'><a href='https://daily.example/authors/jane-doe/'>Jane Doe</a></div>", ("Jane Doe",)),
        ("<span class='ArticleByline_name__x1'>Jane Doe</span>", ("Jane Doe",)),
        ("<div data-testid='byline'>By Jane Doe and John Roe</div>", ("Jane Doe", "John Roe")),
        ("<p><span class='author'>Jane Doe</span> and <span class='author'>John Roe</span></p>", ("Jane Doe", "John Roe")),
        ("<p class='meta'>By Jane Doe, Wednesday, 20 November 2019 08:05 GMT</p>", ("Jane Doe",)),
        ("<div class='author-name'>Jane Doe, Ph.D.</div><div class='author-bio'>Jane Doe is a Senior Fellow.</div>", ("Jane Doe",)),
        ("<p class='byline'>Associated Press</p>", ("Associated Press",)),
        ("<a rel='author' href='/jd'>Jane Doe</a>", ("Jane Doe",)),
        ("<span itemprop='author' itemscope><span itemprop='name'>Jane Doe</span></span>", ("Jane Doe",)),
        ("<div class='author-link'><a href='/about'>View Profile</a></div>", ()),
        ("<p>By Monday evening both had left.</p>", ()),
        ("<p class='date'>12 March 2021</p>", ()),
    ],
)  # fmt: skip
def test_the_names_beneath_the_title(byline: str, names: tuple[str, ...]) -> None:
    assert authors(f"<h1>{TITLE}</h1>{byline}") == names


MORE = "<ul><li>Goats on the loose <span class='author'>Ann Other</span></li></ul>"
COMMENTS = "<div id='comments'><div class='comment'><span itemprop='author'>Ann Other</span></div></div>"


@pytest.mark.parametrize("mark", ["class='author'", "itemprop='author'", "rel='author' href='/a'"])
@pytest.mark.parametrize("other", [MORE, COMMENTS])
def test_those_who_wrote_something_else_are_left_out(mark: str, other: str) -> None:
    assert authors(f"<h1>{TITLE}</h1><p><a {mark}>Jane Doe</a></p><p>They met.</p>{other}") == ("Jane Doe",)


def test_without_a_title_nothing_tells_which_of_two_names_it_is() -> None:
    two = "<p class='author'>Jane Doe</p><p>They met.</p><div><p class='author'>Ann Other</p></div>"
    assert authors(two) == ()
    assert authors(two.replace("Ann Other", "Jane Doe")) == ("Jane Doe",)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("<meta name='author' content='Jane Doe, MD, Professor of Law'>", ("Jane Doe",)),
        (
            "<meta name='author' content='Jane Doe'><meta name='twitter:creator' content='JaneDoe'>",
            ("Jane Doe",),
        ),
        ("<meta name='twitter:creator' content='DailyNorland'>", ("John Roe",)),
        (
            "<meta property='og:site_name' content='The Daily'><meta name='author' content='The Daily'>",
            ("John Roe",),
        ),
    ],
)
def test_what_metadata_state_counts_but_for_handles_and_the_name_of_the_site(
    head: str, names: tuple[str, ...]
) -> None:
    assert authors(f"<h1>{TITLE}</h1><p class='byline'>By John Roe</p>", head) == names
