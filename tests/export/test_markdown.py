"""The briefing reads as Markdown: its markup is ours, and the article's words are text."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.export.samples import HOSTILE, hostile, samples, seed, small
from tests.strategies import LETTERS

from communique.export import markdown
from communique.export.markup import begun, escaped, listed, opened
from communique.records import Article


@cache
def reader() -> MarkdownIt:
    """CommonMark with HTML, and GitHub's tables and strikethrough."""
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def tokens(text: str) -> list[Token]:
    return [
        token
        for block in reader().parse(text)
        for token in (block, *(block.children or []))
    ]  # fmt: skip


def plain(text: str) -> str:
    """What a reader sees of inline Markdown, and that it is text alone."""
    (inline,) = reader().parseInline(text)
    assert {token.type for token in inline.children or []} <= {"text", "text_special"}
    return "".join(token.content for token in inline.children or [])


def headings(text: str) -> list[str]:
    parsed = reader().parse(text)
    return [
        after.content
        for token, after in pairwise(parsed)
        if token.type == "heading_open" and token.tag == "h2"
    ]


@pytest.mark.parametrize("article", [*samples(), hostile()], ids=lambda article: article.source.sha256[:6])
def test_the_markup_is_ours_alone(article: Article) -> None:
    found = tokens(markdown.render([article]).decode())
    kinds = {token.type for token in found}
    assert not kinds & {"html_block", "html_inline", "image", "code_inline", "fence", "code_block", "em_open"}
    links = [token.attrs["href"] for token in found if token.type == "link_open"]
    assert links == ([article.source.url] if article.source.url else [])
    titles = [token for token in found if token.type == "heading_open"]
    named = len(article.meetings) + len(article.controversies)
    directions = len({one.direction for one in article.implications})
    groups = (
        article.actors,
        article.meetings,
        article.controversies,
        article.implications,
        article.statements,
    )
    sections = sum(1 for group in groups if group)
    assert len(titles) == 1 + named + directions + sections + bool(sections)


@pytest.mark.parametrize("article", samples(), ids=lambda article: article.source.sha256[:6])
def test_every_record_stands_in_it_with_its_words(article: Article) -> None:
    text = "".join(
        token.content
        for token in tokens(markdown.render([article]).decode())
        if token.type in {"text", "text_special"}
    )

    def told(words: str) -> bool:
        line = " ".join(words.split())
        return line in text or opened(line) in text

    for actor in article.actors:
        assert told(actor.name)
    for meeting in article.meetings:
        assert told(meeting.name)
        assert told(meeting.evidence[0].quote)
    for controversy in article.controversies:
        assert told(controversy.name)
        assert told(controversy.evidence[0].quote)
        for position in controversy.positions:
            assert told(f"“{position.claim.quote}”")
    for implication in article.implications:
        assert told(implication.cause.quote)
        assert told(f" → {implication.effect.quote}")
        assert told(implication.evidence[0].quote)
    for statement in article.statements:
        assert told(f"“{statement.content.quote}”")


@given(st.text(LETTERS + "*_`[]()<>!#+-=~|&;:/\\@^{}$%.0123456789wwwhttp", max_size=40))
@example(HOSTILE)
@example("- a\n# b\n1. c\n> d\n\n    code\n---\n===\n[x]: http://a.example")
@example("&lt;b&gt; &#60;b&#62; <!-- --> <b>")
@example("\\[x](y) \\\\<b> \\")
@example("https://a.example <https://b.example> www.c.example a@d.example")
@example("**a**_b_~~c~~`d`![e](f)[g][h][^i] $x$ | a | b |")
def test_any_text_is_shown_letter_by_letter(text: str) -> None:
    line = escaped(text)
    assert "\n" not in line
    shown = "".join(sign for sign in text if sign.isspace() or sign.isprintable() or sign not in DROPPED)
    assert plain(f"x{line}x") == f"x{' '.join(shown.split())}x"


@given(st.text("-+=*#>1.0) \t\nab~`|:", max_size=12))
@example("- a")
@example("1. a")
@example("12) a")
@example("+ a")
@example("===")
@example("---")
@example("# a")
@example("> a")
@example("    a")
def test_any_text_can_begin_a_line_and_opens_nothing(text: str) -> None:
    parsed = reader().parse(f"a\n\n> {begun(escaped(f'{text}x'))}\n\n- {begun(escaped(f'{text}x'))}\n")
    kinds = [token.type for token in parsed if token.nesting >= 0 and token.type != "inline"]
    assert kinds == [
        *("paragraph_open", "blockquote_open", "paragraph_open"),
        *("bullet_list_open", "list_item_open", "paragraph_open"),
    ]
    shown = " ".join(f"{text}x".split())
    for inline in [token for token in parsed if token.type == "inline"][1:]:
        assert "".join(token.content for token in inline.children or []) == shown


DROPPED = {chr(code) for code in (*range(9), *range(14, 28), *range(127, 133), *range(134, 160))} | set(
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)


def test_lists_in_words() -> None:
    assert [listed(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c*"))] == [
        *("", "a", "a and b", "a, b and c\\*"),
    ]


def test_the_briefing_of_the_small_article() -> None:
    assert markdown.render([small()]).decode() == BRIEFING


def test_sections_that_would_be_empty_are_left_out() -> None:
    assert headings(markdown.render([seed()]).decode()) == [
        "In brief",
        "Who",
        "Meetings",
        "Disputes",
        "Consequences",
        "Who said what",
    ]
    bare = small().model_copy(
        update={"meetings": (), "controversies": (), "implications": (), "statements": ()}
    )
    assert headings(markdown.render([bare]).decode()) == ["In brief", "Who"]


def shown(text: str, heading: str) -> str:
    """What stands beneath a heading."""
    return text.partition(f"## {heading}\n\n")[2].partition("\n## ")[0]


def test_what_matters_most_comes_first() -> None:
    text = markdown.render([seed()]).decode()
    counts = [int(count) for count in re.findall(r"mentioned (\d+) times", shown(text, "Who"))]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == max(len(actor.mentions) for actor in seed().actors)
    meetings = re.findall(r"^### (.+)$", shown(text, "Meetings"), re.MULTILINE)
    # The one with a date and what is part of it; those told of as one stand last.
    assert meetings[:2] == ["Helsinki summit", "Joint press conference"]
    assert {"Several key interactions and meetings"} < set(meetings[2:])
    first, *_ = shown(text, "Disputes").split("### ")[1:]
    assert {"- Critical: ", "- Supportive: "} <= set(re.findall(r"^- \w+: ", first, re.MULTILINE))


def test_a_part_follows_its_whole() -> None:
    [one] = small().meetings
    late = one.model_copy(update={"id": "meeting:b", "name": "Bergen talks", "date": None})
    part = one.model_copy(update={"id": "meeting:a", "name": "Dinner", "part_of": "meeting:b", "date": None})
    article = small().model_copy(update={"meetings": (part, late, one)})
    found = re.findall(r"^### (\w+)", shown(markdown.render([article]).decode(), "Meetings"), re.MULTILINE)
    assert found == ["Lisbon", "Bergen", "Dinner"]


def test_statements_stand_with_who_makes_them() -> None:
    said = small().statements[0]
    crowd = said.attribution.model_copy(update={"actor": None, "source": small().actors[3].mentions[0]})
    other = said.model_copy(update={"id": "statement:other", "attribution": crowd})
    text = markdown.render([small().model_copy(update={"statements": (other, said)})]).decode()
    assert shown(text, "Who said what") == (
        "**João Lima**\n\n- “said”: “the agreement could ease tensions between the two countries” "
        "(assert, possible, about Spain)\n\n**Others**\n\n- Critics “said”: “the agreement could ease "
        "tensions between the two countries” (assert, possible, about Spain)\n"
    )


def test_a_few_words_are_told_with_what_they_mean() -> None:
    [one] = small().implications
    meant = one.model_copy(update={"cause_refs": (small().meetings[0].id,)})
    [same] = small().controversies
    named = one.model_copy(update={"effect_refs": (same.id,), "effect": same.positions[0].claim})
    text = markdown.render([small().model_copy(update={"implications": (meant,)})]).decode()
    assert "- the agreement \\[Lisbon talks\\] → **ease tensions" in text
    text = markdown.render([small().model_copy(update={"implications": (named,)})]).decode()
    assert "→ **neglecting coastal towns** (" in text


def test_several_articles_follow_each_other() -> None:
    parsed = reader().parse(markdown.render([small(), seed()]).decode())
    assert [token.type for token in parsed].count("hr") == 1
    assert sum(token.tag == "h1" for token in parsed if token.type == "heading_open") == 2


BRIEFING = """\
# Lisbon talks calm fishing dispute

By Inês Prado · 2021-05-05 · <https://news.example/lisbon-talks>  \n\
Engine: by hand 1. The records say what the article says, not what is true. Words in “…” are its own. What is not marked as probable, possible or unknown is told as certain.

## In brief

- Most mentioned of 4 actors: Ana Ruiz (2), João Lima (2), Spain (1), Critics (1).
- 1 meeting, 1 held: Lisbon talks.
- 1 dispute, most about Ana Ruiz (1).
- Most is told of: neglecting coastal towns.
- 1 consequence: 1 beneficial; 1 still to come; 1 less than certain or said not to be so; 1 held by others than the article.
- 1 statement by others than the article, most by João Lima (1).

## Who

- **Ana Ruiz** (person, ES, Foreign Minister of Spain), mentioned twice; also Ruiz: “Foreign Minister Ana Ruiz of Spain met João Lima in …”
- **João Lima** (person), mentioned twice; also Lima: “… Minister Ana Ruiz of Spain met João Lima in Lisbon on 4 May 2021 to …”
- **Spain** (country, ES), mentioned once: “Foreign Minister Ana Ruiz of Spain met João Lima in Lisbon on 4 …”
- **Critics** (group), mentioned once: “… to discuss fishing quotas. Critics accused Ruiz of neglecting …”

## Meetings

### Lisbon talks

Bilateral, held, 2021-05-04, in Lisbon (PT).

- Participants: Ana Ruiz and João Lima
- On the agenda: fishing quotas

> Foreign Minister Ana Ruiz of Spain met João Lima in Lisbon on 4 May 2021 to discuss fishing quotas.

## Disputes

### Neglecting coastal towns

Criticism, about Ana Ruiz.

- Critical: **Critics** “accused”: “neglecting coastal towns”

> Critics accused Ruiz of neglecting coastal towns.

## Consequences

### Beneficial

- the agreement \\[Lisbon talks\\] → **ease tensions between the two countries** (“could”, future, possible, affects Spain, held by **João Lima** “said”)

> Lima said that the agreement could ease tensions between the two countries.

## Who said what

**João Lima**

- “said”: “the agreement could ease tensions between the two countries” (assert, possible, about Spain)
"""  # noqa: E501
