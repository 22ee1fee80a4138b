"""The scorer, proved: gold against itself is 1, and a planted fault lowers the figures it should alone."""

from __future__ import annotations

import itertools
import json
import random
import re
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from tests.gold.annotation import Span
from tests.gold.gold_article import as_article, load, text_of
from tests.gold.loading import Json
from tests.gold.pairing import iou, pair
from tests.gold.scoring import score

HERE = Path(__file__).resolve().parent
GOLD = sorted(path.name for path in HERE.glob("*.json"))
SEED = "trump-putin.json"

Edit = Callable[[Json], object]


@pytest.mark.parametrize("name", GOLD)
def test_gold_against_itself_is_one(name: str) -> None:
    report = score(load(name), load(name))
    assert set(report.figures().values()) == {1.0}
    assert report.mistakes == []


@pytest.mark.parametrize("name", GOLD)
def test_an_article_that_says_what_the_gold_says_is_one(name: str) -> None:
    report = score(as_article(load(name)), load(name))
    assert set(report.figures().values()) == {1.0}
    assert report.mistakes == []


@pytest.mark.parametrize("name", GOLD)
def test_the_order_of_records_does_not_matter(name: str) -> None:
    gold, shuffled = load(name), load(name)
    for records in ("actors", "meetings", "controversies", "implications", "statements"):
        random.Random(7).shuffle(shuffled[records])
    assert set(score(shuffled, gold).figures().values()) == {1.0}


def changed(edit: Edit) -> tuple[set[str], list[str]]:
    """Which figures an edit of the seed's gold lowers, and the mistakes that are then listed."""
    gold = load(SEED)
    article = required(gold)
    edit(article)
    report = score(article, gold)
    assert set(report.figures()) == set(score(gold, gold).figures())
    faults = [f"{mistake.record}: {mistake.fault.split(':')[0]}" for mistake in report.mistakes]
    return {name for name, value in report.figures().items() if value < 1}, sorted(faults)


def required(gold: Json) -> Json:
    """A copy without anything optional."""
    copy = deepcopy(gold)
    for records in ("actors", "meetings", "controversies", "implications", "statements"):
        copy[records] = [record for record in copy[records] if not record.get("optional")]
    for controversy in copy["controversies"]:
        controversy["positions"] = [p for p in controversy["positions"] if not p.get("optional")]
    return copy


def test_optional_records_are_neither_asked_for_nor_punished() -> None:
    gold = load(SEED)
    assert sum(bool(record.get("optional")) for record in gold["implications"]) >= 3
    lowered, faults = changed(lambda article: None)
    assert lowered == set()
    assert faults == []
    full, lean = score(gold, gold), score(required(gold), gold)
    assert full.rows == lean.rows


def swap(article: Json) -> None:
    implication = article["implications"][0]
    implication["cause"], implication["effect"] = implication["effect"], implication["cause"]


def test_cause_and_effect_swapped() -> None:
    lowered, faults = changed(swap)
    spans = {f"{part}, {how}" for part in ("cause", "effect") for how in ("exact", "IoU ≥ 0.5")}
    assert lowered == {"implications.whole"} | {f"implications.{span}" for span in spans}
    assert faults == ["implications: extra", "implications: missing"]


def shorten(record: str, index: int, field: str) -> Edit:
    """Takes the last word off a span."""

    def edit(article: Json) -> None:
        span = article[record][index][field]
        quote = span[2].rsplit(" ", 1)[0]
        span[1:] = [span[0] + len(quote), quote]

    return edit


def test_a_span_one_word_short_costs_only_the_exact_figure() -> None:
    assert changed(shorten("implications", 1, "effect")) == ({"implications.effect, exact"}, [])
    assert changed(shorten("statements", 2, "content")) == ({"statements.content, exact"}, [])


def test_a_wrong_span_costs_the_whole() -> None:
    def elsewhere(article: Json) -> None:
        article["statements"][2]["content"] = [0, 5, "Trump"]

    lowered, faults = changed(elsewhere)
    assert lowered == {"statements.whole", "statements.content, exact", "statements.content, IoU ≥ 0.5"}
    assert faults == ["statements: extra", "statements: missing"]


def test_a_missing_record_costs_recall_alone() -> None:
    gold = load(SEED)
    article = required(gold)
    total = len(article["statements"])
    del article["statements"][5]
    row = score(article, gold).rows["statements", "whole"]
    assert (row.right, row.found, row.gold) == (total - 1, total - 1, total)
    assert row.precision == 1
    assert row.recall == pytest.approx((total - 1) / total)


def test_an_invented_record_costs_precision_alone() -> None:
    gold = load(SEED)
    article = required(gold)
    total = len(article["implications"])
    article["implications"].append(deepcopy(article["implications"][0]))
    row = score(article, gold).rows["implications", "whole"]
    assert (row.right, row.found, row.gold) == (total, total + 1, total)
    assert row.recall == 1
    assert row.precision == pytest.approx(total / (total + 1))


def set_field(record: str, index: int, field: str, value: object) -> Edit:
    def edit(article: Json) -> None:
        assert article[record][index][field] != value
        article[record][index][field] = value

    return edit


@pytest.mark.parametrize(
    ("record", "index", "field", "value", "lowered"),
    [
        ("actors", 0, "kind", "group", "actors.kind"),
        ("actors", 0, "country", "FI", "actors.country"),
        ("meetings", 1, "kind", "visit", "meetings.kind"),
        ("meetings", 1, "status", "planned", "meetings.status"),
        ("meetings", 1, "several", True, "meetings.several"),
        ("meetings", 1, "date", None, "meetings.date"),
        ("meetings", 1, "place", None, "meetings.place"),
        ("meetings", 2, "part_of", None, "meetings.part_of"),
        ("controversies", 1, "kind", "dispute", "controversies.kind"),
        ("controversies", 1, "standing", "proven", "controversies.standing"),
        ("implications", 3, "direction", "mixed", "implications.direction"),
        ("implications", 3, "certainty", "unknown", "implications.certainty"),
        ("implications", 3, "polarity", "negative", "implications.polarity"),
        ("implications", 3, "time", "future", "implications.time"),
        ("implications", 3, "affects", ["Russia"], "implications.affects"),
        ("implications", 3, "cue", [0, 5, "Trump"], "implications.cue"),
        (
            "implications",
            3,
            "attribution",
            {"source": None, "actor": "Russia", "cue": None},
            "implications.attribution",
        ),
        ("statements", 0, "kind", "deny", "statements.kind"),
        ("statements", 0, "certainty", "unknown", "statements.certainty"),
        ("statements", 0, "polarity", "negative", "statements.polarity"),
        ("statements", 0, "quoted", True, "statements.quoted"),
        ("statements", 0, "actor", "Russia", "statements.actor"),
        ("statements", 0, "about", ["Russia"], "statements.about"),
    ],
)
def test_a_wrong_field_costs_that_field_alone(
    record: str, index: int, field: str, value: object, lowered: str
) -> None:
    costs, faults = changed(set_field(record, index, field, value))
    assert costs == {lowered}
    assert faults == [f"{record}: wrong {field}"]


def test_a_mention_given_to_the_wrong_actor_is_missing_and_extra() -> None:
    def move(article: Json) -> None:
        first, second = article["actors"][:2]
        mention = next(m for m in first["mentions"] if m[3] == "pronoun" and m not in second["mentions"])
        first["mentions"].remove(mention)
        second["mentions"].append(mention)

    lowered, faults = changed(move)
    assert lowered == {"mentions.pronoun", "mentions.all"}
    assert faults == ["mentions: extra pronoun", "mentions: missing pronoun"]


def test_a_missing_meeting_costs_what_hangs_on_it() -> None:
    lowered, faults = changed(lambda article: article["meetings"].pop(0))
    assert lowered == {"meetings.matched", "meetings.participants"} - {"meetings.participants"}
    assert faults == ["meetings: missing"]


def test_a_missing_controversy_costs_its_positions() -> None:
    lowered, faults = changed(lambda article: article["controversies"].pop(0))
    assert lowered == {"controversies.matched", "controversies.positions"}
    assert faults == ["controversies: missing"]


def test_the_wrong_holder_of_a_position() -> None:
    def give_away(article: Json) -> None:
        position = article["controversies"][0]["positions"][0]
        position["stance"], position["actor"] = "supportive", "Russia"

    lowered, faults = changed(give_away)
    assert lowered == {"positions.stance", "positions.holder"}
    assert faults == ["positions: wrong holder", "positions: wrong stance"]


def test_an_alternative_span_is_as_good() -> None:
    gold = load(SEED)
    index, record = next((i, r) for i, r in enumerate(gold["implications"]) if r.get("effect_or"))
    article = required(gold)
    other = next(r for r in article["implications"] if r == record)
    other["effect"] = other.pop("effect_or")[0]
    assert gold["implications"][index]["effect"] != other["effect"]
    assert score(article, gold).mistakes == []


def test_another_text_is_refused() -> None:
    other = load(SEED)
    other["sha256"] = "0" * 64
    with pytest.raises(ValueError, match="different texts"):
        score(other, load(SEED))


def test_the_pairing_is_the_best_of_all() -> None:
    source = random.Random(11)
    for size in (1, 2, 3, 4, 5):
        for _ in range(20):
            weights = [[source.choice([0.0, source.random()]) for _ in range(size + 1)] for _ in range(size)]
            rows = range(size)
            pairs = pair(rows, range(size + 1), lambda i, j, w=weights: w[i][j])  # type: ignore[misc]
            got = sum(weights[i][j] for i, j in pairs)
            best = max(
                sum(weights[i][j] for i, j in zip(rows, columns, strict=True))
                for columns in itertools.permutations(range(size + 1), size)
            )
            assert got == pytest.approx(best)
            assert len({j for _, j in pairs}) == len(pairs) <= size


def test_token_overlap() -> None:
    long, short = Span(10, 30, "closer ties to Seoul"), Span(17, 30, "ties to Seoul")
    assert iou((long,), (short,)) == pytest.approx(3 / 4)
    assert iou((short, long), (long,)) == 1
    assert iou((), ()) == 1
    assert iou((long,), ()) == 0


def test_the_command_prints_the_table_and_the_mistakes(tmp_path: Path) -> None:
    article = required(load(SEED))
    swap(article)
    path = tmp_path / "article.json"
    path.write_text(json.dumps(article), encoding="utf-8")
    command = [sys.executable, str(HERE / "score.py"), str(path), str(HERE / SEED), "--errors"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert re.search(r"(?m)^implications\n  whole +0\.98\d", done.stdout)
    sentence = article["implications"][0]["evidence"][0]
    text = text_of(article)
    assert text[sentence[0] : sentence[1]] in done.stdout
    assert "implications: missing" in done.stdout
