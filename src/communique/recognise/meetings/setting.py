"""When and where, and what about: dates, places and topics that stand by a meeting in its sentence.

A date or a place belongs to a meeting when it depends on the noun or verb that tells of it, or on the verb
that carries the noun; nothing is taken from another clause, and nothing from a heading.
"""

from __future__ import annotations

from communique.analyse import tables
from communique.analyse.analysis import Date, Place
from communique.recognise.meetings.scene import LOCATIVE, NO_DATE_OF_IT, Scene
from communique.recognise.meetings.sighting import Span
from communique.recognise.meetings.words import meeting_words

_NAMED_THINGS = frozenset({"including", "include", "such", "like"})


def date_of(scene: Scene, anchors: tuple[int, ...]) -> Date | None:
    """The date that depends on one of the anchors: the first that has a value, else the first."""
    found: list[Date] = []
    for anchor in _with_settings(scene, anchors):
        for token, date in scene.dates.get(anchor, ()):
            relation = scene.tokens[token].deprel.partition(":")[0]
            if scene.cases(token) & NO_DATE_OF_IT or relation in {"nsubj", "obj"}:
                continue
            found.append(date)
    found.sort()
    return next((date for date in found if date.edtf), found[0] if found else None)


def place_aside(scene: Scene, anchors: tuple[int, ...]) -> Place | None:
    """The place of the event at whose sidelines a meeting was."""
    aside = [
        below
        for anchor in anchors
        for child in scene.kids(anchor, "obl", "nmod")
        if scene.base(child) in {"sideline", "margin"}
        for below in (child, *scene.kids(child, "nmod"))
    ]
    return next((place for each in aside for _, place in scene.places.get(each, ())), None)


def place_of(scene: Scene, anchors: tuple[int, ...], goal: bool = False) -> Place | None:
    """The place that depends on one of the anchors. ``goal``: "to" counts too, for "flew to Oslo to meet"."""
    for anchor in _with_settings(scene, anchors):
        for token, place in scene.places.get(anchor, ()):
            relation = scene.tokens[token].deprel.partition(":")[0]
            cases = scene.cases(token)
            # "a summit planned for Lima"
            due = "for" in cases and scene.is_one_of(anchor, meeting_words().infinitive["planned"])
            if cases & LOCATIVE or (goal and "to" in cases) or due:
                return place
            # "the Helsinki summit", "Helsinki's summit"
            # but "the Libya talks", "the A-B summit": a state's name tells the matter, or who meets
            named = relation in {"compound", "nmod"} and cases <= {"'s", "\u2019s"} and token < anchor
            if named and tables.country_by_name(place.name) is None:
                return place
    return None


def place_before(scene: Scene, verb: int) -> Place | None:
    """As in "invited both to Oslo, where they met": the place that a "where" clause tells more of."""
    for _ in range(3):
        token = scene.tokens[verb]
        above = scene.tokens[token.head]
        if token.head == verb:
            return None
        if any(scene.base(each) == "where" for each in scene.kids(verb, "advmod")):
            spoken_of = scene.places.get(above.head, ()) if token.deprel.startswith("acl") else ()
            root = scene.places.get(above.index, ()) if above.head == above.index else ()
            return next((place for at, place in (*spoken_of, *root) if at == above.index), None)
        if not token.deprel.startswith(("acl", "advcl", "xcomp")):
            return None
        verb = above.index
    return None


def place_before_clause(scene: Scene, noun: int) -> Place | None:
    """As in "a meeting in Oslo that was cancelled", where the parser hung Oslo on the clause behind it."""
    for clause in scene.kids(noun, "acl"):
        marks = [each for each in scene.children[clause] if scene.tokens[each].xpos in {"WDT", "WP"}]
        for at, place in scene.places.get(clause, ()) if marks else ():
            if at < marks[0] and scene.cases(at) & LOCATIVE:
                return place
    return None


def _with_settings(scene: Scene, anchors: tuple[int, ...]) -> list[int]:
    """The anchors, and the settings below them that may hold the name: "at a hotel in Geneva"."""
    found = list(anchors)
    for anchor in anchors:
        for child in scene.kids(anchor, "obl", "nmod"):
            if child in anchors:
                continue
            cases = scene.cases(child)
            setting = bool(cases & LOCATIVE) and not scene.has_persons(child)
            if setting or child in scene.place_tokens or child in scene.date_tokens:
                found.append(child)
            elif scene.base(child) in {"hour", "day", "minute"}:
                # "for two hours at the palace", where the parser hung the palace on the hours
                found.append(child)
                found.extend(c for c in scene.kids(child, "nmod") if scene.cases(c) & LOCATIVE)
            elif child in scene.place_tokens or scene.tokens[child].upos == "PROPN":
                # "a conference on Syria in Vienna"
                found.append(child)
            elif (
                "with" in cases
                or "between" in cases
                or ("of" in cases and (scene.people(child) or scene.is_one_of(child, scene.offices)))
            ):
                # "his meeting with Putin in Vienna", where the parser hung Vienna on Putin.
                found.append(child)
    return found


def topics_of(scene: Scene, noun: int, anchors: tuple[int, ...]) -> tuple[Span, ...]:
    """What was on the agenda, each coordinated item a span of its own."""
    lists = meeting_words().topics
    found: list[Span] = []
    for anchor in anchors:
        for child in scene.kids(anchor, "nmod", "obl"):
            if scene.cases(child) & lists["prepositions"] and _is_topic(scene, child):
                found.extend(items(scene, child))
        for clause in scene.kids(anchor, "advcl", "xcomp", "acl", "conj", "parataxis"):
            if scene.is_one_of(clause, lists["verbs"]):
                for thing in scene.kids(clause, "obj"):
                    found.extend(items(scene, thing))
            if scene.is_one_of(clause, lists["focus"]):
                found.extend(_focus(scene, clause))
        if noun != anchor and scene.is_one_of(anchor, lists["verbs"] | lists["contain"]):
            subject = scene.tokens[noun].deprel.startswith("nsubj")
            for thing in scene.kids(anchor, "obj") if subject else ():
                found.extend(_inner_items(scene, thing))
        if noun != anchor and scene.is_one_of(anchor, lists["focus"]):
            found.extend(_focus(scene, anchor))
    return tuple(dict.fromkeys(found))


def told_during(scene: Scene, verb: int) -> tuple[Span, ...]:
    """As in "during the talks he sided with her regarding X": X, where "regarding" says so."""
    found: list[Span] = []
    for anchor in (verb, *scene.kids(verb, "xcomp", "ccomp")):
        for child in scene.kids(anchor, "obl", "nmod"):
            if scene.cases(child) & {"regarding", "concerning", "regard", "concern"} and _is_topic(
                scene, child
            ):
                found.extend(items(scene, child))
    return tuple(found)


def _focus(scene: Scene, verb: int) -> list[Span]:
    """What "focused on" is followed by."""
    below = [c for c in scene.kids(verb, "obl", "nmod") if scene.cases(c) & {"on", "around", "upon"}]
    return [span for child in below if _is_topic(scene, child) for span in items(scene, child)]


def _inner_items(scene: Scene, thing: int) -> list[Span]:
    """The object of "the talks involved/included …": discussions on a matter, or the matter itself."""
    lists = meeting_words()
    if scene.base(thing) in lists.nouns:
        below = [c for c in scene.kids(thing, "nmod") if scene.cases(c) & lists.topics["prepositions"]]
        return [span for child in below if _is_topic(scene, child) for span in items(scene, child)]
    if scene.people(thing) or scene.tokens[thing].upos == "PRON":
        return []
    matter = scene.is_one_of(scene.tokens[thing].head, lists.topics["verbs"])
    return items(scene, thing) if matter else []


def _is_topic(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if scene.base(token.head) == "call" and scene.people(index):  # "called on the king"
        return False
    if index in scene.date_tokens or (index in scene.place_tokens and scene.cases(index) & LOCATIVE):
        return False
    return token.upos in {"NOUN", "PROPN"} and not scene.is_one_of(index, meeting_words().topics["no_topic"])


def items(scene: Scene, index: int) -> list[Span]:
    """A noun and what is joined to it; of "a range of issues, including A and B" only A and B."""
    lists = meeting_words().topics
    listed = _examples(scene, index) if scene.is_one_of(index, lists["umbrella"]) else []
    heads = listed or [
        index,
        *(c for c in scene.kids(index, "conj") if scene.tokens[c].upos in {"NOUN", "PROPN"}),
    ]
    return [_span(scene, head) for head in heads]


def _examples(scene: Scene, index: int, depth: int = 0) -> list[int]:
    """The items after "including" or "such as" below a general noun."""
    for child in scene.kids(index, "nmod", "conj", "obl", "appos"):
        if {scene.base(each) for each in scene.kids(child, "case")} & _NAMED_THINGS:
            return [child, *scene.kids(child, "conj")]
        if depth < 3 and scene.is_one_of(child, meeting_words().topics["umbrella"]):
            found = _examples(scene, child, depth + 1)
            if found:
                return found
    return []


def _span(scene: Scene, index: int) -> Span:
    """The phrase of one item: without preposition, without the items joined to it, without clauses."""
    tokens = scene.tokens
    kept, stack = [index], [index]
    while stack:
        for child in scene.children[stack.pop()]:
            relation = tokens[child].deprel.partition(":")[0]
            if relation in {"conj", "cc", "punct", "acl", "parataxis", "advcl", "appos"}:
                continue
            if relation in {"case", "mark"} and tokens[child].head == index and child < index:
                continue
            beside = relation in {"nmod", "obl"} and tokens[child].head == index
            if beside and (child in scene.date_tokens or "between" in scene.cases(child)):
                continue
            kept.append(child)
            stack.append(child)
    first, last = min(kept), max(kept)
    return tokens[first].start, tokens[last].end
