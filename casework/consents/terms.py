"""For how long a consent is given, and what of it the trail may say."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.consents import Consent

#: No consent is for ever; a year is the most (DOMAIN §3.1).
LONGEST = timedelta(days=366)
#: Where nobody named another day.
USUAL = timedelta(days=90)


def end(tx: Transaction, day: date | None) -> datetime:
    """A consent until a day stands through that day in every zone of the country. Raises :class:`Invalid`."""
    last = day or (tx.now + USUAL).date()
    ends_at = datetime.combine(last + timedelta(days=1), time(11), UTC)
    if ends_at <= tx.now:
        raise Invalid("expiresOn", "That day has passed. A consent ends in the future.")
    if ends_at > tx.now + LONGEST:
        raise Invalid("expiresOn", "A consent lasts a year at most. Ask again then.")
    return ends_at


def asked_in(language: str) -> str:
    """In which language a client was asked about a consent they gave before. Raises :class:`Invalid`."""
    if not language.strip():
        raise Invalid("language", "Say in which language you asked the client.")
    return language.strip()


def told(consent: Consent) -> dict[str, object]:
    """What a consent permits, for the trail."""
    return {
        "purpose": consent.purpose,
        "audience": consent.audience,
        "name_form": consent.name_form,
        "place": consent.place,
        "photo": consent.photo,
        "story": consent.story,
        "bond": consent.bond,
        "expires_at": consent.expires_at,
    }


__all__ = ["LONGEST", "USUAL", "asked_in", "end", "told"]
