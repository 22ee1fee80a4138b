"""What was done: a noun phrase or clause as a Matter, and whether it is conduct at all.

"his handling of the floods" → conduct {handl}, other words {flood}, doer: the one that "his" stands for
"the general ordered the killings" → conduct {order}, other words {kill}, doer: the general
"""

from __future__ import annotations

from communique.analyse import lexicon
from communique.analyse.certainty.clause import lowered
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Matter

_LEFT_OUT = frozenset(("parataxis", "appos", "discourse", "vocative"))
_NOT_OF_NAME = frozenset(("the", "a", "an", "this", "that", "these", "those", "such", "any", ",", "'", '"'))
_QUOTES = {"”": "“", "’": "‘", "''": "``", '"': '"'}
_WHEN = frozenset(("nmod:unmarked", "obl:unmarked", "nmod:tmod", "obl:tmod"))
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
_ENDINGS = (
    "ations", "ation", "ating", "ated", "ates", "ate", "ences", "ence", "ances", "ance", "ments", "ment",
    "tions", "ings", "ing", "ies", "ied", "ery", "ers", "ed", "es", "er", "al", "s", "y", "e",
)  # fmt: skip


@lexicon.cached
def stem(word: str) -> str:
    """What a noun and its verb have in common.

    >>> stem("interference") == stem("interfering"), stem("collusion") == stem("colluded")
    (True, True)
    """
    word = word.lower()
    for ending in ("sions", "sion"):
        if word.endswith(ending) and len(word) > len(ending) + 3 and word[-len(ending) - 1] != "s":
            return word[: -len(ending)] + "d"
    if word.endswith(("ssion", "ssions")):
        word = word.removesuffix("s")[:-3]
    if word.endswith(("ptions", "ption", "ctions", "ction")):
        return word.removesuffix("s")[:-3]
    for ending in _ENDINGS:
        if (ending == "y" and len(word) < 7) or word.endswith(("ional", "ionals")):
            continue
        if word.endswith(ending) and len(word) >= len(ending) + 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def matter(scene: Scene, head: int) -> Matter:
    """The phrase or clause of a word as a Matter."""
    first, last = extent(scene, head)
    heads = {head, *(each for each in scene.kids(head, "conj") if first <= each < last)}
    left_out = -1
    if scene.low(head) in scene.words.share:  # "a role |in the poisoning|"
        done = {each for each in scene.kids(head, "nmod", "obl") if "in" in scene.prepositions(each)}
        heads, left_out = (done, head) if done else (heads, -1)
    conduct = frozenset(stem(lowered(scene.tokens[each])) for each in heads)
    words = frozenset(
        stem(lowered(token))
        for token in scene.tokens[first:last]
        if token.upos in _CONTENT and token.index not in heads and token.index != left_out
    )
    start, end = scene.offsets(first, last)
    return Matter(first, last, head, conduct, words, scene.mentions.within(start, end), doers(scene, head))


def extent(scene: Scene, head: int) -> tuple[int, int]:
    """The tokens of a phrase without what stands before it as preposition, and without relative clauses."""
    inside = {head}
    stack = [head]
    while stack:
        node = stack.pop()
        for child in scene.children[node]:
            if not _is_outside(scene, child, of_head=node == head):
                inside.add(child)
                stack.append(child)
    first, last = head, head + 1
    while first - 1 in inside:
        first -= 1
    while last in inside:
        last += 1
    for index in range(head + 1, last - 1):
        if _breaks_off(scene, index):
            last = index
            break
    while last - 1 > head and scene.tokens[last - 1].upos in ("PUNCT", "CCONJ"):
        last -= 1
    while first < head and scene.tokens[first].upos in ("PUNCT", "CCONJ"):
        first += 1
    return first, last


def _breaks_off(scene: Scene, index: int) -> bool:
    """As in "the plans |–| unveiled in May –", "colluding with gangs|,| a charge that he denies"."""
    token = scene.tokens[index]
    if token.text in ("–", "—", "--"):
        return token.start > scene.tokens[index - 1].end
    if token.text != "," or scene.low(index + 1) not in ("a", "an"):
        return False
    return any(
        scene.low(each) in scene.words.nouns for each in range(index + 2, min(index + 4, len(scene.tokens)))
    )


def _is_outside(scene: Scene, child: int, *, of_head: bool) -> bool:
    """Whether a dependant is no part of the phrase of the word it depends on."""
    token, base = scene.tokens[child], scene.base[child]
    head = token.head
    if base in _LEFT_OUT or token.deprel == "acl:relcl":
        return True
    if child > head and token.deprel in _WHEN:
        return True
    if base == "conj" and scene.low(child) in scene.words.nouns and scene.low(head) not in scene.words.nouns:
        return True  # "jailed for theft and |a charge of assault|": another matter
    if not of_head:
        return False
    if child < head:
        auxiliary = base == "aux" and scene.tokens[head].upos == "VERB"
        auxiliary = auxiliary or (base == "cop" and token.xpos == "VBG")  # "accused of |being| too soft"
        return base in ("case", "mark", "cc", "punct", "cop", "aux") and not auxiliary
    if base == "conj":
        return token.upos == "VERB" and bool(scene.kids(child, "nsubj"))
    return base == "advcl" and token.xpos != "VBG" and not scene.prepositions(child) & {"to", "for"}


def doers(scene: Scene, head: int) -> tuple[int, ...]:
    """Whose conduct a phrase or clause tells of."""
    found: dict[int, None] = {}
    by_of = scene.low(head) in scene.words.by_of
    for child in scene.children[head]:
        token = scene.tokens[child]
        base = scene.base[child]
        if token.deprel == "nmod:poss" or (base == "nsubj" and token.deprel != "nsubj:pass"):
            found.update(dict.fromkeys(scene.people(child)))
        elif base in ("nmod", "obl"):
            cases = scene.prepositions(child)
            if cases & {"by", "between"} or (by_of and cases == {"of"}):
                found.update(dict.fromkeys(scene.people(child)))
            for each in scene.kids(child, "nmod"):  # "the annexation of the island |by Eritrea|"
                if "by" in scene.prepositions(each):
                    found.update(dict.fromkeys(scene.people(each)))
        elif base in ("amod", "compound") and child < head:
            state = scene.country(token)
            if state is not None:
                found[state] = None
            else:
                found.update(dict.fromkeys(scene.mentions.by_head.get(child, ())))
    return tuple(found)


def named(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """A phrase as a name: without the article or possessive pronoun before it; a clause stays whole."""
    for each in range(first, last):
        above = scene.tokens[each].head
        if scene.base[each] == "nsubj" and first <= above < last and scene.base[above] != "acl":
            return first, last
    if last < len(scene.tokens) and _closes(scene, first, last):
        last += 1
    while first < last - 1 and (
        scene.low(first) in _NOT_OF_NAME or scene.tokens[first].xpos in ("PRP$", "WP$", "CC", "PDT")
    ):
        first += 1
    return first, last


def _closes(scene: Scene, first: int, last: int) -> bool:
    """Whether the word behind a phrase is the quotation mark that closes one opened in it."""
    opening = _QUOTES.get(scene.tokens[last].text)
    inside = [scene.tokens[each].text for each in range(first, last)]
    if opening is None or opening not in inside:
        return False
    closing = scene.tokens[last].text
    return inside.count(opening) % 2 == 1 if opening == closing else closing not in inside


def is_general(scene: Scene, head: int) -> bool:
    """Whether a word waits for what it is about: "the issue", "it"."""
    token = scene.tokens[head]
    return token.upos in ("PRON", "DET", "NUM", "SYM", "ADV") or lowered(token) in scene.words.general


def is_listed_deed(scene: Scene, head: int) -> bool:
    """Whether a noun is one of conduct by the lexicon."""
    return scene.tokens[head].upos == "NOUN" and lowered(scene.tokens[head]) in scene.words.deeds


def is_deed(scene: Scene, head: int) -> bool:
    """Whether a word can stand for conduct: by the lexicon, by its ending, or by the one whose it is."""
    token = scene.tokens[head]
    word = lowered(token)
    if token.upos == "VERB":
        return True
    if token.upos != "NOUN" or is_general(scene, head) or scene.is_actor(head):
        return False
    if word in scene.words.deeds or is_wrong(scene, head):
        return True
    if word in scene.words.not_deeds:
        return False
    return len(word) > 5 and word.removesuffix("s").endswith(scene.words.deed_endings)


def is_wrong(scene: Scene, head: int) -> bool:
    """Whether a word stands for something wrong in itself."""
    return lowered(scene.tokens[head]) in scene.words.wrong


def has_wrong(scene: Scene, found: Matter) -> bool:
    """Whether any word of a matter stands for something wrong."""
    return any(
        lowered(token) in scene.words.wrong
        for token in scene.tokens[found.first : found.last]
        if token.upos in ("NOUN", "VERB")
    )
