"""Verbs as cues: "|The minister| |accused| |his rivals of treason|"."""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import sources
from communique.analyse.attribution.arguments import passive
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.contents import Content, find
from communique.analyse.attribution.cues import Cue, cues
from communique.analyse.attribution.quotes import Quotes
from communique.analyse.attribution.spans import balanced, piece, trimmed
from communique.analyse.certainty.clause import lowered
from communique.analyse.clauses import Clauses

SAYING = frozenset(("assert", "ask", "deny", "accuse", "promise", "threaten"))
"""Kinds that a document can do as well as a person."""
PLAIN = frozenset(("clause", "around"))
"""Frames whose subject is a speaker, whatever it is: "the deal, the letter |said|, was off"."""
ONWARD = frozenset(
    ("go", "continue", "begin", "start", "come", "proceed", "use", "tend", "keep", "help", "appear")
)
"""Verbs above an infinitive that was indeed said: "went on to say". Elsewhere "to say" is not yet said."""
OBLIGED = frozenset(("must", "should", "ought"))
"""Before a cue these ask for it: "the minister should explain why"."""
BESIDE = frozenset(("aux", "advmod", "compound"))


def groups(analysis: Analysis, verb: int) -> tuple[tuple[Cue, int], ...]:
    """The groups of the lexicon a verb stands in, each with the last token of the cue."""
    token = analysis.tokens[verb]
    listed = cues()
    lemma = listed.verb(token)
    found: list[tuple[Cue, int]] = []
    for rest, cue in listed.phrasal.get(lemma, ()):
        if tuple(map(lowered, analysis.tokens[verb + 1 : verb + 1 + len(rest)])) == rest:
            found.append((cue, verb + len(rest)))
    found.extend((cue, verb) for cue in listed.verbs.get(lemma, ()))
    return tuple(found)


def negated(analysis: Analysis, cue: int) -> bool:
    """Whether "not" or "never" stands beside a cue."""
    return any(sources.negated_token(analysis.tokens[child]) for child in analysis.children[cue])


def cue_span(analysis: Analysis, verb: int, end: int) -> tuple[int, int]:
    """Tokens of a verbal cue: auxiliaries and adverbs before it, particle and preposition behind it."""
    first = verb
    for child in reversed(analysis.children[verb]):
        if child >= first or child != first - 1:
            continue
        token = analysis.tokens[child]
        if token.deprel.partition(":")[0] in BESIDE and not analysis.children[child]:
            first = child
    return first, end + 1


def from_verb(
    analysis: Analysis, clauses: Clauses, verb: int, free: tuple[tuple[Cue, int], ...], quotes: Quotes
) -> Attributed | None:
    """The attribution of a verb, in the first of its groups that has content and source."""
    if unrealised(analysis, verb):
        return None
    is_passive = passive(analysis, verb)
    for cue, end in free:
        saying = cue.kind in SAYING
        content = _content(analysis, verb, end, cue, is_passive)
        if content is None:
            continue
        if _carries_noun(analysis, verb, content):
            continue
        found = _source(analysis, clauses, verb, content, is_passive, saying=saying)
        if found is None and not is_passive:
            continue
        if cue.documents and (found is None or not sources.can_speak(analysis, found.head, saying=True)):
            continue
        return made(
            analysis,
            cue,
            verb,
            cue_span(analysis, verb, max(end, content.particle)),
            found,
            content,
            cue.group,
        )
    return None


def _content(analysis: Analysis, verb: int, end: int, cue: Cue, is_passive: bool) -> Content | None:
    content = find(analysis, verb, cue, is_passive=is_passive)
    if content is None and end > verb:
        content = _behind(analysis, verb, end)
    if content is None and "clause" in cue.takes:
        content = _around(analysis, verb) or (_before(analysis, verb) if cue.kind != "believe" else None)
    return content


def _before(analysis: Analysis, verb: int) -> Content | None:
    """The clause that ends with the comma before a cue and its subject, where the tree joins them otherwise:
    "|A host of factors shape the price|, said Ada Obi"."""
    tokens = analysis.tokens
    sentence = analysis.sentences[tokens[verb].sentence]
    comma = -1
    for index in range(verb - 1, max(verb - 12, sentence.first), -1):
        if tokens[index].text == ",":
            comma = index
            break
        if tokens[index].upos in ("VERB", "AUX", "SCONJ", "CCONJ") or tokens[index].xpos in ("WP", "WDT"):
            return None
    if comma - sentence.first < 3:
        return None
    after = next((t for t in tokens[verb + 1 : sentence.last] if t.upos != "ADV"), None)
    inverted = (
        comma == verb - 1 and after is not None and after.upos in ("PROPN", "DET", "NOUN", "PRON", "ADJ")
    )
    subject = any(
        tokens[child].deprel == "nsubj" and comma < child < verb for child in analysis.children[verb]
    )
    last = verb + 1 < sentence.last and all(
        tokens[i].deprel
        in ("punct", "advmod", "obl", "case", "det", "obl:unmarked", "nmod", "compound", "amod")
        for i in range(verb + 1, sentence.last)
    )
    if not (inverted or (subject and last)) or tokens[verb].xpos not in ("VBD", "VBZ", "VBP"):
        return None
    inside = tokens[sentence.first : comma]
    head = next((t.index for t in inside if t.upos in ("VERB", "AUX") and t.xpos != "VBG"), -1)
    if head < 0:
        return None
    top = next((t.index for t in inside if not sentence.first <= t.head < comma or t.head == t.index), head)
    first, last_token = trimmed(analysis, sentence.first, comma)
    top = top if tokens[top].upos in ("VERB", "AUX", "ADJ", "NOUN") else head
    return Content(first, last_token, top, "around")


def _behind(analysis: Analysis, verb: int, end: int) -> Content | None:
    """The object of the preposition that ends a phrasal cue: "railed against |the deal|"."""
    preposition = analysis.tokens[end]
    if preposition.deprel in ("case", "mark") and preposition.head > end:
        head = preposition.head
        first, last = piece(analysis, head, frozenset((end,)))
        first, last = trimmed(analysis, max(first, end + 1), last)
        return Content(first, last, head, "phrasal", end) if last > first else None
    for child in analysis.children[verb]:
        if child > end and analysis.tokens[child].deprel in ("obj", "ccomp", "xcomp"):
            first, last = piece(analysis, child)
            first, last = trimmed(analysis, max(first, end + 1), last)
            return Content(first, last, child, "phrasal") if last > first else None
    return None


def _around(analysis: Analysis, verb: int) -> Content | None:
    """The clause into which the cue is thrown: "|Talks had failed|, officials said", "as officials said"."""
    token = analysis.tokens[verb]
    above = token.head
    base = token.deprel.partition(":")[0]
    if above == verb or analysis.tokens[above].sentence != token.sentence:
        return None
    if base == "parataxis":
        pass
    elif base == "advcl":
        opened = [lowered(analysis.tokens[c]) for c in analysis.children[verb] if c < verb]
        if "as" not in opened:
            return None
    else:
        for child in analysis.children[verb]:
            if analysis.tokens[child].deprel.startswith("parataxis") and child > verb + 1:
                first, last = trimmed(analysis, *piece(analysis, child))
                return Content(first, last, child, "around") if last > first else None
        return None
    first, last = piece(analysis, above, frozenset((verb,)))
    if first <= verb < last:
        first, last = (first, verb) if above < verb else (verb + 1, last)
    first, last = trimmed(analysis, first, last)
    return Content(first, last, above, "around") if last - first > 1 else None


def unrealised(analysis: Analysis, verb: int) -> bool:
    """Whether a cue is an infinitive that nobody is said to have carried out: "free to criticise the deal"."""
    token = analysis.tokens[verb]
    for child in analysis.children[verb]:
        if analysis.tokens[child].deprel == "aux" and lowered(analysis.tokens[child]) in OBLIGED:
            return True
    if token.xpos == "VBG" and token.deprel in ("xcomp", "ccomp"):  # "denied |ordering| the attack"
        above = analysis.tokens[token.head]
        return cues().verb(above) in cues().verbs and above.lemma.lower() not in ONWARD
    if token.xpos != "VB" or token.deprel.partition(":")[0] not in (
        "xcomp",
        "advcl",
        "acl",
        "csubj",
        "ccomp",
    ):
        return False
    if not any(lowered(analysis.tokens[child]) == "to" for child in analysis.children[verb] if child < verb):
        return False
    above = analysis.tokens[token.head]
    return not (above.lemma.lower() in ONWARD and above.upos == "VERB")


def _carries_noun(analysis: Analysis, verb: int, content: Content) -> bool:
    """Whether a verb only carries a noun that is the cue: "voiced |concern| that …"."""
    if content.frame != "thing":
        return False
    token, listed = analysis.tokens[content.head], cues()
    if token.lemma.lower() not in listed.nouns or listed.verb(analysis.tokens[verb]) not in listed.light:
        return False
    return any(
        analysis.tokens[child].deprel.partition(":")[0] in ("acl", "ccomp", "nmod")
        and analysis.tokens[child].deprel != "nmod:poss"
        for child in analysis.children[content.head]
    )


def _source(
    analysis: Analysis, clauses: Clauses, verb: int, content: Content, is_passive: bool, *, saying: bool
) -> sources.Source | None:
    if is_passive:
        head = sources.agent(analysis, verb)
        if head is None or not sources.can_speak(analysis, head, saying=saying):
            return None
        return sources.from_phrase(analysis, head, content.particle if content.particle > head else -1)
    return sources.of(analysis, clauses, verb, saying=saying, anything=saying and content.frame in PLAIN)


def made(
    analysis: Analysis,
    cue: Cue,
    token: int,
    span: tuple[int, int],
    source: sources.Source | None,
    content: Content,
    rule: str,
    quotes: Quotes | None = None,
) -> Attributed:
    """An attribution from tokens, in offsets. A content that ends within a quotation goes on to its end."""
    tokens, text = analysis.tokens, analysis.document.text

    def offsets(first: int, last: int) -> tuple[int, int]:
        return tokens[first].start, tokens[last - 1].end

    start, end = balanced(text, *offsets(content.first, content.last))
    if quotes is not None:
        end = quotes.closing(start, end)
    quoted = text[start - 1 : start] in ('"', "“", "«") and text[end : end + 2].strip(",.?!")[:1] in (
        '"',
        "”",
        "»",
    )
    return Attributed(
        offsets(source.first, source.last) if source else None,
        source.head if source else -1,
        offsets(*source.subject) if source and source.subject != (source.first, source.last) else None,
        offsets(*span),
        token,
        (start, end),
        content.head,
        bool(quoted),
        cue,
        negated(analysis, token),
        rule,
    )
