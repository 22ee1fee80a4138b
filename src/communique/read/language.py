"""Is this English? Decided offline, by small words first and by py3langid where they do not settle it.

py3langid (Barbaresi's fork of Lui and Baldwin's langid.py, ACL 2012) takes about half a second to load, so
it is imported only for stretches that lack the small words of English. At most 24 stretches of some hundred
characters, spread evenly over the prose, are looked at: the time does not grow with the text.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from communique.document import Document
from communique.errors import UnsupportedLanguage

_STRETCHES = 24
_LONGEST = 600  # code points of a stretch
_LEAST = 80  # code points below which neighbouring blocks are taken together
_SURE = 0.9  # probability from which a stretch counts as foreign
_LETTERS = 50  # letters a stretch needs to be evidence; in alphabets that English does not use, a fifth
_FOREIGN = 0.3  # share of foreign letters from which the text is refused: a long quotation is still let pass
_SMALL_WORDS = 0.12  # English prose has about 0.25
_WORD = re.compile(r"[^\W\d_]+")
_DENSE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_DENSE_LETTERS = 2  # letters of an alphabet that a Chinese, Japanese or Korean character stands for
_BEYOND_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")

_HINT = 'communique reads English; if the text is, pass language="en" (--language en)'


def language(document: Document) -> str | None:
    """``"en"``, or ``None`` where there are too few words to tell.

    :raises UnsupportedLanguage: where three tenths or more of the letters looked at are surely in other
        languages; says which, how much of the text and with what probability
    """
    letters: Counter[str] = Counter()
    probable: dict[str, float] = {}
    for stretch in _spread(list(_stretches(document))):
        code, probability, size = _judge(stretch)
        letters[code] += size
        probable[code] = max(probability, probable.get(code, 0.0))
    total = letters.total()
    unknown = letters.pop("", 0)
    foreign = {code: size for code, size in letters.items() if code != "en"}
    if total and sum(foreign.values()) >= _FOREIGN * total:
        raise UnsupportedLanguage(_message(letters, unknown, probable), hint=_HINT)
    return "en" if letters["en"] else None


def _judge(stretch: str) -> tuple[str, float, int]:
    """Language, probability and number of letters; language "" where there is too little evidence."""
    words = _WORD.findall(stretch)
    size = sum(map(len, words)) + (_DENSE_LETTERS - 1) * len(_DENSE.findall(stretch))
    small, as_english = _english()
    common = [word for word in map(str.lower, words) if word in small]
    if len(common) >= max(3, _SMALL_WORDS * len(words)) and len(set(common)) >= 2:
        return "en", 1.0, size
    other_script = len(_BEYOND_LATIN.findall(stretch)) > size / 2
    if size < (_LETTERS // 5 if other_script else _LETTERS):
        return "", 0.0, size
    code, probability = _model().classify(stretch)
    if code in as_english:
        return "en", float(probability), size
    if probability < (_SURE / 2 if other_script else _SURE):
        return "", float(probability), size
    return str(code), float(probability), size


def _stretches(document: Document) -> Iterator[str]:
    """The words of the article, short blocks taken together and long ones cut short."""
    held: list[str] = []
    size = 0
    for block in document.blocks:
        if block.kind in ("space", "boilerplate"):
            continue
        words = document.text[block.start : min(block.end, block.start + _LONGEST)]
        held.append(words)
        size += len(words) + (_DENSE_LETTERS - 1) * len(_DENSE.findall(words))
        if size >= _LEAST:
            yield " ".join(held)
            held, size = [], 0
    if held:
        yield " ".join(held)


def _spread(stretches: Sequence[str]) -> Sequence[str]:
    if len(stretches) <= _STRETCHES:
        return stretches
    return [stretches[number * len(stretches) // _STRETCHES] for number in range(_STRETCHES)]


def _message(letters: Counter[str], unknown: int, probable: dict[str, float]) -> str:
    total = letters.total() + unknown
    seen = sorted(letters.items(), key=lambda it: (-it[1], it[0]))
    main, size = seen[0]
    if size >= (1 - _FOREIGN) * total:
        return f"the text is in {_name(main)}, not in English (probability {probable[main]:.2f})"
    parts = ", ".join(f"{_name(code)} {size / total:.0%}" for code, size in seen if size)
    return f"the text is not all in English: {parts}"


def _name(code: str) -> str:
    return str(_lexicon()["names"].get(code, f"a language with the code {code!r}"))


@lru_cache(maxsize=1)
def _english() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_lexicon()["english"]), frozenset(_lexicon()["as_english"])


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, Any]:
    return tomllib.loads((files("communique.read") / "language.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _model() -> Any:
    # Imported here: loading takes half a second, and English prose never needs it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
