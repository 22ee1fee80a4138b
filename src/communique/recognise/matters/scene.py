"""An analysis made ready for the search for matters: base forms, relations, people, phrases."""

from __future__ import annotations

from collections import defaultdict

from communique.analyse import agreement
from communique.analyse.analysis import Analysis, Token
from communique.analyse.attribution import sources
from communique.analyse.certainty.clause import Clause, read
from communique.analyse.certainty.words import words as certainty_words
from communique.analyse.clauses import Clauses
from communique.recognise.matters.words import MatterWords, matter_words
from communique.recognise.statement import Mentions, StatementFound

RELATIVE = frozenset(("who", "which", "that", "whom"))
_ASPECT = frozenset(("continue", "begin", "start", "join", "go", "come", "use", "rush", "proceed"))
"""Verbs that leave it said that the infinitive below them took place."""

_TASKED = frozenset(
    (
        "appoint",
        "task",
        "order",
        "assign",
        "commission",
        "name",
        "hire",
        "create",
        "establish",
        "form",
        "launch",
    )
)
"""Verbs by which somebody is set to do what the infinitive below them says."""


class Scene:
    """Look-ups over one analysis."""

    def __init__(self, analysis: Analysis, statements: tuple[StatementFound, ...]) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.children = analysis.children
        self.clauses = Clauses(analysis)
        self.base = self.clauses.base
        self.words: MatterWords = matter_words()
        self.mentions = Mentions(analysis)
        self.statements = statements
        self.by_cue = {each.cue_token: index for index, each in enumerate(statements)}
        self.told: defaultdict[int, list[int]] = defaultdict(list)
        """The statements of each sentence, by their cues."""
        for index, each in enumerate(statements):
            if each.cue_token >= 0:
                self.told[self.tokens[each.cue_token].sentence].append(index)
        self.states: dict[str, int] = {}
        for entity in analysis.entities:
            if entity.kind == "country" and entity.country is not None:
                self.states.setdefault(entity.country, entity.index)

    def low(self, index: int) -> str:
        """The word in lower case."""
        return self.tokens[index].text.lower()

    def kids(self, index: int, *relations: str) -> list[int]:
        """The dependants in one of the relations, without subtype."""
        base = self.base
        return [each for each in self.children[index] if base[each] in relations]

    def prepositions(self, index: int) -> set[str]:
        """The prepositions and marks before a word, in lower case."""
        return {self.low(each) for each in self.kids(index, "case", "mark") if each < index}

    def is_noun(self, index: int) -> bool:
        """Whether a word is a noun or a name."""
        return self.tokens[index].upos in ("NOUN", "PROPN")

    def people(self, index: int) -> tuple[int, ...]:
        """The entities that a phrase, with what is joined to it by "and", stands for."""
        found: dict[int, None] = {}
        stack = [index]
        while stack:
            node = stack.pop(0)
            found.update(dict.fromkeys(self.mentions.by_head.get(node, ())))
            stack.extend(each for each in self.kids(node, "conj") if self.is_noun(each))
        return tuple(found)

    def is_actor(self, index: int) -> bool:
        """Whether a word stands for somebody: an entity, a name, or a noun for people."""
        token = self.tokens[index]
        if index in self.mentions.by_head or token.upos == "PROPN":
            return True
        return agreement.sort_of(agreement.lemma(token), agreement.is_plural(token)) != "thing"

    def has_article(self, index: int, *words: str) -> bool:
        """Whether one of the determiners stands before a noun."""
        return any(self.low(each) in words for each in self.kids(index, "det"))

    def object_of(self, verb: int) -> tuple[int | None, bool]:
        """What a verb is done to, and whether it is in the passive."""
        token = self.tokens[verb]
        passive = any(self.tokens[each].deprel in ("nsubj:pass", "aux:pass") for each in self.children[verb])
        if (
            token.xpos == "VBN"
            and self.base[verb] == "acl"
            and not token.deprel.endswith("relcl")
            and not passive
        ):
            return token.head, True
        if token.xpos == "VBN" and self.base[verb] == "conj" and not passive:
            # "was praised by some and |condemned| by others"
            above = self.tokens[verb].head
            passive = any(self.tokens[each].deprel == "aux:pass" for each in self.children[above])
        if passive:
            return self.antecedent(verb, self.clauses.subject(verb)), True
        for each in self.kids(verb, "obj"):
            return self.antecedent(verb, each), False
        return None, False

    def antecedent(self, verb: int, index: int | None) -> int | None:
        """What a relative pronoun stands for; any other word itself."""
        if index is None or self.low(index) not in RELATIVE or self.tokens[index].upos != "PRON":
            return index
        node = verb
        for _ in range(4):
            if self.base[node] == "acl":
                return self.tokens[node].head
            node = self.tokens[node].head
        return index

    def subject(self, verb: int) -> int | None:
        """Who or what does it, through participles and coordination."""
        found = sources.subject(self.clauses, verb)
        return found[1] if found is not None else None

    def clause(self, verb: int) -> Clause:
        """Auxiliaries and negation of a verb."""
        return read(self.analysis, verb)

    def takes_place(self, verb: int, *, future: bool = False) -> bool:
        """Whether a deed is said to be done: not denied, not merely possible, wanted or refused.

        ``future``: whether what will be done, or is to be done, counts.
        """
        clause = self.clause(verb)
        if not future and clause.modal in ("will", "wo", "'ll", "shall", "would"):
            return False
        if clause.negations or clause.modal in certainty_words().possible_modals or clause.modal == "should":
            return False
        if clause.condition >= 0 or clause.mark in ("if", "unless", "whether", "without"):
            return False
        if (
            self.tokens[verb].xpos != "VB"
            or clause.modal
            or any(self.low(each) in ("do", "does", "did") for each in self.kids(verb, "aux"))
        ):
            return True
        above = self.tokens[verb].head
        lemma = self.tokens[above].lemma.lower()
        if future and lemma in _TASKED:
            return not self.clause(above).negations
        return lemma in _ASPECT and self.base[verb] == "xcomp"

    def source(self, head: int, cue: int) -> tuple[tuple[int, int] | None, int | None]:
        """The offsets of a source phrase and its entity, where it is one."""
        first, last = sources.phrase(self.analysis, head, cue)
        if first >= last:
            return None, None
        if self.tokens[last - 1].xpos == "POS":
            last -= 1
        span = (self.tokens[first].start, self.tokens[last - 1].end)
        if self.low(head) in sources.lists().bare or self.kids(head, "conj"):
            return span, None
        entities = self.mentions.by_head.get(head, ())
        return span, entities[0] if len(entities) == 1 else None

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """The code points of tokens ``[first, last)``."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def country(self, token: Token) -> int | None:
        """The country in the story that a demonym names: "|Chinese| interference"."""
        code = agreement.country_of(token)
        return self.states.get(code) if code is not None else None
