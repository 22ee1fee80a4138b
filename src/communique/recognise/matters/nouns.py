"""Nouns that name a matter, with what stands around them.

Campaigners voiced criticism of the ministry's decision to close the camps.
└ source ─┘        └ name ───────────────────────────────────────────────┘
                                └ about ─────┘└ matter ──────────────────┘
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.analyse.attribution import sources
from communique.analyse.certainty.clause import lowered
from communique.recognise.matters import conduct
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Matter, Side, Sighting
from communique.recognise.matters.words import NounFrame, Standing
from communique.recognise.meetings.words import meeting_words

_POINTING = frozenset(("this", "these", "those", "such"))
_DEFINITE = _POINTING | {"the", "that", "both", "all"}


def in_noun(scene: Scene, noun: int, frame: NounFrame) -> Sighting | None:
    """The matter that a noun names, or names again; ``None`` where it is a general word."""
    if _is_none(scene, noun, frame):
        return None
    carrier = carrier_of(scene, noun)
    if frame.carried and carrier is None:
        return None
    found, head = _matter(scene, noun, frame, carrier)
    about = _about(scene, noun, frame, found, carrier)
    sides = tuple(_sides(scene, noun, frame, found, carrier))
    standing = _standing(scene, noun)
    if found is None:
        if not _speaks_again(scene, noun, frame):
            return None
        return Sighting(
            noun, frame.kind, frame.again, None, None, about, sides, f"controversy.noun.{frame.name}",
            reference="again", raises=False, standing=standing, anchors=(noun,),
        )  # fmt: skip
    return Sighting(
        noun, frame.kind, frame.again, found, _name(scene, noun, found, head), about, sides,
        f"controversy.noun.{frame.name}", standing=standing,
        anchors=(noun, found.head) if carrier is None else (noun, found.head, carrier),
    )  # fmt: skip


def _speaks_again(scene: Scene, noun: int, frame: NounFrame) -> bool:
    """As in "the allegations", or "…, a charge that she denies" right behind the matter."""
    definite = _POINTING if frame.again == "worried" else _DEFINITE
    if any(scene.low(each) in definite for each in scene.kids(noun, "det")):
        return not any(scene.prepositions(each) & frame.prepositions for each in scene.kids(noun, "nmod"))
    return scene.base[noun] in ("appos", "parataxis") and bool(scene.kids(noun, "acl"))


def _is_none(scene: Scene, noun: int, frame: NounFrame) -> bool:
    """Whether the noun is no matter here: "in question", "a clinical trial", "question time", "no doubt"."""
    token = scene.tokens[noun]
    if token.upos != "NOUN" or token.tag != "O" or scene.base[noun] in ("compound", "flat", "fixed", "case"):
        return True
    if lowered(token) in scene.words.not_after_in and scene.prepositions(noun) & {
        "in",
        "under",
        "without",
        "beyond",
    }:
        return True
    if frame.name == "fire" and "under" not in scene.prepositions(noun):
        return True
    following = scene.tokens[noun + 1] if noun + 1 < len(scene.tokens) else None
    if following is not None and following.upos == "NOUN" and lowered(following) in scene.words.not_before:
        return True
    if _is_unreal(scene, noun):
        return True
    for child in scene.kids(noun, "amod", "compound", "det"):
        word = scene.low(child)
        if word == "no" or (child < noun and word in scene.words.not_with):
            return True
    return False


def _is_unreal(scene: Scene, noun: int) -> bool:
    """As in "to avoid criticism of …", "it could face allegations of …": nobody is said to criticise."""
    head = scene.tokens[noun].head
    if scene.tokens[head].upos != "VERB" or scene.base[noun] not in ("obj", "obl", "nsubj"):
        return False
    if scene.low(head) in scene.words.not_under:
        return True
    definite = any(scene.low(each) in _DEFINITE for each in scene.kids(noun, "det"))
    clause = scene.clause(head)
    possible = clause.modal in ("could", "may", "might", "can", "would", "should")
    return not definite and (possible or clause.condition >= 0 or clause.mark in ("if", "unless"))


def carrier_of(scene: Scene, noun: int) -> int | None:
    """The verb that only carries the noun: "|faces| allegations", "|drew| criticism", "is |under| investigation"."""
    node = noun
    for _ in range(2):
        if scene.base[node] == "conj" and scene.is_noun(scene.tokens[node].head):
            node = scene.tokens[node].head
    head = scene.tokens[node].head
    lists = scene.words
    if scene.base[node] in ("appos", "parataxis"):
        for child in scene.kids(noun, "acl"):
            if scene.low(child) in lists.denial:
                return child
    if head == node or scene.tokens[head].upos != "VERB":
        return None
    relation = scene.tokens[node].deprel
    word = scene.low(head)
    if relation in ("obj", "nsubj:pass") and (
        word in lists.accused or word in lists.arouse or word in lists.hold
    ):
        return head
    if relation.startswith("obl") and "on" in scene.prepositions(node) and word in lists.booked:
        return head
    if relation.startswith("obl") and scene.prepositions(node) & {"to", "with", "in", "under", "into"}:
        return (
            head
            if word in lists.arouse or word in ("come", "came", "met", "meet", "respond", "responded")
            else None
        )
    return None


def _matter(
    scene: Scene, noun: int, frame: NounFrame, carrier: int | None
) -> tuple[Matter | None, int | None]:
    """What the noun is about, and the word that joins it: the noun itself, or ``None`` for what stands apart."""
    for head, joined in _candidates(scene, noun, frame, carrier):
        found = conduct.matter(scene, head)
        if _fits(scene, frame, found, not joined):
            return found, noun if joined else None
    return None, None


def _candidates(scene: Scene, noun: int, frame: NounFrame, carrier: int | None) -> Iterator[tuple[int, bool]]:
    below = scene.kids(noun, "nmod", "obl", "acl", "advcl")
    if frame.clause:
        for child in below:
            if (
                scene.base[child] == "acl"
                and scene.tokens[child].upos != "PRON"
                and "that" in scene.prepositions(child)
            ):
                yield child, True
    fitting = [child for child in below if scene.prepositions(child) & frame.prepositions]
    # "criticism of the government |for| its silence": the deed comes last.
    for child in sorted(fitting, key=lambda each: scene.is_actor(each)):
        yield child, True
    if carrier is not None:
        for child in scene.kids(carrier, "obl", "advcl", "nmod"):
            if child > noun and scene.prepositions(child) & (frame.prepositions - {"on"}):
                yield child, conduct.extent(scene, child)[0] - noun <= 3 and frame.name != "fire"
    if frame.before:
        for child in scene.kids(noun, "compound", "amod"):
            if child < noun and _stands_before(scene, child, frame):
                yield child, True
    if carrier is not None and scene.low(carrier) in scene.words.arouse and frame.kind != "allegation":
        subject = scene.subject(carrier)
        if (
            subject is not None
            and subject != noun
            and scene.base[noun] in ("obj", "obl")
            and (
                scene.tokens[subject].upos == "NOUN"
                or scene.tokens[subject].lemma.lower() in meeting_words().nouns
            )
        ):
            yield subject, False


def _stands_before(scene: Scene, child: int, frame: NounFrame) -> bool:
    token = scene.tokens[child]
    if frame.kind in ("allegation", "investigation") and frame.name != "scandal":
        return token.upos == "NOUN" and (conduct.is_wrong(scene, child) or lowered(token) == "impeachment")
    return token.upos == "NOUN" and scene.base[child] == "compound" and not scene.is_actor(child)


def _fits(scene: Scene, frame: NounFrame, found: Matter, carried: bool) -> bool:
    head = found.head
    token = scene.tokens[head]
    if conduct.is_general(scene, head):
        return False
    if carried:
        meeting = token.lemma.lower() in meeting_words().nouns
        return meeting or (not scene.is_actor(head) and conduct.is_deed(scene, head))
    if token.upos == "VERB":
        if frame.name == "objection" and token.xpos != "VBG":
            return False
        return frame.needs != "wrong" or conduct.has_wrong(scene, found)
    actor = scene.is_actor(head) and not conduct.is_wrong(scene, head)
    if frame.needs == "wrong":
        return conduct.has_wrong(scene, found)
    if frame.needs == "deed":
        return not actor and (conduct.is_deed(scene, head) or bool(found.doers))
    if frame.needs == "conduct":
        if actor:
            return False
        owned = any(
            scene.is_actor(each) or scene.tokens[each].upos == "PRON" for each in _owners(scene, head)
        )
        return conduct.is_wrong(scene, head) or conduct.is_listed_deed(scene, head) or owned
    if frame.kind == "investigation":
        return bool(found.entities) or conduct.has_wrong(scene, found) or conduct.is_listed_deed(scene, head)
    if frame.kind == "allegation":
        return not actor
    return not actor or token.upos == "PROPN"


def _owners(scene: Scene, head: int) -> list[int]:
    """Whose it is; not the reader's or the writer's."""
    return [
        each
        for each in scene.kids(head, "nmod")
        if scene.tokens[each].deprel == "nmod:poss" and scene.low(each) not in ("your", "my")
    ]


def _about(
    scene: Scene, noun: int, frame: NounFrame, found: Matter | None, carrier: int | None
) -> tuple[int, ...]:
    people: dict[int, None] = {}

    def add(index: int | None) -> None:
        if index is not None:
            people.update(dict.fromkeys(scene.people(index)))

    for child in scene.kids(noun, "nmod", "obl"):
        cases = scene.prepositions(child)
        if (
            ("against" in cases and scene.is_actor(child))
            or (
                frame.owner == "sides"
                and (cases & {"between", "with"} or scene.tokens[child].deprel == "nmod:poss")
            )
            or (
                cases & {"of", "into"}
                and scene.is_actor(child)
                and frame.kind in ("criticism", "investigation")
            )
        ):
            add(child)
    if frame.kind == "investigation" and found is not None and scene.is_actor(found.head):
        add(found.head)
    if frame.owner == "sides":
        for child in scene.kids(found.head, "nmod") if found is not None else ():
            if "between" in scene.prepositions(child):
                add(child)
        for child in scene.kids(noun, "compound", "amod", "nmod"):
            if child < noun and scene.tokens[child].upos == "PROPN":
                add(child)
    if carrier is not None and not scene.kids(carrier, "aux:pass"):
        word = scene.low(carrier)
        subject = scene.subject(carrier)
        if subject is not None and subject != noun and scene.is_actor(subject):
            denies = word in scene.words.denial
            arouses = word in scene.words.arouse and word not in scene.words.hold
            faces = word in scene.words.accused or arouses or word in ("come", "came")
            if denies:  # who rejects criticism need not be the one criticised
                if frame.kind == "allegation" and not (found is not None and found.doers):
                    add(subject)
            elif faces and frame.kind in ("allegation", "criticism", "concern"):
                add(subject)
    if carrier is not None and scene.low(carrier) in scene.words.booked:
        done_to = scene.object_of(carrier)[0]
        if done_to is not None and scene.is_actor(done_to):
            add(done_to)
    if scene.prepositions(noun) & {"under"}:  # "is under investigation over …"
        add(scene.clauses.subject(noun) if scene.kids(noun, "cop", "nsubj") else None)
    if not people and found is not None:
        people.update(dict.fromkeys(found.doers))
    return tuple(people)


def _sides(
    scene: Scene, noun: int, frame: NounFrame, found: Matter | None, carrier: int | None
) -> Iterator[Side]:
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
        stance = "neutral" if frame.owner == "neutral" else "critical"
        if source is not None:
            yield Side(stance, source, entity, cue, claim, certainty, number, noun)  # type: ignore[arg-type]
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


def _standing(scene: Scene, noun: int) -> Standing | None:
    """As in "|unproven| allegations"."""
    for child in scene.kids(noun, "amod", "compound"):
        standing = scene.words.standing.adjectives.get(scene.low(child))
        if standing is not None and standing != "settled":
            return standing
    return None


def _name(scene: Scene, noun: int, found: Matter, joined: int | None) -> tuple[int, int]:
    """The noun with what it is about; what it is about alone, where that stands apart."""
    if joined is None:
        return conduct.named(scene, found.first, found.last)
    first = noun
    for child in scene.kids(noun, "amod", "compound", "nmod", "nummod", "det"):
        if child < first:
            first = min(first, conduct.extent(scene, child)[0])
    last = max(found.last, noun + 1)
    for child in scene.kids(noun, "nmod"):
        begin, end = conduct.extent(scene, child)
        if "between" in scene.prepositions(child) and last < end and begin - last <= 1:
            last = end
    return conduct.named(scene, first, last)
