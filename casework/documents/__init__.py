"""Documents: the checklist of a case, and the files put with it."""

from casework.documents.checklist import add_document, ask_for_document, lay_out_checklist, mark_document
from casework.documents.contents import LARGEST, picture_by_content, told_by_content, too_long
from casework.documents.files import (
    PIECE,
    PUT_BACK_WITHIN,
    Opened,
    add_file,
    file_to_clean,
    may_add,
    open_file,
    put_file_back,
    share_file,
    take_file_away,
)

__all__ = [
    "LARGEST",
    "PIECE",
    "PUT_BACK_WITHIN",
    "Opened",
    "add_document",
    "add_file",
    "ask_for_document",
    "file_to_clean",
    "lay_out_checklist",
    "mark_document",
    "may_add",
    "open_file",
    "picture_by_content",
    "put_file_back",
    "share_file",
    "take_file_away",
    "told_by_content",
    "too_long",
]
