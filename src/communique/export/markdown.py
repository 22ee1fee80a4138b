"""A briefing in Markdown (CommonMark): who, meetings, disputes with sides, consequences, who said what.

Everything that comes from the article stands escaped, so that its text can be no heading, link, image or
HTML, and each line that tells something is followed by the words that it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.export.briefing import COUNTED, Briefing
from communique.export.identity import tell_apart
from communique.export.markup import unseen
from communique.records import Article


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one briefing, in UTF-8."""
    briefings = ["\n".join(Briefing(told.article).lines()) for told in tell_apart(articles)]
    return ("\n\n---\n\n".join(briefings) + "\n").encode()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What the briefing leaves out of the articles."""
    sentences = []
    if any(article.actors for article in articles):
        sentences.append(
            "Offsets, ids, the rules that found the records and the words of each mention are left out; "
            "line breaks within quotations become spaces."
        )
    if any(article.text for article in articles):
        sentences.append(f"The text is left out, and of each record's passages {COUNTED} are quoted.")
    if any(article.sections or article.boilerplate for article in articles):
        sentences.append("Sections, paragraphs and boilerplate are left out.")
    dropped = sum(unseen(article.text or "") for article in articles)
    if dropped:
        sentences.append(f"Control characters and marks of writing direction are left out: {dropped}.")
    return tuple(sentences)
