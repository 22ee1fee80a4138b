"""What holds for every format of graphs and text: sameness, ids apart, losses told, no language model."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.samples import detached, hostile, samples, several_on_one_text, small
from tests.strategies import articles

from communique.records import Article

NAMES = (
    "annotation",
    "dot",
    "ftm",
    "gexf",
    "graphml",
    "jsonld",
    "markdown",
    "mermaid",
    "plover",
    "timeline",
    "turtle",
)
MODULES = [import_module(f"communique.export.{name}") for name in NAMES]

formats = pytest.mark.parametrize("module", MODULES, ids=NAMES)


@formats
def test_the_same_articles_give_the_same_bytes_and_leave_them_as_they_were(module: ModuleType) -> None:
    given_articles = [*samples(), hostile()]
    before = [article.to_json() for article in given_articles]
    first = module.render(given_articles)
    copies = [Article.model_validate_json(text) for text in before]
    assert module.render(copies) == first
    assert [article.to_json() for article in given_articles] == before


@formats
def test_an_article_given_twice_is_written_once(module: ModuleType) -> None:
    assert module.render([small(), small()]) == module.render([small()])


# Mermaid and DOT number their nodes through the file.
@pytest.mark.parametrize(
    "module",
    [one for name, one in zip(NAMES, MODULES, strict=True) if name not in {"dot", "mermaid", "timeline"}],
)
def test_what_is_said_of_an_article_does_not_depend_on_the_other_articles(module: ModuleType) -> None:
    alone = module.render([small()]).decode("utf-8-sig")
    together = module.render([hostile(), small()]).decode("utf-8-sig")
    telling = [line.strip() for line in alone.splitlines() if "Ruiz" in line and '"total"' not in line]
    assert telling
    # Prefixes of Turtle and the numbers of JSON's commas are all that may differ.
    for line in telling:
        assert line.rstrip(",").replace("a1:", "a2:") in together


@formats
def test_it_is_utf8_with_line_feeds(module: ModuleType) -> None:
    data = module.render([hostile()])
    text = data.decode("utf-8")
    assert text.endswith("\n")
    if not module.__name__.endswith("plover"):  # tables end their lines as RFC 4180 has it
        assert "\r" not in text
        assert not text.startswith("\ufeff")


@formats
def test_no_articles_are_no_error(module: ModuleType) -> None:
    assert module.render([]).decode("utf-8-sig").strip() or module.__name__.endswith(("ftm", "markdown"))
    assert module.lost([]) == ()


@formats
def test_losses_are_sentences_and_only_those_that_are_met(module: ModuleType) -> None:
    losses = module.lost([*samples(), hostile()])
    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in losses)
    assert len(set(losses)) == len(losses)
    bare = small().model_copy(
        update={
            **dict.fromkeys(("sections", "actors", "meetings", "controversies"), ()),
            **dict.fromkeys(("implications", "statements", "boilerplate"), ()),
            "text": None,
        }
    )
    assert len(module.lost([bare])) <= 1


@settings(max_examples=15)
@given(st.lists(articles() | articles(detached=True), max_size=2))
def test_any_articles_can_be_exported(some: list[Article]) -> None:
    for module in MODULES:
        assert isinstance(module.render(some), bytes)
        assert all(isinstance(sentence, str) for sentence in module.lost(some))


@formats
def test_articles_on_one_text_and_detached_ones(module: ModuleType) -> None:
    one, other = several_on_one_text()
    assert module.render([one, other]) != module.render([one])
    assert module.render([detached(one)])


def test_no_export_loads_the_language_model_or_another_library() -> None:
    code = (
        "import sys\n"
        "from communique.schema.example import example_article\n"
        "from importlib import import_module\n"
        f"for name in {NAMES!r}:\n"
        "    module = import_module('communique.export.' + name)\n"
        "    module.render([example_article()])\n"
        "heavy = {'onnxruntime', 'numpy', 'rdflib', 'networkx', 'followthemoney', 'lxml', 'pyarrow'}\n"
        "print(sorted(heavy & set(sys.modules)), 'communique.analyse' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"
