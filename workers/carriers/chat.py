"""Chats, by apprise: Slack, Signal, WhatsApp, Matrix and a few more, for staff and volunteers.

apprise says only whether a message was taken. It knows programs and files on this machine, too; so the kinds we write
to are made by name here, and the rest of it is never asked (:mod:`casework.chat_addresses`).
"""

from __future__ import annotations

import asyncio
import importlib
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

from casework import chat_addresses
from casework.notices import Outcome, Outgoing, Said
from casework.refusals import Invalid
from workers.carriers.one_by_one import OneByOne, later, refused

#: Seconds for one message: apprise's own for connecting and reading, and all of it.
STEP, PATIENCE = 8.0, 30.0

#: Scheme → the module and class that speaks it.
_MAKERS: dict[str, tuple[str, str]] = {
    "slack": ("slack", "NotifySlack"),
    "tgram": ("telegram", "NotifyTelegram"),
    "whatsapp": ("whatsapp", "NotifyWhatsApp"),
    "discord": ("discord", "NotifyDiscord"),
    "gchat": ("google_chat", "NotifyGoogleChat"),
    "signal": ("signal_api", "NotifySignalAPI"),
    "matrix": ("matrix", "NotifyMatrix"),
    "mmost": ("mattermost", "NotifyMattermost"),
    "ntfy": ("ntfy", "NotifyNtfy"),
}

log = logging.getLogger(__name__)


class Chat(OneByOne):
    """Writes to chats. ``hosts`` are their servers that the deployment named."""

    def __init__(self, hosts: frozenset[str]) -> None:
        self._hosts = hosts
        # Of its own: a server that never answers holds nobody else's thread.
        self._threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="chat")

    async def carry_one(self, letter: Outgoing) -> Said:
        try:
            # Once more: the deployment may have changed its mind since the address was typed.
            address = chat_addresses.checked(letter.to, self._hosts)
        except Invalid:
            return refused(letter, "not_allowed")
        loop = asyncio.get_running_loop()
        text = letter.letter.short or letter.letter.subject
        if letter.link and "://" not in text:
            text = f"{text}\n{letter.link}"
        try:
            async with asyncio.timeout(PATIENCE):
                taken = await loop.run_in_executor(self._threads, _sent, address, text)
        except TimeoutError:
            return later(letter, "timeout", line=True)
        if taken is None:
            return refused(letter, "not_an_address", dead=True)
        if not taken:
            return later(letter, "not_taken", line=True)
        return Said(letter.notice_id, letter.attempt, Outcome.CARRIED, "taken")

    async def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


def _sent(address: str, text: str) -> bool | None:
    """Whether it was taken. None when this is no address after all."""
    scheme = address.partition("://")[0]
    module, name = _MAKERS[scheme if scheme in _MAKERS else scheme.removesuffix("s")]
    maker = getattr(importlib.import_module(f"apprise.plugins.{module}"), name)
    try:
        parsed: dict[str, Any] | None = maker.parse_url(address)
        if not parsed:
            return None
        # Nobody leads us on, nothing is kept on disk, and no picture is asked for from elsewhere.
        chat = maker(
            **{**parsed, "asset": _asset(), "include_image": False, "rto": STEP, "cto": STEP, "redirect": False}
        )
    except Exception as error:
        log.info("no chat at such an address: %s", type(error).__name__)
        return None
    return bool(chat.notify(body=text))


@cache
def _asset() -> Any:
    import apprise

    return apprise.AppriseAsset(
        app_id="Presencia",
        app_desc="",
        app_url="",
        http_redirects=False,
        secure_logging=True,
        pgp_autogen=False,
        pem_autogen=False,
        storage_mode=apprise.PersistentStoreMode.MEMORY,
        image_url_mask="",
        image_url_logo="",
    )


__all__ = ["Chat"]
