"""Word lists, and what a user adds to them."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

import communique
from communique.analyse import lexicon
from communique.analyse.lexicon.additions import load_additions, merged

SENTENCE = (
    "The decree flummoxed trade between Peru and Chile. Analysts mumbled that Peru would leave the pact."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cues.toml").write_text(
        '[mumble]\nkind = "assert"\ntakes = "clause"\nverbs = "mumble"\n', encoding="utf-8"
    )
    return tmp_path


def sources(article: communique.Article) -> list[str]:
    return [said.attribution.source.quote for said in article.statements if said.attribution.source]


def test_a_verb_of_the_users_own_makes_statements(folder: Path) -> None:
    assert sources(communique.convert_text(SENTENCE)) == []
    assert sources(communique.convert_text(SENTENCE, lexicon=folder)) == ["Analysts"]
    assert sources(communique.convert_text(SENTENCE)) == []


def test_two_threads_with_different_words_do_not_mix(folder: Path) -> None:
    found: dict[str, list[list[str]]] = {"plain": [], "own": []}

    def work(name: str, words: Path | None) -> None:
        found[name] = [sources(communique.convert_text(SENTENCE, lexicon=words)) for _ in range(3)]

    threads = [
        threading.Thread(target=work, args=arguments) for arguments in (("plain", None), ("own", folder))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"plain": [[]] * 3, "own": [["Analysts"]] * 3}


def test_the_article_names_the_words_it_was_read_with(folder: Path) -> None:
    with_words = communique.convert_text(SENTENCE, lexicon=folder).extraction.settings["lexicon"]
    assert with_words == load_additions(folder).sha256
    assert communique.convert_text(SENTENCE).extraction.settings["lexicon"] is None


@pytest.mark.parametrize(
    ("ours", "theirs", "together"),
    [
        ({"a": ["x"]}, {"a": ["y", "x"]}, {"a": ["x", "y"]}),
        ({"a": "x y"}, {"a": "z"}, {"a": "x y z"}),
        ({"kind": "assert"}, {"kind": "believe"}, {"kind": "believe"}),
        ({"t": {"a": ["x"]}}, {"t": {"b": ["y"]}, "u": {}}, {"t": {"a": ["x"], "b": ["y"]}, "u": {}}),
    ],
)
def test_how_tables_go_together(
    ours: dict[str, object], theirs: dict[str, object], together: dict[str, object]
) -> None:
    assert merged(ours, theirs) == together


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("cue.toml", "", "is it cues.toml"),
        ("cues.toml", "[say", "it is not TOML"),
        ("cues.toml", 'say = "mumble"', "say must be a table"),
        ("meetings.toml", "[nouns]\nsummit = [3]", "nouns.summit holds something else"),
        ("notes.md", "", "holds no list"),
    ],
)
def test_a_wrong_list_is_refused_with_a_way_out(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(communique.LexiconError, match=said):
        load_additions(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(communique.LexiconError, match="no folder"):
        communique.convert_text(SENTENCE, lexicon=tmp_path / "none")


@pytest.mark.parametrize("name", lexicon.names())
def test_every_list_opens_with_what_it_is_for(name: str) -> None:
    path = Path(lexicon.__file__).parent / f"{name}.toml"
    assert path.read_text(encoding="utf-8").startswith("#")
