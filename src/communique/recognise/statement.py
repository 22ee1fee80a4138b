"""Statements: what a source other than the article's own voice says, thinks, asks, promises or denies.

    "Aides said the minister believed that the talks had failed."
     │    │    └ source ──┘ └ cue ─┘      └ content ──────────┘     believe, certain, positive; chain: Aides
     └ source, cue: "said", content: "the minister believed … failed"   assert, certain, positive

1. ``analyse.attribution`` finds source, cue and content as words.
2. The source becomes an entity through its mention; bare "many", "some", "others" become none (rule 9 of the
   record model), nor do two sources in one phrase.
3. The content is judged by its own words, then by what the cue makes of it ("suspects": probable; rule 5).
4. ``about`` are the entities mentioned in the content, coreference resolved, in the order of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import Attributed, attribute
from communique.analyse.attribution.cues import Kind
from communique.analyse.attribution.sources import lists
from communique.analyse.certainty import judge, temper
from communique.analyse.certainty.clause import lowered
from communique.recognise.sayings import about, kind, spans
from communique.records.base import Certainty, Polarity

Span = tuple[int, int]


class Holder(NamedTuple):
    """A source further out: "|Aides| said the minister believed …"."""

    source: Span | None
    entity: int | None


@dataclass(frozen=True, slots=True)
class StatementFound:
    """A statement as the rules found it. Spans are offsets, entities indices of ``Analysis.entities``."""

    source: Span | None
    source_entity: int | None
    chain: tuple[Holder, ...]
    """Who reports the source to have said so, from the outermost inwards; empty where the article does."""
    cue: Span | None
    content: Span
    kind: Kind
    quoted: bool
    about: tuple[int, ...]
    certainty: Certainty
    polarity: Polarity
    evidence: tuple[Span, ...]
    found_by: str
    cue_token: int
    """Token of the cue: for those who look for the holder of a clause (``Judgement.holder``)."""


class Mentions:
    """The mentions of an Analysis by head and by place."""

    def __init__(self, analysis: Analysis) -> None:
        self.by_head: dict[int, tuple[int, ...]] = {}
        for mention in analysis.mentions:
            if mention.head >= 0 and mention.entities:
                self.by_head.setdefault(mention.head, mention.entities)
        self.placed = sorted(
            (mention.start, mention.end, mention.entities)
            for mention in analysis.mentions
            if mention.entities
        )
        self.heads = set(self.by_head)
        self.starts = [start for start, _end, _entities in self.placed]

    def within(self, start: int, end: int) -> tuple[int, ...]:
        """The entities mentioned in a stretch, each once, in order."""
        found: dict[int, None] = {}
        for at in range(bisect_left(self.starts, start), len(self.placed)):
            begin, stop, entities = self.placed[at]
            if begin >= end:
                break
            if stop <= end:
                found.update(dict.fromkeys(entities))
        return tuple(found)


def recognise(analysis: Analysis) -> tuple[StatementFound, ...]:
    """All statements, in the order of their cues."""
    mentions = Mentions(analysis)
    attributed = attribute(analysis)
    entities = [_entity(analysis, mentions, each) for each in attributed]
    starts = [sentence.start for sentence in analysis.sentences]
    places = [token.start for token in analysis.tokens]
    found = []
    for number, each in enumerate(attributed):
        certainty, polarity = _judged(analysis, starts, each)
        content = spans.content(analysis, each)
        first, last = bisect_left(places, content[0]), bisect_left(places, content[1])
        entity = entities[number]
        meant = (
            *about.beside(analysis, mentions.by_head, each, entity),
            *about.spoken(analysis, mentions.heads, each, entity, (first, last)),
            *mentions.within(*each.content),
        )
        found.append(
            StatementFound(
                source=spans.source(analysis, each),
                source_entity=entity,
                chain=_chain(attributed, entities, number),
                cue=each.cue,
                content=content,
                kind=kind.kind(analysis, each, first, last),
                quoted=each.quoted,
                about=tuple(dict.fromkeys(meant)),
                certainty=certainty,
                polarity=polarity,
                evidence=_evidence(analysis, starts, each),
                found_by=f"statement.{each.rule}",
                cue_token=each.cue_token,
            )
        )
    return tuple(found)


def _entity(analysis: Analysis, mentions: Mentions, each: Attributed) -> int | None:
    head = each.source_head
    if head < 0 or (lowered(analysis.tokens[head]) in lists().bare and not _within(analysis, head)):
        return None
    if any(analysis.tokens[child].deprel == "conj" for child in analysis.children[head]):
        return None
    found = mentions.by_head.get(head, ()) or _titled(analysis, mentions, head)
    return found[0] if len(found) == 1 else None


def _titled(analysis: Analysis, mentions: Mentions, head: int) -> tuple[int, ...]:
    """Who has the title that heads the phrase: "the lawyer |Ana Silva| argued"."""
    for child in analysis.children[head]:
        if child == head + 1 and analysis.tokens[child].deprel in ("appos", "flat"):
            return mentions.by_head.get(child, ())
    return ()


def _within(analysis: Analysis, head: int) -> bool:
    """Whether a phrase tells where bare "some" are to be found: "some |in the army|" are a group."""
    return any(analysis.tokens[child].deprel == "nmod" and child > head for child in analysis.children[head])


def _chain(attributed: tuple[Attributed, ...], entities: list[int | None], number: int) -> tuple[Holder, ...]:
    chain: list[Holder] = []
    outer = attributed[number].inside
    while outer is not None and len(chain) < len(attributed):
        chain.append(Holder(attributed[outer].source, entities[outer]))
        outer = attributed[outer].inside
    return tuple(reversed(chain))


def _judged(analysis: Analysis, starts: list[int], each: Attributed) -> tuple[Certainty, Polarity]:
    head = each.head
    if head < 0:  # several sentences: by the first
        head = analysis.sentences[max(bisect_left(starts, each.content[0] + 1) - 1, 0)].root
    if _wished(analysis, each):
        found = judge(analysis, head, until=each.cue_token)
        return found.certainty, found.polarity
    found = judge(analysis, head)
    if found.holder != each.cue_token:
        found = temper(
            judge(analysis, head, until=each.cue_token),
            each.entry,
            negated=each.negated,
            token=each.cue_token,
        )
    return found.certainty, found.polarity


def _wished(analysis: Analysis, each: Attributed) -> bool:
    """Whether something is asked for, not asked: what is wanted is sure for whoever wants it (rule 5)."""
    if each.negated or each.entry.kind not in ("ask", "other") or each.head < 0:
        return False
    return each.entry.group != "ask" or analysis.tokens[each.head].deprel == "xcomp"


def _evidence(analysis: Analysis, starts: list[int], each: Attributed) -> tuple[Span, ...]:
    """The sentences that cue and content stand in."""
    found: set[int] = set()
    for start, end in {each.content, each.cue or each.content}:
        first = max(bisect_left(starts, start + 1) - 1, 0)
        found.update(range(first, max(bisect_left(starts, end) - 1, first) + 1))
    return tuple((analysis.sentences[at].start, analysis.sentences[at].end) for at in sorted(found))
