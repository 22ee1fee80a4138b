import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import pytest

from communique.analyse.analysis import Sentence, Token
from communique.analyse.model import evaluate, load, treebank
from communique.analyse.model.parser import LanguageModel

ROOT = Path(__file__).parents[3]
DATA = ROOT.parent / "shared" / "data"
CONLLU = """# newdoc id = d
# newpar id = d-p1
# text = Envoys met.
1\tEnvoys\tenvoy\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# text = Talks failed
1\tTalks\ttalk\tNOUN\tNNS\t_\t2\tnsubj:outer\t_\t_
2\tfailed\tfail\tVERB\tVBD\t_\t0\troot\t_\t_

"""


class Canned:
    """A model that gives the answers it was made with."""

    def __init__(self, tokens: list[Token], sentences: list[Sentence]) -> None:
        self.tokens, self.sentences = tuple(tokens), tuple(sentences)

    def parse(
        self, text: str, spans: Iterable[tuple[int, int]]
    ) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
        return self.tokens, self.sentences


def token(  # noqa: PLR0917
    index: int, start: int, text: str, lemma: str, tag: str, head: int, deprel: str
) -> Token:
    upos = {"NNS": "NOUN", "VBD": "VERB", ".": "PUNCT"}[tag]
    return Token(index, start, start + len(text), text, lemma, upos, tag, head, deprel, 0, "O")


RIGHT = [
    token(0, 0, "Envoys", "envoy", "NNS", 1, "nsubj"),
    token(1, 7, "met", "meet", "VBD", 1, "root"),
    token(2, 10, ".", ".", ".", 1, "punct"),
    token(3, 12, "Talks", "talk", "NNS", 4, "nsubj"),
    token(4, 18, "failed", "fail", "VBD", 4, "root"),
]
SENTENCES = [Sentence(0, 0, 11, 0, 3, 1), Sentence(1, 12, 24, 3, 5, 4)]


def scores(tmp_path: Path, tokens: list[Token], sentences: list[Sentence]) -> dict[str, float]:
    (tmp_path / "x.conllu").write_text(CONLLU, "utf-8")
    model = cast("LanguageModel", Canned(tokens, sentences))
    return evaluate.score(model, treebank.read(tmp_path / "x.conllu")).scores()


def test_gold_answers_score_a_hundred(tmp_path: Path) -> None:
    found = scores(tmp_path, RIGHT, SENTENCES)
    assert found.pop("lass") == 80
    assert set(found.values()) == {100}


def test_every_kind_of_error_counts_where_it_should(tmp_path: Path) -> None:
    wrong = [
        RIGHT[0]._replace(lemma="envoys"),
        RIGHT[1]._replace(xpos="VBN"),
        RIGHT[2]._replace(head=0),
        RIGHT[3]._replace(deprel="obj"),
        RIGHT[4],
    ]
    found = scores(tmp_path, wrong, [Sentence(0, 0, 24, 0, 5, 1)])
    assert found == {
        "words": 100, "sentences": 0, "upos": 100, "xpos": 80, "lemma": 80, "uas": 80, "las": 60, "lass": 60,
    }  # fmt: skip


def test_a_word_cut_otherwise_is_wrong_and_so_is_what_hangs_on_it(tmp_path: Path) -> None:
    parted = [
        *RIGHT[:3],
        token(3, 12, "Talks", "talk", "NNS", 4, "nsubj"),
        token(4, 18, "fai", "fai", "VBD", 4, "root"),
    ]
    parted.append(token(5, 21, "led", "led", "VBD", 4, "dep"))
    found = scores(tmp_path, parted, SENTENCES)
    assert found["words"] == pytest.approx(200 * 4 / 11, abs=0.01)
    assert found["las"] == pytest.approx(200 * 3 / 11, abs=0.01)


def test_names_are_counted_by_exact_span_and_kind() -> None:
    text, names = evaluate.gold_names(
        [("Mr", "O"), ("Abe", "B-politician"), (",", "O"), ("Japan", "B-country")]
    )
    assert text == "Mr Abe, Japan"
    assert names == {(3, 6, "PER"), (8, 13, "LOC")}
    tags = ["B-PER", "I-PER", "B-MISC", "B-LOC"]
    tokens = tuple(
        RIGHT[0]._replace(index=i, start=3 * i, end=3 * i + 2, tag=tag) for i, tag in enumerate(tags)
    )
    assert evaluate.found_names(tokens) == {(0, 5, "PER"), (9, 11, "LOC")}


@pytest.mark.data
@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="the corpora are not beside the checkout")
@pytest.mark.parametrize("part", ["EWT test", "EWT dev", "GUM dev", "GUM dev, news"])
def test_scores_on_raw_text_do_not_fall_below_their_floors(part: str) -> None:
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["model"]["treebanks"][part]
    found = evaluate.score(load(), evaluate.parts(DATA)[part]).scores()
    assert {k: v for k, v in found.items() if v < floors.get(k, 0)} == {}


@pytest.mark.data
@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="the corpora are not beside the checkout")
@pytest.mark.parametrize("part", ["UNER-EWT test", "CrossNER politics dev", "WikiGold"])
def test_names_do_not_fall_below_their_floors(part: str) -> None:
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["model"]["names"][part]
    found = evaluate.score_names(load(), evaluate.name_parts(DATA)[part])
    assert {k: v for k, v in found.items() if v < floors.get(k, 0)} == {}
