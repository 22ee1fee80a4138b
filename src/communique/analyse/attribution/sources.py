"""All that finds a source, under one name: the subject of a cue, and the phrase that the subject heads."""

from communique.analyse.attribution.source import OBJECT_FORMS, Source, can_speak, from_phrase, lists, phrase
from communique.analyse.attribution.subjects import agent, of, subject

__all__ = ["OBJECT_FORMS", "Source", "agent", "can_speak", "from_phrase", "lists", "of", "phrase", "subject"]
