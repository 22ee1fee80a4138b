"""When, where and at which meeting a matter arose, where its own clause tells."""

from __future__ import annotations

from communique.analyse.analysis import Date, Place
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Sighting
from communique.recognise.meeting import MeetingFound
from communique.recognise.meetings.words import meeting_words

_LOCATIVE = frozenset(("in", "at", "near", "outside", "inside", "within"))
_BOUNDS = frozenset(("before", "after", "until", "till", "by", "since", "ahead"))
_AROSE = frozenset(("at", "during", "after", "following", "from", "in", "with"))


class Setting:
    """Dates and places by the word they depend on."""

    def __init__(self, scene: Scene, meetings: tuple[MeetingFound, ...]) -> None:
        self.scene = scene
        self.meetings = meetings
        self.dates: dict[int, list[tuple[int, Date]]] = {}
        self.places: dict[int, list[tuple[int, Place]]] = {}
        starts = {token.start: token.index for token in scene.tokens} if scene.analysis.dates else {}
        for date in scene.analysis.dates:
            first = starts.get(date.start)
            if first is not None:
                outer = self._outer(first, date.end)
                self.dates.setdefault(scene.tokens[outer].head, []).append((outer, date))
        for place in scene.analysis.places:
            if place.first >= 0:
                outer = self._outer(place.first, place.end)
                self.places.setdefault(scene.tokens[outer].head, []).append((outer, place))
        self.told: dict[int, list[int]] = {}
        begins = {sentence.start: sentence.index for sentence in scene.analysis.sentences} if meetings else {}
        for number, meeting in enumerate(meetings):
            for start, _end in meeting.evidence:
                if start in begins:
                    self.told.setdefault(begins[start], []).append(number)

    def _outer(self, first: int, end: int) -> int:
        """The token of a stretch that depends on a word outside it."""
        tokens = self.scene.tokens
        index = first
        while index < len(tokens) and tokens[index].end <= end:
            head = tokens[index].head
            if head == index or head < first or tokens[head].end > end:
                return index
            index += 1
        return first

    def date(self, sighting: Sighting) -> Date | None:
        """The date in the clause of a sighting; not one that only bounds it ("since 2014")."""
        for anchor in sighting.anchors:
            for token, date in self.dates.get(anchor, ()):
                if not self.scene.prepositions(token) & _BOUNDS and self.scene.base[token] not in (
                    "nsubj",
                    "obj",
                ):
                    return date
        return None

    def place(self, sighting: Sighting) -> Place | None:
        """The place in the clause of a sighting."""
        for anchor in sighting.anchors:
            for token, place in self.places.get(anchor, ()):
                if self.scene.prepositions(token) & _LOCATIVE:
                    return place
        return None

    def arose(self, sighting: Sighting) -> tuple[int, ...]:
        """The meetings that its clause says it came of: what drew the criticism, or where the words fell."""
        told = self.told.get(sighting.sentences[0])
        if not told:
            return ()
        nouns = self._meeting_nouns(sighting)
        found = []
        for number in told:
            meeting = self.meetings[number]
            if any(self._names(noun, meeting) for noun in nouns):
                found.append(number)
        return tuple(found)

    def _meeting_nouns(self, sighting: Sighting) -> list[int]:
        scene = self.scene
        heads: list[int] = []
        for anchor in sighting.anchors:
            heads.extend(scene.kids(anchor, "nsubj"))
            heads.extend(c for c in scene.kids(anchor, "obl", "nmod") if scene.prepositions(c) & _AROSE)
            if scene.is_noun(anchor):
                heads.append(anchor)
        return [
            each for each in dict.fromkeys(heads) if scene.tokens[each].lemma.lower() in meeting_words().nouns
        ]

    def _names(self, noun: int, meeting: MeetingFound) -> bool:
        kind = meeting_words().nouns.get(self.scene.tokens[noun].lemma.lower())
        before = self.scene.low(noun - 1) if noun else ""
        if before in ("press", "news"):
            return meeting.kind == "press_conference"
        return meeting.kind != "press_conference" and (
            kind == meeting.kind
            or kind in ("meeting", "bilateral", "other")
            or meeting.kind in ("bilateral", "other")
        )
