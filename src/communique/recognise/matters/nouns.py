"""Nouns that name a matter, with what stands around them.

Campaigners voiced criticism of the ministry's decision to close the camps.
└ source ─┘        └ name ───────────────────────────────────────────────┘
                                └ about ─────┘└ matter ──────────────────┘
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.analyse.certainty.clause import lowered
from communique.recognise.matters import conduct, disputants, holders, voiced
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Matter, Sighting
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
    said: list[int] = []
    if carrier is not None and frame.owner == "holder":
        said = voiced.said_by(scene, noun)
        if found is None or (head is None and voiced.points_back(scene, scene.subject(carrier))):
            found = voiced.feared(scene, said) or found
    about = holders.about(scene, noun, frame, found, carrier)
    if not about and frame.name == "dispute":
        about = disputants.states(scene, noun)
    sides = voiced.sides(scene, said) or tuple(holders.sides(scene, noun, frame, found, carrier))
    standing = _standing(scene, noun)
    if found is None:
        if _aroused_by_pronoun(scene, noun, frame, carrier):
            return Sighting(
                noun, frame.kind, frame.again, None, None, about, sides, f"controversy.noun.{frame.name}",
                reference="pronoun", raises=False, standing=standing, anchors=(noun,),
            )  # fmt: skip
        if not _speaks_again(scene, noun, frame):
            return None
        return Sighting(
            noun, frame.kind, frame.again, None, None, about, sides, f"controversy.noun.{frame.name}",
            reference="again", raises=False, standing=standing, anchors=(noun,),
        )  # fmt: skip
    looked_into = frame.name == "investigation" and head is None and noun < found.head and carrier is None
    name = _phrase_of(scene, noun) if looked_into else _name(scene, noun, found, head)
    return Sighting(
        noun, frame.kind, frame.again, found, name, about, sides,
        f"controversy.noun.{frame.name}", standing=standing,
        anchors=(noun, found.head) if carrier is None else (noun, found.head, carrier),
    )  # fmt: skip


def _aroused_by_pronoun(scene: Scene, noun: int, frame: NounFrame, carrier: int | None) -> bool:
    """As in "|This| caused a backlash": criticism of what was just told."""
    if carrier is None or frame.kind != "criticism" or scene.low(carrier) not in scene.words.arouse:
        return False
    subject = scene.subject(carrier)
    return subject is not None and scene.low(subject) in ("this", "that", "it")


def _speaks_again(scene: Scene, noun: int, frame: NounFrame) -> bool:
    """As in "the allegations", or "…, a charge that she denies" right behind the matter."""
    # "the protests" are marches as often as criticism
    pointing = frame.again == "worried" or scene.low(noun).startswith("protest")
    definite = _POINTING if pointing else _DEFINITE
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
    if frame.name == "claim" and "on" in scene.prepositions(noun) and carrier_of(scene, noun) is None:
        return True  # "on suspicion of …": a reason, held by nobody in particular
    if frame.name == "fire" and "under" not in scene.prepositions(noun):
        return True
    following = scene.tokens[noun + 1] if noun + 1 < len(scene.tokens) else None
    if following is not None and following.upos == "NOUN" and lowered(following) in scene.words.not_before:
        return True
    if _is_unreal(scene, noun):
        return True
    for child in scene.kids(noun, "amod", "compound", "det"):
        word = scene.low(child)
        if (
            word == "no"
            or (word == "any" and frame.kind == "concern")
            or (child < noun and word in scene.words.not_with)
        ):
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
    """The verb that only carries the noun: "|faces| allegations", "|arrested| on charges"."""
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
    if relation == "nsubj" and word in lists.linger:
        return head
    if relation.startswith("obl") and scene.prepositions(node) & {"on", "with"} and word in lists.booked:
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
    """What the noun is about, and the noun itself where both make one phrase, else ``None``."""
    for head, joined in _candidates(scene, noun, frame, carrier):
        found = conduct.matter(scene, head)
        if _fits(scene, frame, found, carried=not joined and head < noun):
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
    for child in sorted(fitting, key=scene.is_actor):
        yield child, True
    if carrier is not None:
        for child in scene.kids(carrier, "obl", "advcl", "nmod"):
            if child > noun and scene.prepositions(child) & (frame.prepositions - {"on"}):
                beside = carrier < noun and conduct.extent(scene, child)[0] - noun <= 3
                yield child, beside and frame.name != "fire"
    if frame.name == "investigation":
        yield from ((child, False) for child in _looked_into(scene, noun))
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


def _looked_into(scene: Scene, noun: int) -> Iterator[int]:
    """As in "the inquiry looked into |the sale|", "the inquiries, including its own, examined …"."""
    verb = scene.tokens[noun].head
    if scene.base[noun] != "nsubj" or scene.low(verb) not in scene.words.looks:
        return
    for child in scene.kids(verb, "obl", "obj"):
        if child < verb or (
            scene.base[child] == "obl" and not scene.prepositions(child) & {"into", "at", "on"}
        ):
            continue
        of = [each for each in scene.kids(child, "nmod") if "of" in scene.prepositions(each)]
        yield of[0] if scene.low(child) in scene.words.extent and of else child


def _phrase_of(scene: Scene, noun: int) -> tuple[int, int]:
    """What an investigation is called, of several one that has a name: "including |the X inquiry|"."""
    for child in scene.kids(noun, "nmod"):
        named = scene.prepositions(child) & {"including"} and scene.low(child) in scene.words.nouns
        if named and scene.kids(child, "compound"):
            noun = child
            break
    first, last = conduct.extent(scene, noun)
    return conduct.named(scene, first, min(last, noun + 1))


def _stands_before(scene: Scene, child: int, frame: NounFrame) -> bool:
    token = scene.tokens[child]
    if frame.kind in ("allegation", "investigation") and frame.name != "scandal":
        return token.upos == "NOUN" and (conduct.is_wrong(scene, child) or lowered(token) == "impeachment")
    return token.upos == "NOUN" and scene.base[child] == "compound" and not scene.is_actor(child)


def _fits(scene: Scene, frame: NounFrame, found: Matter, *, carried: bool) -> bool:
    """Whether it is a matter such as the noun needs. ``carried``: it is what aroused the criticism."""
    head = found.head
    token = scene.tokens[head]
    if conduct.is_general(scene, head):
        return False
    if carried:
        meeting = token.lemma.lower() in meeting_words().nouns and token.lemma.lower() != "interaction"
        return meeting or (not scene.is_actor(head) and conduct.is_deed(scene, head))
    if token.upos == "VERB":
        if frame.name == "objection" and token.xpos != "VBG":
            return False
        if frame.kind == "concern" and not found.doers:
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
        looked_into = conduct.has_wrong(scene, found) or conduct.is_listed_deed(scene, head)
        return bool(found.entities) or looked_into or scene.low(head) in scene.words.mishaps
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
