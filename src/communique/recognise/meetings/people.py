"""Who takes part: the sides that a noun or a verb of meeting names, as entities.

talks between A and B · A's meeting with B · the A-B summit · A and B held talks · A met (with) B ·
A flew to Oslo to meet B
"""

from __future__ import annotations

from communique.recognise.meetings.scene import Scene
from communique.recognise.meetings.words import meeting_words

_WITH = frozenset({"with", "alongside"})
_BETWEEN = frozenset({"between", "among", "amongst"})
_RELATIVES = frozenset({"who", "that", "which", "whom"})


def subject(scene: Scene, verb: int, depth: int = 0) -> tuple[int, ...]:
    """The entities of the subject of a verb, looked for above it where the clause has none of its own."""
    helpers = [own for each in scene.kids(verb, "cop", "aux", "advmod") for own in scene.kids(each, "nsubj")]
    for child in (*scene.kids(verb, "nsubj"), *helpers):
        # "was to have spoken": the parser took it for a passive
        passive = scene.tokens[child].deprel == "nsubj:pass" and bool(scene.kids(verb, "aux:pass"))
        if passive and not depth:
            continue
        if scene.base(child) in _RELATIVES and scene.tokens[verb].deprel.startswith("acl"):
            return scene.people(child) or scene.people(scene.tokens[verb].head)
        found = scene.people(child) or _speaker(scene, verb, child)
        if found or child == (*scene.kids(verb, "nsubj"), *helpers)[-1]:
            # Of two subjects the first may be a dateline.
            return found
    token = scene.tokens[verb]
    if depth >= 4 or token.head == verb:
        return ()
    relation = token.deprel.partition(":")[0]
    if relation == "conj" and scene.tokens[token.head].upos in {"VERB", "AUX", "ADJ"}:
        return subject(scene, token.head, depth + 1)
    if relation in {"xcomp", "advcl", "ccomp"} and token.xpos in {"VB", "VBG", "VBN"}:
        controlled = scene.kids(token.head, "obj", "iobj") if relation == "xcomp" else []
        asked = scene.is_one_of(token.head, frozenset({"invite", "ask", "urge", "tell", "persuade", "send"}))
        if controlled and asked:
            return scene.people(controlled[0])
        return subject(scene, token.head, depth + 1)
    if relation == "acl":
        return _owner(scene, token.head)
    return ()


def _speaker(scene: Scene, verb: int, pronoun: int) -> tuple[int, ...]:
    """As in "|We| met the minister," |the envoy| said: who says so took part."""
    if scene.tokens[pronoun].text.lower() != "we":
        return ()
    node = verb
    for _ in range(4):
        token = scene.tokens[node]
        if token.deprel.partition(":")[0] not in {"ccomp", "parataxis", "conj"}:
            return ()
        node = token.head
        for child in scene.kids(node, "nsubj") if token.deprel != "conj" else ():
            return scene.people(child) if scene.has_persons(child) else ()
    return ()


def _owner(scene: Scene, noun: int) -> tuple[int, ...]:
    """As in "Biden's plan to meet Xi", "Biden has a plan to meet Xi"."""
    for child in scene.kids(noun, "nmod:poss"):
        return scene.people(child)
    head = scene.tokens[noun].head
    if scene.tokens[noun].deprel == "obj" and scene.tokens[head].upos == "VERB":
        return subject(scene, head, 3)
    return ()


def companions(scene: Scene, index: int) -> tuple[int, ...]:
    """As in "with B", as a phrase below a noun or verb."""
    found: list[int] = []
    for child in scene.kids(index, "obl", "nmod"):
        if scene.cases(child) & _WITH:
            found.extend(each for each in scene.people(child) if each not in found)
    return tuple(found)


def agent(scene: Scene, verb: int) -> tuple[int, ...]:
    """As in "by A" below a passive verb."""
    for child in scene.kids(verb, "obl"):
        if scene.cases(child) == {"by"}:
            return scene.people(child)
    return ()


def named_by_noun(scene: Scene, noun: int) -> tuple[tuple[int, ...], bool]:
    """The sides within a noun phrase, and whether both are named there (by "between", "of", or a pair)."""
    found: list[int] = []
    closed = False

    def add(entities: tuple[int, ...]) -> None:
        found.extend(each for each in entities if each not in found)

    heads = [noun, *(c for c in scene.kids(noun, "conj") if scene.tokens[c].upos == "NOUN")]
    for head in heads:
        for child in scene.kids(head, "nmod", "obl"):
            cases = scene.cases(child)
            if scene.tokens[child].deprel == "nmod:poss":
                add(scene.people(child))
            elif cases & _BETWEEN:
                add(scene.people(child))
                closed = True
            elif cases & _WITH or (cases == {"by"} and scene.base(noun) in {"visit", "trip"}):
                add(scene.people(child))
            elif cases == {"of"} and (scene.base(noun) == "session" or _are_sides(scene, child)):
                add(scene.people(child))
                closed = scene.base(noun) != "session"
    if not found:
        add(_sides_of_matter(scene, noun))
    pair = _pair(scene, noun)
    add(pair)
    return tuple(found), closed or len(pair) > 1


def _sides_of_matter(scene: Scene, noun: int) -> tuple[int, ...]:
    """As in "talks on a ceasefire between A and B": they talk, where nobody else is named."""
    for child in scene.kids(noun, "nmod", "obl"):
        if scene.cases(child) & meeting_words().topics["prepositions"]:
            for inner in scene.kids(child, "nmod"):
                people = scene.people(inner) if scene.cases(inner) & _BETWEEN else ()
                if len(people) > 1:
                    return people
    return ()


def _are_sides(scene: Scene, index: int) -> bool:
    """As in "a summit of EU leaders", "a meeting of the two presidents"; not "a meeting of minds"."""
    people = scene.people(index)
    if scene.base(scene.tokens[index].head) == "summit" and scene.in_body(index):
        return bool(people)
    return bool(people) and (len(people) > 1 or scene.tokens[index].xpos in {"NNS", "NNPS"})


def _pair(scene: Scene, noun: int) -> tuple[int, ...]:
    """As in "the A-B summit", "the NATO summit": the names before the noun, cities and event names aside."""
    found: list[int] = []
    number = 0
    for child in scene.kids(noun, "compound", "amod", "nmod", "nsubj"):
        if child > noun or scene.cases(child):
            continue
        for token in (child, *scene.kids(child, "flat", "conj", "compound", "nmod", "dep", "appos")):
            mention = scene.inside.get(token)
            if mention is None or token in scene.date_tokens or token > noun:
                continue
            kinds = {scene.analysis.entities[each].kind for each in mention.entities}
            number += 1
            if token in scene.place_tokens and "country" not in kinds:
                continue
            found.extend(each for each in mention.entities if each not in found)
    countries = all(scene.analysis.entities[each].kind in {"country", "person"} for each in found)
    # One country alone may be the matter ("the Syria talks"), one body is who meets ("the NATO summit").
    return () if len(found) == 1 and countries else tuple(found)


def carrier(scene: Scene, noun: int) -> int | None:
    """The verb that a noun of meeting is subject or object of, or is joined to by a preposition."""
    token = scene.tokens[noun]
    for _ in range(3):
        if token.deprel != "conj" or scene.tokens[token.head].upos != "NOUN":
            break
        token = scene.tokens[token.head]
    relation = token.deprel.partition(":")[0]
    if relation in {"nsubj", "obj", "obl", "advmod", "iobj", "xcomp"} and scene.tokens[token.head].upos in {
        "VERB",
        "AUX",
    }:
        return token.head
    if relation == "nsubj" and scene.tokens[token.head].upos in {"NOUN", "ADJ", "PROPN", "PRON"}:
        return token.head
    told = scene.tokens[token.head]
    if (
        relation == "nmod"
        and told.deprel in {"obj", "iobj"}
        and scene.cases(noun) & {"at", "during", "after"}
    ):
        # "told reporters at a press conference": the parser hung it on the reporters
        verb = scene.tokens[told.head]
        if verb.upos == "VERB" and scene.is_one_of(verb.index, meeting_words().carry["report"]):
            return verb.index
    if token.deprel == "root" and any(scene.base(each) == "be" for each in scene.children[token.index]):
        return token.index
    return None


def takes_part(scene: Scene, verb: int, noun: int) -> bool:
    """Whether the subject of a verb takes part in the meeting that is its object: "held", "attended"."""
    lists = meeting_words().carry
    relation = scene.tokens[noun].deprel.partition(":")[0]
    cases = scene.cases(noun)
    if relation == "obj" or (relation == "obl" and not cases):
        off = scene.base(verb) in {"call", "break"} and "off" in map(
            scene.base, scene.kids(verb, "compound", "advmod")
        )
        return off or scene.is_one_of(verb, lists["hold"]) or scene.is_one_of(verb, lists["cancel"])
    joins = scene.is_one_of(
        verb,
        frozenset(
            {"participate", "join", "engage", "take", "enter", "arrive", "agree", "meet", "gather", "convene"}
        ),
    )
    return relation == "obl" and joins and bool(cases & {"in", "into", "for", "at", "on", "to"})
