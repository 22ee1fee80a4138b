from __future__ import annotations

import pytest

from communique.read.byline import Byline, byline


@pytest.mark.parametrize(
    ("words", "authors", "published"),
    [
        ("By Jane Doe", ["Jane Doe"], None),
        ("By Jane Doe, Reuters", ["Jane Doe"], None),
        ("By Jane Doe, Senior Political Correspondent", ["Jane Doe"], None),
        ("By JANE DOE and JOHN ROE | The Associated Press", ["JANE DOE", "JOHN ROE"], None),
        ("By Jane Doe, John Roe and Ann Poe in Geneva", ["Jane Doe", "John Roe", "Ann Poe"], None),
        ("by DAILYPOST 53 views", ["DAILYPOST"], None),
        ("Jane Doe | 12 March 2021", ["Jane Doe"], "2021-03-12"),
        ("Jane Doe, 2021-03-12", ["Jane Doe"], "2021-03-12"),
        ("Written by Dr. Maria van der Berg", ["Dr. Maria van der Berg"], None),
        ("By Juan Carlos de la Cruz y Borbón", ["Juan Carlos de la Cruz y Borbón"], None),
        ("By Mary O’Neill-Smith • 4 min read", ["Mary O’Neill-Smith"], None),
        ("By Jane Doe @janedoe", ["Jane Doe"], None),
        ("By Jane Doe | Published: 12 March 2021 | Updated: 13 March 2021", ["Jane Doe"], "2021-03-12"),
        ("Posted on 25/12/2021 by Jane Doe", ["Jane Doe"], "2021-12-25"),
        ("Posted on 03/04/2021 by admin", [], None),
        ("Updated 13 March 2021", [], None),
        ("Edited by Jane Doe", [], None),
        ("Reuters", [], None),
        ("Friday, August 21, 2015", [], "2015-08-21"),
    ],
)
def test_bylines(words: str, authors: list[str], published: str | None) -> None:
    assert byline(words) == Byline(tuple(authors), published, certain=True)


@pytest.mark.parametrize(
    "words",
    [
        "By Monday the talks had failed",
        "By contrast, nothing changed",
        "By Monday",
        "By force",
        "By land and sea",
        "By the numbers",
        "By Land and Sea",
        "By agreeing to the talks, the minister took a risk.",
        "Implications for Relations",
        "Summit in Geneva, July 2018",
        "Statement by President Jane Doe",
        "On 12 March 2021 the talks began",
        "By Jane Doe:",
        "5 min read",
        "",
    ],
)
def test_what_is_no_byline(words: str) -> None:
    assert byline(words) is None


def test_names_alone_are_not_certain() -> None:
    assert byline("Jane Doe") == Byline(("Jane Doe",), None, certain=False)


def test_at_the_end_of_a_text_only_a_row_with_an_opening_word_counts() -> None:
    assert byline("Jane Doe | 12 March 2021", opened=True) is None
    assert byline("By Jane Doe", opened=True) is not None


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Seoul, 14 June 2023", "2023-06-14"),
        ("Tel Aviv, 14 June 2023", "2023-06-14"),
        ("NEW YORK, 14 June 2023", "2023-06-14"),
        ("Vienna, Austria, 14 June 2023", "2023-06-14"),
        ("GENEVA - June 14, 2023", "2023-06-14"),
        ("Oslo: 14 June 2023", "2023-06-14"),
        ("Lagos, 03/04/2023", None),
    ],
)
def test_a_row_of_a_place_and_a_date(words: str, published: str | None) -> None:
    assert byline(words) == Byline((), published)


@pytest.mark.parametrize(
    "words", ["Seoul, a city in June 2023", "Vienna, 1815", "Seoul, 14 June 2023, and after"]
)
def test_a_place_beside_more_than_a_date_is_no_row(words: str) -> None:
    assert byline(words) is None
