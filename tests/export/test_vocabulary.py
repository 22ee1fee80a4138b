"""The published context and vocabulary are what the exports write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, URIRef
from tests.export.samples import ROOT

from communique.export.vocabulary import BASE, PREFIXES, Kind, Term, context, full, kinds, main, terms
from communique.records import SCHEMA_VERSION
from communique.schema import schema

PUBLISHED = ROOT / "schemas" / SCHEMA_VERSION


def test_the_published_files_are_not_stale(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check", "--root", str(ROOT)]) == 0, capsys.readouterr().err


def test_a_stale_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "schemas" / SCHEMA_VERSION).mkdir(parents=True)
    assert main(["--check", "--root", str(tmp_path)]) == 1
    assert "context.jsonld" in capsys.readouterr().err
    assert main(["--root", str(tmp_path)]) == 0
    assert main(["--check", "--root", str(tmp_path)]) == 0


def test_our_names_share_the_base_of_the_schemas() -> None:
    assert schema("article")["$id"].startswith(BASE)
    assert PREFIXES["cq"].startswith(BASE)


def test_no_two_words_share_a_name() -> None:
    names = [*PREFIXES, *kinds(), *terms(), "id", "type", "@version"]
    assert len(set(names)) == len(names) == len(context())


def test_our_own_words_and_no_others_say_what_they_mean() -> None:
    words: list[Term | Kind] = [*terms().values(), *kinds().values()]
    for word in words:
        assert bool(word.meaning) == word.iri.startswith("cq:"), word
        assert full(word.iri).startswith(("urn:", "http"))


def test_the_vocabulary_describes_our_own_words() -> None:
    described = Graph().parse(PUBLISHED / "vocabulary.ttl")
    words: list[Term | Kind] = [*terms().values(), *kinds().values()]
    own = {URIRef(full(word.iri)) for word in words if word.meaning}
    assert set(described.subjects(RDFS.comment)) == own
    assert set(described.subjects(RDF.type)) == own


def test_the_published_context_is_the_one_in_every_file() -> None:
    assert json.loads((PUBLISHED / "context.jsonld").read_text("utf-8")) == {"@context": context()}
