"""Lays the first article out as people meet articles: a web page, Markdown, Word and PDF.

    python tests/read/lay_out.py

writes the files in tests/read/layouts/ from seeds/trump-putin.txt. Word and two of the PDFs are made by
LibreOffice (``soffice``) from a text document that is written here, the other two PDFs by Chromium's print.
Both programs have to be installed; the files that they made are kept, so that tests need neither.

The PDFs have running heads and page numbers; in those of two columns words are cut at line ends.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from html import escape
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "layouts"
SEED = ROOT / "seeds" / "trump-putin.txt"
JOURNAL = "HITNEWS Review of World Affairs"
_LONG = re.compile(r"\b[A-Za-z][a-z]{8,}\b")
_HEADINGS = (
    "The Early Stages: A Budding Connection",
    "Key Interactions and Meetings",
    "Controversies and Criticisms",
    "Implications for US-Russia Relations",
    "The Future of the Relationship",
)


def pieces() -> list[tuple[str, str]]:
    """The article as (tag, words): ``h1`` title, ``h2`` heading, ``row`` what is beside it, else ``p``."""
    lines = [line.strip() for line in SEED.read_text("utf-8").splitlines() if line.strip()]
    kinds = ("h1", "row", "row")
    return [
        (kinds[number] if number < len(kinds) else "h2" if line in _HEADINGS else "p", line)
        for number, line in enumerate(lines)
    ]


def markdown() -> str:
    """The article in Markdown."""
    marks = {"h1": "# ", "h2": "## "}
    return "\n\n".join(marks.get(tag, "") + words for tag, words in pieces()) + "\n"


def web_page() -> str:
    """The article as a news site publishes it: menus, other articles, comments and cookies around."""
    rows = "\n".join(
        f'<div class="meta">{escape(words)}</div>' if tag == "row" else f"<{tag}>{escape(words)}</{tag}>"
        for tag, words in pieces()
    )
    title = escape(pieces()[0][1])
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} | HITNEWS</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="HITNEWS">
<style>body {{ font-family: serif }}</style>
</head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
<li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="cookie-notice"><p>We use cookies to improve your experience.</p><button>Accept</button></div>
<main><article>
{rows}
</article>
<section class="comments"><h3>Comments</h3><p>Log in to leave a comment.</p></section></main>
<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/a">Ten places to see this summer</a></li>
<li><a href="/b">How to cook rice</a></li></ul></aside>
<footer><p>© 2024 HITNEWS. All rights reserved.</p><p><a href="/privacy">Privacy policy</a></p></footer>
<script>window.dataLayer = [];</script>
</body>
</html>
"""


def print_page(found: Sequence[tuple[str, str]], *, columns: int) -> str:
    """An article as a page to print: Chromium sets the running head and the page number in its margins."""
    soft = columns > 1
    rows = "\n".join(
        f'<p class="row">{escape(words)}</p>'
        if tag == "row"
        else f"<{tag}>{hyphenated(escape(words)) if soft and tag == 'p' else escape(words)}</{tag}>"
        for tag, words in found
    )
    head, _, text = rows.partition("</h1>\n")
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(found[0][1])}</title><style>
@page {{ size: A4; margin: 25mm 20mm; @top-left {{ content: "{JOURNAL}"; font-size: 8pt; }}
  @bottom-center {{ content: counter(page); font-size: 8pt; }} }}
body {{ font-family: serif; font-size: 10pt; line-height: 1.3; }}
h1 {{ font-size: 20pt; }} h2 {{ font-size: 13pt; break-after: avoid; }}
.text {{ columns: {columns}; column-gap: 8mm; text-align: justify; }}
.text p {{ margin: 0; text-indent: {"1.2em" if soft else "0"}; {"" if soft else "margin-bottom: 0.8em;"} }}
.text .row {{ text-indent: 0; margin-bottom: 0.8em; }}
</style></head><body>{head}</h1><div class="text">{text}</div></body></html>
"""


def hyphenated(words: str) -> str:
    """Words with soft hyphens in the long ones, at which a browser may break them."""
    return _LONG.sub(lambda it: f"{it[0][:4]}\u00ad{it[0][4:-3]}\u00ad{it[0][-3:]}", words)


def text_document(found: Sequence[tuple[str, str]], *, columns: int, notes: Sequence[str] = ()) -> str:
    """An article as a flat OpenDocument text with running head, page number, styles and footnotes.

    ``notes`` are the footnotes: the first belongs to the second paragraph, the next to the fourth …
    """
    styles = {"h1": ("Title", "h", 0), "h2": ("Heading_20_1", "h", 1)}
    body = []
    rows = iter(count())
    rest = list(notes)[::-1]
    paragraphs = 0
    for tag, words in found:
        style, element, level = styles.get(tag, ("Text_20_body", "p", 0))
        outline = f' text:outline-level="{level}"' if level else ""
        element = element if level else "p"
        if next(rows) == 1:
            body.append('<text:section text:style-name="columns" text:name="text">')
        paragraphs += tag == "p"
        note = ""
        if rest and tag == "p" and paragraphs % 2 == 0:
            mark = f"<text:note-citation>{len(notes) - len(rest) + 1}</text:note-citation>"
            told = f'<text:p text:style-name="Footnote">{escape(rest.pop())}</text:p>'
            note = f"{mark}<text:note-body>{told}</text:note-body>"
            note = f'<text:note text:note-class="footnote">{note}</text:note>'
        words = escape(words) + note
        body.append(f'<text:{element} text:style-name="{style}"{outline}>{words}</text:{element}>')
    body.append("</text:section>")
    cut = ' fo:hyphenate="true" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:text-properties
 fo:font-family="'Liberation Serif'" fo:font-size="10.5pt" fo:language="en" fo:country="US"
 {cut if columns > 1 else ""}/></style:style>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
 style:parent-style-name="Standard" style:class="text"><style:paragraph-properties fo:text-align="justify"
 fo:margin-bottom="{0 if columns > 1 else 0.2}cm" fo:text-indent="{0.5 if columns > 1 else 0}cm"/>
</style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"
 style:class="chapter"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="0.5cm"/>
<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="1" style:class="text">
<style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"
 style:class="extra"><style:text-properties fo:font-size="8pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="columns" style:family="section"><style:section-properties>
<style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:style style:name="small" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="8pt"/></style:style>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style><style:header-footer-properties
 fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties
 fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
<style:header><text:p text:style-name="small">{JOURNAL}</text:p></style:header>
<style:footer><text:p text:style-name="small">Page <text:page-number>1</text:page-number> of
 <text:page-count/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{"".join(body)}</office:text></office:body>
</office:document>
"""


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stderr.strip()}")


def chromium(page: str, made: Path, work: Path) -> None:
    """Print a page to ``made``; ``work`` is a folder for what is needed on the way."""
    source = work / "page.html"
    source.write_text(page, "utf-8")
    own = f"--user-data-dir={work / 'chromium'}"
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", own, "--no-pdf-header-footer",
        f"--print-to-pdf={made}", source.as_uri())  # fmt: skip


def libreoffice(texts: dict[str, str], kind: str, folder: Path, work: Path) -> None:
    """Convert flat texts, by the names of the files to make, to ``pdf`` or ``docx`` in ``folder``."""
    sources = []
    for name, text in texts.items():
        sources.append(work / f"{name}.fodt")
        sources[-1].write_text(text, "utf-8")
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    run("soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder), *map(str, sources))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "markdown.md").write_text(markdown(), "utf-8")
    (FOLDER / "web-page.html").write_text(web_page(), "utf-8")
    found = pieces()
    names = {"one-column": 1, "two-columns": 2}
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        for name, columns in names.items():
            chromium(print_page(found, columns=columns), FOLDER / f"chromium-{name}.pdf", work)
        texts = {f"libreoffice-{it}": text_document(found, columns=columns) for it, columns in names.items()}
        libreoffice(texts, "pdf", FOLDER, work)
        libreoffice({"word": text_document(found, columns=1)}, "docx", FOLDER, work)


if __name__ == "__main__":
    main()
