"""Boxes that ask for consent or an address are no part of the article, whatever their classes are."""

from __future__ import annotations

import pytest

from communique.read.asked import Asked
from communique.read.html import read
from communique.read.page_forms import asking_boxes
from communique.read.page_tree import tree

CONSENT = (
    "<div class='x7'><div><h2>We value your privacy</h2><p>We and our 812 partners store information on a "
    "device, such as cookies. You may click to consent to it.</p><button>AGREE</button></div></div>"
)
LETTER = (
    "<div class='x8'><h3>Sign up for Morning Briefing</h3><p>Our editors choose what to read, for free.</p>"
    "<form><input><button>Go</button></form></div>"
)
PROSE = "The two ministers met in Vienna on Monday and agreed that the talks on the strait would go on. "


def found(html: str) -> list[str]:
    root = tree(f"<html><body>{html}</body></html>")
    assert root is not None
    return [" ".join("".join(it.itertext()).split())[:22] for it in asking_boxes(root)]


@pytest.mark.parametrize(
    ("html", "boxes"),
    [
        (CONSENT, ["We value your privacyW"]),
        (LETTER, ["Sign up for Morning Br"]),
        (LETTER.replace("<form><input><button>Go</button></form>", ""), []),  # no control
        (f"<div><p>{PROSE}</p><button>Share</button></div>", []),  # no word of such a box
        (f"<div><p>{PROSE}</p><p>They will sign up to it. {PROSE * 9}</p><button>Share</button></div>", []),
        (f"<article><p>Sign up: {PROSE}</p><button>Share</button></article>", []),
        ("<div><h1>Parties subscribe to a pact on fishing in a strait</h1><button>Share</button></div>", []),
    ],
)  # fmt: skip
def test_a_box_is_told_by_its_control_and_its_words(html: str, boxes: list[str]) -> None:
    assert found(html) == boxes


def test_neither_is_read() -> None:
    lines = "".join(f"<p>{PROSE.replace('two', it)}{PROSE}</p>" for it in ("two", "three", "four"))
    page = f"<html lang='en'><body><div class='a'>{lines}{LETTER}{lines.replace('met', 'sat')}</div>{CONSENT}"
    text = read(page.encode(), Asked()).text
    assert text.count("Vienna") == 12
    assert "Briefing" not in text
    assert "partners" not in text
