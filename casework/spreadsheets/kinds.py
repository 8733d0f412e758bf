"""The words by which people call a kind of hearing. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from casework.imports.problems import CellProblem
from casework.language import Sentence
from casework.names import folded
from schema import reference
from schema.occasions import OccasionKind
from schema.proceedings import ProceedingKind


@dataclass(frozen=True, slots=True)
class HearingWords:
    """A kind of hearing, the proceeding it is of, and the court's own code where that was written."""

    kind: OccasionKind
    proceeding: ProceedingKind
    schedule_type: str | None = None


_MASTER = HearingWords(OccasionKind.MASTER_HEARING, ProceedingKind.REMOVAL)
_INDIVIDUAL = HearingWords(OccasionKind.INDIVIDUAL_HEARING, ProceedingKind.REMOVAL)
_BOND = HearingWords(OccasionKind.BOND_HEARING, ProceedingKind.BOND)
_OTHER = HearingWords(OccasionKind.OTHER_HEARING, ProceedingKind.REMOVAL)
_WORDS = {
    **dict.fromkeys(("master", "mch", "master calendar", "master hearing", "master calendar hearing", "maestra",
                     "audiencia maestra", "calendario maestro", "preliminar"), _MASTER),
    **dict.fromkeys(("individual", "merits", "ich", "merits hearing", "individual hearing", "individual merits",
                     "audiencia individual", "merito", "meritos", "de fondo"), _INDIVIDUAL),
    **dict.fromkeys(("bond", "bond hearing", "custody", "fianza", "audiencia de fianza", "custodia"), _BOND),
    **dict.fromkeys(("other", "hearing", "otra", "audiencia", "status", "status conference"), _OTHER),
}  # fmt: skip


def hearing_words(words: str | None) -> HearingWords | None:
    """What kind of hearing somebody means. Raises :class:`CellProblem`."""
    if words is None:
        return None
    if found := _WORDS.get(folded(words)):
        return found
    code = reference.schedule_types().get(words.strip().upper())
    if code is not None:
        proceeding = ProceedingKind(code.proceeding) if code.proceeding in set(ProceedingKind) else ProceedingKind.OTHER
        return HearingWords(code.occasion, proceeding, words.strip().upper())
    raise CellProblem(
        Sentence('"{said}" is no kind of hearing we know. Write master, merits or bond.', said=words[:40])
    )


#: When nobody says which: most hearings are.
USUAL = _MASTER

__all__ = ["USUAL", "HearingWords", "hearing_words"]
