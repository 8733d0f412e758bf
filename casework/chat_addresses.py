"""Addresses of chats, as apprise writes them: ``slack://T…/B…/…``.

Such an address says which server we go to, and apprise knows some two hundred kinds, among them programs and files on
our own machine. So a few kinds are named here and all else is refused. Of those whose server anybody may run, the
deployment names the servers (``PRESENCIA_CHAT_HOSTS``): whoever types an address never chooses a host (SECURITY §9).
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from casework.refusals import Invalid

#: More than any of them needs.
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Service:
    """One kind of chat."""

    name: str
    #: How an address of it is written.
    example: str
    #: What follows the scheme.
    form: str
    #: Anybody may run one: the deployment says at which hosts it is. Else it is at its maker's alone.
    hosted: bool = False
    #: Hosts that need no naming.
    known: frozenset[str] = frozenset()
    #: It is gone to by plain http, which is for this machine alone.
    plain: bool = False


# Of letters on which every reader of addresses agrees where they end.
_WORD, _HOST, _WHO = r"[\w%.+:~-]+", r"[\w.-]+(?::\d{1,5})?", r"[\w%.~+-]+(?::[\w%.~+-]+)?@"
_USER = rf"(?:{_WHO})?"
_SIGNAL = rf"{_USER}{_HOST}/%?\+?[\dB]+(?:/[\w%.+=-]+)?/?"
_NTFY = rf"{_USER}{_HOST}/[\w-]+/?"
_MATRIX = rf"{_WHO}{_HOST}/[!#@]?[\w%.:=~-]+/?"
_MATTERMOST = rf"{_USER}{_HOST}/[\w/-]+"

#: By the scheme of their addresses. One more is a row here and its maker in ``workers/carriers/chat.py``.
SERVICES: dict[str, Service] = {
    "slack": Service(
        "Slack",
        "slack://T00000000/B00000000/XXXXXXXX",
        rf"{_USER}T\w+/B\w+/\w+(?:/[#@+]?[\w%.-]*)?|{_USER}xox[\w-]+/[#@+]?[\w%.-]+",
    ),
    "tgram": Service("Telegram", "tgram://123456789:ABCdef/987654321", r"(?:bot)?\d+(?::|%3A)[\w-]+/-?\d+/?"),
    "whatsapp": Service("WhatsApp", "whatsapp://TOKEN@1234567890/12035550100", r"\w+@\d+/\+?\d+/?"),
    "discord": Service("Discord", "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV", rf"{_USER}\d+/[\w-]+/?"),
    "gchat": Service("Google Chat", "gchat://WORKSPACE/KEY/TOKEN", rf"{_WORD}/{_WORD}/{_WORD}/?"),
    "signals": Service("Signal", "signals://signal.example.org/+12035550100/+12035550199", _SIGNAL, hosted=True),
    "matrixs": Service("Matrix", "matrixs://user:token@matrix.example.org/!room", _MATRIX, hosted=True),
    "mmosts": Service("Mattermost", "mmosts://chat.example.org/TOKEN", _MATTERMOST, hosted=True),
    "ntfys": Service("ntfy", "ntfys://ntfy.sh/topic", _NTFY, hosted=True, known=frozenset({"ntfy.sh"})),
    "signal": Service("Signal", "signal://localhost:8080/+12035550100/+12035550199", _SIGNAL, hosted=True, plain=True),
    "matrix": Service("Matrix", "matrix://user:token@localhost/!room", _MATRIX, hosted=True, plain=True),
    "mmost": Service("Mattermost", "mmost://localhost/TOKEN", _MATTERMOST, hosted=True, plain=True),
    "ntfy": Service("ntfy", "ntfy://localhost/topic", _NTFY, hosted=True, plain=True),
}


def checked(text: str, hosts: frozenset[str]) -> str:
    """A chat address that we go to. ``hosts`` are those the deployment named. Raises :class:`Invalid`."""
    address = text.strip()
    scheme, separator, rest = address.partition("://")
    service = SERVICES.get(scheme.lower())
    if service is None or not separator or len(address) > _LONGEST:
        names = ", ".join(dict.fromkeys(one.name for one in SERVICES.values()))
        raise Invalid("address", "We write to chats at {names}. Paste such an address, as apprise has it.", names=names)
    if not re.fullmatch(service.form, rest) or not unquote(rest).isprintable():
        raise Invalid(
            "address", "An address of {name} is written {example}.", name=service.name, example=service.example
        )
    if service.hosted:
        host = (urlsplit(f"x://{rest}").hostname or "").lower()
        if host not in hosts | service.known or (service.plain and not _this_machine(host)):
            raise Invalid(
                "address",
                "This deployment writes to no chat at {host}. Ask whoever runs it to name that host.",
                host=host[:80],
            )
    return f"{scheme.lower()}://{rest}"


def _this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


__all__ = ["SERVICES", "Service", "checked"]
