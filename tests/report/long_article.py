"""An invented article as long as a book: 300 pages of 500 words, 5,000 records."""

from __future__ import annotations

import hashlib

from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    DateMention,
    Evidence,
    Extraction,
    Implication,
    Meeting,
    Mention,
    Paragraph,
    Position,
    Section,
    Source,
    Statement,
)

PAGES, WORDS_A_PAGE = 300, 500
PEOPLE = 200
EACH = 1200
"""Records of each of the other four kinds; with the people, 5,000."""

# 25 words.
SENTENCE = (
    "{0} said in March 2015 that the talks with {1} about the harbour could lead to new disputes, "
    "and critics of both sides answered that it was late. "
)
SENTENCES_A_PARAGRAPH, PARAGRAPHS_A_SECTION = 6, 20


def long_article() -> Article:
    """The article; the same every time."""
    builder = _Builder()
    text = builder.text
    return Article(
        schema_version="1.0",
        source=Source(
            title="The long talks",
            authors=(),
            publisher=None,
            published=None,
            url=None,
            language="en",
            media_type="text/plain",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            length=len(text),
        ),
        text=text,
        sections=tuple(builder.sections),
        boilerplate=(),
        actors=builder.actors(),
        meetings=tuple(builder.meeting(number) for number in range(EACH)),
        controversies=tuple(builder.controversy(number) for number in range(EACH)),
        implications=tuple(builder.implication(number) for number in range(EACH)),
        statements=tuple(builder.statement(number) for number in range(EACH)),
        extraction=Extraction(engine="invented", version="1", settings={}),
    )


class _Builder:
    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.sentences: list[tuple[int, int, int]] = []
        """Where each sentence begins, and who speaks with whom in it."""
        parts: list[str] = []
        length = words = 0
        while words < PAGES * WORDS_A_PAGE:
            start = length
            heading = f"Chapter {len(self.sections) + 1}"
            parts.append(f"{heading}\n\n")
            length += len(parts[-1])
            paragraphs = []
            for _ in range(PARAGRAPHS_A_SECTION):
                begins = length
                for _ in range(SENTENCES_A_PARAGRAPH):
                    one = len(self.sentences) * 7 % PEOPLE
                    other = (one + 1 + len(self.sentences) % 11) % PEOPLE
                    self.sentences.append((length, one, other))
                    parts.append(SENTENCE.format(_name(one), _name(other)))
                    length += len(parts[-1])
                    words += len(parts[-1].split())
                paragraphs.append(Paragraph(start=begins, end=length - 1))
                parts.append("\n\n")
                length += 2
            self.sections.append(
                Section(
                    id=f"section:{len(self.sections) + 1}",
                    heading=Evidence(start=start, end=start + len(heading), quote=heading),
                    level=2,
                    start=start,
                    end=length,
                    paragraphs=tuple(paragraphs),
                )
            )
        self.text = "".join(parts)

    def actors(self) -> tuple[Actor, ...]:
        mentions: dict[int, list[Mention]] = {}
        for start, one, other in self.sentences:
            for person in (one, other):
                at = self.text.index(_name(person), start)
                mentions.setdefault(person, []).append(
                    Mention(start=at, end=at + len(_name(person)), quote=_name(person), form="name")
                )
        return tuple(
            Actor(
                id=_id(person),
                name=_name(person),
                kind="person",
                aliases=(),
                country=None,
                identifiers={},
                roles=(),
                mentions=tuple(sorted(mentions[person], key=lambda mention: mention.start)),
                found_by="invented",
            )
            for person in range(PEOPLE)
        )

    def meeting(self, number: int) -> Meeting:
        _, one, other = self.sentences[self._at(number)]
        return Meeting(
            id=f"meeting:talks-{number}",
            name=f"talks of {_name(one)} and {_name(other)}",
            kind="negotiation",
            status="held",
            several=False,
            participants=(_id(one), _id(other)),
            date=DateMention(**self._found(number, "March 2015").model_dump(), edtf="2015-03"),
            place=None,
            topics=(self._found(number, "the harbour"),),
            part_of=None,
            event_code=None,
            evidence=(self._sentence(number), self._sentence(number + 1)),
            found_by="invented",
        )

    def controversy(self, number: int) -> Controversy:
        _, one, _ = self.sentences[self._at(number)]
        critics = Attribution(
            source=self._found(number, "critics of both sides"),
            actor=None,
            cue=self._found(number, "answered"),
        )
        return Controversy(
            id=f"controversy:harbour-{number}",
            name="new disputes",
            kind="dispute",
            about=(_id(one),),
            positions=(
                Position(
                    stance="critical",
                    attribution=critics,
                    claim=self._found(number, "it was late"),
                    certainty="certain",
                ),
            ),
            standing=None,
            meetings=(),
            date=None,
            place=None,
            evidence=(self._sentence(number), self._sentence(number + 2)),
            found_by="invented",
        )

    def implication(self, number: int) -> Implication:
        _, one, other = self.sentences[self._at(number)]
        return Implication(
            id=f"implication:talks-{number}",
            cause=self._found(number, "the talks"),
            effect=self._found(number, "new disputes"),
            cause_refs=(_id(one),),
            effect_refs=(),
            cue=self._found(number, "could lead to"),
            direction="harmful",
            affects=(_id(other),),
            certainty="possible",
            polarity="positive",
            time="future",
            attribution=self._said(number),
            evidence=(self._sentence(number),),
            found_by="invented",
        )

    def statement(self, number: int) -> Statement:
        start, end = self._found(number, "the talks").start, self._found(number, ", and critics").start
        return Statement(
            id=f"statement:late-{number}",
            attribution=self._said(number),
            content=Evidence(start=start, end=end, quote=self.text[start:end]),
            kind="assert",
            quoted=False,
            about=(),
            certainty="possible",
            polarity="positive",
            evidence=(self._sentence(number),),
            found_by="invented",
        )

    def _said(self, number: int) -> Attribution:
        _, one, _ = self.sentences[self._at(number)]
        return Attribution(
            source=self._found(number, _name(one)), actor=_id(one), cue=self._found(number, "said")
        )

    def _at(self, number: int) -> int:
        return number * 4 % len(self.sentences)

    def _found(self, number: int, words: str) -> Evidence:
        start = self.text.index(words, self.sentences[self._at(number)][0])
        return Evidence(start=start, end=start + len(words), quote=words)

    def _sentence(self, number: int) -> Evidence:
        start = self.sentences[self._at(number)][0]
        end = self.text.index(".", start) + 1
        return Evidence(start=start, end=end, quote=self.text[start:end])


def _name(person: int) -> str:
    return f"Ada {chr(ord('A') + person % 26)}{'aeiou'[person // 26 % 5]}lm{'aeiou'[person % 5]} {person}"


def _id(person: int) -> str:
    return f"actor:person-{person}"
