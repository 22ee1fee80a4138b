"""Coordinations, and descriptions that mean all of one: "the two leaders", "both countries", "both sides".

"Macron and Scholz met in Berlin. Both leaders …" – "both leaders" is a mention of Macron and of Scholz.
"""

from __future__ import annotations

from communique.analyse import agreement, lexicon
from communique.analyse.coreference.chains import ACTORS, Chains
from communique.analyse.coreference.people import LOCATIVE
from communique.analyse.coreference.phrase import Phrase

NEAR = 4
"""Sentences back in which a pair is taken without asking whether there is another of its sort."""
MOST = 40
"""Pairs looked back at, near or far."""
COUNTS = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "five": 5}
SINGLY = frozenset(("either", "each", "neither"))
"""Words that mean two one by one: "either country", "each side"."""
DASHES = frozenset(("-", "–", "—", "/"))


class Several:
    """Two or more that were named together: where, and as which phrases."""

    __slots__ = ("members", "sentence", "sort", "token")

    def __init__(self, token: int, sentence: int, members: tuple[int, ...], sort: str) -> None:
        self.token = token
        self.sentence = sentence
        self.members = members
        self.sort = sort


@lexicon.cached
def sorts() -> dict[str, str]:
    """What "the two …" says of the sort of the two."""
    rows = lexicon.load("groups")["pairs"]
    found: dict[str, str] = {}
    for sort in ("person", "country", "organization", "any", "alone"):
        for word in rows[sort].split():
            found.setdefault(word, sort)
    return found


def coordinations(chains: Chains) -> list[Several]:
    """All that are named together: "X and Y", "between X and Y", "the X-Y summit"; in order of the text."""
    found: list[Several] = []
    previous: Phrase | None = None
    for phrase in chains.phrases:
        if phrase.head < 0 or phrase.sort not in ACTORS:
            continue
        members = [] if _is_conjunct(chains, phrase) else _conjuncts(chains, phrase)
        if len(members) > 1:
            found.append(_several(chains, members))
        elif previous is not None and phrase.name is not None and _hyphened(chains, previous, phrase):
            found.append(_several(chains, [previous.index, phrase.index]))
        previous = phrase if phrase.name is not None else None
    found.sort(key=lambda several: several.token)
    return found


def _is_conjunct(chains: Chains, phrase: Phrase) -> bool:
    """Whether a phrase is coordinated to one before it, and counted there."""
    token = chains.analysis.tokens[phrase.head]
    if not token.deprel.startswith("conj"):
        return False
    other = chains.phrase_at(token.head)
    return other is not None and other.sort in ACTORS


def _conjuncts(chains: Chains, phrase: Phrase) -> list[int]:
    """A phrase and all that are coordinated to it; the phrase alone where one of them is a thing."""
    found = [phrase.index]
    heads = [phrase.head]
    while heads:
        for child in chains.clauses.children[heads.pop()]:
            if chains.clauses.base[child] != "conj":
                continue
            other = chains.phrase_at(child)
            if other is not None and other.sort in ACTORS and other.index != phrase.index:
                found.append(other.index)
                heads.append(child)
            elif chains.analysis.tokens[child].upos in ("NOUN", "PROPN"):
                return [phrase.index]
    return sorted(found)


def _several(chains: Chains, members: list[int]) -> Several:
    phrases = [chains.phrases[index] for index in members]
    seen = {phrase.sort for phrase in phrases}
    sort = seen.pop() if len(seen) == 1 else "any"
    return Several(phrases[0].head, phrases[0].sentence, tuple(members), sort)


def _hyphened(chains: Chains, left: Phrase, right: Phrase) -> bool:
    tokens = chains.analysis.tokens
    if left.sort != right.sort or left.last < 0:
        return False
    if left.last == right.first:
        return left.end == right.start - 1 and chains.analysis.document.text[left.end] in DASHES
    return left.last + 1 == right.first and tokens[left.last].text in DASHES


def count(phrase: Phrase) -> int:
    """How many a description says it means: 2 for "both sides"; 0 where it does not say."""
    if phrase.number == "s":
        return 2 if SINGLY & set(phrase.modifiers) else 0
    return next((COUNTS[word] for word in phrase.modifiers if word in COUNTS), 0)


class Pairs:
    """Reads the text forwards and answers which ones a description of several means."""

    def __init__(self, chains: Chains) -> None:
        self.chains = chains
        self.waiting = [several for several in coordinations(chains) if not self._is_place(several)]
        self.sorts = sorts()
        self.next = 0
        self.past: list[Several] = []
        self.recent: list[Phrase] = []

    def advance(self, phrase: Phrase) -> None:
        """Take in all that was named together in front of a phrase."""
        while self.next < len(self.waiting) and self.waiting[self.next].members[-1] < phrase.index:
            self.past.append(self.waiting[self.next])
            self.next += 1
        if phrase.form == "name" and phrase.sort in ACTORS and phrase.head >= 0:
            self.recent.append(phrase)

    def _is_place(self, several: Several) -> bool:
        """ "the conflicts in Syria and Ukraine" names places, not two who have to do with each other."""
        phrase = self.chains.phrases[several.members[0]]
        return phrase.sort == "country" and phrase.case in LOCATIVE

    def found(self, phrase: Phrase, roots: tuple[int, ...]) -> None:
        """Remember that a description or a pronoun has brought several to mind again."""
        members = tuple(self.chains.chains[root].phrases[0] for root in roots)
        sort = self.chains.chains[roots[0]].sort
        self.past.append(Several(phrase.head, phrase.sentence, members, sort))

    def near(self, phrase: Phrase, sentences: int) -> list[Several]:
        """What was named together at most so many sentences ago, the last first."""
        found = []
        for several in reversed(self.past):
            if phrase.sentence - several.sentence > sentences:
                break
            found.append(several)
        return found

    def roots(self, several: Several) -> tuple[int, ...]:
        """The chains of all that were named together, in order of the text."""
        return tuple(
            dict.fromkeys(self.chains.root(index) for index in several.members if self._known(index))
        )

    def _known(self, index: int) -> bool:
        """Whether a member is somebody: a pronoun that was given to nobody is not."""
        return self.chains.phrases[index].form != "pronoun" or self.chains.resolved[index]

    def meant(self, phrase: Phrase) -> tuple[int, ...]:
        """The chains that "the two leaders" means; empty where the text does not decide."""
        number = count(phrase)
        sort = self.sorts.get(phrase.lemma)
        if number < 2 or sort is None:
            return ()
        whole = SINGLY.union(("both",))
        if phrase.definite not in ("definite", "possessive") and not whole & set(phrase.modifiers):
            return ()
        others: set[frozenset[int]] = set()
        states = phrase.lemma == "side" and phrase.case in ("from", "on")
        states = states and any(self._of_sort(self.roots(each), "country") for each in self.past[-MOST:])
        last: tuple[int, ...] = ()
        for several in reversed(self.past[-MOST:]):
            roots = self.roots(several)
            if states and not self._of_sort(roots, "country"):
                continue
            if len(roots) != number or not self._of_sort(roots, sort) or not self._fits(phrase, roots):
                continue
            if phrase.sentence - several.sentence <= NEAR:
                return roots
            last = last or roots
            others.add(frozenset(roots))
        if others:
            return last if len(others) == 1 else ()
        if sort == "alone":
            return self._only(phrase, number, "person") or self._only(phrase, number, "country")
        return self._only(phrase, number, sort)

    def last(self, number: int, sort: str) -> tuple[int, ...]:
        """The chains of the ones of a sort that were last named together; empty where others were before."""
        found: dict[frozenset[int], tuple[int, ...]] = {}
        for several in reversed(self.past[-MOST:]):
            roots = self.roots(several)
            if len(roots) == number and self._of_sort(roots, sort):
                found.setdefault(frozenset(roots), roots)
        return next(iter(found.values())) if len(found) == 1 else ()

    def _of_sort(self, roots: tuple[int, ...], sort: str) -> bool:
        found = {self.chains.chains[root].sort for root in roots}
        if sort in ("any", "alone"):
            return len(found) == 1
        if sort == "country":
            return found <= {"country"} or found <= {"government"}
        return found == {sort}

    def _fits(self, phrase: Phrase, roots: tuple[int, ...]) -> bool:
        """Whether nothing speaks against: "the two women" are not two men."""
        gender = agreement.gendered().get(phrase.lemma, "")
        return not gender or all(self.chains.chains[root].gender in ("", gender) for root in roots)

    def _only(self, phrase: Phrase, number: int, sort: str) -> tuple[int, ...]:
        """Exactly so many of the sort named in this sentence and the two before it."""
        found: dict[int, None] = {}
        for other in reversed(self.recent):
            if phrase.sentence - other.sentence > 2:
                break
            if other.index < phrase.index and other.sort == sort:
                found.setdefault(self.chains.root(other.index))
        roots = tuple(sorted(found))
        return roots if len(roots) == number and self._fits(phrase, roots) else ()
