from pathlib import Path

from communique.analyse.model import treebank

CONLLU = """# newdoc id = d
# newpar id = d-p1
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = Stay.
1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newpar id = d-p2
# text = Now
1\tNow\tnow\tADV\tRB\t_\t0\troot\t_\t_

"""


def test_documents_paragraphs_and_offsets(tmp_path: Path) -> None:
    (tmp_path / "x.conllu").write_text(CONLLU, "utf-8")
    (document,) = treebank.read(tmp_path / "x.conllu")
    assert [p.text for p in document.paragraphs] == ["Don't go. Stay.", "Now"]
    words = document.paragraphs[0].sentences[0].words
    assert [(w.form, w.start, w.end, w.head, w.spaced, w.part) for w in words] == [
        ("Do", 0, 2, 2, True, False),
        ("n't", 2, 5, 2, False, True),
        ("go", 6, 8, 2, True, False),
        (".", 8, 9, 2, False, False),
    ]
    assert document.paragraphs[0].sentences[0].tokens == [(0, 5), (6, 8), (8, 9)]
