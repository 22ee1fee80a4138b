"""What is published: the records of an article. Every model is strict, frozen and closed."""

from communique.records.actor import Actor, Mention, Role
from communique.records.article import Article
from communique.records.base import SCHEMA_VERSION, Certainty, Part, Polarity
from communique.records.controversy import Controversy, Position
from communique.records.evidence import Attribution, DateMention, Evidence, PlaceMention
from communique.records.implication import Implication
from communique.records.meeting import Meeting
from communique.records.source import Extraction, Paragraph, Section, Source
from communique.records.statement import Statement

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "Article",
    "Attribution",
    "Certainty",
    "Controversy",
    "DateMention",
    "Evidence",
    "Extraction",
    "Implication",
    "Meeting",
    "Mention",
    "Paragraph",
    "Part",
    "PlaceMention",
    "Polarity",
    "Position",
    "Role",
    "Section",
    "Source",
    "Statement",
]
