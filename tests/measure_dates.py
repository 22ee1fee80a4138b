"""Measures find_dates against the dates of GUM: spans, and values where GUM gives one.

    python tests/measure_dates.py news            # what is reported
    python tests/measure_dates.py bio interview   # what was tuned on
    python tests/measure_dates.py -v bio          # with every miss and every false date

GUM (Zeldes 2017) marks dates in TEI: ``when``, ``from``/``to``, ``notBefore``/``notAfter``. A date of ours
and one of GUM's are the same where they overlap; their values agree where they mean the same days.
``dateCreated`` is given as the publication date.
"""

from __future__ import annotations

import re
import sys
from calendar import monthrange
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from communique.analyse.analysis import Date
from communique.analyse.dates import find_dates

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
Days = tuple[tuple[int, int, int], tuple[int, int, int]]


class Gold(NamedTuple):
    start: int
    end: int
    days: Days | None
    exact: bool


class Text(NamedTuple):
    name: str
    text: str
    created: str
    dates: tuple[Gold, ...]


def texts(genres: list[str]) -> Iterator[Text]:
    spaced = {}
    for part in ("train", "dev"):
        spaced.update(_spacing(DATA / "parsing" / f"gum-{part}.conllu"))
    for path in sorted((DATA / "articles" / "gum" / "xml").glob("*.xml")):
        if path.stem.split("_")[1] in genres and path.stem in spaced:
            yield _text(path, spaced[path.stem])


def _spacing(path: Path) -> dict[str, list[tuple[str, str]]]:
    """For each document its words and what follows each: a space, nothing, or a line break at a paragraph."""
    found: dict[str, list[tuple[str, str]]] = {}
    words: list[tuple[str, str]] = []
    inside = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id"):
            words = found.setdefault(line.split("= ")[1], [])
        elif line.startswith("# newpar") and words:
            words[-1] = (words[-1][0], "\n\n")
        elif line and line[0].isdigit():
            cells = line.split("\t")
            gap = "" if "SpaceAfter=No" in cells[9] else " "
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                inside, after = last - first + 1, gap
            elif "." not in cells[0]:
                inside -= 1
                words.append((cells[1], "" if inside > 0 else after if inside == 0 else gap))
    return found


def _text(path: Path, words: list[tuple[str, str]]) -> Text:
    text, index = "", 0
    opened: list[tuple[int, str]] = []
    dates: list[Gold] = []
    source = path.read_text(encoding="utf-8")
    for line in source.splitlines():
        if line.startswith("<date"):
            opened.append((len(text), line))
        elif line.startswith("</date"):
            start, tag = opened.pop()
            dates.append(_gold(start, len(text.rstrip()), tag))
        elif "\t" in line:
            text += words[index][0] + words[index][1]
            index += 1
    if index != len(words):
        raise ValueError(f"{path.name}: {index} words in the XML, {len(words)} in the treebank")
    created = re.search(r'dateCreated="([^"]+)"', source)
    return Text(path.stem, text, created[1] if created else "", tuple(dates))


def _gold(start: int, end: int, tag: str) -> Gold:
    values = dict(re.findall(r'(\w+)="([^"]*)"', tag))
    first = values.get("when") or values.get("from") or values.get("notBefore")
    last = values.get("when") or values.get("to") or values.get("notAfter")
    exact = "when" in values or "from" in values
    days = None
    if first and last and first[0].isdigit() and last[0].isdigit():
        days = (_day(first, 0), _day(last, 1))
    return Gold(start, end, days, exact)


def _day(value: str, end: int) -> tuple[int, int, int]:
    parts = value.split("T", maxsplit=1)[0].split("-")
    year = int(parts[0])
    month = int(parts[1]) if len(parts) > 1 else (1, 12)[end]
    return year, month, int(parts[2]) if len(parts) > 2 else (1, monthrange(year, month)[1])[end]


SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def days(edtf: str | None) -> Days | None:
    """The first and the last day that a value means."""
    if edtf is None or ".." in edtf:
        return None
    first, _, last = edtf.rstrip("~").partition("/")
    return _bound(first, 0), _bound(last or first, 1)


def _bound(value: str, end: int) -> tuple[int, int, int]:
    value = value.replace("X", "09"[end])
    if re.fullmatch(r"\d{4}-2[1-4]", value):
        year, season = value.split("-")
        value = f"{year}-{SEASONS[int(season)][end]:02}"
    return _day(value, end)


def _twins(dates: tuple[Gold, ...], ours: Date) -> tuple[Gold, Gold]:
    inside = [each for each in dates if ours.start <= each.start and each.end <= ours.end] or list(dates[:1])
    return inside[0], inside[-1]


def main(arguments: list[str]) -> None:
    verbose = "-v" in arguments
    found = matched = gold = both = exact = valued = right = ours_valued = spelled = spelled_right = 0
    documents = list(texts([each for each in arguments if each != "-v"]))
    for text in documents:
        ours = find_dates(text.text, published=text.created or None)
        found, gold = found + len(ours), gold + len(text.dates)
        used = set()
        for date in text.dates:
            pair = [each for each in ours if each.start < date.end and date.start < each.end]
            quote = text.text[date.start : date.end]
            if not pair:
                if verbose:
                    print("missed ", text.name, repr(quote), date.days)
                continue
            both += 1
            used.update(pair)
            bare = re.sub(r"(?i)^(?:in|on|the|from|between|at|by|of|a)\s+", "", quote)
            exact += (
                quote == text.text[pair[0].start : pair[0].end]
                or bare in text.text[pair[0].start : pair[0].end]
            )
            if date.days and date.exact:
                valued += 1
                ours_valued += pair[0].edtf is not None
                ends = days(pair[0].edtf)
                # GUM cuts "1922 – 2013" into two dates; ours is one interval, right where both ends are.
                first, last = _twins(text.dates, pair[0])
                agree = ends == date.days or bool(
                    ends
                    and first.days
                    and last.days
                    and first is not last
                    and ends == (first.days[0], last.days[1])
                )
                right += agree
                if re.search(r"[12]\d{3}", quote):
                    spelled, spelled_right = spelled + 1, spelled_right + agree
                if verbose and not agree:
                    print(
                        "value  ",
                        text.name,
                        repr(quote),
                        date.days,
                        text.text[pair[0].start : pair[0].end],
                        pair[0].edtf,
                    )
        for each in ours:
            if each not in used and verbose:
                print(
                    "extra  ", text.name, repr(text.text[max(0, each.start - 20) : each.end + 10]), each.edtf
                )
        matched += len(used)
    print(
        f"{len(documents)} documents, dates of GUM {gold}, ours {found}, found {both}: "
        f"precision {matched / found:.3f}, recall {both / gold:.3f}"
    )
    print(
        f"spans alike {exact / both:.3f}; values right {right}/{valued} = {right / valued:.3f}, "
        f"of those we give {right}/{ours_valued} = {right / ours_valued:.3f}; "
        f"with the year written {spelled_right}/{spelled} = {spelled_right / max(spelled, 1):.3f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:] or ["news"])
