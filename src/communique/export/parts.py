"""Parts that nodes of several kinds have: who holds it, when, where, from which words and which program."""

from __future__ import annotations

from collections.abc import Iterable

from communique.export.node import Node, node
from communique.export.vocabulary import ARTICLE
from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    DateMention,
    Evidence,
    Implication,
    Meeting,
    PlaceMention,
    Statement,
)


class Parts:
    """Makes the parts of the nodes of one article."""

    def __init__(self, key: str, article: Article) -> None:
        self.article = article
        self.iri = ARTICLE + key

    def held(self, part: str, attribution: Attribution | None) -> dict[str, str | Node | None]:
        """Who holds the part, and the words that tell so; nothing where it is the article's own voice."""
        if attribution is None:
            return {}
        holder = self.maybe(attribution.actor)
        qualified = node(
            f"{self.of(part)}:attribution",
            "Attribution",
            "QualifiedAttribution",
            agent=holder,
            source=self.at(attribution.source) if attribution.source else None,
            cue=self.at(attribution.cue) if attribution.cue else None,
        )
        return {"wasAttributedTo": holder, "qualifiedAttribution": qualified}

    def date(self, record: str, date: DateMention | None) -> Node | None:
        """The node of a date."""
        if date is None:
            return None
        return node(f"{self.of(record)}:date", "DateMention", edtf=date.edtf, evidence=self.at(date))

    def place(self, record: str, place: PlaceMention | None) -> Node | None:
        """The node of a place."""
        if place is None:
            return None
        iri = f"{self.of(record)}:place"
        return node(iri, "Place", name=place.name, country=place.country, evidence=self.at(place))

    def origin(
        self, record: Actor | Meeting | Controversy | Implication | Statement
    ) -> dict[str, str | Node | None]:
        """Which rule found the record, in which run, in which article."""
        return {
            "foundBy": record.found_by,
            "wasGeneratedBy": self.of("extraction"),
            "wasDerivedFrom": self.iri,
        }

    def of(self, part: str) -> str:
        """The IRI of a part of the article."""
        return f"{self.iri}:{part}"

    def maybe(self, record: str | None) -> str | None:
        """The IRI of a record that there may be."""
        return self.of(record) if record else None

    def each(self, records: Iterable[str]) -> list[str]:
        """The IRIs of several records."""
        return [self.of(record) for record in records]

    def at(self, words: Evidence) -> str:
        """The IRI of a passage."""
        return self.of(f"text:{words.start}-{words.end}")
