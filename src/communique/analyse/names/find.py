"""Proper names, decided by votes: tables, the trained recogniser, shape, and the document itself.

    The Obama administration sent Secretary of State John Kerry to Geneva for US-Russia talks.
        └─ government ─┘                             └ person ┘    └place┘     └─ two countries

1. Spans (``name_spans``): overlapping votes of tables and recogniser are joined to the longest name, and cut
   where the text joins two names ("US-Russia").
2. Kinds (``name_kinds``): each name gets a kind, a country and a key in a table.
3. The document: a surname alone is the person named in full elsewhere, a string that is a name once is the
   same name everywhere. A name at the start of a sentence is decided in this way.
4. Datelines: what a report opens with is a place.
5. Titles and headings, which the language model does not read: only names of tables and names found above.
"""

from __future__ import annotations

from communique.analyse.analysis import Name, Sentence, Token
from communique.analyse.gazetteer import Gazetteer
from communique.analyse.names.datelines import placed
from communique.analyse.names.headings import names_in_headings
from communique.analyse.names.kinds import decide
from communique.analyse.names.spans import find_spans
from communique.document import Document


def find_names(
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    document: Document,
    gazetteer: Gazetteer | None = None,
) -> tuple[Name, ...]:
    """The names of a document, in order of the text; they do not overlap.

    Args:
        tokens: of the paragraphs, tagged and parsed, with the recogniser's votes in ``tag``.
        sentences: of the paragraphs.
        document: whose title and headings are searched as well.
        gazetteer: names of the user's own; they stand above every other vote.

    Names in titles and headings have ``first == last == -1``: no tokens stand there.
    """
    spans, loose = find_spans(tokens, sentences, gazetteer)
    names = placed(tuple(decide(tokens, spans, loose)), document)
    return tuple(sorted([*names, *names_in_headings(document, names, gazetteer)]))
