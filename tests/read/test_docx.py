"""Word documents: what their marks say, what tracked changes leave, and archives that are something else."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document
from communique.errors import InputError, TooLongInput
from communique.read.asked import Asked
from communique.read.docx import read

LAYOUTS = Path(__file__).parent / "layouts"
HOSTILE = Path(__file__).parent / "hostile"
PROSE = "The minister said on Monday that the talks would go on for weeks, and that nobody knew the outcome."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# Styles as a German Word writes them: its own names are English, ids are not.
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Unsere"><w:name w:val="Our heading"/><w:basedOn w:val="berschrift1"/>
</w:style><w:style w:type="paragraph" w:styleId="Zwei"><w:name w:val="Mine"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Round"/><w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


NONE: Mapping[str, str] = MappingProxyType({})
RAISED = "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"


def p(words: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def relations(*pairs: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def word(
    body: str, *, core: str = "", packing: int = zipfile.ZIP_DEFLATED, parts: Mapping[str, str] = NONE
) -> bytes:
    """A package with ``body`` as its text; ``footnotes``, ``header1`` … are the bodies of other parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", packing) as package:
        package.writestr(
            "_rels/.rels",
            relations((f"{OFFICE}/officeDocument", "word/document.xml"),
                      (f"{PACKAGE}/metadata/core-properties", "docProps/core.xml")),
        )  # fmt: skip
        names = ("styles", *parts)
        others = [(f"{OFFICE}/{name.rstrip('12')}", f"{name}.xml") for name in names]
        package.writestr("word/_rels/document.xml.rels", relations(*others))
        package.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
        package.writestr("word/styles.xml", STYLES)
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:part {W}>{text}</w:part>")
        package.writestr(
            "docProps/core.xml",
            f'<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{core}</c>',
        )
    return out.getvalue()


def rows(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.words(block)) for block in document.blocks if block.kind != "space"]


def shape(body: str, **parts: str) -> list[tuple[str, str]]:
    return rows(read(word(body, parts=parts), Asked()))


def paragraph(runs: str) -> str:
    return next(words for _, words in shape(f"<w:p>{runs}</w:p>"))


def test_styles_make_title_and_headings_in_any_language() -> None:
    document = read(
        word(
            p("Talks Resume", "Titel") + p(PROSE) + p("The Delegates", "berschrift1") + p(PROSE)
            + p("Those Who Came", "Zwei") + p(PROSE) + p("The Truce", "Unsere") + p(PROSE, "Kreis")
            + p("Last Words", properties='<w:outlineLvl w:val="1"/>') + p(PROSE, "Unknown")
        ),
        Asked(),
    )  # fmt: skip
    assert [(it.kind, it.level, document.words(it)) for it in document.blocks if it.level] == [
        ("title", 1, "Talks Resume"),
        ("heading", 2, "The Delegates"),
        ("heading", 3, "Those Who Came"),
        ("heading", 2, "The Truce"),
        ("heading", 3, "Last Words"),
    ]


def test_a_bold_line_is_a_heading_where_no_style_says_so() -> None:
    bold = "<w:p><w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r></w:p>"
    body = (
        bold.format("<w:b/>", "Talks Resume")
        + p(PROSE)
        + bold.format('<w:rStyle w:val="Fett"/>', "The Truce")
    )
    assert shape(body + p(PROSE)) == [
        ("title", "Talks Resume"), ("paragraph", PROSE), ("heading", "The Truce"), ("paragraph", PROSE),
    ]  # fmt: skip
    plain = bold.format('<w:b w:val="0"/>', "The Truce")
    assert ("heading", "The Truce") not in shape(p("Talks", "Titel") + p(PROSE) + plain + p(PROSE))


@pytest.mark.parametrize(
    ("runs", "read_as"),
    [
        ("<w:r><w:t>The envoy </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
         "<w:ins><w:r><w:t>has </w:t></w:r></w:ins><w:r><w:t>left.</w:t></w:r>", "The envoy has left."),
        ("<w:moveFrom><w:r><w:t>Today </w:t></w:r></w:moveFrom><w:r><w:t>he left</w:t></w:r>"
         "<w:moveTo><w:r><w:t> today.</w:t></w:r></w:moveTo>", "he left today."),
        ("<w:r><w:t>He left.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>", "He left."),
        ("<w:r><w:rPr><w:rStyle w:val='Geheim'/></w:rPr><w:t>No </w:t></w:r><w:r><w:t>He left.</w:t></w:r>",
         "He left."),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>She </w:t></w:r><w:r><w:t>He left.</w:t></w:r>", "He left."),
        ("<w:r><w:t>He left.</w:t></w:r><w:r>" + RAISED + "<w:t>12</w:t></w:r>",
         "He left."),
        ("<w:r><w:t>The 10</w:t></w:r><w:r>" + RAISED + "<w:t>th</w:t></w:r>",
         "The 10th"),
        ("<w:r><w:t>US</w:t><w:noBreakHyphen/><w:t>led</w:t><w:tab/><w:t>co</w:t><w:softHyphen/>"
         "<w:t>rps</w:t></w:r>",
         "US-led corps"),
        ("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:br w:type='page'/><w:t>three</w:t></w:r>",
         "One\ntwo three"),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>HYPERLINK</w:t></w:r><w:r>"
         "<w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>The envoy</w:t></w:r><w:r>"
         "<w:fldChar w:fldCharType='end'/></w:r><w:r><w:t> left.</w:t></w:r>", "The envoy left."),
        ("<w:hyperlink><w:r><w:t>The envoy</w:t></w:r></w:hyperlink><w:r><w:t> left.</w:t></w:r>",
         "The envoy left."),
    ],
)  # fmt: skip
def test_the_words_of_a_paragraph(runs: str, read_as: str) -> None:
    assert paragraph(runs) == read_as


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    body = p("The envoy ", properties="<w:rPr><w:del/></w:rPr>") + p("left.")
    assert shape(body) == [("paragraph", "The envoy left.")]


def test_a_dropped_capital_belongs_to_the_word_beneath() -> None:
    assert shape(p("T", properties='<w:framePr w:dropCap="drop"/>') + p("he envoy left.")) == [
        ("paragraph", "The envoy left.")
    ]


def test_tables_of_data_are_beside_the_article_and_layouts_are_not() -> None:
    cell = "<w:tc>{}</w:tc>".format
    data = "<w:tbl>" + 2 * f"<w:tr>{cell(p('Ada'))}{cell(p('4'))}</w:tr>" + "</w:tbl>"
    layout = f"<w:tbl><w:tr>{cell(p(PROSE) + p(PROSE + PROSE))}{cell(data)}</w:tr></w:tbl>"
    assert shape(data) == [("boilerplate", "Ada | 4")] * 1
    assert shape(layout)[:2] == [("paragraph", PROSE), ("paragraph", PROSE + PROSE)]


def test_notes_boxes_contents_and_page_heads_are_beside_the_article() -> None:
    box = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
    box += f"{p('A pull quote')}</w:txbxContent></mc:Choice>"
    box += (
        f"<mc:Fallback><w:txbxContent>{p('A pull quote')}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    box += f"<w:t>{PROSE}</w:t></w:r></w:p>"
    found = shape(
        p("Chapter 1 ... 3", "Verz1") + box,
        footnotes=p("A note."),
        header1=p("The Review"),
        header2=p("The Review"),
    )
    assert found == [
        ("boilerplate", "Chapter 1 ... 3"),
        ("boilerplate", "A pull quote"),
        ("paragraph", PROSE),
        ("boilerplate", "A note."),
        ("boilerplate", "The Review"),
    ]


def test_properties_count_where_the_text_says_nothing_and_dates_never() -> None:
    core = "<dc:title>Talks</dc:title><dc:creator>Jane Doe;Admin</dc:creator>"
    core += "<dcterms:created>2021-03-12</dcterms:created>"
    told = read(word(p(PROSE), core=core), Asked()).metadata
    assert (told.title, told.authors, told.published) == ("Talks", ("Jane Doe",), None)
    told = read(
        word(p("Talks Resume", "Titel") + p("By John Roe, 12 March 2021") + p(PROSE), core=core), Asked()
    ).metadata
    assert (told.title, told.authors, told.published) == ("Talks Resume", ("John Roe",), "2021-03-12")
    told = read(word(p(PROSE), core="<dc:title>Microsoft Word - a.doc</dc:title>"), Asked()).metadata
    assert told.title is None


def test_what_libreoffice_writes() -> None:
    document = read((LAYOUTS / "word.docx").read_bytes(), Asked())
    assert document.title == "Trump And Putin: A Deep Dive Into Their Relationship"
    assert [len(section.paragraphs) for section in document.sections] == [1, 3, 3, 3, 3, 4]
    assert [document.words(it) for it in document.boilerplate] == [
        "by HITNEWS 53 views",
        "Iklan Headers",
        "HITNEWS Review of World Affairs",
        "Page 4 of 4",
    ]


@pytest.mark.parametrize("path", sorted(HOSTILE.glob("*.docx")), ids=lambda path: path.name)
def test_what_fuzzing_found_stays_mended(path: Path) -> None:
    with suppress(InputError):
        read(path.read_bytes(), Asked())


def archive(names: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in names.items():
            package.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (word(p(PROSE))[:-30], "damaged"),
        (archive({"xl/workbook.xml": "<a/>"}), "Excel"),
        (archive({"mimetype": "x", "content.xml": "<a/>"}), "OpenDocument"),
        (archive({"mimetype": "application/epub+zip"}), "EPUB"),
        (archive({"a.txt": "x"}), "ZIP"),
        (archive({"word/document.xml": "<a><b></a>"}), "damaged"),
        (archive({"word/document.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}), "entities"),
        (archive({"word/document.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}), "entities"),
        (word(p(PROSE), packing=zipfile.ZIP_BZIP2), "packed"),
    ],
)
def test_what_is_no_word_document_says_so(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(data, Asked())


def test_a_bomb_is_not_unpacked() -> None:
    bomb = word(f"<w:p><w:r><w:t>{'a' * 60_000_000}</w:t></w:r></w:p>")
    assert len(bomb) < 100_000
    with pytest.raises(TooLongInput, match="unpacks"):
        read(bomb, Asked(max_bytes=10_000_000, limit=10**9))
    with pytest.raises(TooLongInput, match="characters"):
        read(bomb, Asked())


def test_a_size_that_lies_is_not_believed() -> None:
    data = word(p(PROSE * 1_000))
    real = zipfile.ZipFile(BytesIO(data)).getinfo("word/document.xml").file_size
    lying = data.replace(struct.pack("<I", real), struct.pack("<I", 10))
    assert lying != data
    with pytest.raises(InputError):
        read(lying, Asked())


def test_deep_nesting_is_read() -> None:
    deep = "<w:sdt>" * 100_000 + p(PROSE) + "</w:sdt>" * 100_000
    assert shape(deep) == [("paragraph", PROSE)]
    tables = "<w:tbl><w:tr><w:tc>" * 30_000 + p(PROSE) + "</w:tc></w:tr></w:tbl>" * 30_000
    assert shape(tables) == [("paragraph", PROSE)]


TAGS = st.sampled_from([
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:txbxContent", "w:pPr", "w:rPr", "w:del",
    "w:ins", "w:fldChar", "w:vanish", "w:b", "w:outlineLvl", "w:numId",
])  # fmt: skip


@given(st.recursive(st.text("ab <&. \u00ad", max_size=5).map(escape),
                    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
                                            TAGS, st.lists(inner, max_size=4)), max_leaves=30))  # fmt: skip
def test_any_order_of_elements_gives_a_document(body: str) -> None:
    document = read(word(body), Asked())
    assert "".join(document.words(block) for block in document.blocks) == document.text


@given(st.binary(max_size=40), st.integers(0, 3_000))
def test_a_damaged_archive_is_an_input_error_or_a_document(noise: bytes, place: int) -> None:
    whole = (LAYOUTS / "word.docx").read_bytes()
    with suppress(InputError):
        read(whole[:place] + noise + whole[place + len(noise) :], Asked())
