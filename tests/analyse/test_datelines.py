"""What a report opens with is the place it was sent from."""

from __future__ import annotations

import pytest

import communique

REST = "Ethiopia accused Eritrea of moving troops to the border and said that the talks were off."


@pytest.mark.parametrize(
    "dateline",
    [
        "ADDIS ABABA, March 12 (Reuters) - ",
        "ADDIS ABABA (AP) \u2014 ",
        "ADDIS ABABA \u2013 ",
        "ASMARA, 3 May - ",
        "ASMARA, 3 May 2031 (AP) - ",
        "LOMÉ, May 3 (AP) - ",
    ],
)
def test_a_dateline_is_no_actor(dateline: str) -> None:
    names = [actor.name for actor in communique.convert_text(dateline + REST).actors]
    assert "Eritrea" in names
    assert {"ADDIS ABABA", "ASMARA", "Reuters", "AP", "Associated Press", "LOMÉ"}.isdisjoint(names)


def test_a_person_in_capitals_who_acts_is_one() -> None:
    article = communique.convert_text("ABIY AHMED accused Eritrea of moving troops to the border.")
    assert [actor.name for actor in article.actors][-1] == "Eritrea"
    assert len(article.actors) == 2
