"""What a statement's record holds beyond its words: the sentences of sayings.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.analyse.parsed import whole

from communique.recognise.statement import recognise

ROWS = [
    (group, row)
    for group, rows in tomllib.loads(Path(__file__).with_name("sayings.toml").read_text("utf-8")).items()
    for row in rows
]


@pytest.mark.parametrize(("group", "row"), ROWS, ids=[f"{group}: {row['text']}" for group, row in ROWS])
def test_fields(group: str, row: dict[str, Any]) -> None:
    text = row["text"]
    analysis = whole(text)
    said = [each for each in recognise(analysis) if each.cue and row["cue"] in text[slice(*each.cue)]]
    assert len(said) == 1
    found = said[0]
    shown = {
        "source": text[slice(*found.source)] if found.source else "",
        "content": text[slice(*found.content)],
        "kind": found.kind,
        "certainty": found.certainty,
        "about": [analysis.entities[index].name for index in found.about],
    }
    asked = {name: value for name, value in row.items() if name in shown}
    assert asked
    assert {name: shown[name] for name in asked} == asked


def test_we_is_the_state_that_the_speaker_holds_office_in_or_the_speaker() -> None:
    def about(text: str) -> list[str]:
        analysis = whole(text)
        found = next(each for each in recognise(analysis) if each.quoted)
        return [analysis.entities[index].name for index in found.about]

    office = "President Amina Diallo of Mali spoke on Monday. “We kept the peace,” Diallo told reporters."
    assert about(office) == ["Mali"]
    assert "Mali" not in about("“We kept the peace,” said Amina Diallo, a baker. Mali voted on Monday.")
