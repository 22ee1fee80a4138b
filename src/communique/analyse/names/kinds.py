"""What names are: kind, country and key of each, from all votes and from the rest of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.analyse import agreement
from communique.analyse.analysis import Name, Token
from communique.analyse.names.apposed import as_bodies
from communique.analyse.names.shapes import Span
from communique.analyse.names.surnames import parts
from communique.analyse.names.words import NameWords, name_words
from communique.analyse.tables import Entry

KINDS = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "other"}


NOUNS = frozenset({"PROPN", "NOUN", "X"})


class _Document:
    """What the whole document says: who is named in full, which strings are names of which kind."""

    def __init__(self, tokens: Sequence[Token], spans: Iterable[Span], lists: NameWords) -> None:
        self.surnames: set[str] = set()
        self.people: Counter[str] = Counter()
        """Given names and surnames of people named in full, with how often."""
        self.kinds: dict[str, Counter[str]] = {}
        self.words = {token.text for token in tokens if token.text[:1].isupper()}
        self.proper = {token.text for token in tokens if token.upos == "PROPN"}
        for span in spans:
            text = [token.text for token in tokens[span.first : span.last]]
            if span.tag == "PER" and not span.shape and not span.entries:
                if len(text) > 1:
                    surname = parts(text)[-1]
                    self.surnames.add(surname)
                    self.people.update({text[0], surname})
                elif span.titled:
                    self.surnames.add(text[0])
            if span.tag and not span.shape:
                self.kinds.setdefault(" ".join(text), Counter())[span.tag] += 1

    def count(self, text: str, tag: str) -> int:
        """How often the recogniser gave the same words this kind."""
        return self.kinds[text][tag] if text in self.kinds else 0

    def majority(self, text: str, tag: str) -> str:
        """The kind that most mentions of the same words have; ``tag`` where they are even."""
        votes = self.kinds.get(text)
        if not votes:
            return tag
        best = max(votes.values())
        return tag if votes[tag] == best else min(kind for kind, count in votes.items() if count == best)


def decide(tokens: Sequence[Token], spans: list[Span], loose: list[int]) -> list[Name]:
    """A Name for each span that the votes carry, and for loose proper nouns that the document knows."""
    lists = name_words()
    document = _Document(tokens, spans, lists)
    taken: set[int] = set()
    names: list[Name] = []
    for span in spans:
        name = _decide(tokens, span, document, lists)
        if name is None:
            continue
        if names and len(span.entries) > 1 and _in_land_of(tokens, name, names[-1], span):
            land = next(entry for entry in span.entries if entry.country == names[-1].country)
            name = name._replace(kind=land.kind, country=land.country)
        if names and not span.entries and _in_brackets(tokens, name, names[-1]):
            name = name._replace(kind=names[-1].kind, country=names[-1].country)
        names.append(name)
        taken.update(range(name.first, name.last))
    known = {tokens[n.first].text: n for n in reversed(names) if n.last - n.first == 1}
    for i in loose:
        token = tokens[i]
        if i in taken or len(token.text) < 2 or not token.text[:1].isupper() or _dated(tokens, i, lists):
            continue
        if token.text in document.surnames:
            names.append(Name(token.start, token.end, i, i + 1, "person", None, None, ("document",)))
        elif token.text in known:
            same = known[token.text]
            names.append(
                Name(token.start, token.end, i, i + 1, same.kind, same.country, same.key, ("document",))
            )
    return as_bodies(tokens, names)


def _decide(tokens: Sequence[Token], span: Span, document: _Document, lists: NameWords) -> Name | None:
    words = [token.text for token in tokens[span.first : span.last]]
    votes = [
        vote
        for vote, given in (
            ("table", span.entries),
            ("recogniser", span.tag),
            ("shape", span.shape),
            ("title", span.titled),
        )
        if given
    ]
    start, end = tokens[span.first].start, tokens[span.last - 1].end
    proper = tokens[span.last - 1].upos in NOUNS
    kind, entry = _kind(words, proper, span, document, lists)
    if kind is None:
        return None
    if entry is not None:
        return Name(start, end, span.first, span.last, kind, entry.country, entry.name, tuple(votes))
    inner = {"organization": {"country", "place"}, "government": {"country", "place"}, "event": {"country"}}
    country = _country(words, lists, inner[kind]) if kind in inner else None
    return Name(start, end, span.first, span.last, kind, country, None, tuple(votes))


def _kind(
    words: list[str], proper: bool, span: Span, document: _Document, lists: NameWords
) -> tuple[str | None, Entry | None]:
    """The kind, and the table entry where it agrees. ``proper``: whether the last word is tagged a noun."""
    text = " ".join(words)
    entry = _reading(span.entries, text, document, lists)
    if entry is not None:
        if entry.table == "user":
            return entry.kind, entry
        person = span.titled or text in document.surnames
        # "Warsaw was not consulted": a capital is nobody whom neither a title nor a full name tells
        if entry.table not in ("country", "capital"):
            person = person or document.majority(text, span.tag) == "PER"
        if len(words) == 1 and person and text in lists.personal:
            return "person", None
        return entry.kind, entry
    if span.shape:
        return span.shape, None
    tag = document.majority(text, span.tag)
    if len(words) == 1:
        if (not proper and text not in document.proper) or _is_plural_noun(text, tag, document):
            return None, None
        tag = _lone(text, tag, span.titled, document)
        members = text[-1] == "s" and text[:-1].lower() in agreement.partisans()
        if tag == "PER" and members and not span.titled:
            return "other", None
    if tag == "MISC" and not any(word[:1].isupper() for word in words):
        return None, None
    return (KINDS[tag], None) if tag else (None, None)


def _is_plural_noun(text: str, tag: str, document: _Document) -> bool:
    """ "Aides said …": a noun for people, with the capital of a sentence."""
    if tag != "PER" or text[-1] != "s" or text in document.surnames or document.count(text, tag) > 1:
        return False
    return text[:-1].lower() in agreement.people()


def _lone(text: str, tag: str, titled: bool, document: _Document) -> str:
    """The recogniser's kind for a single word, unless a title, capitals or people named in full tell more."""
    if titled and tag in {"", "PER"}:
        return "PER"
    if text in document.surnames and tag != "ORG":
        return "PER"
    # What the recogniser takes for a body as often as the article names a person so: "thanked Rasmi".
    if 0 < document.count(text, tag) <= document.people[text]:
        return "PER"
    return "ORG" if tag == "PER" and 1 < len(text) < 7 and text.isupper() and not titled else tag


def _in_land_of(tokens: Sequence[Token], name: Name, before: Name, span: Span) -> bool:
    """Whether a name follows a city and a comma, and one of its readings is the land of that city."""
    return (
        before.kind == "place"
        and name.first == before.last + 1
        and tokens[before.last].text == ","
        and before.country in {entry.country for entry in span.entries}
    )


def _dated(tokens: Sequence[Token], i: int, lists: NameWords) -> bool:
    """Whether this is a month with a day or year: "May 18" is nobody's surname."""
    beside = tokens[max(0, i - 1)].text, tokens[min(i + 1, len(tokens) - 1)].text
    return tokens[i].text in lists.calendar and any(word[0].isdigit() for word in beside)


def _in_brackets(tokens: Sequence[Token], name: Name, before: Name) -> bool:
    """Whether a name is the short form in brackets after an organisation: "Unionist Party (UUP)"."""
    return (
        before.kind in {"organization", "government"}
        and name.first == before.last + 1 < name.last < len(tokens)
        and tokens[before.last].text == "("
        and tokens[name.last].text == ")"
    )


def _reading(entries: Sequence[Entry], text: str, document: _Document, lists: NameWords) -> Entry | None:
    """The entry meant; for a name of two countries the one whose company the document keeps."""
    if not entries:
        return None
    readings = lists.readings.get(text)
    if readings is None:
        return entries[0]
    counts = sorted((len(company & document.words), code) for code, company in readings.items())
    code = counts[-1][1] if counts[-1][0] > counts[-2][0] else None
    same = (entry for entry in entries if entry.country == code)
    return next(same, entries[0]._replace(country=code))


def _country(words: Sequence[str], lists: NameWords, kinds: set[str]) -> str | None:
    """The one country that demonyms, and names of these kinds, in a name point to."""
    found: set[str] = set()
    at = 0
    while at < len(words):
        people, hit = lists.demonyms.longest(words, at), lists.table.longest(words, at)
        if people and not (hit and hit[0] > people[0]):
            found.add(people[1])
            at += people[0]
        elif hit and hit[1][0].kind in kinds and words[at] not in lists.readings:
            if hit[1][0].country:
                found.add(hit[1][0].country)
            at += hit[0]
        else:
            at += 1
    found.discard("")
    return found.pop() if len(found) == 1 else None
