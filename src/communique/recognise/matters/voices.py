"""Sides told by who speaks: critics, supporters, and "some … while others …".

Critics say the law would silence journalists.        → criticism of "law"; critics: critical
Some argue that the treaty weakens the country, while others have defended it.
                    └ matter ┘                        → dispute; some: critical, others: supportive
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.recognise.causes.words import cause_words
from communique.recognise.matters import conduct
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Side, Sighting
from communique.recognise.matters.verbs import PRONOUNS
from communique.recognise.matters.words import Stance
from communique.recognise.statement import StatementFound

_SPEAKING = frozenset(("assert", "believe", "accuse", "criticise", "praise", "deny"))
_BY_KIND: dict[str, Stance] = {
    "accuse": "critical", "criticise": "critical", "praise": "supportive", "deny": "supportive",
}  # fmt: skip


def in_statements(scene: Scene) -> Iterator[Sighting]:
    """What critics and supporters say of a deed, and what some say and others do not."""
    words = scene.words
    waiting: dict[int, list[Side]] = {}
    shared: dict[int, Sighting] = {}
    for number, said in enumerate(scene.statements):
        if said.kind not in _SPEAKING or said.source is None or said.cue_token < 0:
            continue
        text = scene.analysis.document.text[slice(*said.source)].lower().split()
        stance = next((words.people[each] for each in text[:3] if each in words.people), None)
        contrasted = bool(text) and (text[0] in words.first or text[0] in words.second)
        if stance is None and not contrasted:
            continue
        topic = topic_of(scene, said)
        if topic is None:
            continue
        spoken = stance is not None and said.kind in ("assert", "believe")
        leaning = stance if stance is not None and spoken else _leaning(scene, said)
        if contrasted and stance is None:
            leaning = _attitude(scene, said) or leaning
        if spoken or contrasted:
            sighting = _voiced(scene, number, said, topic, leaning, raises=spoken and stance == "critical")
            if sighting is not None:
                yield sighting
            if contrasted and stance is None:
                here = scene.tokens[said.cue_token].sentence
                if sighting is None:
                    waiting.setdefault(here, []).append(side(scene, number, said, leaning))
                elif sighting.matter is not None and sighting.matter.doers:
                    shared.setdefault(here, sighting)
    # "While some see the talks as a chance, others argue that |her silence| helps the junta": one matter
    for here, sides in waiting.items():
        if here in shared:
            shared[here].sides += tuple(sides)


def _attitude(scene: Scene, said: StatementFound) -> Stance | None:
    """As in "others remained |sceptical|, arguing that …"."""
    head = scene.tokens[said.cue_token].head
    if scene.base[said.cue_token] != "advcl" or head > said.cue_token:
        return None
    beside = (scene.low(each) for each in (head, *scene.kids(head, "xcomp")))
    return next((scene.words.attitude[word] for word in beside if word in scene.words.attitude), None)


def topic_of(scene: Scene, said: StatementFound) -> int | None:
    """What the content speaks of: the subject of its clause, or the phrase itself."""
    tokens = scene.tokens
    sentence = scene.analysis.sentences[tokens[said.cue_token].sentence]
    start, end = said.content
    inside = [t for t in tokens[sentence.first : sentence.last] if start <= t.start and t.end <= end]
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index + 1
    head = next((t.index for t in inside if not first <= t.head < last or t.head == t.index), None)
    if head is None:
        return None
    for child in scene.kids(head, "nsubj"):
        return child
    return head if scene.is_noun(head) or tokens[head].upos == "PRON" else None


def side(scene: Scene, number: int, said: StatementFound, stance: Stance) -> Side:
    """A statement as a side."""
    return Side(
        stance,
        said.source,
        said.source_entity,
        said.cue,
        said.content,
        said.certainty,
        number,
        said.cue_token,
    )


def _voiced(
    scene: Scene, number: int, said: StatementFound, topic: int, stance: Stance, *, raises: bool
) -> Sighting | None:
    taken = side(scene, number, said, stance)
    if conduct.is_deed(scene, topic):
        found = conduct.matter(scene, topic)
        return Sighting(
            said.cue_token, "criticism" if raises else "dispute", "criticised", found,
            conduct.named(scene, found.first, found.last), found.doers, (taken,),
            "controversy.critics" if raises else "controversy.contrast", raises=raises, anchors=(topic,),
        )  # fmt: skip
    if raises and scene.is_actor(topic):
        return _blamed(scene, said, topic, taken)
    if scene.low(topic) not in PRONOUNS:
        return None
    return Sighting(
        said.cue_token, "criticism", "criticised", None, None, (), (taken,), "controversy.critics",
        reference="pronoun", raises=False,
    )  # fmt: skip


def _blamed(scene: Scene, said: StatementFound, topic: int, taken: Side) -> Sighting | None:
    """As in "Critics say |the bloc has moved too slowly|": what it did is the matter."""
    head = scene.tokens[topic].head
    people = scene.people(topic)
    if scene.tokens[head].upos not in ("VERB", "ADJ") or not people or not scene.takes_place(head):
        return None
    found = conduct.matter(scene, head)
    if told(scene, said) != "critical" and not conduct.has_wrong(scene, found):
        return None
    return Sighting(
        said.cue_token, "criticism", "criticised", found, (conduct.extent(scene, topic)[0], found.last),
        people, (taken,), "controversy.critics", anchors=(head,),
    )  # fmt: skip


def opposed(scene: Scene, sightings: list[Sighting]) -> bool:
    """Whether some take one side and others another, close by: a matter though no word names it one."""
    words, text = scene.words, scene.analysis.document.text
    spoken = []
    for each in sightings:
        for side in each.sides:
            if side.source is not None:
                spoken.append(
                    (text[slice(*side.source)].split(maxsplit=1)[0].lower(), side, each.sentences[0])
                )
    return any(
        one in words.first
        and other in words.second
        and (first.stance != second.stance or first.stance == "neutral")
        and 0 <= later - here <= 1
        and first.cue_token != second.cue_token

        for one, first, here in spoken
        for other, second, later in spoken
    )  # fmt: skip


def told(scene: Scene, said: StatementFound) -> Stance | None:
    """The side that the words of a content show, if they show one."""
    tokens = scene.tokens
    sentence = scene.analysis.sentences[tokens[said.cue_token].sentence]
    start, end = said.content
    inside = [t for t in tokens[sentence.first : sentence.last] if start <= t.start and t.end <= end]
    if any(
        t.text.lower() == "too" and tokens[t.head].upos in ("ADJ", "ADV") and t.head != t.index
        for t in inside
    ):
        return "critical"  # "too weak"
    for token in inside:
        stance = scene.words.leaning.get(token.text.lower())
        if stance is not None:
            return stance
    leaning = _leaning(scene, said)
    return leaning if leaning != "neutral" else None


def _leaning(scene: Scene, said: StatementFound) -> Stance:
    """Which side the words of a content take: by its cue, else by good or bad words in it."""
    known = _BY_KIND.get(said.kind)
    if known is not None:
        return known
    words = cause_words()
    tokens = scene.tokens
    sentence = scene.analysis.sentences[tokens[said.cue_token].sentence]
    lemmas = {
        t.lemma.lower() for t in tokens[sentence.first : sentence.last]
        if said.content[0] <= t.start and t.end <= said.content[1]
    }  # fmt: skip
    bad, good = bool(lemmas & words.bad), bool(lemmas & words.good)
    if bad == good or said.polarity == "negative":
        return "neutral"
    return "critical" if bad else "supportive"


def disputed(scene: Scene, adjective: int) -> Sighting | None:
    """As in "the |controversial| law", "the law is |controversial|"."""
    token = scene.tokens[adjective]
    if scene.base[adjective] == "amod":
        head: int | None = token.head
    else:
        cop = scene.kids(adjective, "cop")
        head = scene.clauses.subject(adjective) if cop or scene.base[adjective] == "xcomp" else None
    if head is None or scene.tokens[head].upos != "NOUN" or not scene.takes_place(adjective):
        return None
    if scene.low(head) in scene.words.not_disputed:
        # "the contentious issue |of the minister's ties to the company|"
        below = [each for each in scene.kids(head, "nmod") if "of" in scene.prepositions(each)]
        if not below or not conduct.doers(scene, below[0]):
            return None
        head = below[0]
    elif scene.low(head) in scene.words.nouns or not (
        conduct.is_listed_deed(scene, head) or (conduct.is_deed(scene, head) and conduct.doers(scene, head))
    ):
        return None
    found = conduct.matter(scene, head)
    return Sighting(
        adjective, "dispute", "disputed", found, conduct.named(scene, found.first, found.last), found.doers,
        (), "controversy.adjective", anchors=(head,),
    )  # fmt: skip


def attitude(scene: Scene, adjective: int) -> Sighting | None:
    """As in "many were |critical| of the decision"."""
    stance = scene.words.attitude[scene.low(adjective)]
    if scene.tokens[adjective].upos != "ADJ" or not scene.takes_place(adjective):
        return None
    verb = scene.tokens[adjective].head if scene.base[adjective] == "xcomp" else adjective
    subject = scene.clauses.subject(verb)
    for child in scene.kids(adjective, "obl", "nmod", "advcl"):
        if subject is None or scene.prepositions(child) != {"of"} or not scene.is_noun(child):
            continue
        if not conduct.is_deed(scene, child):
            continue
        found = conduct.matter(scene, child)
        source, entity = scene.source(subject, adjective)
        token = scene.tokens[adjective]
        number = scene.by_cue.get(adjective)
        claim = scene.offsets(found.first, found.last)
        side = Side(stance, source, entity, (token.start, token.end), claim, "certain", number, adjective)
        return Sighting(
            adjective, "criticism", "criticised", found, conduct.named(scene, found.first, found.last),
            found.doers, (side,), "controversy.attitude", raises=stance == "critical", anchors=(child,),
        )  # fmt: skip
    return None
