"""Carriers: what takes a letter to its reader. The only code of ours that sends."""

from __future__ import annotations

import logging

from casework.settings import Settings
from casework.text_account import TextAccount
from casework.vault import Vault
from schema.people import Channel
from workers.carriers.base import Carrier, Carriers, Say
from workers.carriers.chat import Chat
from workers.carriers.console import Console, Nowhere
from workers.carriers.email import Smtp
from workers.carriers.lines import Guarded, Line
from workers.carriers.mailbox import Mailbox
from workers.carriers.push import Push
from workers.carriers.sms import Sms

__all__ = [
    "Carrier",
    "Carriers",
    "Chat",
    "Console",
    "Guarded",
    "Line",
    "Mailbox",
    "Nowhere",
    "Push",
    "Say",
    "Sms",
    "Smtp",
    "for_deployment",
    "for_mail",
]

# Their own logs name where they go, which here is somebody's telephone, chat or browser.
for _name in ("httpx2", "httpcore2", "apprise"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

#: Letters of one channel under way at once.
_AT_ONCE = {Channel.EMAIL: 100, Channel.SMS: 8, Channel.CHAT: 4, Channel.PUSH: 8}


def for_mail(smtp_url: str, bounces: str = "") -> Carrier:
    """The carrier of e-mail that a deployment chose. Raises :class:`ValueError` with a sentence for a bad address."""
    if not smtp_url:
        return Nowhere()
    if smtp_url == "console:":
        return Console()
    return Smtp.at(smtp_url, bounces)


def for_deployment(settings: Settings, vault: Vault, *, within: float) -> Carriers:
    """All carriers that a deployment chose, each with its line. Raises :class:`ValueError` with a sentence."""
    chosen: dict[Channel, tuple[Carrier, float]] = {
        Channel.EMAIL: (for_mail(settings.smtp_url, settings.bounce_address), settings.mail_per_second)
    }
    if settings.sms_url:
        account = TextAccount.at(settings.sms_url)
        texts = Sms(account, f"{settings.address}/inbound/sms/status")
        chosen[Channel.SMS] = (texts, settings.sms_per_second)
    if settings.chat:
        chosen[Channel.CHAT] = (Chat(settings.chats_at), settings.chat_per_second)
    if settings.mailbox:
        chosen[Channel.PUSH] = (Mailbox(settings.mailbox), settings.push_per_second)
    elif settings.push:
        contact = f"mailto:{settings.sender.addr_spec}"
        chosen[Channel.PUSH] = (Push(vault.push_key(), contact, settings.pushes_nearby), settings.push_per_second)
    return Carriers(
        {
            channel: Guarded(carrier, per_second=rate, at_once=_AT_ONCE[channel], begin_within=within * 0.6)
            for channel, (carrier, rate) in chosen.items()
        },
        within=within,
    )
