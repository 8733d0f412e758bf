"""What is wrong with a file, as sentences a person can act on: by row and column, all of them at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import TracebackType

from casework.language import Sentence, untranslated
from casework.refusals import Refusal

#: How many problems are kept to be shown. All are counted.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. ``row`` is the row as the spreadsheet program numbers it, the header included."""

    row: int
    #: The column's name as it stands in the file; None when it is about the whole row.
    column: str | None
    message: str

    def __str__(self) -> str:
        return f"row {self.row}{f', {self.column}' if self.column else ''}: {self.message}"


class CellProblem(ValueError):
    """Raised by whoever reads one cell; its text is the sentence."""

    @property
    def sentence(self) -> Sentence:
        """The sentence, to be said in somebody's language where it has words in it."""
        said = self.args[0]
        return said if isinstance(said, Sentence) else untranslated(str(said))


@dataclass
class Problems:
    """Collects problems; the first :data:`SHOWN` in full, the others by number only."""

    shown: list[Problem] = field(default_factory=list)
    count: int = 0
    rows: set[int] = field(default_factory=set)

    def add(self, row: int, column: str | None, message: str) -> None:
        """Count a problem, and keep it while there are few."""
        self.count += 1
        self.rows.add(row)
        if len(self.shown) < SHOWN:
            self.shown.append(Problem(row, column, message))

    def at(self, row: int, column: str | None) -> _At:
        """``with problems.at(3, "dob"):`` makes whatever :class:`CellProblem` is raised inside one of that cell."""
        return _At(self, row, column)

    def raise_any(self) -> None:
        """Raise :class:`RowsRefused` when there is any problem at all."""
        if self.count:
            raise RowsRefused(tuple(self.shown), self.count, len(self.rows))


@dataclass(frozen=True, slots=True)
class _At:
    problems: Problems
    row: int
    column: str | None

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, CellProblem):
            return False
        self.problems.add(self.row, self.column, str(error))
        return True


@dataclass(eq=False)
class FileRefused(Refusal):
    """{problem}"""

    #: What is wrong with the file as a whole, and what to do about it.
    problem: str


@dataclass(eq=False)
class RowsRefused(Refusal):
    """Nothing was imported. {count} problem(s) in {rows} row(s) of the file; mend them and import it again."""

    problems: tuple[Problem, ...]
    count: int
    rows: int

    @property
    def message(self) -> str:
        things = "1 problem" if self.count == 1 else f"{self.count:,} problems"
        rows = "1 row" if self.rows == 1 else f"{self.rows:,} rows"
        return f"Nothing was imported: {things} in {rows}. Mend the file and import it again."
