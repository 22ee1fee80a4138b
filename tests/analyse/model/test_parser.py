import itertools
import random
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.analyse.analysis import Sentence, Token
from communique.analyse.model import load
from communique.analyse.model.decode import is_tree
from communique.analyse.model.parser import WORDS

PARAGRAPHS = (
    "The prime minister flew to Ankara on Monday. She'll meet President Demirel, who hosted the last summit.",
    "“We have rejected the offer,” a spokesman said. U.S. officials didn't comment.",
    "Sanctions have hurt exports; growth fell to 1.5% in 2019 (from 3%).",
)


def joined(paragraphs: tuple[str, ...]) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append((len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return text, spans


def check(
    text: str, spans: list[tuple[int, int]], tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]
) -> None:
    """Offsets in order, all but white space covered, sentences tile, one tree a sentence."""
    assert "".join(t.text for t in tokens) == "".join("".join(text[a:b].split()) for a, b in spans)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert [t.index for t in tokens] == list(range(len(tokens)))
    edges = [0, *(s.last for s in sentences)]
    assert edges[-1] == len(tokens)
    for number, s in enumerate(sentences):
        assert s.index == number
        assert s.first == edges[number] < s.last
        assert (s.start, s.end) == (tokens[s.first].start, tokens[s.last - 1].end)
        inside = tokens[s.first : s.last]
        assert all(t.sentence == number for t in inside)
        assert is_tree([t.head - s.first for t in inside])
        assert tokens[s.root].head == s.root
        assert any(a <= s.start and s.end <= b for a, b in spans)
    before = "O"
    for t in tokens:
        assert t.lemma
        assert t.tag[0] in "BO" or before[2:] == t.tag[2:]
        before = t.tag


def test_tokens_and_sentences_of_paragraphs() -> None:
    text, spans = joined(PARAGRAPHS)
    tokens, sentences = load().parse(text, spans)
    check(text, spans, tokens, sentences)
    assert [text[s.start : s.end] for s in sentences] == [
        "The prime minister flew to Ankara on Monday.",
        "She'll meet President Demirel, who hosted the last summit.",
        "“We have rejected the offer,” a spokesman said.",
        "U.S. officials didn't comment.",
        PARAGRAPHS[2],
    ]
    by_text = {t.text: t for t in tokens}
    assert tokens[by_text["minister"].head].text == "flew"
    assert by_text["flew"].lemma == "fly"
    assert by_text["n't"].lemma == "not"
    assert by_text["Ankara"].tag == "B-LOC"
    assert by_text["Demirel"].tag[2:] == "PER"


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8") | st.sampled_from("The talks failed. \n'\"“-"), max_size=80),
        max_size=4,
    )
)
def test_whatever_the_text_there_are_trees_that_cover_it(paragraphs: list[str]) -> None:
    text, spans = joined(tuple(paragraphs))
    check(text, spans, *load().parse(text, spans))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "x" * 1_000_000,
        "😀 👍🏽 🇺🇳",
        "\x00\x07\ufeff\u200b \u202e",
        "and " * 5000,
        "No. " * 1000,
        "supercalifragilisticexpialidocious" * 50 + " " + "qzxjkv" * 16 + " met.",
    ],
    ids=["empty", "space", "one word", "emoji", "control", "5,000 words", "1,000 sentences", "long words"],
)
def test_odd_texts_are_analysed(text: str) -> None:
    check(text, [(0, len(text))], *load().parse(text, [(0, len(text))]))


def test_no_spans_no_tokens() -> None:
    assert load().parse("Talks failed.", []) == ((), ())
    assert load().parse("Talks failed.", [(5, 5)]) == ((), ())


def test_a_paragraph_is_analysed_the_same_wherever_it_stands() -> None:
    """Order, neighbours, repeats and threads change nothing."""
    chance = random.Random(1)
    sentences = [s for p in PARAGRAPHS for s in (p, "Critics disagree. " * 3)]
    paragraphs = [" ".join(chance.choices(sentences, k=chance.randint(1, 9))) for _ in range(8)]

    def analysed(order: list[int], threads: int) -> dict[int, list[tuple[object, ...]]]:
        text, spans = joined(tuple(paragraphs[i] for i in order))
        tokens, cut = load(threads=threads).parse(text, spans)
        found: dict[int, list[tuple[object, ...]]] = {}
        for i, (start, end) in zip(order, spans, strict=True):
            own = [t for t in tokens if start <= t.start < end]
            first = own[0].index
            numbers = [s.index for s in cut if start <= s.start < end]
            found[i] = [
                (
                    *t[3:7],
                    t.start - start,
                    t.end - start,
                    t.head - first,
                    t.deprel,
                    t.tag,
                    t.sentence - numbers[0],
                )
                for t in own
            ]
        return found

    order = list(range(len(paragraphs)))
    first = analysed(order, 1)
    assert analysed(order, 1) == first
    assert analysed(order[::-1], 1) == first
    assert analysed(order, 2) == first
    for i in order:
        assert analysed([i], 1)[i] == first[i]


def test_a_paragraph_longer_than_a_window_is_cut_at_sentences_only() -> None:
    sentence = "The minister of the interior rejected the offer of the two neighbours on Friday."
    text = " ".join([sentence] * 40)
    tokens, sentences = load().parse(text, [(0, len(text))])
    assert len(tokens) > 3 * WORDS
    assert {text[s.start : s.end] for s in sentences} == {sentence}


def test_the_engine_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, communique.analyse.model.words; from communique.analyse.model import load;"
        "assert 'onnxruntime' not in sys.modules; load(); assert 'onnxruntime' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_there_is_no_other_engine() -> None:
    with pytest.raises(ValueError, match="no such engine"):
        load(engine="abacus")


def governs(tokens: tuple[Token, ...], verb: Token, relation: str, word: str) -> bool:
    return any(
        t.head == verb.index
        and t.text == word
        and t.deprel in {relation, relation + ":pass"}
        and t is not verb
        for t in tokens
    )


def triples_found(tokens: tuple[Token, ...], triples: list[list[str]]) -> bool:
    for subject, verb, *objects in triples:
        verbs = [
            t
            for t in tokens
            if t.text == verb
            and (not subject or governs(tokens, t, "nsubj", subject))
            and all(governs(tokens, t, "obj", o) or governs(tokens, t, "iobj", o) for o in objects)
        ]
        if not verbs:
            return False
    return True


def wrong_triples(table: str) -> list[str]:
    sentences = tomllib.loads(Path(__file__).with_name(table).read_text("utf-8"))["sentence"]
    assert len(sentences) == 20
    return [
        s["text"]
        for s in sentences
        if not triples_found(load().parse(s["text"], [(0, len(s["text"]))])[0], s["triples"])
    ]


@pytest.mark.parametrize("table", ["triples.toml", "triples_unseen.toml"])
def test_who_does_what_to_whom_in_plain_news_sentences(table: str) -> None:
    assert len(wrong := wrong_triples(table)) <= 1, wrong
