"""The line beneath the title, in elements without telling names."""

# Pages are written here as they stand in files.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from communique.document import Piece
from communique.read.page_line import Line, line_beneath, without_line
from communique.read.page_tree import tree

H1 = "<h1>Ministers Meet Again</h1>"


def line(body: str) -> Line:
    root = tree(f"<html><body>{body}</body></html>")
    assert root is not None
    return line_beneath(root, ["Ministers Meet Again"])


@pytest.mark.parametrize(
    ("rows", "authors", "published"),
    [
        ("<div>By Jane Doe | 15 March 2021</div>", ("Jane Doe",), "2021-03-15"),
        ("<div>Both sides want a deal</div><div>15 March 2021 | By Jane Doe</div>", ("Jane Doe",), "2021-03-15"),
        ("<p>Jane Doe and John Roe</p><p>Institute for Law, Paper 14, March 2024</p>", ("Jane Doe", "John Roe"), None),
        ("<p>Jane Doe and John Roe</p><p>The ministers met in Vienna on Monday.</p>", (), None),
        ("<p>South China Sea</p><p>The ministers met in Vienna on Monday.</p>", (), None),
        (f"<p>{'The ministers met in Vienna. ' * 9}</p><p>By Jane Doe | 15 March 2021</p>", (), None),
    ],
)  # fmt: skip
def test_what_it_says(rows: str, authors: tuple[str, ...], published: str | None) -> None:
    found = line(H1 + rows)
    assert (found.authors, found.published) == (authors, published)


def test_without_the_title_there_is_none() -> None:
    assert line("<h1>The Daily</h1><div>By Jane Doe | 15 March 2021</div>") == Line()


def test_the_line_is_boilerplate_and_nothing_else_is() -> None:
    pieces = [Piece("heading", "Jane Doe and John Roe", 2), Piece("paragraph", "They met.")]
    named = Line(("Jane Doe", "John Roe"), None, "Jane Doe and John Roe")
    assert [it.kind for it in without_line(pieces, named)] == ["boilerplate", "paragraph"]
    assert without_line(pieces, Line()) == tuple(pieces)
