"""Custody: where somebody is held, as far as anyone knows, what a transfer changes, and who looks when nobody knows."""

from casework.custody.courts import alarm, mark_expected, unmark_expected
from casework.custody.looks import take_back_look
from casework.custody.preview import TransferPreview, preview_transfer
from casework.custody.record import (
    ENDINGS,
    Transfer,
    correct_stay,
    record_custody,
    record_release,
    record_stay,
    record_transfer,
    standing_stint,
)
from casework.custody.watch import watch
from casework.transfers import Change as TransferChange

__all__ = [
    "ENDINGS",
    "Transfer",
    "TransferChange",
    "TransferPreview",
    "alarm",
    "correct_stay",
    "mark_expected",
    "preview_transfer",
    "record_custody",
    "record_release",
    "record_stay",
    "record_transfer",
    "standing_stint",
    "take_back_look",
    "unmark_expected",
    "watch",
]
