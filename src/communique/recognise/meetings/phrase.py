"""The noun phrase of a meeting: whether it is one, one or several, new or spoken of before, and its words."""

from __future__ import annotations

from communique.recognise.meetings.scene import Scene
from communique.recognise.meetings.sighting import Reference
from communique.recognise.meetings.words import meeting_words

_MASS = frozenset({"talk", "negotiation", "consultation", "discussion"})
"""Plural in form, one event in meaning: "talks"."""
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "that", "those"})


def kind_of(scene: Scene, index: int) -> str | None:
    """The kind that a noun speaks for; ``None`` where it is no noun of meeting."""
    words, token = meeting_words(), scene.tokens[index]
    lemma = scene.nouns.get(token.text.lower())
    if lemma is None or (lemma not in words.nouns and lemma not in words.last_words):
        return None
    if token.upos not in {"NOUN", "PROPN"} and not _misread_talks(scene, index):
        return None
    before = scene.tokens[index - 1] if index else None
    if before is not None:
        kind = words.compounds.get((before.lemma.lower(), lemma)) or words.compounds.get(
            (before.text.lower(), lemma)
        )
        if kind is not None:
            return kind
        if before.lemma.lower() in {"summit"} and lemma in words.nouns:
            return "summit"
    if lemma in words.with_people and _with_somebody(scene, index):
        return words.with_people[lemma]
    return words.nouns.get(lemma)


def _with_somebody(scene: Scene, index: int) -> bool:
    """As in "a call between A and B", "A's call with B"; not "a call with investors", "a call for calm"."""
    for child in scene.kids(index, "nmod"):
        known = [scene.analysis.entities[each].kind in {"person", "country"} for each in scene.people(child)]
        if scene.cases(child) & {"with", "between"} and known and all(known):
            return True
    return False


def _misread_talks(scene: Scene, index: int) -> bool:
    """As in "The US-Iran talks in Geneva failed", where the tagger took "talks" for the verb."""
    token = scene.tokens[index]
    if token.text != "talks" or index < 2 or token.upos != "VERB":
        return False
    subjects = scene.kids(index, "nsubj")
    return (
        bool(subjects)
        and subjects[-1] == index - 1
        and scene.tokens[index - 2].text in {"-", "\u2013", "\u2014"}
    )


def is_none(scene: Scene, index: int) -> bool:
    """Whether the noun is no encounter here: "conference room", "summit of the mountain", "small talk"."""
    words, token = meeting_words(), scene.tokens[index]
    head = scene.tokens[token.head]
    if token.deprel == "compound" and head.index > index and head.upos in {"NOUN", "PROPN"}:
        return True
    following = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if following is not None and following.lemma.lower() in words.no_before and following.upos == "NOUN":
        return True
    if token.deprel.startswith("conj") and kind_of(scene, head.index) is not None and head.upos == "NOUN":
        return True
    if scene.in_body(index):
        return True
    modifiers = {scene.base(each) for each in scene.kids(index, "amod", "compound")}
    if modifiers & words.no_with:
        return True
    return any(
        scene.base(each) in words.no_of for each in scene.kids(index, "nmod") if "of" in scene.cases(each)
    )


def one_of(scene: Scene, noun: int) -> int | None:
    """As in "One" in "one of the most notable meetings"."""
    token = scene.tokens[noun]
    head = scene.tokens[token.head]
    return head.index if token.deprel == "nmod" and head.lemma.lower() == "one" else None


def round_of(scene: Scene, noun: int) -> int:
    """The "round" of "another round of talks", which stands in the sentence for the talks."""
    token = scene.tokens[noun]
    if token.deprel != "nmod" or scene.cases(noun) != {"of"}:
        return noun
    talk = scene.base(token.head) == "talk" and scene.tokens[token.head].xpos == "NN"
    rounds = {"round", "series", "day", "hour", "set", "session"}
    return token.head if talk or scene.base(token.head) in rounds else noun


def several(scene: Scene, noun: int) -> bool:
    """Whether the noun speaks of a number of meetings as one."""
    token = scene.tokens[noun]
    if token.deprel == "nmod" and scene.base(token.head) in {"round", "series", "number", "string", "couple"}:
        return scene.base(token.head) != "round" or scene.tokens[token.head].xpos == "NNS"
    heads = (noun, *scene.kids(noun, "conj"))
    return any(scene.tokens[h].xpos in {"NNS", "NNPS"} and scene.base(h) not in _MASS for h in heads)


def reference_of(scene: Scene, noun: int) -> Reference:
    """Whether the phrase brings up a meeting, speaks of one again, or says that it is another."""
    words = meeting_words()
    modifiers = {scene.base(each) for each in scene.kids(noun, "amod", "det")}
    articles = {scene.tokens[each].text.lower() for each in scene.kids(noun, "det")}
    if modifiers & words.other:
        return "other"
    if articles & words.demonstrative:
        return "demonstrative"
    if articles & words.definite or scene.kids(noun, "nmod:poss"):
        return "definite"
    return "indefinite"


def is_proper(scene: Scene, noun: int) -> bool:
    """As in "the Helsinki summit", "the G20 summit": a name stands before the noun."""
    return any(
        scene.tokens[each].text[:1].isupper() and each < noun and each not in scene.date_tokens
        for each in scene.kids(noun, "compound")
    )


def modifier_of(scene: Scene, noun: int) -> str:
    """The name before the noun: "Geneva" of "the Geneva summit"; empty without one."""
    if not is_proper(scene, noun):
        return ""
    start = phrase_of(scene, noun)[0]
    return scene.analysis.document.text[start : scene.tokens[noun].start].strip()


def phrase_of(scene: Scene, noun: int) -> tuple[int, int]:
    """The offsets of the noun phrase without its article: "several key interactions and meetings"."""
    tokens = scene.tokens
    first, last = noun, noun + 1
    for child in scene.kids(noun, "amod", "compound", "nummod", "nmod:poss", "det", "flat"):
        if child < noun:
            first = min(first, scene.analysis.subtree(child)[0])
    for child in scene.kids(noun, "conj"):
        if tokens[child].upos == "NOUN" and kind_of(scene, child) is not None:
            last = max(last, child + 1)
    for child in scene.kids(noun, "nmod"):
        begin, end = scene.analysis.subtree(child)
        named = not any(token.upos == "PRON" for token in tokens[begin:end])
        if (
            several(scene, noun)
            and begin == last
            and "between" in scene.cases(child)
            and named
            and end - begin < 12
        ):
            last = max(begin + 1, *(each + 1 for each in (child, *scene.kids(child, "conj"))))
    while first < noun and tokens[first].upos == "DET" and tokens[first].text.lower() in _ARTICLES:
        first += 1
    return tokens[first].start, tokens[last - 1].end
