"""Spreadsheets: last year's list of clients becomes this week's cases, and somebody sees beforehand what will happen.

Ana drops in the list her office kept. Its columns are recognised by the names people give them, or as she matched them
last time (``columns``); every row is read and compared with the cases that there are (``said``, ``checking``); what is
wrong is told at its row and cell, and mended there (``mending``). Then row after row becomes a case by the verbs that a
call would have gone through, each whole or not at all (``bringing``), and within a week the whole of it can be taken
back, but for cases that somebody has worked on since (``undoing``). Rows that could not be brought in come back as a
file (``handing_back``).

The file is never stored: its rows are, sealed, for whoever brought them alone, and their key is destroyed a week after
they were last touched (``casework.retention``).
"""

from casework.spreadsheets.bringing import TOLD_AS, cancel_import, carry_on, start_import, waiting
from casework.spreadsheets.handing_back import rows_to_hand_back
from casework.spreadsheets.mending import (
    choose_known_rule,
    decide_row,
    discard_spreadsheet,
    match_columns,
    mend_cell,
)
from casework.spreadsheets.receiving import may_bring, take_in_spreadsheet
from casework.spreadsheets.tables import MOST_ROWS, Choice, Received, read_table
from casework.spreadsheets.undoing import UNDO_WITHIN, undo_import

__all__ = [
    "MOST_ROWS",
    "TOLD_AS",
    "UNDO_WITHIN",
    "Choice",
    "Received",
    "cancel_import",
    "carry_on",
    "choose_known_rule",
    "decide_row",
    "discard_spreadsheet",
    "match_columns",
    "may_bring",
    "mend_cell",
    "read_table",
    "rows_to_hand_back",
    "start_import",
    "take_in_spreadsheet",
    "undo_import",
    "waiting",
]
