"""An article that arrives in fields: a title, and a body of HTML or plain text → pieces, Document."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.document import Document, Metadata, Piece, assemble
from communique.errors import EmptyInput, TooLongInput
from communique.read.asked import Asked
from communique.read.fields import agree
from communique.read.file import RAISE, too_long
from communique.read.formats import by_name, module, needs
from communique.read.page_rows import with_rows
from communique.read.plain import plain, refuse_too_many_lines
from communique.read.shortcodes import without_shortcodes

_MOST = 50_000  # pieces
_MARKUP = re.compile(
    r"</?(?:p|div|br|span|h[1-6]|ul|ol|li|blockquote|a|b|i|em|strong|figure|img|section|table)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<(?:p|div|br)\b", re.IGNORECASE)
_BLOCK = re.compile(
    r"\s*(?:<!--|</?(?:p|div|h[1-6]|ul|ol|li|blockquote|figure|figcaption|table|section|article|pre|hr|aside|dl|form"
    r"|script|style|iframe|details)\b)",
    re.IGNORECASE,
)
# Control characters and halves of characters, which JSON and mail may hold and no text does.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff]")
# A row in whose place WordPress puts a gallery, a caption or a player; or an address alone, which it embeds.
_EMBEDDED = re.compile(
    r"\[(gallery|caption|embed|video|audio|playlist)\b[^\]]{0,2000}\](?:.{0,2000}\[/\1\])?|https?://\S{1,2000}",
    re.DOTALL,
)
# WordPress ends the entries of a feed so.
_FOOTER = re.compile(r"The post .{1,300} (?:first appeared|appeared first) on .{1,200}")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_BLANK_LINE_OR_KEPT = re.compile(
    rf"{_BLANK_LINE.pattern}|<(/?)(?:pre|script|style|textarea)\b", re.IGNORECASE
)


def document(pieces: Sequence[Piece], metadata: Metadata, asked: Asked) -> Document:
    """The Document of a body and what is known of it.

    The title comes first, and once: where the body repeats it above its prose it is left out there. Rows
    about the article (byline, "Read more") become boilerplate and tell what the fields do not.

    :raises EmptyInput: for a body without prose
    :raises TooLongInput: where the text is longer than the limit
    """
    if len(pieces) > _MOST:
        raise TooLongInput(f"the article has more than {_MOST:,} paragraphs", hint="is it an article?")
    clean = [replace(piece, words=_UNSEEN.sub("", piece.words)) for piece in pieces]
    clean = [replace(it, kind="boilerplate", level=0) if _is_added(it.words.strip()) else it for it in clean]
    title = _UNSEEN.sub("", metadata.title or "").strip() or None
    rows = with_rows(list(_titled(clean, title)))
    if not any(piece.kind == "paragraph" for piece in rows.pieces):
        raise EmptyInput("there is nothing to read: no text of an article in it")
    shown = next((piece.words for piece in rows.pieces if piece.kind == "title"), None)
    made = assemble(
        rows.pieces,
        replace(
            metadata,
            title=title or shown,
            authors=metadata.authors or rows.authors,
            published=metadata.published or rows.published,
        ),
        path=asked.path,
    )
    if len(made.text) > asked.limit:
        raise TooLongInput(too_long(f"{len(made.text):,} characters", asked.limit), hint=RAISE)
    return made


def body(text: str, *, is_html: bool | None = None) -> tuple[Piece, ...]:
    """The pieces of a body.

    :param is_html: whether it is HTML; ``None`` to tell by the tags in it
    :raises MissingExtra: for HTML, where the library for it is not installed
    """
    if is_html or (is_html is None and _MARKUP.search(text)):
        return html_pieces(text)
    return text_pieces(html.unescape(text) if _REFERENCE.search(text) else text)


def html_pieces(text: str, *, blank_lines: bool = False) -> tuple[Piece, ...]:
    """The pieces of a fragment of HTML, without the shortcodes in it; what sites insert is boilerplate.

    :param blank_lines: whether they part paragraphs wherever they stand, as in what WordPress stores; else
        they do where no element does
    :raises MissingExtra: where the library for HTML is not installed
    """
    one = by_name("html")
    reader = module(one)
    with needs(one):
        from communique.read.inserts import in_asides

        text = without_shortcodes(text.replace("\r\n", "\n"))
        if blank_lines or not _PARAGRAPH.search(text):
            text = _with_paragraphs(text)
        found: tuple[Piece, ...] = reader.fragment(in_asides(text))
    return found


def text_pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a plain text, as files of plain text are read."""
    refuse_too_many_lines(text)
    made = plain(text)
    return tuple(Piece(it.kind, made.words(it), it.level) for it in made.blocks if it.kind != "space")


def _titled(pieces: Sequence[Piece], title: str | None) -> Iterator[Piece]:
    if title is None:
        titles = 0
        for piece in pieces:  # each part of a message may have begun with one
            titles += piece.kind == "title"
            yield replace(piece, kind="heading") if piece.kind == "title" and titles > 1 else piece
        return
    yield Piece("title", title, 1)
    above = True
    for piece in pieces:
        if above and piece.kind != "paragraph" and agree(piece.words, title):
            continue
        above = above and piece.kind != "paragraph"
        yield replace(piece, kind="heading") if piece.kind == "title" else piece


def _with_paragraphs(text: str) -> str:
    """HTML as content systems store it, without ``<p>``: what stands between blank lines is a paragraph."""
    if not _BLANK_LINE.search(text):
        return text
    parts = (part for part in _parts(text) if part.strip())
    return "\n".join(part if _BLOCK.match(part) else f"<p>{part}</p>" for part in parts)


def _parts(text: str) -> Iterator[str]:
    """What stands between blank lines; those in ``<pre>`` and in scripts part nothing."""
    start, kept = 0, False
    for found in _BLANK_LINE_OR_KEPT.finditer(text):
        if found[1] is not None:
            kept = not found[1]
        elif not kept:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _is_added(words: str) -> bool:
    """Whether a row is what a content system adds, or would have put something in the place of."""
    return _EMBEDDED.fullmatch(words) is not None or _FOOTER.fullmatch(words) is not None
