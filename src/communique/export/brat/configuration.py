"""``annotation.conf``: which types, roles and attributes annotators may use, from the record model itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, get_args

from communique.records import Actor, Controversy, Implication, Meeting, Mention, Position, Statement


def choices(model: type[Any], field: str) -> tuple[str, ...]:
    """The values that a field may have, in the order of the model; ``None`` is the attribute left out."""
    annotation = model.model_fields[field].annotation
    return tuple(
        str(value)
        for part in (get_args(annotation) or ())
        for value in (get_args(part) or (part,))
        if value is not None and not isinstance(value, type)
    )


ACTORS: Final = tuple(kind.capitalize() for kind in choices(Actor, "kind"))
"""The types of words that are mentions of actors: "Person"."""

ATTRIBUTES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "Form": ("|".join(ACTORS), choices(Mention, "form")),
    "MeetingKind": ("Meeting", choices(Meeting, "kind")),
    "Status": ("Meeting", choices(Meeting, "status")),
    "Several": ("Meeting", ()),
    "ControversyKind": ("Controversy", choices(Controversy, "kind")),
    "Standing": ("Controversy", choices(Controversy, "standing")),
    "Stance": ("Position", choices(Position, "stance")),
    "Direction": ("Implication", choices(Implication, "direction")),
    "Time": ("Implication", choices(Implication, "time")),
    "StatementKind": ("Statement", choices(Statement, "kind")),
    "Quoted": ("Statement", ()),
    "Certainty": ("Position|Implication|Statement", choices(Statement, "certainty")),
    "Polarity": ("Implication|Statement", choices(Statement, "polarity")),
}
"""What an attribute is about, and the values it may have; none for a mark."""

_EVENTS: Final = {
    "Meeting": "Participant*:<ACTOR>, Date?:Date, Place?:Place, Topic*:Topic, PartOf?:Meeting, "
    "Evidence*:Evidence",
    "Controversy": "About*:<ACTOR>, Position*:Position, Meeting*:Meeting, Date?:Date, Place?:Place, "
    "Evidence*:Evidence",
    "Position": "Source?:Source, Holder?:<ACTOR>, Cue?:Cue",
    "Implication": "Cause:Cause, Effect:Effect, CauseRef*:<RECORD>, EffectRef*:<RECORD>, Affects*:<ACTOR>, "
    "Source?:Source, Holder?:<ACTOR>, AttributionCue?:Cue, Evidence*:Evidence",
    "Statement": "Source?:Source, Holder?:<ACTOR>, Cue?:Cue, About*:<ACTOR>, Evidence*:Evidence",
}


def annotation_conf() -> bytes:
    """The file."""
    return "".join(f"{line}\n" for line in _lines()).encode()


def _lines() -> Iterator[str]:
    actors = "|".join(ACTORS)
    yield "[entities]"
    yield "!Actor"
    yield from (f"\t{kind}" for kind in ACTORS)
    yield from ("Title", "Date", "Place", "Topic", "Cause", "Effect", "Source", "Cue", "Evidence")
    yield ""
    yield "[relations]"
    yield f"<ACTOR>={actors}"
    yield "Equiv\tArg1:<ACTOR>, Arg2:<ACTOR>, <REL-TYPE>:symmetric-transitive"
    yield "HasRole\tArg1:<ACTOR>, Arg2:Title"
    yield "RoleOf\tArg1:Title, Arg2:<ACTOR>"
    yield "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"
    yield ""
    yield "[events]"
    yield f"<ACTOR>={actors}"
    yield f"<RECORD>={actors}|Meeting|Controversy|Implication|Statement"
    yield from (f"{name}\t{roles}" for name, roles in _EVENTS.items())
    yield ""
    yield "[attributes]"
    for name, (about, values) in ATTRIBUTES.items():
        yield f"{name}\tArg:{about}" + (f", Value:{'|'.join(values)}" if values else "")
