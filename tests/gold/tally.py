"""Counts of what was right, missing and extra, and the table they are printed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Row:
    """Counts of one measure: how many were found, how many the gold holds, how many of them agree."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found or to be found."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 1 where there was nothing to be found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.found + self.gold
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True)
class Mistake:
    """One thing missing, extra or wrong: where it stands and what it is."""

    record: str
    fault: str
    start: int
    words: str


Place = tuple[int, str]
"""Where the gold record stands, and its words."""


@dataclass
class Report:
    """All figures of one article against its gold.

    `rows` are found, missing and extra counted (precision, recall, F). `shares` are fields of those records
    that were paired (accuracy): there `found` equals `gold`.
    """

    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    shares: dict[tuple[str, str], Row] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def row(self, record: str, measure: str) -> Row:
        """The counts of a measure, to add to."""
        return self.rows.setdefault((record, measure), Row())

    def count(self, record: str, measure: str, right: int, found: int, gold: int) -> None:
        """Adds to the counts of a measure."""
        row = self.row(record, measure)
        row.right, row.found, row.gold = row.right + right, row.found + found, row.gold + gold

    def compare(self, record: str, name: str, values: tuple[object, object], place: Place) -> None:
        """Counts one field of a paired record: the gold value, then the found one."""
        self.check(record, name, values, place, right=values[0] == values[1])

    def check(
        self, record: str, name: str, values: tuple[object, object], place: Place, *, right: bool
    ) -> None:
        """Counts one field of a paired record where something other than equality decides."""
        share = self.shares.setdefault((record, name), Row())
        share.right, share.found, share.gold = share.right + right, share.found + 1, share.gold + 1
        if not right:
            fault = f"wrong {name}: {show(values[1])} for {show(values[0])}"
            self.mistakes.append(Mistake(record, fault, *place))

    def figures(self) -> dict[str, float]:
        """Every F and every accuracy by `record.measure`, rounded to four places."""
        rows = {f"{record}.{name}": round(row.f, 4) for (record, name), row in self.rows.items()}
        return rows | {
            f"{record}.{name}": round(row.recall, 4) for (record, name), row in self.shares.items()
        }

    def table(self) -> str:
        """The figures as plain text, records in the order they were scored."""
        lines = [f"{'':36}{'P':>7}{'R':>7}{'F':>7}{'right':>8}{'found':>7}{'gold':>7}"]
        for record in dict.fromkeys(record for record, _ in (*self.rows, *self.shares)):
            lines.append(record)
            for (owner, name), row in self.rows.items():
                if owner == record:
                    shares = f"{row.precision:7.3f}{row.recall:7.3f}{row.f:7.3f}"
                    lines.append(f"  {name:34}{shares}{row.right:8}{row.found:7}{row.gold:7}")
            for (owner, name), row in self.shares.items():
                if owner == record:
                    lines.append(
                        f"  {name + ' (accuracy)':34}{'':14}{row.recall:7.3f}{row.right:8}{row.found:7}"
                    )
        return "\n".join(lines)


def show(value: object) -> str:
    """A value in a mistake: sets sorted, nothing as a dash."""
    if value is None or value == "":
        return "-"
    if isinstance(value, frozenset | set):
        return "{" + ", ".join(sorted(map(str, value))) + "}"
    return str(value)


def by_place(mistakes: Iterable[Mistake]) -> list[Mistake]:
    """Mistakes in the order of the text."""
    return sorted(mistakes, key=lambda mistake: (mistake.start, mistake.record, mistake.fault, mistake.words))
