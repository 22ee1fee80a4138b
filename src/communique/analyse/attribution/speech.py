"""Quotations and who utters them: “Talks failed,” |the envoy| |said|. “Nobody was surprised.”"""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import sources
from communique.analyse.attribution.arguments import passive
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.cues import Cue
from communique.analyse.attribution.quotes import Quotation, Quotes
from communique.analyse.attribution.verbs import cue_span, groups, negated
from communique.analyse.certainty.clause import lowered
from communique.analyse.clauses import Clauses

MARKS = frozenset(('"', "“", "``", "''", "«", "‘", "'"))
INTRODUCES = frozenset((",", ":", "that", "-", "—", "–"))
NOMINAL = ("PROPN", "NOUN")
INNER = frozenset(("compound", "flat", "det", "amod", "nmod", "appos"))
ENDS = frozenset(",?!-—–")
ONGOING = frozenset(("say", "report", "tell", "warn", "insist"))
"""Groups of verbs whose subject is likely to go on speaking in the next sentence."""
NEAR = 30
"""Tokens between a cue and the quotation it introduces or follows."""


class Speech:
    """The quotations of one Analysis and the verb that each belongs to."""

    def __init__(self, analysis: Analysis, clauses: Clauses, quotes: Quotes) -> None:
        self.analysis = analysis
        self.clauses = clauses
        self.quotes = quotes.all
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
        """Whether a quotation is said, not a word in inverted commas: it has three words or ends like a sentence."""
        return quote.last - quote.first >= 3 or text[quote.end - 1] in ",.?!"

    def _partial(self, quote: Quotation) -> bool:
        """Whether a quotation begins in the middle of a clause: "called it “a grave mistake”"."""
        tokens = self.analysis.tokens
        at = quote.first - 1
        while at >= 0 and tokens[at].text in MARKS:
            at -= 1
        if at < 0 or tokens[at].start < self.analysis.document.paragraphs[quote.paragraph].start:
            return False
        before = tokens[at]
        if before.upos == "PUNCT" or before.sentence != tokens[quote.first].sentence:
            return False
        return self.cue(at) is None and lowered(before) not in INTRODUCES

    def _before(self, quote: Quotation) -> int | None:
        """ "She said: “…”", "she said, “…”", "she said that “…”"."""
        tokens = self.analysis.tokens
        at = quote.first - 1
        while at >= 0 and tokens[at].text in MARKS:
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
        same = tokens[at].start >= self.analysis.document.paragraphs[quote.paragraph].start
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
        block = self.analysis.document.paragraphs[quote.paragraph]
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

    def attributed(self, verb: int, numbers: list[int]) -> list[Attributed]:
        """One attribution for each stretch of a quotation that belongs to a verb."""
        picked = self.cue(verb)
        if picked is None:
            return []
        cue, end = picked
        analysis = self.analysis
        tokens = analysis.tokens
        source = self._speaker(verb)
        span = cue_span(analysis, verb, end)
        made = []
        for number in numbers:
            quote = self.quotes[number]
            start, stop = quote.start, quote.end
            text = analysis.document.text
            while stop > start and text[stop - 1] in ",;.":
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

    def _speaker(self, verb: int) -> sources.Source | None:
        """Who utters a quotation: the subject of its verb, which stands outside it, or the phrase beside the verb."""
        analysis = self.analysis
        if passive(analysis, verb):
            head = sources.agent(analysis, verb)
            return sources.from_phrase(analysis, head, verb) if head is not None else None
        found = sources.of(analysis, self.clauses, verb, saying=True, anything=True)
        if found is not None and not self.inside[found.head]:
            return found
        return self._beside(verb)

    def _beside(self, verb: int) -> sources.Source | None:
        """The speaker next to the verb where the tree has none: "“…,” said Ms Okafor", "“…,” Ms Okafor said"."""
        tokens = self.analysis.tokens
        sentence = self.analysis.sentences[tokens[verb].sentence]
        first = verb
        while first > sentence.first and not self.inside[first - 1] and tokens[first - 1].text not in MARKS:
            first -= 1
        for reach in (range(first, verb), range(verb + 1, sentence.last)):
            for index in reach:
                token = tokens[index]
                if self.inside[index] or (index > verb and token.text in (",", ".")):
                    break
                if token.upos not in (*NOMINAL, "PRON") or lowered(token) in sources.OBJECT_FORMS:
                    continue
                if token.deprel in ("obj", "iobj", "obl", "nmod") or self._is_hearer(index, verb):
                    continue
                head = index
                while tokens[head].deprel.partition(":")[0] in INNER and tokens[head].head in reach:
                    head = tokens[head].head
                if not self.inside[head]:
                    return sources.from_phrase(self.analysis, head, verb)
        return None

    def _is_hearer(self, index: int, verb: int) -> bool:
        """Whether a noun stands where the hearer does: "told |reporters|"."""
        token = self.analysis.tokens[verb]
        return index > verb and any(
            "hearer" in cue.takes for cue, _end in groups(self.analysis, token.index)
        ) and token.index + 1 == index  # fmt: skip


def _head(analysis: Analysis, quote: Quotation) -> int:
    """The topmost token of a quotation of one sentence."""
    tokens = analysis.tokens
    for index in range(quote.first, quote.last):
        head = tokens[index].head
        if (head == index or not quote.first <= head < quote.last) and tokens[index].upos != "PUNCT":
            return index
    return -1
