"""Carriers: what takes a letter to its reader. The only code of ours that sends."""

from __future__ import annotations

from workers.carriers.base import Carrier, Carriers, Say
from workers.carriers.console import Console, Nowhere
from workers.carriers.email import Smtp

__all__ = ["Carrier", "Carriers", "Console", "Nowhere", "Say", "Smtp", "for_mail"]


def for_mail(smtp_url: str) -> Carrier:
    """The carrier of e-mail that a deployment chose. Raises :class:`ValueError` with a sentence for a bad address."""
    if not smtp_url:
        return Nowhere()
    if smtp_url == "console:":
        return Console()
    return Smtp.at(smtp_url)
