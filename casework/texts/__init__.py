"""Texts that come in: stop, start, help, "I have seen it", "call me", and all that a human must read.

A telephone number may be several people's, in several organizations' address books: what it says, it says for all of
them. A number that nobody has is not answered, and nothing of it is kept.
"""

from casework.texts.receipts import receipt_came
from casework.texts.receiving import text_came
from casework.texts.words import REPLIES, understood

__all__ = ["REPLIES", "receipt_came", "text_came", "understood"]
