"""Names in titles and headings. In Title Case every word looks like a name: only known names are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.analyse.analysis import Name
from communique.analyse.gazetteer import Gazetteer
from communique.analyse.model import cut
from communique.analyse.names.words import name_words
from communique.analyse.phrases import Phrases
from communique.document import Block, Document


def names_in_headings(document: Document, names: Iterable[Name], gazetteer: Gazetteer | None) -> list[Name]:
    """Names of the prose, of the user's table and of the package's tables, in titles and headings."""
    blocks = [block for block in document.blocks if block.kind in {"title", "heading"}]
    if not blocks:
        return []
    finder = _Finder(document.text, names, gazetteer)
    return [name for block in blocks for name in finder.names(block)]


class _Finder:
    """The three tables that a heading is read with, in order of precedence where matches are equally long."""

    def __init__(self, text: str, names: Iterable[Name], gazetteer: Gazetteer | None) -> None:
        self.text = text
        lists = name_words()
        self.table = lists.table
        self.doubtful = lists.ordinary | lists.personal | lists.readings.keys()
        self.known = Phrases(sorted(_known(text, names).items()))
        self.own = Phrases(sorted(gazetteer.entries.items()) if gazetteer else ())

    def names(self, block: Block) -> Iterator[Name]:
        """The names in one title or heading."""
        spans = cut(self.text, block.start, block.end)
        words = [self.text[a:b] for a, b in spans]
        at = 0
        while at < len(words):
            size, kind, country, key, vote = self._longest(words, at)
            if kind:
                yield Name(spans[at][0], spans[at + size - 1][1], -1, -1, kind, country, key, (vote,))
            at += size

    def _longest(self, words: list[str], at: int) -> tuple[int, str, str | None, str | None, str]:
        if own := self.own.longest(words, at):
            size, entry = own
            return size, entry.kind, entry.country, entry.name, "table"
        seen, table = self.known.longest(words, at), self.table.longest(words, at)
        if table and not (seen and seen[0] >= table[0]):
            size, entries = table
            shouted = words[at].isupper() and all(word.isupper() or not word.isalpha() for word in words)
            if size == 1 and (words[at] in self.doubtful or (shouted and len(words[at]) < 5)):
                return 1, "", None, None, ""
            return size, entries[0].kind, entries[0].country, entries[0].name, "table"
        if seen:
            size, same = seen
            return size, same.kind, same.country, same.key, "document"
        return 1, "", None, None, ""


def _known(text: str, names: Iterable[Name]) -> dict[str, Name]:
    """Names of the prose by their words, and persons by their surname; the first of each."""
    found: dict[str, Name] = {}
    for name in names:
        found.setdefault(text[name.start : name.end], name)
    for name in list(found.values()):
        if name.kind == "person" and name.last - name.first > 1:
            found.setdefault(text[name.start : name.end].rsplit(maxsplit=1)[-1], name)
    return found
