"""Colours have the contrast that WCAG 2.2 AA asks for, in light, in dark and on paper."""

from __future__ import annotations

import re
from itertools import product

import pytest

from communique.report.template import style

KINDS = ("actor", "meeting", "controversy", "implication", "statement")
GROUNDS = ("paper", "sheet", "card")


def palettes() -> dict[str, dict[str, str]]:
    """The colours of each palette of the style, by name; what one leaves out it takes from the first."""
    light, dark, paper = (
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", found))
        for found in re.findall(r":root \{([^}]*)\}", style())
    )
    return {"light": light, "dark": dark, "print": light | paper}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2: from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * sign for sign in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", ["light", "dark", "print"])
def test_text_can_be_read_on_every_ground(palette: str) -> None:
    colours = palettes()[palette]
    for text, ground in product(("ink", "soft", "link"), GROUNDS):
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for ground in ("lit", "here", "lit-exact", "found"):
        assert contrast(colours["ink"], colours[ground]) >= 4.5, ground
    assert contrast(colours["on-ink"], colours["on"]) >= 4.5


@pytest.mark.parametrize("palette", ["light", "dark", "print"])
def test_strokes_and_signs_can_be_seen_on_every_ground(palette: str) -> None:
    colours = palettes()[palette]
    for kind, ground in product(KINDS, (*GROUNDS, "lit")):
        assert contrast(colours[kind], colours[ground]) >= 3, (kind, ground)
    # The sign on a line of the network is text.
    for kind in ("controversy", "implication"):
        assert contrast(colours[kind], colours["sheet"]) >= 4.5, kind


def test_each_kind_has_a_colour_of_its_own() -> None:
    for colours in palettes().values():
        assert len({colours[kind] for kind in KINDS}) == len(KINDS)
