"""The states between which a dispute is, where its own phrase does not tell.

|Spain| and |Senegal| argued all winter. What began as a quarrel over licences …
"""

from __future__ import annotations

from communique.recognise.matters.scene import Scene

_WHERE = frozenset(("in", "at", "across", "near", "within", "throughout"))


def states(scene: Scene, noun: int) -> tuple[int, ...]:
    """The only two states of the sentence, else two named together in the one before it; else none."""
    here = scene.tokens[noun].sentence
    found = _named(scene, here, joined=False)
    if len(found) == 2:
        return found
    if found or here == 0:
        return ()
    sentences = scene.analysis.sentences
    if "\n\n" in scene.analysis.document.text[sentences[here - 1].start : sentences[here].start]:
        return ()
    found = _named(scene, here - 1, joined=True)
    return found if len(found) == 2 else ()


def _named(scene: Scene, number: int, *, joined: bool) -> tuple[int, ...]:
    """The states that names and demonyms of a sentence stand for. ``joined``: by "and" only."""
    sentence = scene.analysis.sentences[number]
    found: dict[int, None] = {}
    together = False
    for token in scene.tokens[sentence.first : sentence.last]:
        if scene.prepositions(token.index) & _WHERE:
            continue
        states = [
            each
            for each in scene.mentions.by_head.get(token.index, ())
            if scene.analysis.entities[each].kind == "country"
        ]
        demonym = scene.country(token)
        found.update(dict.fromkeys(states if states or demonym is None else [demonym]))
        together = together or (bool(states) and scene.base[token.index] == "conj")
    return tuple(found) if together or not joined else ()
