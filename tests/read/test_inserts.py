"""What sites insert into a body is boilerplate; what only bears a like name, or is the article, is not."""

from __future__ import annotations

import pytest

from communique.read.body import html_pieces
from communique.read.inserts import in_asides

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
TWO = "Nobody in the capital believed that the truce would hold, the envoy said after the meeting."


def kinds(html: str) -> list[tuple[str, str]]:
    return [(it.kind, it.words) for it in html_pieces(html)]


TWEET = (
    '<figure class="wp-block-embed is-provider-twitter"><div class="wp-block-embed__wrapper">'
    '<blockquote class="twitter-tweet" data-width="550"><p dir="ltr">I met my colleague.</p></blockquote>'
    "</div></figure>"
)
INSERTS = {
    "a post of somebody else's": (TWEET, "I met my colleague."),
    "a sentence in large type": (
        '<figure class="wp-block-pullquote"><blockquote><p>The truce would hold</p></blockquote></figure>',
        "The truce would hold",
    ),
    "a table of contents": (
        '<div id="ez-toc-container"><p class="ez-toc-title">Contents</p><nav><a href="#a">A</a></nav></div>',
        "Contents",
    ),
    "notes": (
        '<ol class="wp-block-footnotes"><li id="a">So the ministry said.</li></ol>',
        "So the ministry said.",
    ),
    "other articles": (
        '<ul class="wp-block-latest-posts"><li><a href="x">Why it matters</a></li></ul>',
        "Why it matters",
    ),
    "a newsletter": ('<div class="mc4wp-form"><p>Join 12,345 others</p></div>', "Join 12,345 others"),
    "a button": (
        '<div class="wp-block-button"><a class="wp-block-button__link" href="x">Support our work</a></div>',
        "Support our work",
    ),
    "who wrote it": (
        '<div class="author-box"><p>Jane Doe writes about the strait.</p></div>',
        "Jane Doe writes about the strait.",
    ),
}


@pytest.mark.parametrize("what", list(INSERTS))
def test_inserts_are_boilerplate(what: str) -> None:
    html, words = INSERTS[what]
    assert kinds(f"<p>{ONE}</p>{html}<p>{TWO}</p>") == [
        ("paragraph", ONE),
        ("boilerplate", words),
        ("paragraph", TWO),
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<blockquote class="wp-block-quote"><p>I met my colleague.</p></blockquote>',
        '<p class="not-a-twitter-tweet-at-all">I met my colleague.</p>',
        '<div class="wp-block-media-text"><div class="media-text__content">I met my colleague.</div></div>',
        '<details class="wp-block-details"><summary>I met my colleague.</summary></details>',
    ],
)
def test_quotations_and_layout_are_the_article(html: str) -> None:
    assert ("paragraph", "I met my colleague.") in kinds(f"<p>{ONE}</p>{html}<p>{TWO}</p>")


def test_a_class_on_the_whole_body_says_nothing() -> None:
    html = f'<div class="related-posts"><p>{ONE}</p><p>{TWO}</p></div>'
    assert kinds(html) == [("paragraph", ONE), ("paragraph", TWO)]


def test_html_without_an_insert_is_unchanged() -> None:
    html = f'<p class="lead" id="a">{ONE}</p>'
    assert in_asides(html) is html
