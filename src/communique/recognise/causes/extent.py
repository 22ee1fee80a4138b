"""From a head word to the stretch of words that says cause or effect.

However, on Monday the ministers quarrelled in public, which angered Paris.
         └ the clause of "quarrelled", without what opens it and without what follows from it
"""

from __future__ import annotations

from collections.abc import Collection

from communique.analyse.analysis import Analysis, Mention
from communique.analyse.clauses import Clauses
from communique.recognise.causes.link import Stretch
from communique.recognise.causes.words import CauseWords, cause_words

_OPENERS = frozenset(("cc", "mark", "punct", "discourse"))
_BEFORE = frozenset(("case", "cc", "cc:preconj"))
_DISCOURSE = frozenset(
    ("however", "moreover", "meanwhile", "nevertheless", "nonetheless", "furthermore", "still", "indeed")
)
_PERSONAL = frozenset(("he", "she", "they", "we", "i", "you", "who", "him", "her", "them", "us", "me"))
_ASIDE = frozenset(("which", "who", "whose", "whom", "when", "where", "such", "including", "with"))
_VERBAL = frozenset(("VERB", "AUX"))


class Reading:
    """An Analysis with what every rule asks of it: base forms, relations, actors, stretches."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.children = analysis.children
        self.clauses = Clauses(analysis)
        self.relation = self.clauses.base
        self.words: CauseWords = cause_words()
        self.actors: set[int] = set()
        self.mentions: dict[int, list[Mention]] = {}
        for mention in analysis.mentions:
            if mention.entities and mention.first >= 0:
                self.mentions.setdefault(mention.first, []).append(mention)
            if mention.head >= 0 and (mention.form != "pronoun" or mention.entities):
                self.actors.add(mention.head)

    def low(self, index: int) -> str:
        """The word in lower case."""
        return self.tokens[index].text.lower()

    def lemma(self, index: int) -> str:
        """The dictionary form in lower case; for verbs by the lexicon, where it knows the form."""
        token = self.tokens[index]
        if token.upos == "VERB":
            return self.words.forms.get(token.text.lower()) or token.lemma.lower()
        return token.lemma.lower()

    def child(self, index: int, *relations: str) -> int | None:
        """The first dependant in one of the relations, without subtype."""
        for each in self.children[index]:
            if self.relation[each] in relations:
                return each
        return None

    def kids(self, index: int, *relations: str) -> list[int]:
        """The dependants in one of the relations, without subtype."""
        return [each for each in self.children[index] if self.relation[each] in relations]

    def joined(self, index: int) -> list[int]:
        """Verbs joined to a verb by "and"."""
        return [each for each in self.kids(index, "conj") if self.is_clause(each)]

    def is_clause(self, index: int) -> bool:
        """Whether a word heads a clause: a verb, or anything with a copula or a subject."""
        if self.tokens[index].upos in _VERBAL:
            return True
        return self.child(index, "cop", "nsubj") is not None

    def preposition(self, index: int) -> str:
        """The preposition or mark before a word, in lower case, fixed words left out; else empty."""
        found = ""
        for each in self.children[index]:
            if each > index:
                break
            if self.relation[each] in ("case", "mark") and self.tokens[each].xpos != "POS":
                found = self.low(each)
        return found

    def prepositions(self, index: int) -> set[str]:
        """All prepositions and marks before a word, in lower case."""
        return {self.low(each) for each in self.kids(index, "case", "mark") if each < index}

    def actor(self, index: int) -> bool:
        """Whether a word stands for somebody, a state or an organisation, and for nothing that happened."""
        if self.low(index) in _PERSONAL or self.tokens[index].tag != "O":
            return True
        if self.event(index):
            return False
        return index in self.actors or self.lemma(index) in self.words.people

    def event(self, index: int) -> bool:
        """Whether a word stands for something that happened or holds."""
        token = self.tokens[index]
        if token.upos in ("PRON", "DET"):
            return token.text.lower() in self.words.pronouns
        if token.upos == "VERB":
            return True
        if token.upos not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return False
        lemma = token.lemma.lower()
        if lemma in self.words.people:
            return False
        if lemma in self.words.events or lemma in self.words.outcomes:
            return True
        return token.upos == "NOUN" and len(lemma) > 5 and lemma.endswith(self.words.endings)

    def outcome(self, index: int) -> bool:
        """Whether a word, or one joined to it by "and", stands for something that may come of something."""
        if self.lemma(index) in self.words.outcomes:
            return True
        return any(self.lemma(each) in self.words.outcomes for each in self.kids(index, "conj"))

    def stretch(self, head: int, drop: Collection[int] = ()) -> Stretch:
        """The unbroken run of a word's descendants around it, without those dropped and theirs."""
        drop = {
            *self.kids(head, "parataxis"),
            *drop,
            *(each for each in self.children[head] if each < head and self.relation[each] in _BEFORE),
        }
        inside = {head}
        stack = [head]
        while stack:
            for each in self.children[stack.pop()]:
                if each not in drop:
                    inside.add(each)
                    stack.append(each)
        first, last = head, head + 1
        while first - 1 in inside:
            first -= 1
        while last in inside:
            last += 1
        return self.trim(first, last)

    def noun(self, head: int, drop: Collection[int] = ()) -> Stretch:
        """A noun phrase alone, even where the noun is a predicate ("it was |a decision| that …")."""
        out = set(drop)
        out.update(self.kids(head, "nsubj", "cop", "aux", "mark", "expl", "parataxis", "punct"))
        out.update(each for each in self.kids(head, "advmod", "obl") if each < head)
        return self.stretch(head, out)

    def clause(self, head: int, drop: Collection[int] = ()) -> Stretch:
        """The clause of a word without conjunctions before it and the verbs joined to it after it."""
        out = {each for each in self.children[head] if self._opens(each, head)}
        out.update(each for each in self.joined(head) if each > head)
        out.update(self.kids(head, "parataxis"))
        out.update(e for e in self.kids(head, "obl", "advcl") if self.preposition(e) == "according")
        out.update(drop)
        return self.stretch(head, out)

    def _opens(self, index: int, head: int) -> bool:
        if index > head:
            return False
        return self.relation[index] in _OPENERS or self.low(index) in _DISCOURSE

    def trim(self, first: int, last: int) -> Stretch:
        """Without punctuation at either end; a bracket or quotation mark stays with its other half."""
        tokens = self.tokens
        while first < last - 1 and tokens[first].upos == "PUNCT":
            first += 1
        while last - 1 > first and (tokens[last - 1].upos == "PUNCT" or tokens[last - 1].deprel == "cc"):
            mark = tokens[last - 1].text
            half = {")": "(", "]": "[", "”": "“", "’": "‘"}.get(mark)
            if half is not None and any(tokens[i].text == half for i in range(first, last - 1)):
                break
            last -= 1
        return first, last

    def offsets(self, stretch: Stretch) -> tuple[int, int]:
        """The code points of a stretch."""
        return self.tokens[stretch[0]].start, self.tokens[stretch[1] - 1].end

    def entities(self, stretch: Stretch) -> tuple[int, ...]:
        """The entities that mentions within a stretch stand for, in order of the text."""
        found: dict[int, None] = {}
        for index in range(*stretch):
            for mention in self.mentions.get(index, ()):
                if mention.last <= stretch[1]:
                    found.update(dict.fromkeys(mention.entities))
        return tuple(found)

    def outermost(self, stretch: Stretch) -> tuple[int, ...]:
        """As ``entities``, without mentions inside others: of "exporters in both countries" the exporters."""
        found: dict[int, None] = {}
        end = stretch[0]
        for index in range(*stretch):
            inside = [each for each in self.mentions.get(index, ()) if each.last <= stretch[1]]
            widest = max((each.last for each in inside), default=0)
            if widest > end:
                end = widest
                for each in inside:
                    if each.last == widest:
                        found.update(dict.fromkeys(each.entities))
        return tuple(found)

    def unaside(self, stretch: Stretch, head: int) -> Stretch:
        """Without an aside behind a comma at the end: ", which expires in July", ", such as …"."""
        if self.tokens[head].upos not in ("NOUN", "PROPN", "PRON"):
            return stretch
        for index in range(max(head, stretch[0]) + 1, stretch[1] - 1):
            if self.tokens[index].text == "," and self.low(index + 1) in _ASIDE:
                return self.trim(stretch[0], index)
        return stretch

    def said(self, stretch: Stretch, parts: Collection[str]) -> tuple[str, ...]:
        """The content words of a stretch in their dictionary form, sorted; entities by number."""
        return tuple(sorted(self.lemma(i) for i in range(*stretch) if self.tokens[i].upos in parts))

    def same_paragraph(self, one: int, other: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        sentences = self.analysis.sentences
        return "\n" not in self.analysis.document.text[sentences[one].end : sentences[other].start]
