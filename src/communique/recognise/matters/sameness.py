"""Joins the passages that speak of one matter.

1. Nothing may speak against it: if both tell whose conduct it is, they share somebody.
2. The conduct must match: a head word of one is a head word of the other by its stem, and at least half
   of the other words of the shorter phrase stand in the longer one. Weak heads ("decision") need a further
   word in common.
3. A definite phrase without a matter ("the allegations", "this criticism") speaks of the last matter of its
   family, a pronoun ("others defended it") of the matter of the same or the previous sentence, and "others
   defended the minister" of the last one about her.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.analyse import lexicon
from communique.recognise.matters.conduct import stem
from communique.recognise.matters.sighting import Matter, Sighting
from communique.recognise.matters.words import Standing, matter_words

RECALL = 15
"""Sentences over which "the allegations" alone still finds its matter."""
NEAR = 2
"""Sentences over which a pronoun does."""
BESIDE = 4
"""Sentences over which a side taken for or against somebody is one in the matter about him."""
LAST = 60
"""No more matters than these are looked back on, so that a long text takes no more time for each."""
_FAMILIES = {
    "accused": frozenset(("accused", "scandal")),
    "criticised": frozenset(("criticised", "worried", "disputed")),
    "disputed": frozenset(("disputed", "criticised", "scandal")),
    "investigated": frozenset(("investigated",)),
    "scandal": frozenset(("scandal", "accused")),
    "worried": frozenset(("worried", "criticised")),
}


@lexicon.cached
def _weak() -> frozenset[str]:
    """Stems of heads that many deeds share."""
    return frozenset(map(stem, matter_words().weak))


@dataclass(slots=True)
class Group:
    """The sightings of one matter, in order of the text."""

    sightings: list[Sighting]
    about: dict[int, None]
    seen: int
    """The last sentence that speaks of it."""
    standing: Standing | None = None

    @property
    def raised(self) -> bool:
        """Whether any passage makes it a matter by itself."""
        return any(each.raises for each in self.sightings)

    def add(self, sighting: Sighting) -> None:
        """Take in one more sighting."""
        self.sightings.append(sighting)
        if sighting.matter is not None or not self.about:
            self.about.update(dict.fromkeys(sighting.about))
        self.seen = max(self.seen, sighting.sentences[-1])
        self.standing = sighting.standing or self.standing


def merge(sightings: list[Sighting]) -> list[Group]:
    """Groups of sightings, in the order in which their matters are first told."""
    groups: list[Group] = []
    for sighting in sightings:
        group = find(sighting, groups)
        if group is None:
            if sighting.matter is None:
                continue
            group = Group([], {}, sighting.sentences[-1])
            groups.append(group)
        group.add(sighting)
    return groups


def find(sighting: Sighting, groups: list[Group]) -> Group | None:
    """The matter that a passage speaks of again."""
    recent = sorted(groups[-LAST:], key=lambda each: each.seen, reverse=True)
    here = sighting.sentences[0]
    if sighting.matter is not None:
        fitting = [group for group in recent if _same(sighting, group)]
        # "defended her approach" is no matter yet: what was criticised before goes first
        same = next((group for group in fitting if group.raised), fitting[0] if fitting else None)
        if same is None and sighting.rule.endswith(".question"):
            # "Critics point to her contracts. Her ties to it have raised questions about her sons."
            same = next((group for group in recent if _goes_on(sighting, group)), None)
        if same is None and sighting.beside:
            same = next((group for group in recent if here == group.seen and _fits(sighting, group)), None)
        return same
    reach = {"pronoun": NEAR, "person": BESIDE}.get(sighting.reference, RECALL)
    spoken_for: Group | None = None
    for group in recent:
        if here - group.seen > reach:
            break
        if sighting.reference == "person" and not set(sighting.about) & set(group.about):
            continue
        if sighting.reference == "again":
            family = {each.family for each in group.sightings if each.matter is not None}
            if not family & _FAMILIES[sighting.family]:
                continue
            if sighting.about and group.about and not set(sighting.about) & set(group.about):
                if _spoken_for(sighting, group):
                    spoken_for = spoken_for or group
                continue
        return group
    return spoken_for


def _spoken_for(sighting: Sighting, group: Group) -> bool:
    """Whether somebody else at once denies it: "accused Chile of … |The envoy| rejected the accusation."""
    denied = bool(sighting.sides) and all(side.stance == "supportive" for side in sighting.sides)
    return denied and sighting.sentences[0] - group.seen <= 1


def _goes_on(sighting: Sighting, group: Group) -> bool:
    """Whether questions go on from what the sentence before criticised the same one for."""
    about = set(sighting.about)
    told = group.raised and sighting.sentences[0] - group.seen == 1
    return told and bool(about) and about == set(group.about)


def _fits(sighting: Sighting, group: Group) -> bool:
    """Whether nothing speaks against it: where both tell whose conduct it is, they share somebody."""
    return not sighting.about or not group.about or bool(set(sighting.about) & set(group.about))


def _same(sighting: Sighting, group: Group) -> bool:
    if not _fits(sighting, group):
        return False
    assert sighting.matter is not None
    return any(
        each.matter is not None
        and alike(sighting.matter, each.matter, here=sighting.sentences[0] - group.seen)
        for each in group.sightings
    )


def alike(one: Matter, other: Matter, here: int = 0) -> bool:
    """Whether two phrases tell of the same conduct."""
    shared = one.conduct & other.conduct
    if not shared:
        return False
    first = (one.words | one.conduct) - shared
    second = (other.words | other.conduct) - shared
    if not first or not second:
        return here <= RECALL and (not shared <= _weak() or here <= 3)
    least = min(len(first), len(second))
    common = len(first & second)
    return 2 * common >= least and common > 0
