"""Whether an encounter was held, is planned, is proposed or was cancelled.

    met · will meet, is due to meet, agreed to meet · offered to meet, called for a summit, could meet ·
    cancelled the summit · refused to meet, did not meet (no meeting at all: ``None``)

Read from tense, mood, negation, and the verb or noun above. A postponed meeting is still planned. What is
asked ("whether they will meet") or supposed ("if they meet") is none.
"""

from __future__ import annotations

from communique.recognise.meetings.scene import Scene
from communique.recognise.meetings.sighting import Status
from communique.recognise.meetings.words import meeting_words

_NEGATIONS = frozenset({"not", "n't", "never", "hardly", "no", "neither", "nor"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "sha"})
_MAYBE = frozenset({"could", "may", "might", "should", "can", "must", "ought"})
_OPEN = frozenset({"if", "whether", "unless", "until"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj"})
_HAPPEN = frozenset({"take", "happen", "occur", "materialise", "materialize"})
_AT_WHICH = frozenset({"during", "at", "after", "following"})
"""What is announced, agreed or refused "during the meeting" says nothing against the meeting."""
_SOON = frozenset({"tomorrow", "next", "later", "coming", "soon"})


def of_verb(scene: Scene, verb: int, depth: int = 0) -> Status | None:
    """The standing of what a verb tells."""
    token = scene.tokens[verb]
    helpers = [scene.tokens[each] for each in scene.kids(verb, "aux", "cop")]
    modals = {each.text.lower() for each in helpers} | {each.lemma.lower() for each in helpers}
    adverbs = {
        scene.tokens[each].lemma.lower() for each in scene.kids(verb, "advmod", "aux", "det", "cc:preconj")
    }
    negated = bool(adverbs & _NEGATIONS or {"n't", "not"} & modals)
    marks = {scene.base(each) for each in scene.kids(verb, "mark")}
    if negated or marks & _OPEN or _is_asked(scene, verb):
        return None
    if "to" in marks and {"be", "have"} <= modals and token.xpos == "VBN":
        # "was to have met": it did not
        return "cancelled"
    if modals & _FUTURE and _hoped(scene, verb):
        return "proposed"
    if modals & _FUTURE or "due" in marks or _going_to(scene, verb):
        return "planned"
    if "would" in modals:
        return "planned" if _reported(scene, verb) else "proposed"
    if modals & _MAYBE:
        return "proposed"
    relation = token.deprel.partition(":")[0]
    if relation == "advcl" and marks & {"before", "once", "when"} and depth < 4:
        # "will meet before the talks begin": they begin then
        above = of_verb(scene, token.head, depth + 1)
        if above == "planned" and token.xpos in {"VBP", "VBZ"}:
            return "planned"
    infinitive = "to" in marks
    if relation == "root" and infinitive:
        return _due(scene, verb)
    if relation == "conj" and not helpers and token.xpos in {"VB", "VBG"} and depth < 4:
        return of_verb(scene, token.head, depth + 1)
    if depth < 4 and relation in _CLAUSES and (infinitive or token.xpos in {"VBG", "VB"}):
        return _below(scene, verb, token.head, relation, depth)
    soon = any(scene.tokens[each].text.lower() in _SOON for each in _near(scene, verb))
    if token.xpos in {"VBZ", "VBP", "VBG"} and soon:
        return "planned"
    return "held"


def _hoped(scene: Scene, verb: int) -> bool:
    """As in "they hope that he will come"."""
    head = scene.tokens[verb].head
    below = scene.tokens[verb].deprel.startswith("ccomp")
    return below and scene.is_one_of(head, frozenset({"hope", "want", "wish", "suggest", "urge", "propose"}))


def _is_asked(scene: Scene, verb: int) -> bool:
    sentence = scene.analysis.sentences[scene.tokens[verb].sentence]
    return scene.tokens[sentence.last - 1].text == "?"


def _near(scene: Scene, verb: int) -> list[int]:
    times = scene.kids(verb, "obl", "advmod", "nmod")
    return [*times, *(child for time in times for child in scene.kids(time, "amod"))]


def _going_to(scene: Scene, verb: int) -> bool:
    """As in "is going to meet"."""
    head = scene.tokens[verb].head
    return head != verb and scene.tokens[head].text.lower() == "going" and scene.tokens[verb].xpos == "VB"


def _reported(scene: Scene, verb: int) -> bool:
    head = scene.tokens[verb].head
    relation = scene.tokens[verb].deprel.partition(":")[0]
    return relation in {"ccomp", "parataxis"} and scene.is_one_of(head, meeting_words().carry["report"])


def _due(scene: Scene, verb: int) -> Status:
    """As in "is due to visit", "are to meet", where the parser made the infinitive the root."""
    words = meeting_words().infinitive
    before = [each for each in scene.children[verb] if each < verb]
    lemmas = {scene.base(each) for each in before}
    return "proposed" if lemmas & words["proposed"] else "planned"


def _below(scene: Scene, verb: int, head: int, relation: str, depth: int) -> Status | None:
    """The standing of an infinitive or participle, by the word it depends on."""
    words = meeting_words()
    above = of_verb(scene, head, depth + 1)
    for child in scene.children[verb]:
        if child < verb and scene.base(child) in {"due", "set", "ready", "willing"}:
            return "planned" if scene.base(child) in words.infinitive["planned"] else "proposed"
    if scene.is_one_of(head, words.carry["cancel"]):
        return "cancelled" if above == "held" else above
    for standing in ("refused", "planned", "proposed", "held"):
        if scene.is_one_of(head, words.infinitive[standing]):
            if above is None or standing == "refused":
                return None
            return above if standing == "held" else "planned" if standing == "planned" else "proposed"
    noun = of_noun_over(scene, head)
    if noun is not None:
        return noun if noun != "held" else above
    if relation == "xcomp" and scene.tokens[verb].xpos == "VB" and not scene.is_one_of(head, words.movement):
        return "proposed" if above is not None else None
    return above


def of_noun_over(scene: Scene, index: int) -> Status | None:
    """What a noun like "plan", "proposal" or "cancellation" makes of the meeting below it."""
    standing = meeting_words().standing
    if scene.tokens[index].upos != "NOUN":
        return None
    if scene.is_one_of(index, standing["over_cancelled"]):
        return "cancelled"
    if scene.is_one_of(index, standing["over_planned"]):
        return "planned"
    return "proposed" if scene.is_one_of(index, standing["over_proposed"]) else None


def of_noun(scene: Scene, noun: int, carrier: int | None) -> Status | None:
    """The standing of a meeting that a noun names; ``carrier`` is the verb it is subject or object of."""
    words = meeting_words()
    beside = {scene.tokens[each].text.lower() for each in scene.kids(noun, "amod", "compound", "advmod")}
    for child in scene.kids(noun, "det"):
        if scene.base(child) in {"no", "neither"}:
            return None
    if _never_held(scene, noun) or (carrier is not None and _did_not_happen(scene, noun, carrier)):
        return "cancelled"
    told = _in_clause(scene, noun)
    if told is not None:
        return told
    if carrier is not None and _carried(scene, noun, carrier) == "cancelled":
        return "cancelled"
    for standing in ("cancelled", "planned", "proposed"):
        if beside & words.standing[standing] and not (
            standing == "planned" and _is_past(scene, carrier, beside)
        ):
            return (
                "cancelled" if standing == "cancelled" else "planned" if standing == "planned" else "proposed"
            )
    head = scene.tokens[noun].head
    over = of_noun_over(scene, head) if head != noun else None
    if over is not None:
        return over
    if _way_for(scene, noun):
        return "proposed"
    if {"ahead"} & scene.cases(noun):
        return "planned"
    if carrier is None:
        return _of_aside(scene, noun)
    return _carried(scene, noun, carrier)


def _of_aside(scene: Scene, noun: int) -> Status | None:
    """As in "will meet on the sidelines of the summit": the summit is to come as well."""
    head = scene.tokens[noun].head
    if scene.base(head) not in {"sideline", "sidelines", "margin", "margins"}:
        return "held"
    verb = scene.tokens[head].head
    own = of_verb(scene, verb) if scene.tokens[verb].upos == "VERB" else "held"
    return "planned" if own == "planned" else "held"


def _never_held(scene: Scene, noun: int) -> bool:
    """As in "a call that never took place", "talks that did not happen"."""
    for clause in scene.kids(noun, "acl"):
        if scene.tokens[clause].deprel == "acl:relcl" and _happens_not(scene, clause):
            return True
    return False


def _in_clause(scene: Scene, noun: int) -> Status | None:
    """As in "a meeting that was cancelled", "a summit that Norway will host", "talks which were put off"."""
    words = meeting_words().carry
    for clause in scene.kids(noun, "acl"):
        if scene.tokens[clause].deprel != "acl:relcl":
            continue
        own = of_verb(scene, clause)
        if own == "held" and scene.is_one_of(clause, words["cancel"]) and scene.kids(clause, "nsubj:pass"):
            return "cancelled"
        if scene.is_one_of(clause, frozenset({"postpone", "delay"})) and scene.kids(clause, "nsubj:pass"):
            return "planned"
        if own == "planned" and scene.is_one_of(clause, words["hold"]):
            return "planned"
    return None


def _did_not_happen(scene: Scene, noun: int, verb: int) -> bool:
    """As in "The planned call never took place", "The talks will not take place"."""
    maybe = {scene.base(each) for each in scene.kids(verb, "aux")} & _MAYBE
    return scene.tokens[noun].deprel == "nsubj" and _happens_not(scene, verb) and not maybe


def _happens_not(scene: Scene, verb: int) -> bool:
    words = {scene.base(each) for each in scene.kids(verb, "advmod", "aux")}
    return scene.is_one_of(verb, _HAPPEN) and bool(words & _NEGATIONS) and not _is_asked(scene, verb)


def _way_for(scene: Scene, noun: int) -> bool:
    """As in "paved the way for talks", "there is talk of a summit": whether there will be any is open."""
    token = scene.tokens[noun]
    above = scene.tokens[token.head]
    if scene.cases(noun) == {"of"} and above.xpos == "NN" and scene.base(above.index) == "talk":
        return True
    articles = {scene.base(each) for each in scene.kids(noun, "det")} - {"a", "an", "any", "some", "another"}
    if articles or not scene.cases(noun) & {"for", "to", "towards", "toward"} or _dated(scene, noun):
        return False
    ways = meeting_words().standing["over_way"]
    if token.deprel.startswith("nmod"):
        return scene.is_one_of(token.head, ways)
    return token.deprel.startswith("obl") and any(
        scene.is_one_of(each, ways) for each in scene.kids(token.head, "obj", "nsubj")
    )


def _dated(scene: Scene, noun: int) -> bool:
    return noun in scene.dates or any(scene.tokens[each].upos == "NUM" for each in scene.children[noun])


def _is_past(scene: Scene, carrier: int | None, beside: set[str]) -> bool:
    """As in "The next meeting took place in Oslo"."""
    narrative = beside & meeting_words().standing["planned"] <= {"next"}
    return narrative and carrier is not None and of_verb(scene, carrier) == "held"


def _carried(scene: Scene, noun: int, verb: int) -> Status | None:
    words = meeting_words().carry
    own = of_verb(scene, verb)
    particle = {scene.base(each) for each in scene.kids(verb, "compound", "advmod", "obl", "case")}
    subject = scene.tokens[noun].deprel in {"nsubj", "nsubj:pass"}
    passive = bool(scene.kids(verb, "aux:pass")) or scene.tokens[noun].deprel == "nsubj:pass"
    through = scene.base(verb) == "fall" and "through" in particle
    off = through or (scene.is_one_of(verb, frozenset({"call", "break"})) and "off" in particle)
    if scene.is_one_of(verb, words["cancel"]) or off:
        return "cancelled" if own == "held" else own if own != "proposed" else "planned"
    if scene.is_one_of(verb, frozenset({"postpone", "delay"})):
        indefinitely = any(scene.base(each) == "indefinitely" for each in scene.kids(verb, "advmod"))
        return "cancelled" if indefinitely and own == "held" else "planned"
    if scene.is_one_of(verb, words["refuse"]):
        return None if own == "held" and not (subject and scene.base(verb) == "fail") else "held"
    if scene.cases(noun) & _AT_WHICH and not subject:
        return own or "held"
    if scene.is_one_of(verb, words["hold"]) or (subject and scene.is_one_of(verb, words["occur"])):
        return own
    if scene.is_one_of(verb, meeting_words().movement) and scene.cases(noun) & {"for", "on"}:
        return own
    if subject and not passive:
        return own or "held"
    if scene.is_one_of(verb, words["plan"]):
        return "planned" if own is not None else None
    if scene.is_one_of(verb, words["propose"]):
        stands = scene.base(verb) == "invite" and scene.base(noun) in {"summit", "conference"}
        return None if own is None else "planned" if stands else "proposed"
    return "held"
