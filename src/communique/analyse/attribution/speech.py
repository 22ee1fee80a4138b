"""Quotations and the verbs they belong to: “Talks failed,” the envoy |said|. “Nobody was surprised.”"""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution.cues import Cue
from communique.analyse.attribution.quotes import Quotation, Quotes
from communique.analyse.attribution.verbs import groups
from communique.analyse.certainty.clause import lowered

MARKS = frozenset(('"', "“", "``", "''", "«", "‘", "'"))
INTRODUCES = frozenset((",", ":", "that", "-", "—", "–"))
ENDS = frozenset(",?!-—–")
ONGOING = frozenset(("say", "report", "tell", "warn", "insist"))
"""Groups of verbs whose subject is likely to go on speaking in the next sentence."""
NEAR = 30
"""Tokens between a cue and the quotation it introduces or follows."""


class Speech:
    """The quotations of one Analysis and the verb that each belongs to."""

    def __init__(self, analysis: Analysis, quotes: Quotes) -> None:
        self.analysis = analysis
        self.quotes = quotes.all
        self.paragraphs = analysis.document.paragraphs
        self.inside = quotes.inside

    def cue(self, index: int) -> tuple[Cue, int] | None:
        """The group of a verb that takes a quotation."""
        token = self.analysis.tokens[index]
        if token.upos != "VERB":
            return None
        for cue, end in groups(self.analysis, index):
            if "quotation" in cue.takes or (
                "clause" in cue.takes and cue.kind != "believe" and not cue.documents
            ):  # fmt: skip
                return cue, end
            if cue.group == "believe":
                return cue, end
        return None

    def spoken(self) -> dict[int, int]:
        """For each quotation (by its place) the verb that it belongs to."""
        found: dict[int, int] = {}
        text = self.analysis.document.text
        for number, quote in enumerate(self.quotes):
            if self._partial(quote):
                continue
            verb = self._before(quote)
            if verb is None:
                verb = self._after(quote)
            if verb is None and number:
                verb = self._continued(number, found)
            if verb is None:
                verb = self._follows(quote)
            if verb is not None and self._is_speech(text, quote):
                found[number] = verb
        return found

    def _is_speech(self, text: str, quote: Quotation) -> bool:
        """Whether it is no mere word in inverted commas: it has three words or ends like a sentence."""
        return quote.last - quote.first >= 3 or text[quote.end - 1] in ",.?!"

    def _partial(self, quote: Quotation) -> bool:
        """Whether a quotation begins in the middle of a clause: "called it “a grave mistake”"."""
        tokens = self.analysis.tokens
        at = quote.first - 1
        while at >= 0 and tokens[at].text in MARKS:
            at -= 1
        if at < 0 or tokens[at].start < self.paragraphs[quote.paragraph].start:
            return False
        before = tokens[at]
        if before.upos == "PUNCT" or before.sentence != tokens[quote.first].sentence:
            return False
        return self.cue(at) is None and lowered(before) not in INTRODUCES

    def _before(self, quote: Quotation) -> int | None:
        """As in "She said: “…”", "she said, “…”", "she said that “…”"."""
        tokens = self.analysis.tokens
        at = quote.first - 1
        while at >= 0 and tokens[at].text in MARKS:
            at -= 1
        if at < 0 or tokens[at].start < self.paragraphs[quote.paragraph].start:
            return None
        introduced = lowered(tokens[at]) in INTRODUCES
        if not introduced:
            found = self.cue(at)
            return at if found is not None and not self.inside[at] else None
        colon = tokens[at].text == ":"
        sentence = tokens[at].sentence
        verbs = 0
        for index in range(at - 1, max(at - NEAR, -1), -1):
            token = tokens[index]
            if token.sentence != sentence or self.inside[index]:
                return None
            if token.upos == "VERB":
                if self.cue(index) is not None:
                    if colon or self._reaches(index, at):
                        return index
                    return None
                verbs += 1
                if verbs > 2:
                    return None
        return None

    def _reaches(self, verb: int, comma: int) -> bool:
        """Whether nothing but hearers and circumstances stands between a verb and the comma."""
        tokens = self.analysis.tokens
        for index in range(verb + 1, comma):
            if tokens[index].deprel in ("nsubj", "root", "ccomp") and tokens[index].head != verb:
                return False
            if tokens[index].deprel == "ccomp":
                return False
        return True

    def _after(self, quote: Quotation) -> int | None:
        """As in "“…,” she said", "“…,” said the envoy"."""
        tokens = self.analysis.tokens
        text = self.analysis.document.text
        at = quote.last
        while at < len(tokens) and tokens[at].text in ('"', "”", "''", "»", "’", "'", ",", "-", "—", "–"):
            at += 1
        comma = text[quote.end - 1] in ENDS or text[quote.end : quote.end + 3].strip("\"”'’»")[:1] in (
            ",",
            "—",
            "-",
        )
        if not comma or not quote.closed or at >= len(tokens):
            return None
        end = self.paragraphs[quote.paragraph].end
        sentence = tokens[at].sentence
        for index in range(at, min(at + NEAR, len(tokens))):
            token = tokens[index]
            if token.start >= end or self.inside[index] or (token.sentence != sentence and token.text == "."):
                return None
            if token.upos == "VERB" and self.cue(index) is not None:
                unfit = self._has_clause(index) or (token.xpos == "VBN" and token.deprel.startswith("acl"))
                return None if unfit else index
            if token.upos == "VERB" and not token.deprel.startswith(("acl", "amod")):
                return None
        return None

    def _has_clause(self, verb: int) -> bool:
        """Whether a verb takes a clause of its own behind it: "On “This Week,” she said that …"."""
        return any(
            self.analysis.tokens[child].deprel == "ccomp" and child > verb and not self.inside[child]
            for child in self.analysis.children[verb]
        )

    def _continued(self, number: int, found: dict[int, int]) -> int | None:
        """A quotation that goes on after its cue, or in the next paragraph."""
        quote, before = self.quotes[number], self.quotes[number - 1]
        verb = found.get(number - 1)
        if verb is None:
            return None
        if quote.paragraph == before.paragraph:
            tokens = self.analysis.tokens
            # The cue stands between them or before both, and nothing else is said in between.
            between = [t for t in tokens[before.last : quote.first] if t.upos == "VERB" and t.index != verb]
            starts_sentence = self.analysis.document.text[quote.start : quote.start + 1].isupper()
            plain = [t for t in between if not self._within(t.index, verb)]
            follows = verb > before.first or not between
            return verb if follows and not plain and (starts_sentence or verb >= before.last) else None
        if quote.paragraph == before.paragraph + 1 and not before.closed and quote.opens:
            return verb
        return None

    def _follows(self, quote: Quotation) -> int | None:
        """A quotation that makes sentences of its own behind a sentence of saying: "X, she said. “…”"."""
        tokens = self.analysis.tokens
        text = self.analysis.document.text
        if (
            quote.last - quote.first < 4
            or text[quote.end - 1] not in ".?!"
            or not text[quote.start].isupper()
        ):
            return None
        at = quote.first - 1
        while at >= 0 and tokens[at].text in MARKS:
            at -= 1
        if at < 0 or tokens[at].text not in (".", "?", "!") or self.inside[at]:
            return None
        same = tokens[at].start >= self.paragraphs[quote.paragraph].start
        if not same and not self._alone(quote):
            return None
        sentence = self.analysis.sentences[tokens[at].sentence]
        for index in range(sentence.last - 1, sentence.first - 1, -1):
            token = tokens[index]
            if token.upos == "VERB" and not self.inside[index] and token.xpos in ("VBD", "VBZ", "VBP"):
                top = token.deprel in ("root", "parataxis", "ccomp", "conj")
                if top and any(cue.group in ONGOING for cue, _end in groups(self.analysis, index)):
                    return index
        return None

    def _alone(self, quote: Quotation) -> bool:
        """Whether a paragraph is nothing but this quotation."""
        block = self.paragraphs[quote.paragraph]
        return quote.opens and quote.end >= block.end - 3

    def _within(self, index: int, verb: int) -> bool:
        node = index
        for _ in range(12):
            if node == verb:
                return True
            above = self.analysis.tokens[node].head
            if above == node:
                return False
            node = above
        return False
