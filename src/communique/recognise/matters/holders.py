"""Who stands around a noun that names a matter: whose conduct it is about, and who takes which side.

|Campaigners| voiced criticism of |the ministry|'s decision.   critical: Campaigners; about: the ministry
|The ministry| rejected allegations of fraud.                  supportive: The ministry
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.analyse.attribution import sources
from communique.recognise.matters import conduct
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Matter, Side
from communique.recognise.matters.words import NounFrame, Stance
from communique.records.base import Certainty

_TELLING: dict[str, Certainty] = {"allegation": "certain", "claim": "probable"}
"""Groups of nouns that say by themselves that somebody holds the matter to be so, and how surely."""


def about(
    scene: Scene, noun: int, frame: NounFrame, found: Matter | None, carrier: int | None
) -> tuple[int, ...]:
    """Whose conduct a matter is about, by what stands around its noun; else by the matter itself."""
    heads = [
        *_named_by_noun(scene, noun, frame),
        *(_sides_of(scene, noun, found) if frame.owner == "sides" else ()),
        *(_met_by_carrier(scene, noun, frame, found, carrier) if carrier is not None else ()),
    ]
    if frame.kind == "investigation" and found is not None and scene.is_actor(found.head):
        heads.append(found.head)
    if "under" in scene.prepositions(noun) and scene.kids(noun, "cop", "nsubj"):
        subject = scene.clauses.subject(noun)  # "|She| is under investigation over …"
        heads.extend([subject] if subject is not None else [])
    people = dict.fromkeys(each for head in heads for each in scene.people(head))
    if frame.name == "division":  # "within Norway and the region": the region only tells how far
        people = {each: None for each in people if scene.analysis.entities[each].kind != "group"}
    if not people and found is not None:
        joined = scene.kids(found.head, "conj") if frame.kind == "investigation" else []
        more = (each for child in joined for each in conduct.doers(scene, child))
        return tuple(dict.fromkeys((*found.doers, *more)))
    return tuple(people)


def _named_by_noun(scene: Scene, noun: int, frame: NounFrame) -> Iterator[int]:
    """As in "allegations |against| her", "criticism |of| the ministry", "a dispute |with| Spain"."""
    for child in scene.kids(noun, "nmod", "obl"):
        cases = scene.prepositions(child)
        owns = scene.tokens[child].deprel == "nmod:poss" or bool(cases & {"between", "with"})
        bears = bool(cases & {"of", "into"}) and frame.kind in ("criticism", "investigation")
        if frame.owner == "sides":
            # "divisions |within the party| over the pact"
            if owns or (cases == {"within"} and frame.name == "division"):
                yield child
        elif scene.is_actor(child) and (cases & {"against", "between"} or bears):
            yield child


def _sides_of(scene: Scene, noun: int, found: Matter | None) -> Iterator[int]:
    """As in "a row over fish |between| France and Britain", "the |India|-|Nepal| dispute"."""
    for child in scene.kids(found.head, "nmod") if found is not None else ():
        if "between" in scene.prepositions(child):
            yield child
    for child in scene.kids(noun, "compound", "amod", "nmod"):
        if child < noun and scene.tokens[child].upos == "PROPN":
            yield child


def _met_by_carrier(
    scene: Scene, noun: int, frame: NounFrame, found: Matter | None, carrier: int
) -> Iterator[int]:
    """As in "|she| faces allegations", "|she| was arrested on charges", "|her| decision drew criticism"."""
    word, lists = scene.low(carrier), scene.words
    if word in lists.booked:
        done_to = scene.object_of(carrier)[0]
        if done_to is not None and scene.is_actor(done_to):
            yield done_to
        return
    subject = scene.subject(carrier)
    if scene.kids(carrier, "aux:pass") or subject is None or subject == noun or not scene.is_actor(subject):
        return
    if word in lists.denial:  # who rejects criticism need not be the one criticised
        if frame.kind == "allegation" and not (found is not None and found.doers):
            yield subject
    elif frame.kind in ("allegation", "criticism", "concern"):
        arouses = word in lists.arouse and word not in lists.hold
        if arouses or word in lists.accused or word in ("come", "came"):
            yield subject


def sides(
    scene: Scene, noun: int, frame: NounFrame, found: Matter | None, carrier: int | None
) -> Iterator[Side]:
    """Who holds it against somebody, who looks into it, and who rejects it."""
    token = scene.tokens[noun]
    cue = (token.start, token.end)
    claim = (
        scene.offsets(found.first, found.last)
        if found is not None
        else scene.offsets(*conduct.extent(scene, noun))
    )
    number = scene.by_cue.get(noun)
    certainty = scene.statements[number].certainty if number is not None else "certain"
    holder = _holder(scene, noun, frame, carrier)
    if holder is not None and frame.owner != "sides":
        source, entity = scene.source(holder, noun)
        stance: Stance = "neutral" if frame.owner == "neutral" else "critical"
        if source is not None:
            yield Side(stance, source, entity, cue, claim, certainty, number, noun)
    if holder is None and found is not None and frame.name in _TELLING and not _is_carried(scene, carrier):
        # "allegations of fraud": somebody says so, whom the text does not name
        yield Side("critical", None, None, cue, claim, _TELLING[frame.name], number, noun)
    if carrier is not None and scene.low(carrier) in scene.words.denial and frame.owner == "holder":
        passive = bool(scene.kids(noun, "aux:pass")) or scene.tokens[noun].deprel == "nsubj:pass"
        head = sources.agent(scene.analysis, carrier) if passive else scene.subject(carrier)
        if head is not None and sources.can_speak(scene.analysis, head, saying=False):
            source, entity = scene.source(head, carrier)
            verb = scene.tokens[carrier]
            yield Side(
                "supportive", source, entity, (verb.start, verb.end), claim, "certain",
                scene.by_cue.get(carrier), carrier,
            )  # fmt: skip


def _is_carried(scene: Scene, carrier: int | None) -> bool:
    """Whether a verb says whose side is told: who denies the allegations, or is held on them."""
    lists = scene.words
    return carrier is not None and scene.low(carrier) in (lists.denial | lists.booked)


def _holder(scene: Scene, noun: int, frame: NounFrame, carrier: int | None) -> int | None:
    """Whose criticism it is: "critics' claims", "allegations by …", "drew criticism from …", "X voiced …"."""
    for child in scene.kids(noun, "nmod", "obl"):
        possessive = scene.tokens[child].deprel == "nmod:poss"
        if (possessive or scene.prepositions(child) & {"by", "from", "among"}) and scene.is_actor(child):
            return child
    if carrier is None:
        return None
    for child in scene.kids(carrier, "obl"):
        if scene.prepositions(child) & {"from", "among", "by"} and scene.is_actor(child):
            return child
    word = scene.low(carrier)
    if word in scene.words.hold and scene.tokens[noun].deprel == "obj":
        subject = scene.subject(carrier)
        if subject is not None and sources.can_speak(scene.analysis, subject, saying=False):
            return subject
    return None
