"""WordPress: what a site exports, by the REST API, as an export file, and as its table of posts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from communique.cli.app import app
from communique.document import Document
from communique.errors import CommuniqueError, EmptyInput
from communique.read import read_bytes
from communique.read.many import Told, bytes_entries
from communique.read.wordpress import left_out

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
TWO = "Nobody in the capital believed that the truce would hold, the envoy said after the meeting."
THREE = "The generals met in Ankara on the same day, and said that they knew of no truce."


def post(**changes: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "date": "2023-12-08T23:30:00",
        "slug": "talks",
        "status": "publish",
        "type": "post",
        "link": "https://example.org/talks/",
        "title": {"rendered": "Erdo&#287;an&#8217;s visit &#8211; &#8220;a new page&#8221;"},
        "content": {"rendered": f"<p>{ONE}</p>", "protected": False},
        "_embedded": {"author": [{"name": "Jane Doe"}]},
    } | changes


def item(
    content: str, *, kind: str = "post", status: str = "publish", title: str = "Talks", short: str = ""
) -> str:
    return (
        f"<item><title><![CDATA[{title}]]></title><link>https://example.org/talks/</link>"
        f"<dc:creator><![CDATA[jdoe]]></dc:creator><content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{short}]]></excerpt:encoded>"
        f"<wp:post_date>2023-12-08 23:30:00</wp:post_date><wp:status><![CDATA[{status}]]></wp:status>"
        f"<wp:post_type><![CDATA[{kind}]]></wp:post_type></item>"
    )


def export(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Strait Review</title>'
        "<language>en-US</language><wp:author><wp:author_login><![CDATA[jdoe]]></wp:author_login>"
        "<wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name></wp:author>"
        f"{''.join(items)}</channel></rss>"
    ).encode()


def each(data: bytes) -> list[Document | CommuniqueError]:
    return [entry.found for entry in bytes_entries(data, Told())]


def only(data: bytes) -> Document:
    (found,) = each(data)
    assert isinstance(found, Document)
    return found


def paragraphs(document: Document) -> list[str]:
    return [document.words(block) for block in document.paragraphs]


def test_a_list_of_the_rest_api_gives_what_is_published() -> None:
    posts = [
        post(),
        post(status="draft"),
        post(type="attachment", status="inherit"),
        post(type="commentary"),
        post(status="private", title={"rendered": "Private: minutes"}),
    ]
    found = [it for it in each(json.dumps(posts).encode()) if isinstance(it, Document)]
    assert [it.title for it in found] == ["Erdoğan’s visit – “a new page”"] * 2 + ["minutes"]
    assert {it.metadata.authors for it in found} == {("Jane Doe",)}


def test_a_draft_alone_was_picked_out_and_is_read() -> None:
    assert paragraphs(read_bytes(json.dumps(post(status="draft")).encode())) == [ONE]


def test_a_list_of_drafts_says_so() -> None:
    data = json.dumps([post(status="draft"), post(status="pending"), post(status="trash")]).encode()
    with pytest.raises(EmptyInput, match=r"no article is published .*drafts: 2, posts thrown away: 1"):
        each(data)


def test_the_table_of_posts_as_wp_cli_and_phpmyadmin_write_it() -> None:
    row = {
        "ID": 4,
        "post_title": "Talks &amp; what then",
        "post_content": f"<!-- wp:paragraph -->\n<p>{ONE}</p>\n<!-- /wp:paragraph -->\n\n{TWO}\n\n{THREE}",
        "post_date": "2023-12-08 23:30:00",
        "post_status": "publish",
        "post_type": "post",
        "guid": "https://example.org/?p=4",
    }
    revision = row | {"post_type": "revision", "post_status": "inherit"}
    by_cli = json.dumps([row, revision]).encode()
    by_php = json.dumps(
        [{"type": "header"}, {"type": "table", "name": "wp_posts", "data": [revision, row]}]
    ).encode()
    for data in (by_cli, by_php):
        document = only(data)
        assert paragraphs(document) == [ONE, TWO, THREE]
        assert document.title == "Talks & what then"
        assert document.metadata.published == "2023-12-08"
        assert document.metadata.url == "https://example.org/?p=4"


def test_an_export_file_has_articles_and_much_else() -> None:
    found = each(
        export(
            item("", kind="attachment", status="inherit", short="The palace in Vienna"),
            item("p{}", kind="custom_css"),
            item(f"<p>{TWO}</p>", kind="wp_block"),
            item(f"<p>{TWO}</p>", kind="nav_menu_item"),
            item(f"<p>{TWO}</p>", status="draft"),
            item(f"<p>{TWO}</p>", status="trash"),
            item(f"<p>{ONE}</p>"),
            item(f"<p>{TWO}</p>", kind="commentary"),
            item(f"<p>{THREE}</p>", kind="page"),
        )
    )
    assert [paragraphs(it) for it in found if isinstance(it, Document)] == [[ONE], [TWO], [THREE]]
    assert len(found) == 3


def test_authors_have_the_names_that_are_shown() -> None:
    document = only(export(item(f"<p>{ONE}</p>")))
    assert document.metadata.authors == ("Jane Doe",)
    assert document.metadata.publisher == "The Strait Review"


def test_a_summary_is_not_the_article() -> None:
    (found,) = each(export(item("", short=f"{ONE} {TWO}")))
    assert isinstance(found, EmptyInput)


def test_an_export_of_drafts_says_so() -> None:
    with pytest.raises(EmptyInput, match="no article is published in this export"):
        each(export(item(f"<p>{ONE}</p>", status="draft"), item("", kind="attachment")))


@pytest.mark.parametrize(
    "element", ['<p style="text-align: center;">* * *</p>', "<div>A note</div>", "One line<br />and another."]
)
def test_paragraphs_without_tags_stay_apart_whatever_tags_stand_elsewhere(element: str) -> None:
    document = only(export(item(f"{ONE}\n\n{TWO}\n\n{element}\n\n{THREE}")))
    held = paragraphs(document)
    assert held[:2] == [ONE, TWO]
    assert held[-1] == THREE


def test_blank_lines_in_code_part_nothing() -> None:
    code = "<pre>one\n\ntwo</pre>"
    document = only(export(item(f"{ONE}\n\n{code}\n\n<script>var a;\n\nvar b;</script>\n\n{TWO}")))
    assert paragraphs(document) == [ONE, "one\n\ntwo", TWO]


def test_blocks_of_the_editor() -> None:
    content = (
        f"<!-- wp:paragraph -->\n<p>{ONE}</p>\n<!-- /wp:paragraph -->\n\n"
        '<!-- wp:embed {"url":"https://example.org/1","providerNameSlug":"twitter"} -->\n'
        '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://example.org/1\n</div>'
        "<figcaption>The post</figcaption></figure>\n<!-- /wp:embed -->\n\n"
        "<!-- wp:shortcode -->\n[newsletter_form]\n<!-- /wp:shortcode -->\n\n<!-- wp:latest-posts /-->\n\n"
        f"<!-- wp:quote -->\n<blockquote><p>{TWO}</p></blockquote>\n<!-- /wp:quote -->"
    )
    document = only(export(item(content)))
    assert paragraphs(document) == [ONE, TWO]
    assert [document.words(it) for it in document.boilerplate] == ["https://example.org/1", "The post"]


def test_what_wordpress_adds_to_the_entries_of_a_feed_is_boilerplate_in_a_post_as_well() -> None:
    added = '<p>The post <a href="x">Talks</a> appeared first on <a href="y">The Strait Review</a>.</p>'
    document = read_bytes(json.dumps(post(content={"rendered": f"<p>{ONE}</p>{added}"})).encode())
    assert paragraphs(document) == [ONE]


def test_a_large_export_takes_one_command(tmp_path: Path) -> None:
    items = [item("\n\n".join([ONE, TWO, THREE] * 60), title=f"Talks {number}") for number in range(120)]
    items += [item("", kind="attachment", status="inherit")] * 80
    source, made = tmp_path / "export.xml", tmp_path / "articles.jsonl"
    source.write_bytes(export(*items))
    done = CliRunner().invoke(app, ["read", str(source), "-o", str(made)])
    assert done.exit_code == 0, done.output
    titles = [line for line in made.read_text("utf-8").splitlines() if line.startswith("title ")]
    assert titles == [f"title       Talks {number}" for number in range(120)]


@pytest.mark.parametrize(
    ("kind", "status", "left"),
    [
        ("post", "publish", False),
        ("publication", "publish", False),
        ("post", "private", False),
        (None, None, False),
        ("text", "usable", False),
        (3, {}, False),
        ("wp_navigation", "publish", True),
        ("attachment", "inherit", True),
        ("post", "future", True),
        ("page", "draft", True),
    ],
)
def test_what_is_left_out(kind: Any, status: Any, left: bool) -> None:
    assert (left_out(kind, status) is not None) is left
