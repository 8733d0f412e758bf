"""Where queries begin: the lists pages ask for, and any record by its id."""

from casework.reading.roots import board, calendar, lists, matches, places, query, today

__all__ = ["board", "calendar", "lists", "matches", "places", "query", "today"]
