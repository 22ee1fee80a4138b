"""The page as it is written, before any browser sees it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.report.invented import NASTY, article, hostile, retold
from tests.strategies import articles

import communique
from communique.errors import RecordError
from communique.records import Article
from communique.report import is_page, render
from communique.schema.example import TEXT

SEED = Path(__file__).resolve().parents[2] / "examples" / "trump-putin.json"


class Elements(HTMLParser):
    """The elements of a page, and its text outside script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside not in {"script", "style"}:
            self.text.append(data)


@settings(max_examples=40)
@given(articles())
def test_any_article_has_a_page_and_always_the_same(found: Article) -> None:
    page = render(found)
    assert render(found) == page
    Elements(page)


@settings(max_examples=40)
@given(articles(detached=True))
def test_so_has_any_article_without_its_text(found: Article) -> None:
    assert "not part of this file" in render(found)


def test_ids_are_given_once() -> None:
    ids = [found["id"] for _, found in Elements(render(communique.load(SEED))).tags if "id" in found]
    assert len(ids) == len(set(ids))


def test_every_link_within_the_page_leads_somewhere() -> None:
    tags = Elements(render(communique.load(SEED))).tags
    ids = {found["id"] for _, found in tags if "id" in found}
    led = {str(found["href"]) for tag, found in tags if tag == "a"}
    assert {link for link in led if not link.startswith("#")} == set()
    assert {link[1:] for link in led} <= ids
    named = {
        one
        for _, found in tags
        for name in ("aria-labelledby", "aria-controls", "for")
        for one in (found.get(name) or "").split()
    }
    assert named <= ids


def test_everything_is_in_the_file_and_nothing_runs_but_its_own_script() -> None:
    for tag, found in Elements(render(hostile())).tags:
        assert not {"src", "srcset", "style", "background", "action", "formaction", "ping"} & found.keys()
        assert not [name for name in found if name.startswith("on")]
        assert tag not in {"iframe", "object", "embed", "img", "base", "template", "math"}
        if tag == "link":
            assert found == {"rel": "icon", "href": "data:,"}
        if tag == "a" and not (found["href"] or "").startswith("#"):
            assert found["href"] == "https://news.example/lisbon-talks"


def test_the_policy_allows_the_one_style_and_the_one_script_by_their_hashes() -> None:
    page = render(hostile())
    policy = dict(
        part.split(" ", 1)
        for part in re.findall(r'Policy" content="([^"]+)"', page)[0].replace("&#39;", "'").split("; ")
    )
    assert policy["default-src"] == "'none'"
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    for source, parts in (("script-src", scripts), ("style-src", styles)):
        assert len(parts) == 1
        digest = base64.b64encode(hashlib.sha256(parts[0].encode()).digest()).decode()
        assert policy[source] == f"'sha256-{digest}'"
    assert "unsafe" not in str(policy)


def test_hostile_text_stays_text() -> None:
    found = hostile()
    read = Elements(render(found))
    scripts = [attributes for tag, attributes in read.tags if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "data"}, {}]
    said = " ".join("".join(read.text).split())
    assert found.text is not None
    for words in NASTY[:4]:
        assert words in found.text
        assert " ".join(words.split()) in said


def test_the_data_hold_nothing_that_could_end_their_element() -> None:
    data = re.findall(r'id="data">(.*?)</script>', render(hostile()), re.DOTALL)[0]
    assert not re.search("[<>&\u2028\u2029]", data)
    assert {record["id"] for record in json.loads(data)["records"]} >= {"actor:ana-ruiz"}


def test_signs_that_html_has_no_place_for_are_shown_as_such() -> None:
    page = render(retold(("fishing", "fish\x00ing \x1b[31m")))
    assert "fish\ufffding \ufffd[31m" in page
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", page)


def test_the_whole_article_and_every_record_can_be_read_without_a_script() -> None:
    found = communique.load(SEED)
    said = " ".join("".join(Elements(render(found)).text).split())
    assert found.text is not None
    for section in found.sections:
        for paragraph in section.paragraphs:
            assert " ".join(found.text[paragraph.start : paragraph.end].split()) in said
    for actor in found.actors:
        assert actor.name in said
    for implication in found.implications:
        assert f"{implication.cause.quote} → {implication.effect.quote}" in said
    for statement in found.statements:
        assert f"“{statement.content.quote}”" in said


def test_the_script_counts_in_marked_passages_and_never_in_letters() -> None:
    # Letters beyond the BMP are two units in a browser and one code point in an article.
    found = retold(("Lisbon", "Lisbon 🌍𐍈"))
    page = render(found)
    data: dict[str, Any] = json.loads(re.findall(r'id="data">(.*?)</script>', page, re.DOTALL)[0])
    place = next(record for record in data["records"] if record["id"].startswith("meeting:"))
    spans = dict(re.findall(r'<span id="c(\d+)"[^>]*>([^<]*)</span>', page))
    quotes = {
        "".join(spans[str(start)] for start in data["starts"][first:behind])
        for first, behind, exact in place["marks"]
        if exact
    }
    assert quotes == {"Lisbon 🌍𐍈", "4 May 2021", "fishing quotas"}


def test_a_detached_article_is_shown_whole_with_its_text_and_only_with_its_own() -> None:
    bare = article(text=None)
    assert render(bare, text=TEXT).count("<p dir") == render(article()).count("<p dir")
    assert "not part of this file" not in render(bare, text=TEXT)
    with pytest.raises(RecordError, match="not the text that the article was made from"):
        render(bare, text=TEXT + " ")


def test_a_page_is_known_as_such() -> None:
    assert is_page(render(article())[:4096])
    assert not is_page("<!doctype html><title>Mine</title>")


def test_the_language_model_is_not_loaded() -> None:
    code = (
        "import sys, communique\nfrom communique.report import render\n"
        f"render(communique.load({str(SEED)!r}))\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"numpy", "onnxruntime", "communique.analyse", "communique.convert"} & set(done.stdout.split())
