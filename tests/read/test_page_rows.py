"""The last lines of a page that are about the article rather than of it."""

from __future__ import annotations

import pytest

from communique.document import Piece
from communique.read.page_rows import with_rows, without_biography

PROSE = Piece("paragraph", "The two ministers met in Vienna on Monday and agreed that the talks would go on.")


def kinds(*words: str) -> list[str]:
    found = with_rows([PROSE, PROSE, *(Piece("paragraph", it) for it in words)]).pieces
    return [it.kind for it in found[2:]]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ann Poe contributed reporting from Port Tyler.", "boilerplate"),
        ("Ann Poe and John Roe contributed to this report.", "boilerplate"),
        ("Follow our coverage of the talks at https://daily.example/talks", "boilerplate"),
        ("Each of the two states contributed forty soldiers to the force.", "paragraph"),
        ("The text of the treaty is at https://treaty.example/text", "paragraph"),
        ("Follow the money, said the envoy.", "paragraph"),
    ],
)
def test_a_last_line_that_thanks_a_colleague_or_leads_elsewhere(words: str, kind: str) -> None:
    assert kinds(words) == [kind]


def test_such_a_line_above_prose_is_prose() -> None:
    assert kinds("Ann Poe contributed reporting from Port Tyler.", PROSE.words)[0] == "paragraph"


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        ("Jane Doe covers parliament for the Daily.", "boilerplate"),
        ("Jane Doe and John Roe are correspondents in Vienna.", "boilerplate"),
        ("John Roe is a professor of law.", "boilerplate"),
        ("Jane Doe, the minister’s namesake, said nothing.", "paragraph"),
        ("Ann Poe is the minister of Norland.", "paragraph"),
    ],
)
def test_who_the_author_is(last: str, kind: str) -> None:
    found = without_biography([PROSE, Piece("paragraph", last)], ("Jane Doe", "John Roe"))
    assert [it.kind for it in found] == ["paragraph", kind]


def test_an_article_about_its_author_is_kept() -> None:
    told = [Piece("paragraph", f"Jane Doe was minister in {year}.") for year in range(2001, 2009)]
    assert [it.kind for it in without_biography(told, ("Jane Doe",))][:6] == ["paragraph"] * 6


@pytest.mark.parametrize(
    "words", ["jane.doe@daily.example", "social.com/janedoe", "More great Daily stories"]
)
def test_an_address_or_a_pointer_at_the_end_is_no_prose(words: str) -> None:
    assert kinds(words) == ["boilerplate"]


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["Both sides want a deal but neither will publish names first"], "paragraph"),
        (["Both sides want a deal but neither will publish names first", "What Comes Next"], "heading"),
        (["What Comes Next"], "heading"),
    ],
)
def test_a_long_heading_that_stands_alone_above_all_prose_is_the_line_under_the_title(
    headings: list[str], kind: str
) -> None:
    below = [piece for it in headings for piece in (Piece("heading", it, 2), PROSE)]
    assert with_rows([Piece("title", "Talks", 1), *below]).pieces[1].kind == kind
