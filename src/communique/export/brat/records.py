"""Annotations → records: the way back of ``writing``."""

from __future__ import annotations

from communique.export.brat.actors import ANNOTATOR, Actors, classes
from communique.export.brat.claims import claimed
from communique.export.brat.lookup import BRIEF, Json
from communique.export.brat.notes import values
from communique.export.brat.standoff import Event

_LISTS = {
    "Meeting": "meetings",
    "Controversy": "controversies",
    "Implication": "implications",
    "Statement": "statements",
}


class Reader(Actors):
    """Reads the records of one document."""

    def dumped(self) -> Json:
        """The JSON of the article, not yet validated."""
        groups = classes(self.standoff)
        said_by = {key: values(note) for key, note in self.standoff.notes.items()}
        notes = claimed(said_by, groups, self)
        known = [said["id"] for said in notes.values() if "id" in said]
        self.taken = set(known)
        heads = [self.head(mentions, notes) for mentions in groups]
        for head, mentions in zip(heads, groups, strict=True):
            said = notes.get(head.id, {})
            name = self.identity("actor", said, self.name_of(mentions), head.line)
            self.ids |= {one.id: name for one in mentions}
        events = list(self.standoff.events.values())
        for event in events:
            kind = event.type.lower()
            if kind != "position":
                said = notes.get(event.id, {})
                words = said.get("name") or self.words(event.trigger, event.line).quote
                self.ids[event.id] = self.identity(kind, said, words, event.line)
        made: dict[str, list[Json]] = {}
        for event in events:
            if event.type != "Position":
                made.setdefault(event.type, []).append(self._record(event, notes))
                self.lines.setdefault(_LISTS[event.type], []).append(event.line)
        dumped = self.original.model_dump(mode="json")
        dumped["actors"] = [
            self.actor(head, mentions, notes.get(head.id, {}))
            for head, mentions in zip(heads, groups, strict=True)
        ]
        self.lines["actors"] = [head.line for head in heads]
        for kind, key in _LISTS.items():
            dumped[key] = made.get(kind, [])
        return dumped

    def _record(self, event: Event, notes: dict[str, dict[str, str]]) -> Json:
        trigger = self.span(self.words(event.trigger, event.line))
        name, said = self.ids[event.id], notes.get(event.id, {})
        old = self.old.get(name)
        common = {"id": name, "found_by": old.found_by if old is not None else ANNOTATOR}
        match event.type:
            case "Meeting":
                part_of = self.targets(event, "PartOf")
                return common | {
                    "name": said.get("name") or self._brief(trigger),
                    "kind": self.value(event, "MeetingKind"),
                    "status": self.value(event, "Status"),
                    "several": (event.id, "Several") in self.standoff.attributes,
                    "participants": self.targets(event, "Participant"),
                    **self._when_and_where(event, notes),
                    "topics": self.spans(event, "Topic"),
                    "part_of": part_of[0] if part_of else None,
                    "event_code": said.get("code"),
                    "evidence": [trigger, *self.spans(event, "Evidence")],
                }
            case "Controversy":
                return common | {
                    "name": said.get("name") or self._brief(trigger),
                    "kind": self.value(event, "ControversyKind"),
                    "about": self.targets(event, "About"),
                    "positions": [self._position(each, event.line) for each in event.all("Position")],
                    "standing": self.standoff.attributes.get((event.id, "Standing")),
                    "meetings": self.targets(event, "Meeting"),
                    **self._when_and_where(event, notes),
                    "evidence": [trigger, *self.spans(event, "Evidence")],
                }
            case "Implication":
                return common | {
                    "cause": self.one(event, "Cause"),
                    "effect": self.one(event, "Effect"),
                    "cause_refs": self.targets(event, "CauseRef"),
                    "effect_refs": self.targets(event, "EffectRef"),
                    "cue": trigger,
                    "direction": self.value(event, "Direction"),
                    "affects": self.targets(event, "Affects"),
                    "certainty": self.value(event, "Certainty"),
                    "polarity": self.value(event, "Polarity"),
                    "time": self.value(event, "Time"),
                    "attribution": self._attribution(event, "AttributionCue"),
                    "evidence": self.spans(event, "Evidence") or [trigger],
                }
            case "Statement":
                nobody = {"source": None, "actor": None, "cue": None}
                return common | {
                    "attribution": self._attribution(event, "Cue") or nobody,
                    "content": trigger,
                    "kind": self.value(event, "StatementKind"),
                    "quoted": (event.id, "Quoted") in self.standoff.attributes,
                    "about": self.targets(event, "About"),
                    "certainty": self.value(event, "Certainty"),
                    "polarity": self.value(event, "Polarity"),
                    "evidence": self.spans(event, "Evidence") or [trigger],
                }
        raise self.error(event.line, f"{event.type} is no kind of record", "annotation.conf has the kinds")

    def _position(self, name: str, line: int) -> Json:
        event = self.standoff.events.get(name)
        if event is None or event.type != "Position":
            raise self.error(line, f"{name} is no position", "join the controversy to a position")
        return {
            "stance": self.value(event, "Stance"),
            "attribution": self._attribution(event, "Cue"),
            "claim": self.span(self.words(event.trigger, event.line)),
            "certainty": self.value(event, "Certainty"),
        }

    def _attribution(self, event: Event, cue: str) -> Json | None:
        holder, sources, cues = (
            self.targets(event, "Holder"),
            self.spans(event, "Source"),
            self.spans(event, cue),
        )
        if not (holder or sources or cues):
            return None
        return {
            "source": sources[0] if sources else None,
            "actor": holder[0] if holder else None,
            "cue": cues[0] if cues else None,
        }

    def _when_and_where(self, event: Event, notes: dict[str, dict[str, str]]) -> Json:
        date, place = (event.all(role)[:1] for role in ("Date", "Place"))
        made: Json = {"date": None, "place": None}
        if date:
            made["date"] = self.span(self.words(date[0], event.line)) | {
                "edtf": notes.get(date[0], {}).get("edtf")
            }
        if place:
            span, said = self.span(self.words(place[0], event.line)), notes.get(place[0], {})
            made["place"] = span | {"name": said.get("name") or span["quote"], "country": said.get("country")}
        return made

    def _brief(self, span: Json) -> str:
        return " ".join(str(span["quote"]).split()[:BRIEF])
