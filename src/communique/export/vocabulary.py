"""The words of the RDF exports: schema.org, PROV and Web Annotation, and a few of our own.

``CONTEXT`` is the published ``schemas/1.0/context.jsonld`` and stands in every JSON-LD file, so that none
is fetched. ``python -m communique.export.vocabulary`` writes it and ``vocabulary.ttl``, which describes our
own words; ``--check`` says whether the files are stale.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, NamedTuple

from communique.records import SCHEMA_VERSION

BASE = "urn:communique:"
"""The base of every IRI of ours, as in the ``$id`` of the schemas: a name, not an address."""

ARTICLE = f"{BASE}article:"

PREFIXES = {
    "cq": f"{BASE}vocabulary:{SCHEMA_VERSION}:",
    "loc": "http://id.loc.gov/datatypes/edtf/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

Range = Literal["node", "text", "whole", "boolean", "date", "any"]
_RANGES: tuple[Range, ...] = ("node", "text", "whole", "boolean", "date", "any")


class Term(NamedTuple):
    """A property: its prefixed IRI, what its values are, and what it means where it is our own."""

    iri: str
    range: Range
    meaning: str | None


class Kind(NamedTuple):
    """A class: its prefixed IRI, what it is narrower than, and what it means where it is our own."""

    iri: str
    above: tuple[str, ...]
    meaning: str | None


@cache
def terms() -> dict[str, Term]:
    """Every property by the name it has in JSON-LD."""
    table = _table()["properties"]
    return {
        name: Term(entry.get("iri", f"cq:{name}"), _range(entry["range"]), entry.get("meaning"))
        for name, entry in table.items()
    }


@cache
def kinds() -> dict[str, Kind]:
    """Every class by the name it has in JSON-LD."""
    table = _table()["classes"]
    return {
        name: Kind(entry.get("iri", f"cq:{name}"), tuple(entry.get("above", ())), entry.get("meaning"))
        for name, entry in table.items()
    }


def full(prefixed: str) -> str:
    """The whole IRI of a prefixed one: ``schema:name`` → ``https://schema.org/name``."""
    prefix, _, name = prefixed.partition(":")
    return PREFIXES[prefix] + name


@cache
def context() -> dict[str, Any]:
    """The ``@context`` of our JSON-LD (version 1.1)."""
    coerced = {"node": {"@type": "@id"}, "date": {"@type": "loc:EDTF"}}
    words: dict[str, Any] = {"@version": 1.1, "id": "@id", "type": "@type", **PREFIXES}
    for name, kind in kinds().items():
        words[name] = kind.iri
    for name, term in terms().items():
        words[name] = {"@id": term.iri, **coerced[term.range]} if term.range in coerced else term.iri
    return words


def context_text() -> str:
    """The published context: UTF-8, two spaces, a line break at the end."""
    return json.dumps({"@context": context()}, indent=2, ensure_ascii=False) + "\n"


def description() -> str:
    """Our own words as RDF Schema, in Turtle."""
    lines = [f"@prefix {prefix}: <{iri}> ." for prefix, iri in PREFIXES.items()]
    lines.append("@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .")
    for kind in kinds().values():
        if kind.meaning:
            above = [f"rdfs:subClassOf {iri}" for iri in kind.above]
            lines += ["", f"{kind.iri} a rdfs:Class ;", *_described(kind.iri, kind.meaning, above)]
    literals = {"text": "xsd:string", "whole": "xsd:integer", "boolean": "xsd:boolean", "date": "loc:EDTF"}
    for term in terms().values():
        if term.meaning:
            value = [f"rdfs:range {literals[term.range]}"] if term.range in literals else []
            lines += ["", f"{term.iri} a rdf:Property ;", *_described(term.iri, term.meaning, value)]
    return "\n".join(lines) + "\n"


def _described(iri: str, meaning: str, more: list[str]) -> list[str]:
    label = json.dumps(iri.partition(":")[2])
    parts = [f"rdfs:label {label}", f"rdfs:comment {json.dumps(meaning, ensure_ascii=False)}@en", *more]
    return [f"    {part} {';' if part is not parts[-1] else '.'}" for part in parts]


def _range(value: str) -> Range:
    for one in _RANGES:
        if one == value:
            return one
    raise ValueError(value)


@cache
def _table() -> dict[str, dict[str, dict[str, Any]]]:
    text = files("communique.export").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with ``--check`` name the stale ones and return 1."""
    parser = argparse.ArgumentParser(prog="python -m communique.export.vocabulary")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")
    parser.add_argument("--root", type=Path, default=Path(), help="the checkout; default: the current folder")
    options = parser.parse_args(arguments)
    folder = options.root / "schemas" / SCHEMA_VERSION
    wanted = {folder / "context.jsonld": context_text(), folder / "vocabulary.ttl": description()}
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_bytes() != text.encode()]
    for path in stale:
        if not options.check:
            path.write_bytes(wanted[path].encode())
        print(f"{'stale' if options.check else 'written'}: {path}", file=sys.stderr)
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
