"""Quotations and who utters them: “Talks failed,” |the envoy| |said|. “Nobody was surprised.”"""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import sources
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.cues import Cue
from communique.analyse.attribution.quotes import Quotation
from communique.analyse.attribution.verbs import cue_span, groups, negated
from communique.analyse.certainty.clause import lowered
from communique.analyse.clauses import Clauses

INTRODUCES = frozenset((",", ":", "that", "-", "—", "–"))
ENDS = frozenset(",?!-—–")
NEAR = 30
"""Tokens between a cue and the quotation it introduces or follows."""


class Speech:
    """The quotations of one Analysis and the verb that each belongs to."""

    def __init__(self, analysis: Analysis, clauses: Clauses, quotes: tuple[Quotation, ...]) -> None:
        self.analysis = analysis
        self.clauses = clauses
        self.quotes = quotes
        self.inside = [0] * (len(analysis.tokens) + 1)
        for number, quote in enumerate(quotes, 1):
            for index in range(quote.first, quote.last):
                self.inside[index] = number

    def cue(self, index: int) -> tuple[Cue, int] | None:
        """The group of a verb that takes a quotation."""
        token = self.analysis.tokens[index]
        if token.upos != "VERB":
            return None
        for cue, end in groups(self.analysis, index):
            if "clause" in cue.takes and cue.kind != "believe" or cue.group in ("call", "think", "believe"):
                return cue, end
        return None

    def spoken(self) -> dict[int, int]:
        """For each quotation (by its place) the verb that it belongs to."""
        found: dict[int, int] = {}
        text = self.analysis.document.text
        for number, quote in enumerate(self.quotes):
            verb = self._before(quote)
            if verb is None:
                verb = self._after(quote)
            if verb is None and number:
                verb = self._continued(number, found)
            if verb is not None and self._is_speech(text, quote):
                found[number] = verb
        return found

    def _is_speech(self, text: str, quote: Quotation) -> bool:
        """Whether a quotation is said, not a word in inverted commas: it has three words or ends like a sentence."""
        return quote.last - quote.first >= 3 or text[quote.end - 1] in ",.?!"

    def _before(self, quote: Quotation) -> int | None:
        """ "She said: “…”", "she said, “…”", "she said that “…”"."""
        tokens = self.analysis.tokens
        at = quote.first - 1
        while at >= 0 and tokens[at].text in ('"', "“", "``", "''", "«", "‘", "'"):
            at -= 1
        if at < 0 or tokens[at].start < self.analysis.document.paragraphs[quote.paragraph].start:
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
        """Whether nothing but hearers and circumstances stands between a verb and the comma before a quotation."""
        tokens = self.analysis.tokens
        for index in range(verb + 1, comma):
            if tokens[index].deprel in ("nsubj", "root", "ccomp") and tokens[index].head != verb:
                return False
            if tokens[index].deprel == "ccomp":
                return False
        return True

    def _after(self, quote: Quotation) -> int | None:
        """ "“…,” she said", "“…,” said the envoy"."""
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
        end = self.analysis.document.paragraphs[quote.paragraph].end
        sentence = tokens[at].sentence
        for index in range(at, min(at + NEAR, len(tokens))):
            token = tokens[index]
            if token.start >= end or self.inside[index] or (token.sentence != sentence and token.text == "."):
                return None
            if token.upos == "VERB" and self.cue(index) is not None:
                return index
            if token.upos == "VERB" and not token.deprel.startswith(("acl", "amod")):
                return None
        return None

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

    def attributed(self, verb: int, numbers: list[int]) -> list[Attributed]:
        """One attribution for each stretch of a quotation that belongs to a verb."""
        picked = self.cue(verb)
        if picked is None:
            return []
        cue, end = picked
        analysis = self.analysis
        tokens = analysis.tokens
        source = sources.of(analysis, self.clauses, verb, saying=True) or self._beside(verb, numbers)
        span = cue_span(analysis, verb, end)
        made = []
        for number in numbers:
            quote = self.quotes[number]
            start, stop = quote.start, quote.end
            text = analysis.document.text
            while stop > start and text[stop - 1] in ",;":
                stop -= 1
            one = tokens[quote.first].sentence == tokens[quote.last - 1].sentence
            made.append(
                Attributed(
                    (tokens[source.first].start, tokens[source.last - 1].end) if source else None,
                    source.head if source else -1,
                    (tokens[source.subject[0]].start, tokens[source.subject[1] - 1].end)
                    if source and source.subject != (source.first, source.last)
                    else None,
                    (tokens[span[0]].start, tokens[span[1] - 1].end),
                    verb,
                    (start, stop),
                    _head(analysis, quote) if one else -1,
                    True,
                    cue,
                    negated(analysis, verb),
                    "quotation",
                )
            )
        return made

    def _beside(self, verb: int, numbers: list[int]) -> sources.Source | None:
        """The speaker next to the verb where the tree has none: "“…,” said Ms Okafor"."""
        tokens = self.analysis.tokens
        for index in (verb - 1, verb + 1):
            if (
                0 <= index < len(tokens)
                and not self.inside[index]
                and tokens[index].sentence == tokens[verb].sentence
            ):
                head = index
                while tokens[head].head != head and tokens[tokens[head].head].upos in ("PROPN", "NOUN") and (
                    tokens[head].deprel.partition(":")[0] in ("compound", "flat", "det", "amod", "nmod", "appos")
                ):  # fmt: skip
                    head = tokens[head].head
                if tokens[head].upos in ("PROPN", "NOUN", "PRON") and sources.can_speak(
                    self.analysis, head, saying=True
                ):
                    return sources.from_phrase(self.analysis, head, verb)
        return None


def _head(analysis: Analysis, quote: Quotation) -> int:
    """The topmost token of a quotation of one sentence."""
    tokens = analysis.tokens
    for index in range(quote.first, quote.last):
        head = tokens[index].head
        if (head == index or not quote.first <= head < quote.last) and tokens[index].upos != "PUNCT":
            return index
    return -1
