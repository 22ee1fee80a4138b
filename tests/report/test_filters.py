"""What the filters leave, in a real browser, against what the JSON of the first article says.

The expected records are read from the JSON alone, by the sentences of docs/reading-page.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.report.conftest import Open

import communique

SEED = Path(__file__).resolve().parents[2] / "examples" / "trump-putin.json"
JSON: dict[str, Any] = json.loads(SEED.read_text("utf-8"))
CLAIMS = ("meetings", "controversies", "implications", "statements")
SIDES = {
    "critics": ("critical", {"accuse", "criticise"}),
    "defenders": ("supportive", set()),
}

Record = dict[str, Any]
Fits = Callable[[str, Record], bool]


def claims() -> Iterator[tuple[str, Record]]:
    for kind in CLAIMS:
        for record in JSON[kind]:
            yield kind, record


def attributions(kind: str, record: Record) -> list[Record | None]:
    if kind == "controversies":
        return [position["attribution"] for position in record["positions"]]
    return [] if kind == "meetings" else [record["attribution"]]


def words(attribution: Record | None, *others: Record) -> set[tuple[int, int]]:
    source = attribution["source"] if attribution else None
    return {(one["start"], one["end"]) for one in (source, *others) if one is not None}


def taken(side: str) -> set[tuple[int, int]]:
    """The words of those who take a side, and the words in which they do."""
    stance, kinds = SIDES[side]
    found: set[tuple[int, int]] = set()
    for matter in JSON["controversies"]:
        for position in matter["positions"]:
            if position["stance"] == stance and position["attribution"]:
                found |= words(position["attribution"], position["claim"])
    for statement in JSON["statements"]:
        if statement["kind"] in kinds:
            found |= words(statement["attribution"], statement["content"])
    return found


def by_the_article(kind: str, record: Record) -> bool:
    found = attributions(kind, record)
    return None in found or not found


def by_someone(kind: str, record: Record) -> bool:
    return any(one is not None for one in attributions(kind, record))


def by_side(side: str) -> Fits:
    spans, (stance, _) = taken(side), SIDES[side]

    def fits(kind: str, record: Record) -> bool:
        if kind == "meetings" or not by_someone(kind, record):
            return False
        if kind == "controversies":
            return any(one["stance"] == stance and one["attribution"] for one in record["positions"])
        own = (record["content"],) if kind == "statements" else (record["cause"], record["effect"])
        return bool(spans & words(record["attribution"], *own))

    return fits


def about(actor: str) -> Fits:
    fields = {
        "meetings": ("participants",),
        "controversies": ("about",),
        "implications": ("affects", "cause_refs", "effect_refs"),
        "statements": ("about",),
    }
    return lambda kind, record: any(actor in record[field] for field in fields[kind])


def by(actor: str) -> Fits:
    return lambda kind, record: any(one and one["actor"] == actor for one in attributions(kind, record))


def as_sure_as(certainty: str) -> Fits:
    def fits(kind: str, record: Record) -> bool:
        if kind == "controversies":
            return any(one["certainty"] == certainty for one in record["positions"])
        return record.get("certainty") == certainty

    return fits


def ahead(kind: str, record: Record) -> bool:
    return (
        (kind == "implications" and record["time"] == "future")
        or (kind == "meetings" and record["status"] in {"planned", "proposed"})
        or (kind == "statements" and record["kind"] in {"promise", "threaten"})
    )


def expected(fits: Fits, *named: str) -> set[str]:
    """The claims that fit, and the actors who hold one."""
    left = [(kind, record) for kind, record in claims() if fits(kind, record)]
    holders = {one["actor"] for each in left for one in attributions(*each) if one and one["actor"]}
    return {record["id"] for _, record in left} | holders | {*named}


def shown(page: Any) -> set[str]:
    found = "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.id)"
    return set(page.eval_on_selector_all(".card", found))


@pytest.fixture
def page(visit: Open) -> Any:
    return visit(communique.load(SEED))


def test_who_says_so(page: Any) -> None:
    asked = {
        "article": by_the_article,
        "reported": by_someone,
        "critics": by_side("critics"),
        "defenders": by_side("defenders"),
    }
    for voice, fits in asked.items():
        page.click(f".chip:has([value={voice}])")
        assert shown(page) == expected(fits), voice
        assert shown(page), voice


def test_praise_of_a_person_is_no_defence_of_a_matter(page: Any) -> None:
    page.click(".chip:has([value=defenders])")
    spans = taken("defenders")
    praise = [one for one in JSON["statements"] if one["kind"] == "praise"]
    alone = [one["id"] for one in praise if not spans & words(one["attribution"], one["content"])]
    assert alone
    assert not shown(page) & {*alone}


def test_about_and_said_by_whom(page: Any) -> None:
    for actor in JSON["actors"][:6]:
        page.select_option("#about", actor["id"])
        assert shown(page) == expected(about(actor["id"]), actor["id"]), actor["name"]
    page.click("#clear")
    holders = {one["actor"] for each in claims() for one in attributions(*each) if one and one["actor"]}
    names = {actor["id"]: actor["name"] for actor in JSON["actors"]}
    assert len(holders) > 3
    for holder in sorted(holders):
        page.select_option("#by", label=names[holder])
        assert shown(page) == expected(by(holder)), holder


def test_an_actor_leads_to_what_is_about_it_and_to_what_it_says(page: Any) -> None:
    names = {actor["id"]: actor["name"] for actor in JSON["actors"]}
    for actor, fits in ((one, kind(one)) for one in list(names)[:8] for kind in (about, by)):
        left = [record for kind, record in claims() if fits(kind, record)]
        card = page.locator(f"[id='{actor}']")
        button = card.locator("[data-about]" if fits.__qualname__.startswith("about") else "[data-by]")
        if not left:
            assert button.count() == 0
            continue
        assert button.inner_text().startswith(f"{len(left)} record")
        button.click()
        assert {record["id"] for record in left} <= shown(page)
        page.click("#clear")


def test_how_sure_and_what_is_to_come(page: Any) -> None:
    for certainty in ("certain", "probable", "possible", "unknown"):
        page.select_option("#sure", certainty)
        assert shown(page) == expected(as_sure_as(certainty)), certainty
    page.click("#clear")
    page.click("text=Only the future")
    assert shown(page) == expected(ahead)


def test_filters_work_together(page: Any) -> None:
    page.click(".chip:has([value=reported])")
    page.select_option("#sure", "possible")
    sure = as_sure_as("possible")
    assert shown(page) == expected(lambda kind, record: by_someone(kind, record) and sure(kind, record))


def test_what_kind_and_the_counts(page: Any) -> None:
    for kind, records in {
        "actor": "actors",
        **dict(zip(("meeting", "controversy"), CLAIMS[:2], strict=True)),
    }.items():
        page.click(f".chip:has([value={kind}])")
        assert shown(page) == {record["id"] for record in JSON[records]}
        assert page.locator(f"[data-count={kind}]").inner_text() == str(len(JSON[records]))
        assert page.locator("#count").inner_text().startswith(f"{len(JSON[records])} of ")
        # The other kinds still say how many one would see.
        assert page.locator("[data-count=statement]").inner_text() == str(len(JSON["statements"]))


def undimmed(page: Any, selector: str) -> list[Any]:
    found = (
        "nodes => nodes.filter(node => !node.classList.contains('dim'))"
        ".map(node => node.dataset.records ?? node.getAttribute('href').slice(1))"
    )
    return list(page.eval_on_selector_all(selector, found))


def test_the_timeline_follows_the_filters(page: Any) -> None:
    everything = {record["id"] for kind in CLAIMS[:2] for record in JSON[kind]}
    page.click("#tab-timeline")
    assert set(undimmed(page, ".entry[href]")) == everything
    assert not page.locator("#asked-timeline").is_visible()
    page.click("#tab-list")
    page.click(".chip:has([value=critics])")
    page.click("#tab-timeline")
    fitting = expected(by_side("critics")) & everything
    assert set(undimmed(page, ".entry[href]")) == fitting
    said = page.locator("#asked-timeline").inner_text()
    assert said.startswith(f"Critics: {len(fitting)} of {len(everything)} rows fit; the rest is dim.")
    page.click("text=The timeline as a table")
    rows = page.locator("#view-timeline tbody tr:visible a")
    assert {one.get_attribute("href")[1:] for one in rows.all()} == fitting
    page.click("#asked-timeline >> text=Show all")
    assert set(undimmed(page, ".entry[href]")) == everything
    assert page.locator("#view-timeline").is_visible()


def test_the_network_follows_the_filters_and_keeps_the_sides_apart(page: Any) -> None:
    lines = len(undimmed(page, ".edge[data-records]"))
    page.click(".chip:has([value=critics])")
    page.click("#tab-network")
    fitting = expected(by_side("critics"))
    lit = undimmed(page, ".edge[data-records]")
    assert 0 < len(lit) < lines
    assert all(set(records.split()) & fitting for records in lit)
    # A matter fits that critics and supporters speak of; the line of a supporter does not.
    sides = "nodes => nodes.filter(n => !n.classList.contains('dim')).map(n => n.dataset.side)"
    assert set(page.eval_on_selector_all(".edge[data-side]", sides)) == {"critics"}
    page.click("text=The network as a table")
    told = page.locator("#view-network tbody tr:visible").all_inner_texts()
    assert any("is critical of" in row for row in told)
    assert not any("is supportive of" in row for row in told)
    page.click("#asked-network >> text=Change the filters")
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.is_checked("input[value=critics]")


def test_a_line_is_followed_within_what_is_asked(page: Any) -> None:
    page.click(".chip:has([value=critics])")
    page.click("#tab-network")
    page.locator(".edge[data-side=critics]:not(.dim) .reach").first.dispatch_event("click")
    fitting = expected(by_side("critics"))
    assert shown(page)
    assert shown(page) <= fitting
    page.click("#tab-network")
    page.locator(".edge.meeting.dim .reach").first.dispatch_event("click")
    assert all(one.startswith("meeting:") for one in shown(page))
    assert shown(page)
    assert not page.is_checked("input[value=critics]")
