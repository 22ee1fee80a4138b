"""Words that join clauses and phrases: because, since, if, due to, as a result, therefore, so that, over.

Because the embargo stayed in place, | the talks collapsed.        Talks collapsed | because of the embargo.
└ cue ┘ └ cause ────────────────┘      └ effect ─────────┘
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch
from communique.recognise.causes.words import Phrase

_SAYING = frozenset(
    [
        "say",
        "tell",
        "report",
        "announce",
        "note",
        "describe",
        "state",
        "explain",
        "expect",
        "know",
        "see",
        "write",
        "put",
        "suggest",
        "argue",
        "claim",
        "mention",
        "plan",
        "promise",
        "predict",
        "recall",
        "agree",
        "call",
        "show",
        "appear",
    ]
)
_EPISTEMIC = frozenset(("must",))
INVERTED = frozenset(("had", "were", "should"))
_OUTER = frozenset(("obl", "nmod", "advcl", "advmod", "dep", "acl"))


def at(reading: Reading, index: int) -> Iterator[Link]:
    """The links whose connective begins at a word."""
    for phrase in reading.words.marks.get(reading.low(index), ()):
        last = index + len(phrase.words)
        if last > len(reading.tokens) or any(
            reading.low(index + offset) != word for offset, word in enumerate(phrase.words) if offset
        ):
            continue
        found = _KINDS[phrase.kind](reading, index, phrase)
        if found is not None:
            yield found
            return


def _main(reading: Reading, index: int, drop: set[int]) -> tuple[Stretch, int] | None:
    """The stretch that a clause or phrase hangs on: a clause; a noun alone where it is a subject."""
    node = index
    for _ in range(6):
        if reading.is_clause(node):
            return reading.clause(node, drop), node
        if reading.relation[node] in ("nsubj", "csubj"):
            return reading.stretch(node, drop), node
        if reading.tokens[node].head == node:
            return reading.stretch(node, drop), node
        node = reading.tokens[node].head
    return None


def _outermost(reading: Reading, cause: int, effect: int) -> set[int]:
    """The words between a clause and what it hangs on ("now", "given")."""
    node = cause
    between: set[int] = set()
    while node != effect and reading.tokens[node].head != node and len(between) < 3:
        between.add(node)
        node = reading.tokens[node].head
    return between if node == effect else set()


def _linked(reading: Reading, cause: int, effect: int, cue: Stretch, rule: str) -> Link | None:
    """A link between the clause or phrase ``cause`` and what it hangs on."""
    found = _main(reading, effect, {cause, *_outermost(reading, cause, effect)})
    if found is None:
        return None
    span, head = found
    opened = {each for each in reading.children[cause] if each < cause and each < cue[1]}
    own = reading.clause(cause, opened) if reading.is_clause(cause) else reading.stretch(cause, opened)
    own = max(own[0], cue[1]) if own[0] < cue[1] < own[1] else own[0], own[1]
    own = reading.trim(*own)
    if max(own[0], span[0]) < min(own[1], span[1]):
        return None
    return Link(head, own, cause, span, head, cue, "", rule)


def _clause_of(reading: Reading, mark: int, phrase: Phrase) -> tuple[int, int] | None:
    """The head of the adverbial clause that a conjunction opens, and what the clause hangs on."""
    last = mark + len(phrase.words)
    for index in range(mark, last):
        node = reading.tokens[index].head
        if node < last:
            continue
        above = reading.tokens[node].head
        if mark <= above < last and reading.relation[node] == "ccomp":
            # "Given |that| the border is closed", read as a clause that "given" takes
            above = reading.tokens[above].head
            return (node, above) if above >= last or above < mark else None
        if reading.relation[node] == "advcl":
            return node, above
    return None


def _reason(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    found = _clause_of(reading, mark, phrase)
    if found is None:
        return None
    clause, main = found
    if (
        phrase.words[0] in reading.words.of_time
        and len(phrase.words) == 1
        and not _gives_reason(reading, clause, main, mark)
    ):
        return None
    if _inferred(reading, main):
        return None
    return _linked(reading, clause, main, (mark, mark + len(phrase.words)), f"connective:{phrase.words[0]}")


def _inferred(reading: Reading, main: int) -> bool:
    """ "It must have rained, because …": a reason for believing it, not for its being so."""
    helpers = {reading.low(each) for each in reading.kids(main, "aux", "cop")}
    return bool(helpers & _EPISTEMIC) and bool(helpers & {"have", "be"})


def _gives_reason(reading: Reading, clause: int, main: int, mark: int) -> bool:
    """Whether "since" and "as" give a reason: a state, a denial, an ability; not a moment in time."""
    own = {reading.low(each) for each in reading.kids(clause, "aux", "cop")}
    if reading.lemma(clause) in _SAYING:
        return False
    above = {reading.low(each) for each in reading.kids(main, "aux")}
    token = reading.tokens[clause]
    if reading.low(mark) == "since":
        return not (above & {"has", "have", "had", "'s", "'ve"}) or token.xpos in ("VBZ", "VBP")
    if reading.child(clause, "nsubj") is None:
        return False
    state = reading.child(clause, "cop") is not None or token.lemma.lower() in (
        "have",
        "want",
        "lack",
        "need",
        "fear",
        "believe",
    )
    denied = any(reading.low(each) in ("not", "n't", "no", "never") for each in reading.children[clause])
    modal = any(reading.tokens[each].xpos == "MD" for each in reading.kids(clause, "aux"))
    return state or denied or modal or bool(own & {"has", "had", "have"})


def _condition(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    if mark and reading.low(mark - 1) in reading.words.not_after:
        return None
    found = _clause_of(reading, mark, phrase)
    if found is None:
        return None
    clause, main = found
    if reading.child(clause, "nsubj", "csubj", "expl", "obj", "cop") is None:
        return None
    if reading.low(mark) == "provided" and reading.tokens[mark].upos == "VERB":
        return None
    return _linked(reading, clause, main, (mark, mark + len(phrase.words)), "connective:condition")


def _phrase(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    """ "due to the embargo", "as a result of", "in response to" """
    last = mark + len(phrase.words)
    if phrase.words[-1] == "result":
        return _adverb(reading, mark, phrase)
    node = reading.tokens[mark].head
    outer = node
    if mark <= node < last:
        outer = node
        inner = next(
            (
                e
                for h in range(mark, last)
                for e in reading.children[h]
                if e >= last and reading.relation[e] in _OUTER
            ),
            None,
        )
        if inner is None:
            return None
        node = inner
    elif node < mark:
        # "due" as an adjective that has its noun behind it
        inner = next(
            (
                e
                for e in reading.children[mark]
                if e >= last and reading.relation[e] in ("obl", "nmod", "advcl")
            ),
            None,
        )
        if inner is None:
            return None
        outer, node = mark, inner
        above = reading.child(mark, "parataxis")
        if above is not None and above > inner:
            # "Thanks to the truce, aid arrived", read as thanks with a clause beside it
            return Link(
                above,
                _after(reading, node, last),
                node,
                reading.clause(above),
                above,
                (mark, last),
                "",
                "connective:" + "-".join(phrase.words),
            )
    if node < last:
        return None
    rule = f"connective:{'-'.join(phrase.words)}"
    cue = mark, last
    subject = reading.child(outer, "nsubj") or reading.child(node, "nsubj")
    if (subject is not None and reading.child(outer, "cop") is not None) or (
        subject is not None and reading.child(node, "cop") is not None
    ):
        own = _after(reading, node, last)
        span = reading.stretch(subject)
        if span[1] > mark:
            return None
        return Link(node, own, node, span, subject, cue, "", rule)
    if phrase.words == ("out", "of") and not reading.event(node):
        return None
    head = reading.tokens[outer].head
    if head == outer:
        return None
    found = _main(reading, head, {outer})
    if found is None or _inferred(reading, found[1]):
        return None
    own = _after(reading, node, last)
    span = found[0]
    if max(own[0], span[0]) < min(own[1], span[1]):
        return None
    return Link(found[1], own, node, span, found[1], cue, "", rule)


def _after(reading: Reading, node: int, last: int) -> Stretch:
    """The phrase of ``node`` from the connective's end."""
    own = reading.stretch(node, {each for each in reading.children[node] if each < last})
    return reading.trim(max(own[0], last), max(own[1], last + 1))


def _adverb(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    """ "The talks collapsed. As a result, …", "… and therefore …", "thereby …" """
    last = mark + len(phrase.words)
    if last < len(reading.tokens) and reading.low(last) in ("of", "far"):
        return None
    head = reading.tokens[mark].head
    if mark <= head < last:
        head = reading.tokens[head].head
    for _ in range(3):
        if mark <= head < last:
            head = reading.tokens[head].head
    if not reading.is_clause(head) or (phrase.words == ("as", "such") and reading.low(last) != ","):
        return None
    return _after_clause(reading, head, (mark, last), f"connective:{'-'.join(phrase.words)}")


def _after_clause(reading: Reading, head: int, cue: Stretch, rule: str) -> Link | None:
    """The clause ``head`` follows from the one it is joined to, or from the sentence before."""
    token = reading.tokens[head]
    top = token.head
    span = reading.clause(head, set(range(*cue)))
    if reading.relation[head] in ("conj", "parataxis", "advcl") and top < head and reading.is_clause(top):
        cause = reading.clause(top, {head})
        if cause[1] > cue[0]:
            return None
        return Link(head, cause, top, _past(reading, span, cue), head, cue, "", rule)
    if reading.relation[head] == "root" and cue[0] - reading.analysis.sentences[token.sentence].first <= 4:
        before = token.sentence - 1
        if before < 0 or not reading.same_paragraph(before, token.sentence):
            return None
        sentence = reading.analysis.sentences[before]
        cause = reading.trim(sentence.first, sentence.last)
        return Link(head, cause, sentence.root, _past(reading, span, cue), head, cue, "", rule, back=True)
    return None


def _past(reading: Reading, span: Stretch, cue: Stretch) -> Stretch:
    """A stretch without a connective at its beginning."""
    if span[0] <= cue[0] <= span[0] + 1 and cue[1] < span[1]:
        return reading.trim(cue[1], span[1])
    return span


def _so_that(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    found = _clause_of(reading, mark, phrase)
    if found is None:
        return None
    clause, main = found
    if any(reading.low(each) in reading.words.purpose_modals for each in reading.kids(clause, "aux")):
        return None
    cue = mark, mark + len(phrase.words)
    cause = _main(reading, main, {clause})
    if cause is None or cause[0][1] > mark:
        return None
    span = reading.clause(clause)
    return Link(
        clause,
        cause[0],
        cause[1],
        reading.trim(max(span[0], cue[1]), span[1]),
        clause,
        cue,
        "",
        "connective:so-that",
    )


def inverted(reading: Reading, index: int) -> Link | None:
    """ "Had the truce held, the talks would have gone on": a condition without "if"."""
    clause = reading.tokens[index].head
    if reading.relation[clause] != "advcl" or reading.child(clause, "mark") is not None:
        return None
    subject = reading.child(clause, "nsubj")
    if subject is None or not index < subject < clause or reading.analysis.subtree(clause)[0] != index:
        return None
    main = reading.tokens[clause].head
    if not any(reading.tokens[each].xpos == "MD" for each in reading.kids(main, "aux")):
        return None
    return _linked(reading, clause, main, (index, index + 1), "connective:inversion")


def so(reading: Reading, index: int) -> Link | None:
    """ "…, so the talks collapsed"; "so angry that he left" """
    token = reading.tokens[index]
    head = token.head
    if index + 1 < len(reading.tokens) and reading.low(index + 1) == "that":
        return _so_clause(reading, index, head)
    if head > index and reading.is_clause(head) and reading.relation[index] in ("cc", "advmod", "mark"):
        if (
            index
            and reading.low(index - 1) in (",", "and", ";")
            and reading.low(index + 1) not in ("far", "much", "many")
        ):
            return _after_clause(reading, head, (index, index + 1), "connective:so")
    if reading.relation[index] == "advmod" and reading.tokens[head].upos in ("ADJ", "ADV"):
        return _so_much(reading, index, head)
    return None


def _so_clause(reading: Reading, index: int, head: int) -> Link | None:
    """ "so that" as a clause of its own, where the parser joins the clauses side by side."""
    if head <= index or not reading.is_clause(head):
        return None
    if any(reading.low(each) in reading.words.purpose_modals for each in reading.kids(head, "aux")):
        return None
    return _after_clause(reading, head, (index, index + 2), "connective:so-that")


def _so_much(reading: Reading, index: int, head: int) -> Link | None:
    for top in (head, index, reading.tokens[head].head):
        for each in reading.kids(top, "advcl", "ccomp"):
            mark = reading.child(each, "mark")
            if each > head and mark is not None and reading.low(mark) == "that":
                cause = _main(reading, head, {each})
                if cause is None or cause[0][1] > mark:
                    return None
                return Link(
                    each,
                    cause[0],
                    cause[1],
                    reading.clause(each),
                    each,
                    (index, index + 1),
                    "",
                    "connective:so-much",
                )
    return None


def reaction(reading: Reading, index: int) -> Link | None:
    """ "protests over the verdict", "fined for dumping waste": an answer and what it answers."""
    word = reading.low(index)
    noun = reading.tokens[index].head
    head = reading.tokens[noun].head
    if noun <= index or head == noun or reading.relation[noun] not in ("obl", "nmod", "advcl", "acl"):
        return None
    if reading.lemma(head) not in reading.words.reaction[word]:
        return None
    if reading.tokens[head].upos == "NOUN" and reading.child(head, "cop") is not None:
        return None
    if reading.relation[index] not in ("case", "mark"):
        return None
    if word == "for" and reading.tokens[noun].upos not in ("NOUN", "VERB"):
        return None
    if word == "for" and not (reading.tokens[noun].xpos == "VBG" or reading.event(noun)):
        return None
    return _linked(reading, noun, head, (index, index + 1), f"connective:reaction-{word}")


_KINDS = {
    "reason_clause": _reason,
    "condition": _condition,
    "reason_phrase": _phrase,
    "result_adverb": _adverb,
    "result_clause": _so_that,
}
