"""What the trained head sees of a pair of stretches, as strings.

How the two are joined, their heads, tenses and order, the words around them, and whether they name events,
actors, or what is good or bad.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.recognise.causes.candidates import Candidate
from communique.recognise.causes.extent import Reading


def _word(reading: Reading, index: int) -> str:
    """The dictionary form; for a name only that it is one."""
    token = reading.tokens[index]
    return f"name {token.tag[2:]}" if token.upos == "PROPN" else reading.lemma(index)


def _sorts(reading: Reading, index: int) -> str:
    """Event, actor, outcome, bad, good, and the ways a verb takes a cause."""
    words, lemma = reading.words, reading.lemma(index)
    marks = [
        mark
        for mark, holds in (
            ("e", reading.event(index)), ("a", reading.actor(index)), ("o", lemma in words.outcomes),
            ("b", lemma in words.bad), ("g", lemma in words.good),
        )
        if holds
    ]  # fmt: skip
    frames = words.verbs.get(lemma, ()) if reading.tokens[index].upos == "VERB" else ()
    return "".join(marks) + ",".join(sorted({frame.kind for frame in frames}))


def features_of(reading: Reading, each: Candidate) -> Iterator[str]:
    """The features of a pair, the same for both ways round."""
    sort, joint = each.sort, each.joint
    upper, lower = _word(reading, each.upper), _word(reading, each.lower)
    tags = f"{reading.tokens[each.upper].xpos} {reading.tokens[each.lower].xpos}"
    sorts = f"{_sorts(reading, each.upper)} {_sorts(reading, each.lower)}"
    order, between = _between(reading, each)
    yield f"s={sort}"
    yield f"j={joint}"
    for name, value in (
        ("j", joint), ("u", upper), ("l", lower), ("x", tags), ("o", order), ("e", sorts), ("b", between),
        ("n", _lengths(each)), ("ju", f"{joint} {upper}"), ("jl", f"{joint} {lower}"),
        ("jo", f"{joint} {order}"),
    ):  # fmt: skip
        yield f"s={sort} {name}={value}"
    yield f"u={upper}"
    yield f"l={lower}"
    yield f"j={joint} x={tags}"
    yield f"j={joint} e={sorts}"
    yield f"b={between}"
    yield f"u={upper} l={lower}"
    yield from _around(reading, each)
    for name, span in (("u", each.upper_span), ("l", each.lower_span)):
        for word in sorted(
            {
                _word(reading, i)
                for i in range(span[0], min(span[1], span[0] + 25))
                if reading.tokens[i].upos in ("NOUN", "VERB")
            }
        ):
            yield f"w{name}={word}"


def _between(reading: Reading, each: Candidate) -> tuple[str, str]:
    """Which comes first, with a comma or not; and the words between where they are few."""
    one, other = each.upper_span, each.lower_span
    low, high = min(one[1], other[1]), max(one[0], other[0])
    words = [reading.low(i) for i in range(low, high)] if high - low <= 6 else ["many"]
    order = ("<" if one[0] < other[0] else ">") + ("," if "," in words else "")
    return order, " ".join(word for word in words if word != ",")


def _lengths(each: Candidate) -> str:
    sizes = (min(span[1] - span[0], 12) // 3 for span in (each.upper_span, each.lower_span))
    return " ".join(map(str, sizes))


def _around(reading: Reading, each: Candidate) -> Iterator[str]:
    """The words that hang on the two heads."""
    for name, head in (("u", each.upper), ("l", each.lower)):
        for kid in reading.children[head]:
            relation = reading.relation[kid]
            if relation in ("aux", "mark", "advmod"):
                yield f"s={each.sort} {name}.{relation}={reading.lemma(kid)}"
            if relation in ("aux", "obj", "nsubj", "advmod", "amod", "cop", "mark", "expl"):
                yield f"{name}.{relation}={_word(reading, kid)}"
