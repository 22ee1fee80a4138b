"""Titles, appositions and other words that tell a person's office, country or trade.

"Special Counsel Robert Mueller", "Scholz, the German chancellor", "the inquiry led by Sue Gray",
"Erdogan's Turkey": each leaves role nouns, a title with its place in the text, or a country on the chain.
"""

from __future__ import annotations

from communique.analyse import agreement, tables
from communique.analyse.coreference.chains import Chain, Chains
from communique.analyse.coreference.mentions import Phrase
from communique.analyse.coreference.office_classes import class_of, honorifics

LED = frozenset(("lead", "head", "run", "chair", "oversee", "direct", "conduct"))
LONGEST_TITLE = 5


def read(chains: Chains) -> None:
    """Find the roles and countries of all persons, and join the descriptions that stand beside a name."""
    for phrase in chains.phrases:
        if phrase.head < 0:
            continue
        if phrase.sort == "person" and phrase.name is not None:
            _title_before(chains, phrase)
            _led(chains, phrase)
            _country_beside(chains, phrase)
        elif phrase.sort == "person" and phrase.form == "description":
            _apposition(chains, phrase)


def _title_before(chains: Chains, phrase: Phrase) -> None:
    """The title in front of a name, or at its beginning: "Russian President|", "Mrs|"."""
    tokens = chains.analysis.tokens
    chain = chains.of(phrase.index)
    first = phrase.first
    size = _title_size(chains, phrase.first, phrase.last - 1)
    if size:
        _take(chains, chain, phrase.first, phrase.first + size)
    start = _title_start(chains, first)
    if start == first and size == 0:
        return
    if start < first:
        _take(chains, chain, start, first)
    before = start - 1
    while before >= 0 and tokens[before].sentence == tokens[first].sentence:
        code = agreement.country_of(tokens[before])
        text = tokens[before].text.lower()
        if code is not None:
            _settle(chain, code)
            chain.roles[:] = [
                (s, e, code if s >= tokens[before].start and c is None else c) for s, e, c in chain.roles
            ]
            break
        if text not in (
            "'s",
            "’",
            "’s",
            "then",
            "former",
            "-",
            "late",
            "deputy",
            "current",
            "vice",
            "new",
            "acting",
        ):
            break
        before -= 1


def _title_size(chains: Chains, first: int, last: int) -> int:
    tokens = chains.analysis.tokens
    for size in (3, 2, 1):
        if first + size <= last and tables.title(" ".join(t.text for t in tokens[first : first + size])):
            return size
    return 0


def _title_start(chains: Chains, first: int) -> int:
    """Where the title begins that ends in front of token ``first``; ``first`` where there is none."""
    tokens = chains.analysis.tokens
    sentence = tokens[first].sentence if first < len(tokens) else -1
    start = first
    for size in range(LONGEST_TITLE, 0, -1):
        begin = first - size
        if begin < 0 or tokens[begin].sentence != sentence:
            continue
        if tables.title(" ".join(token.text for token in tokens[begin:first])):
            start = begin
            break
    if start == first and first > 0:
        token = tokens[first - 1]
        if token.sentence == sentence and token.upos in ("NOUN", "PROPN"):
            if agreement.sort_of(agreement.lemma(token), False) != "person" or agreement.is_plural(token):
                return first
            start = first - 1
    if start == first:
        return first
    while start > 0:
        token = tokens[start - 1]
        inner = token.deprel == "compound" and start <= token.head < first + 3
        if token.sentence != sentence or not inner or agreement.country_of(token):
            break
        if token.upos not in ("NOUN", "PROPN", "ADJ"):
            break
        start -= 1
    return start


def _take(chains: Chains, chain: Chain, first: int, last: int) -> None:
    """Remember a title, unless it is a form of address only."""
    tokens = chains.analysis.tokens
    text = chains.analysis.document.text
    held = tables.title(text[tokens[first].start : tokens[last - 1].end])
    gender = {"male": "m", "female": "f"}.get((held.gender if held else None) or "", "")
    chain.gender = chain.gender or gender or agreement.gendered().get(tokens[last - 1].text.lower(), "")
    if all(token.text.lower() in honorifics() for token in tokens[first:last]):
        return
    while first < last - 1 and tokens[first].text.lower() in honorifics():
        first += 1
    chain.roles.append((tokens[first].start, tokens[last - 1].end, None))
    for token in tokens[first:last]:
        if agreement.lemma(token) in agreement.people():
            chain.nouns.add(agreement.lemma(token))
    if last - first > 1:
        chain.nouns.add("-".join(agreement.lemma(token) for token in tokens[first:last]))


def _settle(chain: Chain, code: str | None) -> None:
    if code is not None and chain.country is None:
        chain.country = code


def _led(chains: Chains, phrase: Phrase) -> None:
    """ "the Special Counsel investigation led by X": the office inside the noun phrase is X's."""
    tokens = chains.analysis.tokens
    if phrase.case != "by" or agreement.lemma(tokens[phrase.governor]) not in LED:
        return
    verb = tokens[phrase.governor]
    if not verb.deprel.startswith("acl"):
        return
    inner = [
        i for i in chains.clauses.children[verb.head] if i < verb.head and tokens[i].deprel == "compound"
    ]
    if not inner:
        return
    first = inner[0]
    while first > 0 and tokens[first - 1].head in (*inner, verb.head) and tokens[first - 1].upos != "DET":
        first -= 1
    for last in range(verb.head, first, -1):
        for begin in range(first, last):
            held = " ".join(token.text for token in tokens[begin:last])
            if tables.title(held) and held[:1].isupper():
                _take(chains, chains.of(phrase.index), begin, last)
                return


def _country_beside(chains: Chains, phrase: Phrase) -> None:
    """The country of a person from "Erdogan's Turkey", "Turkey under Erdogan", "Turkey's Erdogan"."""
    tokens = chains.analysis.tokens
    chain = chains.of(phrase.index)
    after = phrase.last
    if after < len(tokens) and tokens[after].xpos == "POS" and after + 1 < len(tokens):
        owned = chains.phrase_at(tokens[phrase.head].head)
        if (
            owned is not None
            and owned.sort == "country"
            and owned.name
            and tokens[phrase.head].deprel == "nmod:poss"
        ):
            _settle(chain, owned.country)
    before = phrase.first - 1
    if before > 0 and tokens[before].text.lower() == "under":
        country = _name_ending_at(chains, before)
        if country is not None:
            _settle(chain, country.country)
    if before > 0 and tokens[before].xpos == "POS":
        country = _name_ending_at(chains, before)
        if country is not None:
            _settle(chain, country.country)
    if before >= 0 and agreement.country_of(tokens[before]) and tokens[before].head >= phrase.first:
        _settle(chain, agreement.country_of(tokens[before]))


def _name_ending_at(chains: Chains, last: int) -> Phrase | None:
    phrase = chains.phrase_at(last - 1)
    if phrase is not None and phrase.name is not None and phrase.last == last and phrase.sort == "country":
        return phrase
    return None


def _apposition(chains: Chains, phrase: Phrase) -> None:
    """Join "the German chancellor" to the name that it stands beside, or is said to be."""
    tokens = chains.analysis.tokens
    token = tokens[phrase.head]
    named: Phrase | None = None
    if token.deprel == "appos":
        named = chains.phrase_at(token.head)
    else:
        for child in chains.clauses.children[phrase.head]:
            if tokens[child].deprel == "appos" and child > phrase.head:
                named = chains.phrase_at(child)
                break
            if chains.clauses.base[child] == "nsubj" and _is_copular(chains, phrase.head):
                subject = chains.phrase_at(child)
                if subject is not None and subject.sort == "person" and subject.name is not None:
                    _office(chains, chains.of(subject.index), phrase)
                return
    if named is None:
        named = _comma_before(chains, phrase)
    if named is None or named.sort != "person" or named.name is None or phrase.number == "p":
        return
    if not chains.agree(named.index, phrase.index):
        return
    _office(chains, chains.of(named.index), phrase)
    chains.join(named.index, phrase.index)
    chains.resolved[phrase.index] = True


def _is_copular(chains: Chains, head: int) -> bool:
    return any(chains.clauses.base[child] == "cop" for child in chains.clauses.children[head])


def _comma_before(chains: Chains, phrase: Phrase) -> Phrase | None:
    """ "X, the chancellor," or "X, chancellor of …," where the parser saw no apposition."""
    tokens = chains.analysis.tokens
    before = phrase.first - 1
    behind = phrase.after
    if before < 1 or tokens[before].text != "," or phrase.definite == "indefinite" or behind >= len(tokens):
        return None
    if tokens[behind].text not in (",", ".", ")", ";") or tokens[before].sentence != phrase.sentence:
        return None
    if any(chains.clauses.base[child] in ("conj", "cc") for child in chains.clauses.children[phrase.head]):
        return None
    if phrase.relation.partition(":")[0] in ("nsubj", "obj") and tokens[phrase.head].deprel != "conj":
        return None
    for index in range(phrase.index - 1, max(-1, phrase.index - 4), -1):
        other = chains.phrases[index]
        if other.last == before and other.name is not None and other.sort == "person":
            return other
    return None


def _office(chains: Chains, chain: Chain, phrase: Phrase) -> None:
    """Give a chain the role that a description names: its noun with what is compounded to it."""
    tokens = chains.analysis.tokens
    chain.nouns.add(phrase.lemma)
    _settle(chain, phrase.country)
    chain.gender = chain.gender or phrase.gender
    first = phrase.head
    while first > phrase.first:
        token = tokens[first - 1]
        if token.deprel != "compound" or agreement.country_of(token):
            break
        first -= 1
    last = phrase.head + 1
    if phrase.lemma in ("secretary", "head", "minister", "chief", "speaker") and phrase.after > last:
        last = phrase.after
    held = "-".join(agreement.lemma(token) for token in tokens[first : phrase.head + 1])
    if phrase.lemma in class_of() or held in class_of():
        chain.roles.append((tokens[first].start, tokens[last - 1].end, phrase.country))
