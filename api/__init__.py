"""The front door: people and their calendars come in here. It translates, calls one verb, translates back."""
