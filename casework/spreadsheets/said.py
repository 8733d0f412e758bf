"""What one row says of a client, read cell by cell by what its columns mean. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from casework import contacts, names
from casework.imports import cells
from casework.imports.cells import Moment
from casework.imports.problems import CellProblem
from casework.language import Sentence
from casework.refusals import Invalid
from casework.spreadsheets import dates
from casework.spreadsheets.kinds import HearingWords, hearing_words
from schema.occasions import Medium
from schema.spreadsheets import ColumnMeaning as Means

#: A date further from today than this is a slip. Courts book years ahead.
_FARTHEST = timedelta(days=366 * 15)


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing to mend: in a cell, or in the row as a whole."""

    column: int | None
    sentence: Sentence


@dataclass
class Said:
    """A row, as far as it could be read. None is unknown."""

    ref: str | None = None
    a_numbers: tuple[str, ...] = ()
    legal_name: str | None = None
    public_name: str | None = None
    birth: str | None = None
    nationality: str | None = None
    country_of_birth: str | None = None
    gender: str | None = None
    language: str | None = None
    arrested: Moment | None = None
    arrest_place: str | None = None
    #: Words, until they are looked up.
    facility: str | None = None
    booked_in: Moment | None = None
    hearing: Moment | None = None
    hearing_kind: HearingWords | None = None
    court: str | None = None
    judge: str | None = None
    medium: Medium = Medium.UNKNOWN
    attorney: str | None = None
    caller_name: str | None = None
    caller_phone: str | None = None
    caller_relation: str | None = None
    notes: str | None = None
    wrong: list[Wrong] = field(default_factory=list)


class Columns:
    """Where each fact stands in a table, and how its dates are read."""

    def __init__(self, meanings: Sequence[str], *, day_first: bool | None, today: date) -> None:
        self.at = {Means(word): index for index, word in enumerate(meanings) if word}
        self.day_first = day_first
        self.today = today

    def date_cells(self, row: Sequence[str]) -> list[str]:
        """The cells in which dates stand."""
        dated = (Means.BIRTH_DATE, Means.ARRESTED_ON, Means.BOOKED_IN, Means.HEARING_DATE)
        return [row[self.at[one]] for one in dated if one in self.at]

    def read(self, row: Sequence[str]) -> Said:
        """What a row says; what cannot be read stands among what is wrong."""
        said = Said()
        for meaning, name in _PLAIN.items():
            with self._cell(said, meaning):
                setattr(said, name, self._text(row, meaning))
        with self._cell(said, Means.A_NUMBER):
            said.a_numbers = cells.a_numbers(self._raw(row, Means.A_NUMBER))
        self._name(said, row)
        with self._cell(said, Means.BIRTH_DATE):
            said.birth = self._birth(self._text(row, Means.BIRTH_DATE))
        with self._cell(said, Means.LANGUAGE):
            said.language = cells.language(self._raw(row, Means.LANGUAGE))
        for meaning, name in ((Means.ARRESTED_ON, "arrested"), (Means.BOOKED_IN, "booked_in")):
            with self._cell(said, meaning):
                if words := self._text(row, meaning):
                    at = dates.moment(words, day_first=self.day_first, past=True, today=self.today)
                    if at.wall.date() > self.today:
                        raise CellProblem(Sentence("that day has not come yet."))
                    setattr(said, name, at)
        self._hearing(said, row)
        with self._cell(said, Means.CALLER_PHONE):
            if phone := self._text(row, Means.CALLER_PHONE):
                try:
                    contacts.normalised_phone(phone, "callerPhone")
                except Invalid:
                    raise CellProblem(Sentence('"{said}" is no telephone number.', said=phone[:40])) from None
                said.caller_phone = phone
        if not (said.a_numbers or said.legal_name or said.ref or said.wrong):
            said.wrong.append(
                Wrong(None, Sentence("a name, an A-number or a number of yours is needed to open a case."))
            )
        return said

    def _name(self, said: Said, row: Sequence[str]) -> None:
        with self._cell(said, Means.FULL_NAME):
            said.legal_name = self._text(row, Means.FULL_NAME)
        with self._cell(said, Means.SURNAMES):
            given, surnames = self._text(row, Means.GIVEN_NAMES), self._text(row, Means.SURNAMES)
            # With the comma nobody has to guess where the surnames begin.
            joined = f"{surnames}, {given}" if given and surnames else given or surnames
            said.legal_name = joined if given and surnames else said.legal_name or joined
        if said.public_name:
            with self._cell(said, Means.PUBLIC_NAME):
                try:
                    names.check_public_name(said.public_name, [said.legal_name] if said.legal_name else [])
                except Invalid as refused:
                    raise CellProblem(refused.sentence) from None

    def _birth(self, words: str | None) -> str | None:
        if words is None:
            return None
        born = words
        if not (len(words) == 4 and words.isdigit()):
            born = dates.moment(words, day_first=self.day_first, past=True, today=self.today).wall.date().isoformat()
        try:
            return names.checked_birth_date(born, self.today)
        except Invalid as refused:
            raise CellProblem(refused.sentence) from None

    def _hearing(self, said: Said, row: Sequence[str]) -> None:
        with self._cell(said, Means.HEARING_KIND):
            said.hearing_kind = hearing_words(self._text(row, Means.HEARING_KIND))
        with self._cell(said, Means.MEDIUM):
            said.medium = cells.medium(self._raw(row, Means.MEDIUM)) or Medium.UNKNOWN
        self._hour(row, said)
        if said.hearing is not None and said.court is None and said.hearing.wall.date() >= self.today:
            with self._cell(said, Means.COURT, or_in=Means.HEARING_DATE):
                raise CellProblem(
                    Sentence("say before which court: the hour of a hearing is read on the clock of its court.")
                )

    def _hour(self, row: Sequence[str], said: Said) -> None:
        """The day and the hour of the hearing. With a fault in either there is none."""
        with self._cell(said, Means.HEARING_DATE):
            words = self._text(row, Means.HEARING_DATE)
            if words is None:
                return
            at = dates.moment(words, day_first=self.day_first)
            if abs(at.wall.date() - self.today) > _FARTHEST:
                raise CellProblem(Sentence("the year {year} cannot be right.", year=at.wall.year))
            with self._cell(said, Means.HEARING_TIME):
                if hour := self._text(row, Means.HEARING_TIME):
                    at = Moment(datetime.combine(at.wall.date(), dates.clock(hour)), None, hour_known=True)
                said.hearing = at

    def _raw(self, row: Sequence[str], meaning: Means) -> str:
        return row[self.at[meaning]] if meaning in self.at else ""

    def _text(self, row: Sequence[str], meaning: Means) -> str | None:
        return cells.text(self._raw(row, meaning))

    @contextmanager
    def _cell(self, said: Said, meaning: Means, *, or_in: Means | None = None) -> Iterator[None]:
        try:
            yield
        except CellProblem as problem:
            column = self.at.get(meaning, self.at.get(or_in) if or_in else None)
            said.wrong.append(Wrong(column, problem.sentence))


_PLAIN = {
    Means.REF: "ref",
    Means.PUBLIC_NAME: "public_name",
    Means.NATIONALITY: "nationality",
    Means.COUNTRY_OF_BIRTH: "country_of_birth",
    Means.GENDER: "gender",
    Means.ARREST_PLACE: "arrest_place",
    Means.FACILITY: "facility",
    Means.COURT: "court",
    Means.JUDGE: "judge",
    Means.ATTORNEY: "attorney",
    Means.CALLER_NAME: "caller_name",
    Means.CALLER_RELATION: "caller_relation",
    Means.NOTES: "notes",
}

__all__ = ["Columns", "Said", "Wrong"]
