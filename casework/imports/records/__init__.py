"""What a file says, row by row, as typed records, one module a kind of file.

Checked here is what can be seen in the file alone, of one row and between rows; what only the tables know is for the
loaders.
"""

from casework.imports.records.custody import StintRecord, status_after, stints
from casework.imports.records.hearings import HearingRecord, hearings
from casework.imports.records.people import PersonRecord, people
from casework.imports.records.places import CourtRecord, FacilityRecord, courts, facilities

__all__ = [
    "CourtRecord",
    "FacilityRecord",
    "HearingRecord",
    "PersonRecord",
    "StintRecord",
    "courts",
    "facilities",
    "hearings",
    "people",
    "status_after",
    "stints",
]
