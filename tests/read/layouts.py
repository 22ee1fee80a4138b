"""Lays the first article out as people meet articles: a web page, Markdown, Word and PDF.

    python tests/read/layouts.py

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
from html import escape
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).with_suffix("")
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


def print_page(*, columns: int) -> str:
    """The article as a page to print: Chromium sets the running head and the page number in its margins."""
    soft = columns > 1
    rows = "\n".join(
        f'<p class="row">{escape(words)}</p>'
        if tag == "row"
        else f"<{tag}>{hyphenated(escape(words)) if soft and tag == 'p' else escape(words)}</{tag}>"
        for tag, words in pieces()
    )
    head, _, text = rows.partition("</h1>\n")
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(pieces()[0][1])}</title><style>
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


def text_document(*, columns: int) -> str:
    """The article as a flat OpenDocument text with running head, page number and styles."""
    styles = {"h1": ("Title", "h", 0), "h2": ("Heading_20_1", "h", 1)}
    body = []
    rows = iter(count())
    for tag, words in pieces():
        style, element, level = styles.get(tag, ("Text_20_body", "p", 0))
        outline = f' text:outline-level="{level}"' if level else ""
        element = element if level else "p"
        if next(rows) == 1:
            body.append('<text:section text:style-name="columns" text:name="text">')
        body.append(f'<text:{element} text:style-name="{style}"{outline}>{escape(words)}</text:{element}>')
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


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "markdown.md").write_text(markdown(), "utf-8")
    (FOLDER / "web-page.html").write_text(web_page(), "utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
        for columns, name in ((1, "one-column"), (2, "two-columns")):
            page = work / f"{name}.html"
            page.write_text(print_page(columns=columns), "utf-8")
            made = FOLDER / f"chromium-{name}.pdf"
            own = f"--user-data-dir={work / 'chromium'}"
            run("chromium", "--headless", "--no-sandbox", "--disable-gpu", own, "--no-pdf-header-footer",
                f"--print-to-pdf={made}", page.as_uri())  # fmt: skip
            text = work / f"libreoffice-{name}.fodt"
            text.write_text(text_document(columns=columns), "utf-8")
            run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(FOLDER), str(text))
        word = work / "word.fodt"
        word.write_text(text_document(columns=1), "utf-8")
        run("soffice", "--headless", profile, "--convert-to", "docx", "--outdir", str(FOLDER), str(word))


if __name__ == "__main__":
    main()
