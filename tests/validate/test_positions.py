"""Every value of a JSON text is found where it stands."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from communique.validate.positions import place, places
from communique.validate.problem import Finding, Path

names = st.sampled_from(["a", "b", "a/b", "~", "", "é", '"', "\\", "\n", "{", ",", ":", "]"])
values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | names
    | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


def walk(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value), *(found for step, one in inner for found in walk(one, (*path, step)))]


@given(values, st.sampled_from([None, 0, 2]), st.booleans(), st.sampled_from([",", " ,\r\n\t"]))
def test_each_value_stands_at_its_place(value: Any, indent: int | None, plain: bool, comma: str) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=plain, separators=(comma, " : "))
    found = list(places(text))
    assert [one.path for one in found] == [path for path, _ in walk(value)]
    decoder = json.JSONDecoder()
    for one, (path, inner) in zip(found, walk(value), strict=True):
        assert decoder.raw_decode(text, one.value)[0] == inner
        assert not one.again
        if path and isinstance(path[-1], str):
            assert decoder.raw_decode(text, one.key)[0] == path[-1]
        else:
            assert one.key == one.value


def test_a_name_said_twice_is_marked() -> None:
    text = '{"a": 1, "b": {"a": 2, "\\u0061": 3}, "a": [4]}'
    assert [(one.path, one.again) for one in places(text)] == [
        ((), False),
        (("a",), False),
        (("b",), False),
        (("b", "a"), False),
        (("b", "a"), True),
        (("a",), True),
        (("a", 0), False),
    ]


def found(code: str, *path: str | int, at_key: bool = False) -> Finding:
    return Finding(code, path, "it is wrong", "mend it", at_key)


def test_lines_and_columns_count_code_points_from_one() -> None:
    text = '{\n  "\U0001f30d": 1,\r\n  "b": [\n    true, "x"]}'
    problems = place(
        [found("q", "b", 1), found("p", "\U0001f30d"), found("k", "b", at_key=True)], text, "f.json", 10
    )
    assert [(one.code, one.line, one.column) for one in problems] == [
        ("p", 11, 8),
        ("k", 12, 3),
        ("q", 13, 11),
    ]
    assert [one.pointer for one in problems] == ["/\U0001f30d", "/b", "/b/1"]


def test_the_caret_stands_under_the_place() -> None:
    [problem] = place([found("p", "b")], '{"a": "\u4e2d\u6587", "b":\t7}', None)
    line, caret = (problem.excerpt or "").split("\n")
    # Two wide characters take four columns of a terminal.
    assert line.index("7") == caret.index("^") - 2
    assert "\t" not in line


def test_a_long_line_is_cut_around_the_place() -> None:
    [problem] = place([found("p", 500)], json.dumps(list(range(1000))), None)
    line, caret = (problem.excerpt or "").split("\n")
    assert len(line) <= 102
    assert line.startswith("…")
    assert line.endswith("…")
    assert line[caret.index("^") :].startswith("500,")


def test_what_a_terminal_would_obey_is_not_printed() -> None:
    [problem] = place([found("p", "a")], '{"a": "\x1b[31m\u202eevil\x7f"}', None)
    assert not set("\x1b\u202e\x7f") & set(problem.excerpt or "")


def test_a_pointer_escapes_its_signs() -> None:
    [problem] = place([found("p", "a/b", "~1", 0)], None, None)
    assert problem.pointer == "/a~1b/~01/0"
    assert problem.line is None


def test_what_is_missing_is_shown_where_it_should_be() -> None:
    [problem] = place([found("p", "a", "b", 3)], '{"a": {"b": []}}', None)
    assert problem.column == 13


def test_many_places_in_a_long_text_are_found_in_one_pass() -> None:
    count = 20_000
    text = json.dumps([{"n": number} for number in range(count)])
    problems = place([found("p", number, "n") for number in range(count)], text, None)
    assert len(problems) == count
    assert problems[-1].column == len(text) - 1 - len(str(count - 1))
