"""Words that take a clause or a noun: "likely", "fail", "evidence", and whether they are denied."""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.certainty.clause import lowered, read
from communique.analyse.certainty.reading import Reading
from communique.analyse.certainty.words import Embedding, words


def entry_of(analysis: Analysis, index: int) -> Embedding | None:
    """The group of a word that takes a clause, by its dictionary form and part of speech."""
    token = analysis.tokens[index]
    upos = {"AUX": "VERB", "PROPN": "NOUN", "ADV": "ADJ"}.get(token.upos, token.upos)
    table = words().embedding
    found = table.get((upos, token.lemma.lower()))
    if found is None and token.xpos in ("VBN", "VBG", "JJ"):
        found = table.get(("ADJ", token.text.lower()))
    return found


def under_noun(analysis: Analysis, above: int, reading: Reading) -> tuple[int, bool]:
    """As in "no conclusive |evidence| that …", "raised the |possibility| that …"."""
    entry = entry_of(analysis, above)
    if entry is None:
        return above, True
    denied = _noun_denied(analysis, above)
    reading.take(entry.negated if denied else entry.positive, "embedding", above)
    if reading.time != "past":
        reading.time = entry.time or reading.time
    return above, True


def _noun_denied(analysis: Analysis, noun: int) -> bool:
    """As in "no evidence", "did not find evidence", "without evidence", "lack of evidence"."""
    tokens = analysis.tokens
    listed = words()
    for child in analysis.children[noun]:
        token = tokens[child]
        text = lowered(token)
        if token.deprel == "det" and text in listed.determiners:
            return True
        if token.deprel == "case" and text in listed.prepositions:
            return True
        if token.deprel == "amod" and text in listed.weak:
            return not any(lowered(tokens[c]) == "a" for c in analysis.children[noun])
    token = tokens[noun]
    if token.deprel in ("obj", "nsubj", "nsubj:pass", "obl") and token.head != noun:
        above = tokens[token.head]
        negative = [at for at in read(analysis, above.index).negations if at != noun]
        entry = entry_of(analysis, above.index)
        failed = above.lemma.lower() == "lack" or (entry is not None and entry.group == "failed")
        return bool(negative) ^ failed
    if token.deprel == "nmod" and token.head != noun:
        above = tokens[token.head]
        return above.lemma.lower() in ("lack", "absence") and above.upos == "NOUN"
    return False
