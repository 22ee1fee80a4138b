"""Scores the actors of short articles: written, with what is expected of them, before any output was read.

    python -m tests.recognise.fresh --errors              the nine of actors/
    python -m tests.recognise.fresh reports --errors      those of reports/, whose meetings are scored too

Each ``*.toml`` holds a text and its actors. ``also`` are other names that are as good, ``may`` aliases
that are neither asked for nor wrong; a list of countries or kinds means that each is as good, "" that the
text does not say; ``optional`` actors are neither asked for nor punished. How meetings are written down is
told in ``fresh_meetings``.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from tests.recognise import fresh_meetings

import communique
from communique.records import Actor

HERE = Path(__file__).parent
ARTICLES = HERE / "actors"


def measure(path: Path) -> tuple[Counter[str], list[str]]:
    """Counts of one article (``right``, ``found``, ``wanted`` …), and its errors in words."""
    article = tomllib.loads(path.read_text(encoding="utf-8"))
    converted = communique.convert_text(article["text"], published=article.get("published"))
    counts, errors = _actors(article, converted)
    if "meetings" in article:
        told, wrong = fresh_meetings.measure(article, converted)
        counts, errors = counts + told, errors + wrong
    return counts, errors


def _actors(article: dict[str, Any], converted: communique.Article) -> tuple[Counter[str], list[str]]:
    found = list(converted.actors)
    counts: Counter[str] = Counter()
    errors = []
    for wanted in article["actors"]:
        names = {name.casefold() for name in (wanted["name"], *wanted.get("also", ()))}
        actor = next((each for each in found if each.name.casefold() in names), None)
        optional = wanted.get("optional", False)
        counts["wanted"] += not optional
        if actor is None:
            errors += [] if optional else [f"missing: {wanted['name']}"]
            continue
        found.remove(actor)
        if not optional:
            counts["right"] += 1
            counts["found"] += 1
            _fields(wanted, actor, counts, errors)
    counts["found"] += len(found)
    errors += [f"extra: {actor.name} ({actor.kind}, {actor.country})" for actor in found]
    return counts, errors


def _fields(wanted: dict[str, Any], actor: Actor, counts: Counter[str], errors: list[str]) -> None:
    for field, value in (("kind", actor.kind), ("country", actor.country or "")):
        allowed = wanted[field] if isinstance(wanted[field], list) else [wanted[field]]
        counts[field] += value in allowed
        if value not in allowed:
            errors.append(f"{field}: {value or '-'} for {'/'.join(allowed) or '-'}: {actor.name}")
    aliases = {alias.casefold() for alias in actor.aliases}
    asked = {alias.casefold() for alias in wanted.get("aliases", ())}
    others = (wanted["name"], *wanted.get("also", ()), *wanted.get("may", ()))
    counted = aliases - {alias.casefold() for alias in others}
    counts["aliases right"] += len(asked & aliases)
    counts["aliases found"] += len(counted)
    counts["aliases wanted"] += len(asked)
    errors += [f"alias missing: {alias} = {actor.name}" for alias in sorted(asked - aliases)]
    errors += [f"alias extra: {alias} = {actor.name}" for alias in sorted(counted - asked)]


def figures(counts: Counter[str]) -> dict[str, float]:
    """F of actors and of their aliases, and the share of right kinds and countries, in per cent."""
    meetings = fresh_meetings.figures(counts) if counts["meetings wanted"] else {}
    return {
        "matched": 200 * counts["right"] / (counts["found"] + counts["wanted"]),
        "kind": 100 * counts["kind"] / counts["right"],
        "country": 100 * counts["country"] / counts["right"],
        "aliases": _share(200 * counts["aliases right"], counts["aliases found"] + counts["aliases wanted"]),
    } | meetings


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 100.0


def main() -> None:
    """Prints the figures of each article and of all, and with --errors what is wrong."""
    total: Counter[str] = Counter()
    folder = next((HERE / name for name in sys.argv[1:] if not name.startswith("-")), ARTICLES)
    for path in sorted(folder.glob("*.toml")):
        counts, errors = measure(path)
        total += counts
        print(path.stem, {key: round(value, 1) for key, value in figures(counts).items()})
        if "--errors" in sys.argv:
            print(*(f"  {error}" for error in errors), sep="\n")
    print("all", {key: round(value, 1) for key, value in figures(total).items()})


if __name__ == "__main__":
    main()
