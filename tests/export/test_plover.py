"""Event rows: which record is which event, and which is none."""

from __future__ import annotations

import csv
import hashlib
import json
from io import StringIO
from typing import Any

import pytest
from tests.export.samples import hostile, samples, seed, several_on_one_text, small

from communique.export import plover
from communique.export.event import Event
from communique.export.plover import events
from communique.records import Article, Attribution, Evidence, Mention, PlaceMention, Statement

CLASSES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""The sixteen of the manual."""


def rows(*some: Article) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(plover.render(some).decode("utf-8-sig"), newline="")))


def meeting(**changes: Any) -> Article:
    changed = small().meetings[0].model_copy(update=changes)
    return small().model_copy(update={"meetings": (changed,), "statements": (), "controversies": ()})


def statement(**changes: Any) -> Article:
    changed = small().statements[0].model_copy(update=changes)
    return small().model_copy(update={"meetings": (), "statements": (changed,), "controversies": ()})


def dispute(**changes: Any) -> Article:
    changed = small().controversies[0].model_copy(update=changes)
    return small().model_copy(update={"meetings": (), "statements": (), "controversies": (changed,)})


def only(article: Article) -> Event | None:
    found = list(events([article]))
    assert len(found) <= 1
    return found[0] if found else None


def coded(article: Article) -> tuple[str, str | None] | None:
    event = only(article)
    return (event.event, event.mode) if event else None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "held"}, ("CONSULT", None)),
        ({"status": "held", "kind": "call"}, ("CONSULT", "phone")),
        # The manual has meetings to come as agreements to meet.
        ({"status": "planned"}, ("AGREE", None)),
        ({"status": "planned", "kind": "call"}, ("AGREE", None)),
        # Who proposed it or called it off is not in the record.
        ({"status": "proposed"}, None),
        ({"status": "cancelled"}, None),
        ({"participants": ()}, None),
    ],
)
def test_meetings(changes: dict[str, Any], expected: tuple[str, str | None] | None) -> None:
    assert coded(meeting(**changes)) == expected


def test_the_participants_of_a_meeting_all_act_and_none_is_the_recipient() -> None:
    event = only(meeting())
    assert event is not None
    assert event.actor == ["Ana Ruiz", "João Lima"]
    assert event.actor_country == ["ES", ""]
    assert event.recipient == event.recipient_id == []
    assert (event.date, event.place, event.place_country) == ("2021-05-04", "Lisbon", "PT")
    assert event.quote == small().meetings[0].evidence[0].quote


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": "accuse", "certainty": "certain"}, ("ACCUSE", "allege")),
        ({"kind": "criticise", "certainty": "probable"}, ("ACCUSE", "disapprove")),
        ({"kind": "praise"}, ("SUPPORT", None)),
        ({"kind": "threaten"}, ("THREATEN", None)),
        ({"kind": "ask"}, ("REQUEST", None)),
        # "did not accuse", "asked whether"
        ({"kind": "accuse", "certainty": "unknown"}, None),
        ({"kind": "ask", "certainty": "unknown"}, None),
        ({"kind": "assert"}, None),
        ({"kind": "believe"}, None),
        ({"kind": "deny"}, None),
        ({"kind": "promise"}, None),
        ({"kind": "other"}, None),
        ({"kind": "praise", "attribution": Attribution(source=None, actor=None, cue=None)}, None),
    ],
)
def test_statements(changes: dict[str, Any], expected: tuple[str, str | None] | None) -> None:
    assert coded(statement(**changes)) == expected


def test_the_recipient_is_the_one_actor_that_a_statement_is_about() -> None:
    one = only(statement(kind="praise", about=("actor:spain",)))
    two = only(statement(kind="praise", about=("actor:spain", "actor:ana-ruiz")))
    self_praise = only(statement(kind="praise", about=("actor:joao-lima", "actor:spain")))
    assert one is not None
    assert two is not None
    assert self_praise is not None
    assert (one.recipient, one.recipient_country, one.about) == (["Spain"], ["ES"], ["actor:spain"])
    assert (two.recipient, two.about) == ([], ["actor:spain", "actor:ana-ruiz"])
    assert self_praise.recipient == ["Spain"]
    assert one.date is None


@pytest.mark.parametrize(
    ("kind", "stance", "expected"),
    [
        ("criticism", "critical", ("ACCUSE", "disapprove")),
        ("concern", "critical", ("ACCUSE", "disapprove")),
        ("allegation", "critical", ("ACCUSE", "allege")),
        ("criticism", "supportive", ("SUPPORT", None)),
        ("criticism", "neutral", None),
    ],
)
def test_controversies(kind: str, stance: str, expected: tuple[str, str | None] | None) -> None:
    position = small().controversies[0].positions[0].model_copy(update={"stance": stance})
    article = dispute(kind=kind, positions=(position,))
    assert coded(article) == expected
    event = only(article)
    if event:
        assert (event.actor, event.recipient) == (["Critics"], ["Ana Ruiz"])
        assert event.quote == small().controversies[0].evidence[0].quote


def test_a_side_that_a_statement_has_told_is_not_told_twice() -> None:
    position = small().controversies[0].positions[0]
    accusation = (
        small()
        .statements[0]
        .model_copy(
            update={
                "kind": "accuse",
                "certainty": "certain",
                "attribution": position.attribution,
                "content": position.claim,
                "evidence": small().controversies[0].evidence,
            }
        )
    )
    both = small().model_copy(update={"meetings": (), "statements": (accusation,)})
    assert [event.record for event in events([both])] == [accusation.id]


def test_a_side_is_told_once_for_each_controversy() -> None:
    position = small().controversies[0].positions[0]
    again = position.model_copy(update={"claim": small().actors[0].mentions[1]})
    other = position.model_copy(update={"stance": "supportive"})
    found = list(events([dispute(positions=(position, again, other))]))
    assert [event.event for event in found] == ["ACCUSE", "SUPPORT"]


def test_who_defends_itself_supports_nobody_else() -> None:
    position = small().controversies[0].positions[0].model_copy(update={"stance": "supportive"})
    own = position.model_copy(update={"attribution": small().statements[0].attribution})
    assert coded(dispute(positions=(own,))) == ("SUPPORT", None)
    assert coded(dispute(positions=(own,), about=("actor:joao-lima", "actor:spain"))) is None


def article_of(text: str, names: dict[str, str | None], **records: Any) -> Article:
    """A valid article of one sentence whose actors are named once each; ``names`` says of which country."""
    actors = []
    for name, country in names.items():
        start = text.index(name)
        mention = Mention(start=start, end=start + len(name), quote=name, form="name")
        actors.append(
            small()
            .actors[0]
            .model_copy(
                update={
                    "id": f"actor:{name.lower()}",
                    "name": name,
                    "country": country,
                    "mentions": (mention,),
                    "roles": (),
                    "aliases": (),
                }
            )
        )
    empty = dict.fromkeys(("sections", "meetings", "controversies", "implications", "statements"), ())
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    source = small().source.model_copy(update={"sha256": sha256, "length": len(text)})
    changes = {**empty, "text": text, "source": source, "actors": tuple(actors), **records}
    return small().model_copy(update=changes)


def words(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(start=start, end=start + len(quote), quote=quote)


def said(text: str, cue: str, content: str, kind: str, about: tuple[str, ...]) -> Statement:
    told = Attribution(source=None, actor="actor:oslo", cue=words(text, cue))
    return (
        small()
        .statements[0]
        .model_copy(
            update={
                "id": f"statement:{content.split(maxsplit=1)[0].lower()}",
                "attribution": told,
                "content": words(text, content),
                "kind": kind,
                "about": about,
                "certainty": "certain",
                "evidence": (words(text, text),),
            }
        )
    )


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        # Whom it is done to stands behind the verb; who else is named there does not count.
        ("Oslo accused the Minsk of spying on Turin", "spying on Turin", ["Minsk"]),
        ("Oslo accused Turin of helping Minsk", "helping Minsk", ["Turin"]),
        # Nobody stands there: the record does not say which of the two.
        ("Oslo accused somebody of selling Minsk out to Turin", "selling Minsk out to Turin", []),
    ],
)
def test_of_several_the_recipient_is_named_behind_the_cue(
    text: str, content: str, expected: list[str]
) -> None:
    names = dict.fromkeys(("Oslo", "Minsk", "Turin"))
    one = said(text, "accused", content, "accuse", ("actor:minsk", "actor:turin"))
    event = only(article_of(text, names, statements=(one,)))
    assert event is not None
    assert (event.actor, event.recipient, event.mode) == (["Oslo"], expected, "allege")
    assert event.about == ["actor:minsk", "actor:turin"]


def test_what_a_sentence_says_twice_is_one_event() -> None:
    text = "Oslo praised Minsk for patience, calling it wise"
    first = said(text, "praised", "Minsk for patience", "praise", ("actor:minsk",))
    second = said(text, "calling", "it wise", "praise", ("actor:minsk",))
    article = article_of(text, dict.fromkeys(("Oslo", "Minsk")), statements=(first, second))
    assert [event.record for event in events([article])] == [first.id]
    assert "repeat what their sentence has said already are left out: 1." in " ".join(plover.lost([article]))
    blame = second.model_copy(update={"kind": "criticise"})
    both = article.model_copy(update={"statements": (first, blame)})
    assert [event.event for event in events([both])] == ["SUPPORT", "ACCUSE"]


@pytest.mark.parametrize(("kind", "expected"), [("believe", []), ("assert", ["ACCUSE"])])
def test_what_is_only_feared_is_nothing_done(kind: str, expected: list[str]) -> None:
    text = "Oslo feared that Minsk would gain"
    fear = said(text, "feared", "Minsk would gain", kind, ("actor:minsk",))
    position = (
        small()
        .controversies[0]
        .positions[0]
        .model_copy(update={"attribution": fear.attribution, "claim": fear.content})
    )
    matter = (
        small()
        .controversies[0]
        .model_copy(
            update={"positions": (position,), "about": ("actor:minsk",), "evidence": (words(text, text),)}
        )
    )
    article = article_of(text, dict.fromkeys(("Oslo", "Minsk")), statements=(fear,), controversies=(matter,))
    assert [event.event for event in events([article])] == expected


@pytest.mark.parametrize(
    ("kind", "place", "expected"),
    [
        ("visit", "RS", ("visit", ["Oslo"], ["Minsk"])),
        # In a third country nobody is the host, and at a summit none is a guest.
        ("visit", "FI", (None, ["Oslo", "Minsk"], [])),
        ("summit", "RS", (None, ["Oslo", "Minsk"], [])),
        ("visit", None, (None, ["Oslo", "Minsk"], [])),
    ],
)
def test_who_visits_whom(
    kind: str, place: str | None, expected: tuple[str | None, list[str], list[str]]
) -> None:
    text = "Oslo visited Minsk in the capital"
    where = PlaceMention(start=22, end=33, quote="the capital", name="the capital", country=place)
    visit = (
        small()
        .meetings[0]
        .model_copy(
            update={
                "kind": kind,
                "participants": ("actor:oslo", "actor:minsk"),
                "place": where,
                "date": None,
                "topics": (),
                "evidence": (words(text, text),),
            }
        )
    )
    event = only(article_of(text, {"Oslo": "NO", "Minsk": "RS"}, meetings=(visit,)))
    assert event is not None
    assert (event.mode, event.actor, event.recipient) == expected
    planned = visit.model_copy(update={"status": "planned"})
    future = only(article_of(text, {"Oslo": "NO", "Minsk": "RS"}, meetings=(planned,)))
    assert future is not None
    assert (future.event, future.mode) == ("AGREE", None)


def test_a_press_conference_names_the_summit_it_belongs_to() -> None:
    found = {event.record: event for event in events([seed()])}
    part = found["meeting:helsinki-press-conference-2018-07"].part_of
    assert part == found["meeting:helsinki-2018-07"].event_id


def test_every_row_of_real_articles_is_of_a_class_and_rests_on_its_quote() -> None:
    some = [*samples(), hostile(), *several_on_one_text()]
    texts = {article.source.sha256: article.text for article in some}
    found = list(events(some))
    assert {event.event for event in found} <= CLASSES
    assert len({event.event_id for event in found}) == len(found)
    for event in found:
        text = texts[event.article]
        assert text is not None
        assert text[event.start : event.end] == event.quote
        assert event.actor
        assert len(event.actor) == len(event.actor_id) == len(event.actor_country)


def test_the_table_holds_what_the_events_hold() -> None:
    read = rows(*samples())
    found = list(events(samples()))
    assert len(read) == len(found)
    for row, event in zip(read, found, strict=True):
        assert json.loads(row["actor"]) == event.actor
        assert json.loads(row["recipient_id"]) == event.recipient_id
        assert row["date"] == (event.date or "")
        assert row["several"] == ("true" if event.several else "false")
        assert (int(row["start"]), int(row["end"])) == (event.start, event.end)
        assert row["quote"].removeprefix("'") == event.quote.removeprefix("'")


def test_formulas_are_neutralised() -> None:
    evil = meeting(evidence=(small().meetings[0].evidence[0].model_copy(update={"quote": "=1+1"}),))
    assert rows(evil)[0]["quote"] == "'=1+1"


def test_what_is_no_event_is_counted() -> None:
    losses = " ".join(plover.lost([seed()]))
    for count, what in ((len(seed().implications), "Implications"), (3, "no actor")):
        assert what in losses
        assert f": {count}." in losses
    every = [*seed().meetings, *seed().statements, *seed().controversies]
    rows_of = {event.record for event in events([seed()])}
    counts = [int(one.rpartition(": ")[2].rstrip(".")) for one in plover.lost([seed()])[:-1]]
    assert sum(counts) == len(every) - len(rows_of) + len(seed().implications)
