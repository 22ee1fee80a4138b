"""Files of one article and of several: numbers, errors in their places, what the caller says, limits."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from communique.errors import EmptyInput, InputError, TooLongInput, UnsupportedLanguage, UsageError
from communique.read import read, read_bytes, read_many
from communique.read.many import Told, bytes_entries

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
GERMAN = "Die beiden Minister trafen sich am Montag in Wien und vereinbarten, dass die Gespräche weitergehen."


def article(body: str = ONE, **fields: Any) -> dict[str, Any]:
    return {"headline": "Talks", "articleBody": body, **fields}


def made(folder: Path, *articles: dict[str, Any]) -> Path:
    path = folder / "a.json"
    path.write_text(json.dumps(articles), encoding="utf-8")
    return path


def test_the_only_article_has_no_number_and_several_count_errors_too() -> None:
    def numbers(*articles: dict[str, Any]) -> list[int | None]:
        data = json.dumps(articles).encode()
        return [entry.number for entry in bytes_entries(data, Told(media_type="json"))]

    assert numbers(article()) == [None]
    assert numbers(article(), article(""), article()) == [1, 2, 3]


def test_without_on_error_the_errors_come_when_all_the_others_are_given(tmp_path: Path) -> None:
    stream = read_many(made(tmp_path, article(), article(""), article()))
    assert [next(stream).title, next(stream).title] == ["Talks", "Talks"]
    with pytest.raises(EmptyInput, match=r"a\.json, the article 'Talks'"):
        next(stream)
    with pytest.raises(InputError, match="2 articles could not be read"):
        list(read_many(made(tmp_path, article(""), article(), article(""))))


def test_read_many_of_a_file_of_one_article_gives_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ONE, encoding="utf-8")
    assert [document.text for document in read_many(path)] == [ONE]


def test_read_gives_the_one_article_that_can_be_read(tmp_path: Path) -> None:
    assert read(made(tmp_path, article(""), article())).title == "Talks"
    with pytest.raises(EmptyInput):
        read(made(tmp_path, article("")))


def test_each_article_has_its_own_language(tmp_path: Path) -> None:
    errors: list[Exception] = []
    found = list(read_many(made(tmp_path, article(GERMAN * 3), article()), on_error=errors.append))
    assert [document.metadata.language for document in found] == ["en"]
    assert isinstance(errors[0], UnsupportedLanguage)
    assert "German" in str(errors[0])


@pytest.mark.parametrize(
    ("stated", "language"), [("en-GB", "en-GB"), ("en", "en"), ("de", "en"), ("no tag!", "en"), (None, "en")]
)
def test_a_region_is_kept_where_the_text_is_english(stated: str | None, language: str) -> None:
    data = json.dumps(article(inLanguage=stated)).encode()
    assert read_bytes(data, "json").metadata.language == language


def test_the_callers_address_stands_above_the_documents(tmp_path: Path) -> None:
    own = article(url="https://example.org/own")
    assert read(made(tmp_path, own)).metadata.url == "https://example.org/own"
    assert (
        read(made(tmp_path, own), url="https://example.org/a b").metadata.url == "https://example.org/a%20b"
    )
    with pytest.raises(UsageError, match="holds several"):
        list(read_many(made(tmp_path, own, own), url="https://example.org/a"))
    with pytest.raises(UsageError, match="no address"):
        read(made(tmp_path, own), url="example")


def test_limits_are_settings() -> None:
    data = json.dumps(article()).encode()
    with pytest.raises(TooLongInput, match="limit is 50 characters"):
        read_bytes(data, "json", limit=50)
    with pytest.raises(TooLongInput, match="limit is 50 bytes"):
        read_bytes(data, "json", max_bytes=50)
    with pytest.raises(TooLongInput, match="limit is 50 bytes"):
        read_bytes(gzip.compress(data), "json", max_bytes=50)
    assert read_bytes(data, "json", max_bytes=len(data)).title == "Talks"


def test_metadata_are_what_a_record_may_hold() -> None:
    data = json.dumps(
        article(
            headline="Talks\u2028 resume\u0007",
            author="Jane\n Doe",
            datePublished="2021-02-30",
            url="https://example.org/100% true",
        )
    ).encode()
    said = read_bytes(data, "json").metadata
    assert said.title == "Talks resume"
    assert said.authors == ("Jane Doe",)
    assert said.published is None
    assert said.url == "https://example.org/100%25%20true"
