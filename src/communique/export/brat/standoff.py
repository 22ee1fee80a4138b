"""The standoff format of brat (Stenetorp et al. 2012): what a line of an ``.ann`` file says.

    T1	Person 10 15	Putin                      words: a type, offsets, what stands there
    T2	Person 20 25;26 31	words on two lines     words in pieces: a piece lies on one line
    E1	Meeting:T3 Participant:T1 Participant2:T2  an event: its words, and what takes part in it
    R1	HasRole Arg1:T1 Arg2:T4                    a relation between two
    *	Equiv T1 T5 T6                             words that stand for the same
    A1	Status E1 held                             an attribute; without a value it is a mark
    #1	AnnotatorNotes T1	id=actor:…             a note

Offsets count Unicode code points of the text, half-open, as the records' own do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from communique.errors import RecordError

# What str.splitlines takes for the end of a line, as programs that read the file may.
_BREAKS = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_WORDS = re.compile(r"(\S+) ([0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)$")
_ROLE = re.compile(r"([^:\s]*?)[0-9]*:(\S+)$")
Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A text-bound annotation."""

    id: str
    type: str
    pieces: Pieces
    quote: str
    line: int = 0

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return min(start for start, _ in self.pieces)

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return max(end for _, end in self.pieces)


@dataclass(frozen=True, slots=True)
class Event:
    """An event: the id of its words, and by role, without its number, the ids of what takes part in it."""

    id: str
    type: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]
    line: int = 0

    def all(self, role: str) -> list[str]:
        """The ids in a role, in their order."""
        return [target for name, target in self.arguments if name == role]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation from one annotation to another."""

    type: str
    first: str
    second: str
    line: int = 0


@dataclass(slots=True)
class Standoff:
    """An ``.ann`` file, in its order."""

    words: dict[str, Words] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    same: list[tuple[str, ...]] = field(default_factory=list)
    attributes: dict[tuple[str, str], str] = field(default_factory=dict)
    """By the id of what has it and its name; empty for a mark."""
    notes: dict[str, str] = field(default_factory=dict)
    """By the id of what they are about."""


def pieces(text: str, start: int, end: int) -> Pieces:
    """The parts of a stretch of text that lie on one line each; none where it is all line ends."""
    found, at = [], start
    for gap in _BREAKS.finditer(text, start, end):
        if gap.start() > at:
            found.append((at, gap.start()))
        at = gap.end()
    return (*found, (at, end)) if at < end else tuple(found)


def quoted(text: str, parts: Pieces) -> str:
    """The words of pieces as a line gives them: with a space between."""
    return " ".join(text[start:end] for start, end in parts)


def parse(content: str, name: str) -> Standoff:
    """An ``.ann`` file. ``name`` is what errors call it.

    Raises:
        RecordError: a line is none of those above, or an id stands twice.
    """
    found = Standoff()
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            _line(found, line.rstrip("\r"), number, f"{name}:{number}")
    return found


def _line(found: Standoff, line: str, number: int, where: str) -> None:
    head, _, rest = line.partition("\t")
    said, _, tail = rest.partition("\t")
    try:
        match head[:1]:
            case "T":
                shape = _WORDS.match(said)
                if shape is None or head in found.words:
                    raise ValueError
                parts = tuple(tuple(map(int, part.split())) for part in shape[2].split(";"))
                found.words[head] = Words(head, shape[1], parts, tail, number)  # type: ignore[arg-type]
            case "E":
                (kind, trigger), *arguments = [_role(part) for part in said.split()]
                if head in found.events:
                    raise ValueError
                found.events[head] = Event(head, kind, trigger, tuple(arguments), number)
            case "R":
                kind, first, second = said.split()
                found.relations.append(Relation(kind, _role(first)[1], _role(second)[1], number))
            case "*":
                _, *members = said.split()
                found.same.append(tuple(members))
            case "A" | "M":
                kind, target, *value = said.split()
                found.attributes[target, kind] = " ".join(value)
            case "#":
                kind, target = said.split()
                # brat has notes of its own besides, such as what its checks say.
                if kind == "AnnotatorNotes":
                    found.notes[target] = tail
            # Normalizations say nothing that a record holds.
            case "N":
                pass
            case _:
                raise ValueError
    except ValueError:
        raise RecordError(
            f"this is no line of standoff, or its id stands twice: {line[:60]!r}",
            where=where,
            hint="correct it in brat rather than by hand",
        ) from None


def _role(part: str) -> tuple[str, str]:
    shape = _ROLE.match(part)
    if shape is None:
        raise ValueError
    return shape[1], shape[2]
