"""Training code: what is made from the corpora. Skipped where the training dependencies are not installed."""

from dataclasses import replace
from pathlib import Path

import pytest

from communique.analyse.model import treebank
from communique.analyse.model.decode import is_tree
from communique.analyse.model.treebank import TreeSentence

pytest.importorskip("torch")

from communique.analyse.model.train import names, perfects, templates, windows
from communique.analyse.model.wordpiece import SHAPES, WordPiece

CONLLU = """# newdoc id = d
# newpar id = d-p1
# text = The strikes angered the allies.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tstrikes\tstrike\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3\tangered\tanger\tVERB\tVBD\t_\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_
5\tallies\tally\tNOUN\tNNS\t_\t3\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = Ana Ruiz of the World Bank left.
1\tAna\tAna\tPROPN\tNNP\t_\t7\tnsubj\t_\tEntity=(1-person-new-x-y
2\tRuiz\tRuiz\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tof\tof\tADP\tIN\t_\t6\tcase\t_\t_
4\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-organization-new-x-y
5\tWorld\tWorld\tPROPN\tNNP\t_\t6\tcompound\t_\t_
6\tBank\tBank\tPROPN\tNNP\t_\t1\tnmod\t_\tEntity=2)1)
7\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_

"""


@pytest.fixture
def sentences(tmp_path: Path) -> list[TreeSentence]:
    (tmp_path / "x.conllu").write_text(CONLLU, "utf-8")
    (document,) = treebank.read(tmp_path / "x.conllu")
    return document.paragraphs[0].sentences


def test_a_simple_past_becomes_a_perfect_with_its_tree(sentences: list[TreeSentence]) -> None:
    paragraph: list[tuple[TreeSentence, list[str] | None]] = [(s, None) for s in sentences]
    seen = set()
    for seed in range(20):
        ((made, _),) = perfects.rewritten([paragraph], 10, seed)[0]
        seen.add(made.text)
        by_form = {w.form: w for w in made.words}
        assert by_form["angered"].xpos == "VBN"
        assert made.words[by_form["strikes"].head].form == "angered"
        assert made.words[by_form["allies"].head].form == "angered"
        assert is_tree([w.head for w in made.words])
        assert all(made.text[w.start : w.end] == w.form for w in made.words)
    assert "The strikes have angered allies." in seen
    assert "The strikes had angered the allies." in seen


def test_names_of_gum_are_the_proper_nouns_of_its_entities(sentences: list[TreeSentence]) -> None:
    # The outer name takes the inner one in: names do not nest here.
    labels = names.gum(sentences[1].words)
    assert labels[:2] == ["B-PER", "I-PER"]
    assert labels[6:] == ["O", "O"]
    lone = [replace(w, head=w.head - 3, misc=w.misc.replace("2)1)", "2)")) for w in sentences[1].words[3:6]]
    lone = [replace(w, head=2) for w in lone]
    assert names.gum(lone) == ["O", "B-ORG", "I-ORG"]


def test_templates_make_trees_of_both_kinds() -> None:
    made = [sentence for ((sentence, _),) in templates.made(100, 1)]
    assert all(is_tree([w.head for w in s.words]) for s in made)
    assert all(s.text[w.start : w.end] == w.form for s in made for w in s.words)
    kinds = [next(w.deprel for w in s.words if w.lemma == "have") for s in made]
    assert (kinds.count("aux"), kinds.count("root")) == (60, 40)


def test_windows_keep_sentences_whole_and_heads_inside(sentences: list[TreeSentence]) -> None:
    paragraph: list[tuple[TreeSentence, list[str] | None]] = [(s, None) for s in sentences]
    labels = windows.Labels.of([paragraph] * 2)
    encoder = windows.Encoder(labels, WordPiece.shipped())
    encoded = [[encoder.tree(s, names.gum(s.words)) for s, _ in paragraph] * 30]
    cut = windows.cut(encoded, None)
    assert sum(len(s.pieces) for w in cut for s in w) == 30 * 14
    assert all(sum(len(s.pieces) for s in w) <= windows.LONGEST for w in cut)
    batch = windows.tensors(cut[:1], 0, None)
    head, sentence = batch["head"][0], batch["sentence"][0]
    real = sentence > 0
    assert int(batch["start"][0][real].sum()) == len(cut[0])
    inner = head[real & (head > 0)] - 1
    assert bool((sentence[inner] == sentence[real & (head > 0)]).all())
    assert int(batch["shapes"].max()) < 2 * SHAPES
