"""From text to Article: the promises that hold for every conversion."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import communique
from communique.read import read_text
from communique.records import Article, Evidence

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "trump-putin.txt"
EXAMPLE = ROOT / "examples" / "trump-putin.json"

LEAD = (
    "Chancellor Anna Berger met Prime Minister Kofi Mensah in Vienna on Monday to discuss trade. "
    "She said that Austria would lift the tariffs, and he welcomed the decision."
)


def evidence(value: object) -> list[Evidence]:
    """Every Evidence anywhere in a record."""
    if isinstance(value, Evidence):
        return [value]
    if isinstance(value, tuple):
        return [each for item in value for each in evidence(item)]
    fields = getattr(type(value), "model_fields", {})
    return [each for name in fields for each in evidence(getattr(value, name))]


def test_the_example_in_the_repository_is_what_the_article_gives() -> None:
    assert communique.convert(SEED).to_json() == EXAMPLE.read_text("utf-8"), (
        "run `make demo` and read the change"
    )


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.json"
        subprocess.run(
            [sys.executable, "-m", "communique", "convert", "-q", str(SEED), "-o", str(target)],
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        )
        written.append(target.read_bytes())
    assert written[0] == written[1] == EXAMPLE.read_bytes()


def test_every_quote_stands_where_it_says() -> None:
    article = communique.convert(SEED)
    assert article.text is not None
    found = evidence(article)
    assert len(found) > 200
    for each in found:
        assert article.text[each.start : each.end] == each.quote


def test_what_it_makes_is_valid() -> None:
    assert communique.validate(communique.convert_text(LEAD)) == []


def test_a_published_date_dates_the_weekday() -> None:
    dated = communique.convert_text(LEAD, published="2021-03-12")
    undated = communique.convert_text(LEAD)
    assert [meeting.date and meeting.date.edtf for meeting in dated.meetings] == ["2021-03-08"]
    assert [meeting.date and meeting.date.edtf for meeting in undated.meetings] == [None]
    assert dated.source.published == "2021-03-12"


def test_a_wrong_date_is_refused_with_a_way_out() -> None:
    with pytest.raises(communique.UsageError, match="write 2021-03-12"):
        communique.convert_text(LEAD, published="12 March 2021")


def test_without_text_the_digest_tells_which_text_it_was(tmp_path: Path) -> None:
    path = tmp_path / "lead.txt"
    path.write_text(LEAD, encoding="utf-8")
    bare, whole = communique.convert(path, text=False), communique.convert(path)
    assert bare.text is None
    assert bare.source.sha256 == whole.source.sha256
    assert bare.actors == whole.actors
    assert communique.validate(bare) == []


def test_a_gazetteer_names_the_unknown(tmp_path: Path) -> None:
    table = tmp_path / "names.csv"
    table.write_text(
        "name,aliases,kind,country,wikidata\nOrder of the Lantern,Lantern,organization,AT,Q1\n", "utf-8"
    )
    text = "The Order of the Lantern accused Austria of spying. Austria rejected the claim of Lantern."
    (found,) = [a for a in communique.convert_text(text, gazetteer=table).actors if "Lantern" in a.name]
    assert (found.kind, found.country, dict(found.identifiers)["wikidata"]) == ("organization", "AT", "Q1")
    assert [mention.quote for mention in found.mentions] == ["Order of the Lantern", "Lantern"]


def test_a_document_that_was_read_converts_like_its_file() -> None:
    assert communique.convert(communique.read(SEED)) == communique.convert(SEED)


def test_dates_are_public() -> None:
    (month, day) = communique.dates("In July 2018 they met; on Monday they parted.")
    assert (month.quote, month.edtf) == ("July 2018", "2018-07")
    assert (day.quote, day.edtf) == ("Monday", None)


PARAGRAPHS = (
    "Officials in Nairobi said on Friday that the talks had failed.",
    "Critics argued that President Lindqvist was too weak.",
    "The European Union imposed sanctions on Belarus after the election.",
    "It rained.",
    "“We will not sign,” she said. Nobody answered; Brazil's envoy left.",
    "The committee met its target in 2019.",
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6), st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_any_article_of_these_converts_to_valid_json(paragraphs: list[str], gap: str) -> None:
    article = communique.convert(communique.read_bytes((LEAD + gap + gap.join(paragraphs)).encode()))
    assert communique.validate(article) == []
    assert Article.model_validate_json(article.to_json()) == article
    assert json.loads(article.to_json())["schema_version"] == "1.0"


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=200))
def test_no_text_breaks_a_conversion(noise: str) -> None:
    try:
        article = communique.convert_text(f"{LEAD}\n\n{noise}\n\nThe talks went on.")
    except communique.InputError:
        return
    assert communique.validate(article) == []


def test_loose_is_a_setting_that_the_article_tells() -> None:
    text = "The army fired on the crowd to end the protest. The strike was called off because of rain."
    strict, loose = communique.convert_text(text), communique.convert(read_text(text), loose=True)
    assert "loose" not in strict.extraction.settings
    assert loose.extraction.settings["loose"] is True
    assert {each.found_by.partition(":")[0] for each in loose.implications} == {"head"}
    assert all(not each.found_by.startswith("head") for each in strict.implications)
    assert communique.validate(loose) == []
