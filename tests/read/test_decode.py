from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import BinaryInput, UndecodableInput
from communique.read.decode import decode

PROSE = (
    "The minister’s café in Zürich was “closed” on Monday – nobody knew why.\r\n"
    "Talks went on elsewhere, and the delegation left for the airport before dawn.\n"
)


@pytest.mark.parametrize(
    "data",
    [
        PROSE.encode("utf-8"),
        PROSE.encode("utf-8-sig"),
        PROSE.encode("utf-16"),
        codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + PROSE.encode("utf-16-be"),
        PROSE.encode("utf-16-le"),
        PROSE.encode("utf-16-be"),
        PROSE.encode("utf-32"),
        PROSE.encode("utf-32-le"),
        PROSE.encode("utf-32-be"),
        PROSE.encode("cp1252"),
    ],
)
def test_the_same_text_from_every_encoding(data: bytes) -> None:
    assert decode(data) == PROSE


ENGLISH = st.text("abcdefghij ABC.,'\n\r\té’“”–—€", min_size=0, max_size=300)


@given(ENGLISH, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_encoding_and_decoding_give_the_text_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(ENGLISH, st.sampled_from(["cp1252", "utf-16-le", "iso-8859-15", "cp437", "koi8-r"]))
def test_a_named_encoding_is_used_and_nothing_is_guessed(text: str, encoding: str) -> None:
    data = text.encode(encoding, errors="replace")
    assert decode(data, charset=encoding) == data.decode(encoding)


def test_a_byte_order_mark_is_no_part_of_the_text_and_a_second_one_is() -> None:
    assert decode("\ufeff\ufeffTalks".encode()) == "\ufeffTalks"


def test_mac_roman_is_not_taken_for_windows() -> None:
    text = "It wasn’t the minister’s fault that the talks didn’t succeed, and they couldn’t say it. " * 5
    assert "wasnÕt" not in decode(text.encode("mac-roman"))


def test_cyrillic_in_its_own_encoding_is_not_taken_for_western() -> None:
    text = "Министр заявил в понедельник, что переговоры будут продолжены на следующей неделе. " * 10
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("café and naïve façade ".encode() * 3 + b"br\xe9ak\n", "byte 77 (0xE9, line 1)"),
        ("café\nnaïve\nfaçade\n".encode() + b"caf\xc3", "byte 24 (0xC3, line 4)"),
        (codecs.BOM_UTF16_LE + "abc".encode("utf-16-le") + b"\x00\xd8", "byte 8"),
        (codecs.BOM_UTF8 + b"abc\nd\xff", "byte 8 (0xFF, line 2)"),
    ],
)
def test_broken_bytes_are_named_by_their_place(data: bytes, where: str) -> None:
    with pytest.raises(UndecodableInput) as raised:
        decode(data)
    assert where in str(raised.value)
    assert "charset=" in str(raised.value)


def test_an_unknown_encoding_is_named() -> None:
    for name in ("klingon", "base64"):
        with pytest.raises(UndecodableInput, match=name):
            decode(b"abc", charset=name)


@pytest.mark.parametrize(
    "data", [b"abc\0def" * 20, b"abc\0", bytes(range(256)) * 4, b"\x01\x02\x03\x04 abc" * 9]
)
def test_bytes_that_are_not_text(data: bytes) -> None:
    with pytest.raises(BinaryInput, match="not text"):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_clear_error(data: bytes) -> None:
    with suppress(BinaryInput, UndecodableInput):
        assert decode(data).encode("utf-8").isascii() or max(data) > 127


@pytest.mark.parametrize(
    "data", [b"The talks \x81\x8d went \x9d on.", b"The talks went on \xff\xfe\x81 and on."]
)
def test_a_few_stray_bytes_make_no_alphabet(data: bytes) -> None:
    with pytest.raises(UndecodableInput, match=r"would be a guess|no other encoding fits"):
        decode(data)


def test_a_mark_of_utf_16_before_bytes_that_are_none() -> None:
    with pytest.raises(UndecodableInput, match="byte 2"):
        decode(b"\xff\xfe\x81")
