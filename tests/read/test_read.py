"""The public functions: ``read``, ``read_bytes``, ``read_text``."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from communique.errors import (
    BinaryInput,
    EmptyInput,
    InputError,
    TooLongInput,
    UndecodableInput,
    UnknownFormat,
)
from communique.read import LIMIT, read, read_bytes, read_text

TEXT = (
    "Talks resume\r\n\r\nBy Jane Doe | 12 March 2021\r\n\r\n"
    "The minister said that talks would go on, and that the delegation had not left.\r\n\r\n"
    "A fragile truce\r\n\r\n"
    "The truce of the spring had not held for a month.\r\n"
)


def test_a_file_bytes_and_text_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_bytes(TEXT.encode("utf-8-sig"))
    document = read(path)
    assert document.text == TEXT
    assert document.path == str(path)
    assert document.metadata == read_bytes(TEXT.encode()).metadata == read_text(TEXT).metadata
    assert document.blocks == read_bytes(TEXT.encode("utf-16")).blocks == read_text(TEXT).blocks


def test_metadata_are_what_the_text_says_and_what_the_caller_knows() -> None:
    metadata = read_bytes(TEXT.encode(), url="https://example.org/talks").metadata
    assert metadata.title == "Talks resume"
    assert metadata.authors == ("Jane Doe",)
    assert metadata.published == "2021-03-12"
    assert metadata.publisher is None
    assert (metadata.url, metadata.language, metadata.media_type) == (
        "https://example.org/talks",
        "en",
        "text/plain",
    )


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff\u200b\n".encode(), b"* * *\n---\n", b"1 2 3"])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(EmptyInput, match="nothing to read"):
        read_bytes(data)


def test_binary_input_is_named() -> None:
    with pytest.raises(BinaryInput, match="a PNG image"):
        read_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(BinaryInput, match="control characters"):
        read_text("Talks\0resume")


def test_half_a_character() -> None:
    with pytest.raises(UndecodableInput, match="character 5"):
        read_text("Talks\ud800")


@pytest.mark.parametrize(
    ("name", "what"), [("a.doc", "Word"), ("a.odt", "OpenDocument"), ("a.epub", "EPUB"), ("a.csv", "table")]
)
def test_formats_that_are_not_read(tmp_path: Path, name: str, what: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT)
    with pytest.raises(UnknownFormat, match="is not read") as raised:
        read(path)
    assert what in str(raised.value)
    assert name in str(raised.value)
    assert read(path, media_type="text/plain").title == "Talks resume"


def test_markup_is_read_as_plain_text_where_the_caller_says_so() -> None:
    assert read_bytes(b"<!doctype html>\nThe talks went on for weeks.", media_type="text/plain").paragraphs


def test_an_unknown_media_type() -> None:
    with pytest.raises(UnknownFormat, match="text/troff"):
        read_bytes(TEXT.encode(), media_type="text/troff")
    with pytest.raises(UnknownFormat, match="no format called 'htlm'") as raised:
        read_bytes(TEXT.encode(), media_type="htlm")
    assert "html" in (raised.value.hint or "")


def test_the_charset_of_the_media_type() -> None:
    data = "Переговоры — the talks that were to go on in the city".encode("koi8-r", errors="replace")
    assert read_bytes(data, media_type='text/plain; charset="koi8-r"').text.startswith("Переговоры")


def test_the_limit_counts_characters() -> None:
    text = "é" * 10 + " the talks"
    assert read_text(text, limit=20).text == text
    assert read_bytes(text.encode("utf-32"), limit=20).text == text
    with pytest.raises(TooLongInput, match="limit is 19 characters"):
        read_bytes(text.encode(), limit=19)


def test_a_file_too_long_in_any_encoding_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    with pytest.raises(TooLongInput, match="50,000,000,000 bytes"):
        read(path)
    assert LIMIT == 5_000_000


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file") as raised:
        read(tmp_path / "missing.txt")
    assert "missing.txt" in str(raised.value)
    with pytest.raises(InputError, match="folder"):
        read(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read("talks\0.txt")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_not_read() -> None:
    for device in ("/dev/zero", "/dev/null"):
        with pytest.raises(InputError, match="device"):
            read(device)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(EmptyInput):  # nobody writes: no waiting for ever
        read(path)
    reading, writing = os.pipe()

    def write() -> None:
        os.write(writing, TEXT.encode())
        os.close(writing)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert read(f"/dev/fd/{reading}").text == TEXT
    finally:
        writer.join()
        os.close(reading)


def test_errors_name_their_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(EmptyInput) as raised:
        read(path)
    assert str(raised.value).startswith(str(path))
