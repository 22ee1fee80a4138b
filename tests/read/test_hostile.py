"""Files made to do harm: an error or a correct Document, within ten seconds and a gigabyte each.

They are read in one process of their own, which tells of every attempt at a network and every file written;
a server listens for what libraries might fetch behind Python's back.
"""

from __future__ import annotations

import base64
import functools
import gzip
import http.server
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from communique.errors import CommuniqueError
from communique.read import read_bytes
from communique.read.formats import FORMATS, module
from communique.read.many import Told, bytes_entries

RUNNER = Path(__file__).with_name("hostile_runner.py")
REGRESSIONS = Path(__file__).with_name("hostile") / "found"
SECONDS, MEGABYTES = 10, 1_000
MILLION = 1_000_000
PROSE = b"The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on. "


class Case(NamedTuple):
    name: str
    """The file: its suffix chooses the reader."""
    made: Callable[[str], bytes]
    """Its bytes; is given the address of a server that must not be asked for anything."""
    what: str = ""
    """What must become of it, where only one thing would be right."""


def zeros(size: int) -> bytes:
    return gzip.compress(bytes(size), 9)


def entities(server: str) -> bytes:
    """The billion laughs: entities of entities, ten at a time."""
    made = ['<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "The talks went on. ">']
    made += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    made.append("]><rss><channel><item><title>&a11;</title><description>&a11;</description></item>")
    return "".join([*made, "</channel></rss>"]).encode()


def in_attributes(server: str) -> bytes:
    text = entities(server).replace(b"<title>&a11;</title>", b'<link href="&a11;"/><title>Talks</title>')
    return text.replace(b"<description>&a11;", b"<description>")


def outside(server: str) -> bytes:
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "{server}/a.dtd" [<!ENTITY b SYSTEM "file:///etc/passwd">'
        f'<!ENTITY c SYSTEM "{server}/c"><!ENTITY % d SYSTEM "{server}/d"> %d;]>'
        f'<?xml-stylesheet href="{server}/e"?><rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel>'
        f'<item><title>Talks &b; &c;</title><description>{"&b; &c; " * 9}<xi:include href="{server}/f"/>'
        f"{PROSE.decode() * 9}</description></item></channel></rss>"
    ).encode()


def page(server: str) -> bytes:
    return (
        f'<!doctype html><html><head><base href="{server}/">'
        f'<meta http-equiv="refresh" content="0;url={server}/r">'
        f'<link rel="stylesheet" href="{server}/a.css"><script src="{server}/a.js"></script></head><body>'
        f'<article><p>{PROSE.decode() * 5}</p><img src="{server}/a.png"><iframe src="{server}/frame">'
        f'</iframe><img src="data:image/png;base64,{"A" * 3 * MILLION}"></article></body></html>'
    ).encode()


def message(kind: str, body: bytes, head: str = "") -> bytes:
    return (
        f"Message-ID: <1@example.org>\r\nSubject: Talks\r\n{head}Content-Type: {kind}\r\n\r\n".encode() + body
    )


def parts_within_parts(server: str) -> bytes:
    made = b"".join(
        b'--b%d\r\nContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n' % (n, n + 1) for n in range(5_000)
    )
    return message('multipart/mixed; boundary="b0"', made + PROSE)


def parts_and_lines(server: str) -> bytes:
    made = b"".join(
        b'--b%d\r\nContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n' % (n, n + 1) for n in range(60)
    )
    return message('multipart/mixed; boundary="b0"', made + b"\r\n" * 20 * MILLION)


def messages_within(server: str) -> bytes:
    return b"Message-ID: <1@x.org>\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 100_000 + PROSE


def many_parts(server: str) -> bytes:
    return message("multipart/mixed; boundary=b", b"--b\r\nContent-Type: text/plain\r\n\r\na\r\n" * 200_000)


def record(body: bytes, length: str = "", kind: str = "text/html", head: bytes = b"") -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\n" + head + b"\r\n" + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
        b"Content-Length: " + (length or str(len(answer))).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"
    )


CASES = [
    # Too deep, too long, too many.
    Case("deep-list.json", lambda _: b"[" * 19 * MILLION, "InputError"),
    Case("very-deep-list.json", lambda _: b"[" * 100 * MILLION, "TooLongInput"),
    Case("deep-object.json", lambda _: b'{"a":' * 3 * MILLION, "InputError"),
    Case("deep-graph.json", lambda _: b'{"items":[' * 400 + b"1" + b"]}" * 400),
    Case("empty-lists.json", lambda _: b"[" + b"[]," * 6 * MILLION + b"[]]", "InputError"),
    Case("empty-objects.json", lambda _: b"[" + b'{"":0},' * 2 * MILLION + b"0]", "InputError"),
    Case("long-number.json", lambda _: b"[" + b"9" * 15 * MILLION + b"]", "InputError"),
    Case("many-keys.json", lambda _: json.dumps({str(n): n for n in range(900_000)}).encode(), "EmptyInput"),
    Case("bad-lines.jsonl", lambda _: b'{"a":1}\n' * 2 * MILLION, "InputError"),
    Case(
        "long-body.json",
        lambda _: json.dumps({"articleBody": PROSE.decode() * 60_000, "headline": "a" * MILLION}).encode(),
    ),
    Case("lone-surrogate.json", lambda _: b'{"headline":"\\ud800","articleBody":"' + PROSE + b'\\udfff"}'),
    Case("zeros.json", lambda _: b'{"headline":"a\\u0000b","articleBody":"' + PROSE + b'\\u0000"}'),
    Case("one-line.txt", lambda _: PROSE * 50_000, "Document"),
    Case("short-lines.txt", lambda _: b"The talks.\n" * 100_000),
    Case("more-short-lines.txt", lambda _: b"The talks.\n" * MILLION, "TooLongInput"),
    Case("one-word.txt", lambda _: b"a" * 4 * MILLION),
    Case("new-lines.txt", lambda _: b"\n" * 19 * MILLION, "TooLongInput"),
    # Unpacked, they would fill the memory.
    Case("bomb.txt.gz", lambda _: zeros(400 * MILLION), "TooLongInput"),
    Case("bomb.html.gz", lambda _: zeros(400 * MILLION), "TooLongInput"),
    Case("bomb-in-bomb.txt.gz", lambda _: gzip.compress(zeros(100 * MILLION)), "BinaryInput"),
    Case("bomb.warc.gz", lambda _: gzip.compress(b"WARC/1.0\r\n" + b"a" * 300 * MILLION), "InputError"),
    Case(
        "blank-bomb.warc.gz",
        lambda _: gzip.compress(b"WARC/1.0\r\n\r\n" + b"\n" * 300 * MILLION),
        "InputError",
    ),
    Case("record-bomb.warc.gz", lambda _: gzip.compress(record(b"a" * 300 * MILLION)), "TooLongInput"),
    Case(
        "body-bomb.warc",
        lambda _: record(zeros(400 * MILLION), head=b"Content-Encoding: gzip\r\n"),
        "TooLongInput",
    ),
    Case(
        "bombs-in-bombs.warc",
        lambda _: record(
            gzip.compress(gzip.compress(gzip.compress(bytes(50 * MILLION)))),
            head=b"Content-Encoding: gzip, gzip, gzip\r\n",
        ),
        "TooLongInput",
    ),
    # Entities, and what they would fetch.
    Case("laughs.rss", entities),
    Case("laughs-in-attributes.rss", in_attributes),
    Case("outside.rss", outside),
    Case("outside.xml", outside),
    Case("page.html", page),
    Case("page.eml", lambda server: message("text/html", page(server)), "Document"),
    Case("page.warc", lambda server: record(page(server)), "Document"),
    Case("deep.rss", lambda _: b"<rss>" * MILLION, "EmptyInput"),
    Case("wide.rss", lambda _: b"<rss><channel>" + b"<item/>" * 2 * MILLION + b"</channel></rss>"),
    Case("deep-content.rss", lambda _: b"<rss><item><description>&lt;div>" + b"&lt;div>" * 500_000),
    Case("attributes.rss", lambda _: b"<rss " + b" ".join(b'a%d=""' % n for n in range(500_000)) + b"/>"),
    # Messages.
    Case("parts-within-parts.eml", parts_within_parts, "InputError"),
    Case("parts-and-lines.eml", parts_and_lines, "InputError"),
    Case("messages-within.eml", messages_within, "InputError"),
    Case("many-parts.eml", many_parts, "InputError"),
    Case("many-lines.eml", lambda _: message("text/plain", b"\n" * 40 * MILLION), "InputError"),
    Case("many-headers.eml", lambda _: b"X-A: b\r\n" * 2 * MILLION + b"\r\n" + PROSE),
    Case(
        "long-header.eml",
        lambda _: b"Message-ID: <1@x>\r\nFrom: " + b"(" * 10 * MILLION + b"\r\n\r\n" + PROSE,
    ),
    Case(
        "folded.eml",
        lambda _: b"Message-ID: <1@x>\r\nSubject: a" + b"\r\n =?utf-8?q?b?=" * MILLION + b"\r\n\r\na",
    ),
    Case(
        "base64.eml",
        lambda _: message(
            "text/plain", base64.b64encode(PROSE * 99_999), "Content-Transfer-Encoding: base64\r\n"
        ),
    ),
    Case(
        "broken-base64.eml",
        lambda _: message("text/plain", b"=" * 5 * MILLION, "Content-Transfer-Encoding: base64\r\n"),
    ),
    Case("charset.eml", lambda _: message("text/plain; charset=rot13", PROSE)),
    Case("charset-2.eml", lambda _: message("text/plain; charset*=utf-8''%00", PROSE)),
    Case("quotes.eml", lambda _: message("text/plain", b"> " * 100_000 + b"\n" + b"On a wrote:\n" * 100_000)),
    Case("wrote.eml", lambda _: message("text/plain", (b"on " + b"a " * 99 + b"\n") * 20_000)),
    # Archives whose lengths lie.
    Case("too-long.warc", lambda _: record(PROSE, "99999999999999"), "InputError"),
    Case("too-short.warc", lambda _: record(PROSE * 9, "5") * 3, "InputError"),
    Case("negative.warc", lambda _: record(PROSE, "-5")),
    Case("no-records.warc", lambda _: b"WARC/1.0\r\n" * MILLION, "InputError"),
    Case("long-header.warc", lambda _: b"WARC/1.0\r\nA: " + b"b" * 30 * MILLION, "InputError"),
    Case(
        "chunks.warc", lambda _: record(b"1\r\na\r\n" * 2 * MILLION, head=b"Transfer-Encoding: chunked\r\n")
    ),
    Case(
        "long-chunk.warc", lambda _: record(b"ffffffff\r\n" + PROSE, head=b"Transfer-Encoding: chunked\r\n")
    ),
    # Not what they are called.
    *(Case(f"empty{one.suffixes[0]}", lambda _: b"", "EmptyInput") for one in FORMATS),
    *(Case(f"spaces{one.suffixes[0]}", lambda _: b" \r\n\t" * 9) for one in FORMATS),
    *(Case(f"zeros{one.suffixes[0]}", lambda _: bytes(100_000)) for one in FORMATS),
    *(
        Case(f"picture{one.suffixes[0]}", lambda _: b"\x89PNG\r\n\x1a\n" + bytes(99), "BinaryInput")
        for one in FORMATS
    ),
    *(Case(f"bytes{one.suffixes[0]}", lambda _: bytes(range(256)) * 400) for one in FORMATS),
    Case("page.pdf", page, "UnknownFormat"),
    Case("archive.html", lambda _: b"PK\x03\x04" + bytes(99), "BinaryInput"),
]
Outcome = dict[str, Any]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[str]]]:
    """An address, and all that it was ever asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    made = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}", asked
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture(scope="module")
def outcomes(server: tuple[str, list[str]], tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    folder = tmp_path_factory.mktemp("hostile")
    for case in CASES:
        (folder / case.name).write_bytes(case.made(server[0]))
    before = sorted(path.name for path in folder.iterdir())
    done = subprocess.run(
        [sys.executable, str(RUNNER), *(case.name for case in CASES)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS * len(CASES),
    )
    *lines, last = [json.loads(line) for line in done.stdout.splitlines()] or [{}]
    assert done.returncode == 0, f"{done.stderr[-2000:]}\nafter {lines[-1:]}"
    assert done.stderr == ""
    after = sorted(path.name for path in folder.iterdir())
    for path in folder.iterdir():
        path.unlink()
    return {line["path"]: line for line in lines} | {"": last, "files": [before, after]}


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_error_or_a_document_in_time(outcomes: Outcome, case: Case) -> None:
    done = outcomes[case.name]
    assert done["seconds"] < SECONDS
    if case.what:
        assert done["what"] == case.what, done["said"]
    assert "Traceback" not in done["said"]


@pytest.mark.slow
def test_within_a_gigabyte(outcomes: Outcome) -> None:
    assert outcomes[""]["peak_mb"] < MEGABYTES


@pytest.mark.slow
def test_nothing_is_fetched(outcomes: Outcome, server: tuple[str, list[str]]) -> None:
    assert outcomes[""]["network"] == []
    assert server[1] == []


@pytest.mark.slow
def test_no_file_is_written(outcomes: Outcome) -> None:
    assert outcomes[""]["written"] == []
    before, after = outcomes["files"]
    assert before == after


@pytest.mark.slow
def test_no_file_is_read_that_an_entity_names(outcomes: Outcome) -> None:
    for name in ("outside.rss", "outside.xml"):
        assert "root:" not in outcomes[name]["said"]


def test_the_server_would_have_noticed(server: tuple[str, list[str]]) -> None:
    with socket.create_connection(("127.0.0.1", int(server[0].rpartition(":")[2])), timeout=5) as one:
        one.sendall(b"GET /noticed HTTP/1.0\r\n\r\n")
        assert b"404" in one.recv(100)
    assert server[1].pop() == "/noticed"


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_readers_need_no_network(one: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a network was asked for")

    module(one)  # libraries that could fetch are imported with the sockets they know
    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, functools.partial(refuse, name))
    with pytest.raises(CommuniqueError):
        read_bytes(b"\0\1\2 nothing of any kind", one.name)


@pytest.mark.parametrize("path", sorted(REGRESSIONS.iterdir()), ids=lambda path: path.name)
def test_what_once_broke_a_reader(path: Path) -> None:
    """Files found by fuzzing; the beginning of the name is the format."""
    told = Told(media_type=path.name.partition("-")[0], language="en")
    with suppress(CommuniqueError):
        for entry in bytes_entries(path.read_bytes(), told):
            assert entry.found is not None
