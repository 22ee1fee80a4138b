"""What a reader would call a meeting, and the key that its id is made of.

1. The text's own name, where a place or body stands before the noun: "Helsinki summit", "G20 summit".
2. Place and kind: "Geneva talks", for a single meeting with a known place.
3. The text's own phrase for several meetings and for press conferences: "several key meetings".
4. Who met: "Merkel–Macron meeting".
"""

from __future__ import annotations

from communique.analyse import lexicon
from communique.analyse.analysis import Analysis
from communique.recognise.meetings.group import Group
from communique.recognise.meetings.words import meeting_words

_NOUN = {
    "summit": "summit",
    "bilateral": "meeting",
    "sidelines": "meeting",
    "visit": "visit",
    "call": "phone call",
    "negotiation": "talks",
    "conference": "conference",
    "press_conference": "press conference",
    "other": "meeting",
}
_PLAIN = frozenset({"summit", "bilateral", "other"})


def name_of(analysis: Analysis, group: Group, kind: str) -> str:
    """The name, deterministic."""
    text = analysis.document.text
    phrases = [" ".join(text[slice(*s.phrase)].split()) for s in group.sightings if s.phrase and s.noun]
    for sighting, phrase in zip((s for s in group.sightings if s.phrase and s.noun), phrases, strict=True):
        if sighting.proper and not group.several:
            return phrase
    place = group.place
    if place is not None and place.place is not None and not group.several and kind != "press_conference":
        return f"{place.place.name} {_NOUN[kind]}"
    told = [phrase for phrase in phrases if " " in phrase and phrase.lower() not in _bare()]
    if told and (group.several or kind == "press_conference"):
        return told[0]
    people = [_short(analysis, each) for each in group.participants]
    if len(people) > 3:
        people = [*people[:2], "others"]
    if people:
        return f"{'–'.join(people)} {_NOUN[kind]}"
    return (told or phrases or [_NOUN[kind]])[0]


@lexicon.cached
def _bare() -> frozenset[str]:
    """Nouns that say no more than the kind: "phone call"."""
    words = meeting_words()
    return frozenset(" ".join(pair) for pair in words.compounds)


def _short(analysis: Analysis, index: int) -> str:
    """The one word of a person's name that the article uses alone, where there is one; else the name."""
    entity = analysis.entities[index]
    words = entity.name.split()
    if entity.kind != "person" or len(words) < 2:
        return entity.name
    alone = {alias for alias in entity.aliases if alias in words}
    return next((word for word in reversed(words) if word in alone), entity.name)


def key_of(name: str, group: Group, kind: str) -> str:
    """Place and date where both are known, with the kind where it is not plain: "helsinki-2018-07"."""
    place, date = group.place, group.date
    if group.several or place is None or place.place is None:
        return name
    when = date.date.edtf if date is not None and date.date else None
    noun = "" if kind in _PLAIN else f" {_NOUN[kind]}"
    return f"{place.place.name}{noun} {when}" if when else f"{place.place.name} {_NOUN[kind]}"
