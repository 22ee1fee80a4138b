"""What of a person's name may be left out when it is told again: "Jr." behind it, the article in a surname.

"Ferdinand Marcos Jr. … Marcos", "Abdel Fattah al-Burhan … Burhan".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|ash|ar|an|at|az)[-\u2010\u2011](?=[^\W\d_])", re.IGNORECASE)


SLAVIC = re.compile(r"(?<=[sc]k)(?:iy|yy|yi|ij|ii|yj|i)$")


def spelled(word: str) -> str:
    """A surname in one of the spellings that transliteration gives it.

    >>> spelled("Zelinskiy"), spelled("Zelinskyy"), spelled("Zelinsky")
    ('Zelinsky', 'Zelinsky', 'Zelinsky')
    """
    return SLAVIC.sub("y", word)


def parts(words: Sequence[str]) -> list[str]:
    """The words of a name without what may be left out.

    >>> parts(["Abdel", "Fattah", "al-Burhan"]), parts(["Ferdinand", "Marcos", "Jr."])
    (['Abdel', 'Fattah', 'Burhan'], ['Ferdinand', 'Marcos'])
    """
    found = list(words)
    while len(found) > 1 and found[-1] in SUFFIXES:
        found.pop()
    return [*found[:-1], ARTICLE.sub("", found[-1])]
