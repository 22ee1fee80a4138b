"""Names by votes against the trained recogniser alone, on the same tokens.

    python tests/measure_names.py [--data ../shared/data] [--develop] [--errors N]

Corpora name three kinds. Ours map to them: person → PER; organization, government → ORG; country,
place → LOC; event and other → none. Theirs: CrossNER politician, person → PER; politicalparty, organisation
→ ORG; country, location → LOC; elections, events and misc → none. GUM has entities, not names: a name is the
run of proper nouns at the head of an entity (``communique.analyse.model.train.names.gum``) whose kind is
person, organization or place.

Corpora differ on titles: GUM's runs take them in, the others mostly do not, and ours are roles. They are cut
off from persons on all sides: gold, recogniser and votes.

Rule 8 of the record model makes one name of "Obama administration", where corpora mark "Obama". For this
comparison a name that ends in a word without a capital counts as the name it begins with. A span counts where
its first and last character and its kind are right. A sentence is its own document in CrossNER and WikiGold
(the sentences stand there without their documents' order); GUM's documents are whole.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from communique.analyse.analysis import Name, Token
from communique.analyse.model import cut, load, treebank
from communique.analyse.model.evaluate import columns, f_score, gold_names
from communique.analyse.model.train import names as training
from communique.analyse.names import find_names
from communique.analyse.names.words import name_words
from communique.analyse.tables import demonym, lookup
from communique.document import Block, Document

Marked = set[tuple[int, int, str]]
KINDS = ("PER", "ORG", "LOC")
OURS = {"person": "PER", "organization": "ORG", "government": "ORG", "country": "LOC", "place": "LOC"}
REPORTED = ("CrossNER politics dev", "WikiGold", "GUM dev")
DEVELOPED = ("CrossNER politics train", "UNER-EWT dev", "GUM train")


class Text(NamedTuple):
    """A text of a corpus: its prose as spans, and the names marked in it."""

    text: str
    spans: list[tuple[int, int]]
    gold: Marked


def sentences(path: Path) -> Iterator[Text]:
    """The sentences of a file in columns."""
    for sentence in columns(path):
        text, gold = gold_names(sentence)
        yield Text(text, [(0, len(text))], gold)


def gum(path: Path) -> Iterator[Text]:
    """The documents of GUM with the names that training takes from its entities."""
    for document in treebank.read(path):
        text = ""
        spans: list[tuple[int, int]] = []
        gold: Marked = set()
        for paragraph in document.paragraphs:
            at = len(text)
            spans.append((at, at + len(paragraph.text)))
            for sentence in paragraph.sentences:
                labels = training.gum(sentence.words)
                for i, label in enumerate(labels):
                    if label[:2] == "B-" and label[2:] in KINDS:
                        last = i
                        while last + 1 < len(labels) and labels[last + 1] == "I-" + label[2:]:
                            last += 1
                        gold.add((at + sentence.words[i].start, at + sentence.words[last].end, label[2:]))
                at += len(sentence.text) + (0 if sentence.glued else 1)
            text += paragraph.text + "\n\n"
        yield Text(text, spans, gold)


def corpus(name: str, data: Path) -> Iterable[Text]:
    """A corpus by its name in the table."""
    return {
        "CrossNER politics dev": lambda: sentences(data / "names/crossner_politics/dev.txt"),
        "CrossNER politics train": lambda: sentences(data / "names/crossner_politics/train.txt"),
        "WikiGold": lambda: sentences(data / "names/wikigold/CONLL-format/data/wikigold.conll.txt"),
        "UNER-EWT dev": lambda: sentences(data / "names/uner_ewt/en_ewt-ud-dev.iob2"),
        "GUM dev": lambda: gum(data / "parsing/gum-dev.conllu"),
        "GUM train": lambda: gum(data / "parsing/gum-train.conllu"),
    }[name]()


def recogniser(tokens: Iterable[Token]) -> Marked:
    """The trained recogniser's names."""
    found: list[tuple[int, int, str]] = []
    for token in tokens:
        if token.tag[0] == "B":
            found.append((token.start, token.end, token.tag[2:]))
        elif token.tag[0] == "I" and found:
            found[-1] = (found[-1][0], token.end, found[-1][2])
    return {name for name in found if name[2] in KINDS}


def votes(tokens: tuple[Token, ...], names: Iterable[Name]) -> Marked:
    """Our names in the corpora's three kinds."""
    found: Marked = set()
    for name in names:
        kind, last = OURS.get(name.kind, ""), name.last
        if kind == "ORG" and not any(c.isupper() for c in tokens[last - 1].text):
            while last > name.first and not any(c.isupper() for c in tokens[last - 1].text):
                last -= 1
            text = " ".join(token.text for token in tokens[name.first : last])
            entries = lookup(text)
            kind = OURS.get(entries[0].kind, "") if entries else tokens[last - 1].tag[2:] if last else ""
            kind = "" if demonym(text) else kind
        if kind and last > name.first:
            found.add((name.start, tokens[last - 1].end, kind))
    return found


def untitled(text: str, marked: Marked) -> Marked:
    """The same names, persons without the titles before them; a title alone is no name."""
    titles = name_words().titles
    found: Marked = set()
    for start, end, kind in marked:
        words = cut(text, start, end)
        forms = [text[a:b] for a, b in words]
        at = 0
        while kind == "PER" and at < len(forms):
            title = titles.longest(forms, at)
            if title is None or (title[1] and at + title[0] < len(forms)):
                break
            at += title[0]
        if at < len(words):
            found.add((words[at][0], end, kind))
    return found


def classed(gold: Marked, ours: Marked) -> Iterator[tuple[str, int, int]]:
    """Each error once, by its class: kind, span, missed or nothing there."""
    for start, end, kind in gold - ours:
        over = sorted(n for n in ours if n[0] < end and start < n[1])
        same = [n for n in over if (n[0], n[1]) == (start, end)]
        if same:
            yield f"{kind} taken for {same[0][2]}", start, end
        elif over:
            longer = over[0][1] - over[0][0] > end - start
            yield f"{kind} inside a longer name" if longer else f"part of {kind} only", start, end
        else:
            yield f"{kind} missed", start, end
    for start, end, kind in ours - gold:
        if not any(n[0] < end and start < n[1] for n in gold):
            yield f"no name of the corpus, {kind} for us", start, end


def count(
    texts: Iterable[Text], spent: list[float] | None = None
) -> tuple[dict[str, dict[str, list[int]]], dict[str, list[str]]]:
    """Right, found and marked names by system and kind; and our errors by class.

    ``spent`` gathers the seconds of the votes and the words they were taken on.
    """
    spent = [0.0, 0] if spent is None else spent
    model = load()
    totals = {system: {kind: [0, 0, 0] for kind in KINDS} for system in ("recogniser", "votes")}
    errors: dict[str, list[str]] = {}
    for text, spans, gold in texts:
        tokens, sentence_cuts = model.parse(text, spans)
        blocks = tuple(Block("paragraph", start, end) for start, end in spans)
        document = Document(text, blocks, ())
        began = time.process_time()
        names = find_names(tokens, sentence_cuts, document)
        spent[0] += time.process_time() - began
        spent[1] += len(tokens)
        gold, ours, alone = (
            untitled(text, marked) for marked in (gold, votes(tokens, names), recogniser(tokens))
        )
        for system, found in (("recogniser", alone), ("votes", ours)):
            for kind in KINDS:
                g, f = {n for n in gold if n[2] == kind}, {n for n in found if n[2] == kind}
                for i, value in enumerate((len(g & f), len(f), len(g))):
                    totals[system][kind][i] += value
        for sort, start, end in sorted(classed(gold, ours)):
            around = text[max(0, start - 30) : end + 30].replace("\n", " ")
            errors.setdefault(sort, []).append(f"{text[start:end]} | {around}")
    return totals, errors


def scores(totals: dict[str, list[int]]) -> dict[str, float]:
    """Precision, recall and F of all kinds together, and F of each, in percent."""
    right, found, marked = (sum(totals[kind][i] for kind in KINDS) for i in range(3))
    out = {
        "P": 100 * right / max(found, 1),
        "R": 100 * right / max(marked, 1),
        "F": f_score(right, found, marked),
    }
    return out | {kind: f_score(*totals[kind]) for kind in KINDS}


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--develop", action="store_true", help="the parts that rules were developed on")
    parser.add_argument("--errors", type=int, default=0, help="how many examples of each class of error")
    given = parser.parse_args()
    together: dict[str, list[str]] = {}
    for name in DEVELOPED if given.develop else REPORTED:
        spent = [0.0, 0.0]
        totals, errors = count(corpus(name, given.data), spent)
        print(f"{name:24} {'speed':11} {1e6 * spent[0] / spent[1]:.1f} µs a word for the votes")
        for system, counts in totals.items():
            print(f"{name:24} {system:11}", "  ".join(f"{k} {v:5.1f}" for k, v in scores(counts).items()))
        for sort, found in errors.items():
            together.setdefault(sort, []).extend(found)
    print("\nThe ten commonest errors of the votes")
    for sort, found in sorted(together.items(), key=lambda row: (-len(row[1]), row[0]))[:10]:
        print(f"{len(found):5} {sort}")
        for error in found[:: max(1, len(found) // given.errors)][: given.errors] if given.errors else ():
            print(f"          {error}")


if __name__ == "__main__":
    main()
