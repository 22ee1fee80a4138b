"""A user's table of names: what is read, what is refused, and that the refusal names the line."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.analyse import gazetteer
from communique.analyse.gazetteer import load_gazetteer
from communique.analyse.tables import Entry
from communique.errors import GazetteerError

HEADER = "name,aliases,kind,country,wikidata\n"


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "names.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_names_aliases_and_quoted_commas(tmp_path: Path) -> None:
    rows = 'Contact Group,Kyiv group|Contact  Club,organization,,\n"Lee, Ann",,person,KR,Q42\n'
    loaded = load_gazetteer(table(tmp_path, HEADER + rows))
    group = Entry("Contact Group", "organization", None, None, "user")
    assert [loaded.lookup(name) for name in ("Contact Group", "Kyiv group", "Contact Club")] == [group] * 3
    assert loaded.lookup("Lee, Ann") == Entry("Lee, Ann", "person", "KR", "Q42", "user")
    assert loaded.lookup("Nobody") is None


def test_columns_in_any_order_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    loaded = load_gazetteer(table(tmp_path, b"\xef\xbb\xbfkind,name\r\nplace,Zug\r\n\r\n"))
    assert loaded.lookup("Zug") == Entry("Zug", "place", None, None, "user")


BAD = [
    ("", 1, "empty"),
    ("name,kind,colour\n", 1, "unknown column 'colour'"),
    ("name,country\n", 1, "no column 'kind'"),
    ("name,kind,name\n", 1, "twice"),
    (HEADER + "A,,person,,\nB,,wizard,,\n", 3, "unknown kind 'wizard'"),
    (HEADER + "A,,person,,\n,x,person,,\n", 3, "no name"),
    (HEADER + "A,,person,UK,\n", 2, "no country has the code 'UK'"),
    (HEADER + "A,,person,gb,\n", 2, "no country has the code 'gb'"),
    (HEADER + "A,,person,,159\n", 2, "no Wikidata id"),
    (HEADER + "A,,person\n", 2, "3 columns, 5 expected"),
    (HEADER + "A,,person,,\nB,A,place,,\n", 3, "'A' is named twice"),
    (HEADER + '"A\nB",,person,,\nC,,wizard,,\n', 4, "unknown kind"),
    (HEADER + f"{'x' * 201},,person,,\n", 2, "201 characters"),
    (HEADER + "A\0,,person,,\n", 2, "NUL"),
    (HEADER.encode() + b"\xff,,person,,\n", 2, "not UTF-8"),
    (HEADER + '"A,,person,,\n', 2, "not CSV"),
]


@pytest.mark.parametrize(("text", "line", "message"), BAD, ids=[message for _, _, message in BAD])
def test_a_bad_row_is_an_error_with_its_line(
    tmp_path: Path, text: str | bytes, line: int, message: str
) -> None:
    path = table(tmp_path, text)
    with pytest.raises(GazetteerError, match=message) as raised:
        load_gazetteer(path)
    assert raised.value.where == f"{path}:{line}"
    assert raised.value.hint


def test_the_same_row_twice_is_no_contradiction(tmp_path: Path) -> None:
    assert load_gazetteer(table(tmp_path, HEADER + "A,A,person,,\nA,,person,,\n")).lookup("A")


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path, HEADER + "A,,person,,\nB,,person,,\n")
    monkeypatch.setattr(gazetteer, "MAX_NAMES", 1)
    with pytest.raises(GazetteerError, match="more than 1 names"):
        load_gazetteer(path)
    monkeypatch.setattr(gazetteer, "MAX_BYTES", 10)
    with pytest.raises(GazetteerError, match="larger than"):
        load_gazetteer(path)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        load_gazetteer(tmp_path / "missing.csv")


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda rest: (HEADER + rest).encode()))
def test_any_bytes_are_read_or_refused_by_name(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = table(tmp_path_factory.getbasetemp(), data)
    with contextlib.suppress(GazetteerError):
        assert all(entry.table == "user" for entry in load_gazetteer(path).entries.values())
