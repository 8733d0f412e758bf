"""The way out to a provider: a name is looked up once, only global addresses are gone to, nobody leads us on, and
answers are small (SECURITY §9, what goes out).
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator
from functools import cache

import httpx2

#: Of one answer. Sets of keys are the largest.
LARGEST = 256 * 1024
#: For each step of one request, and for all of it.
STEP_SECONDS, WHOLE_SECONDS = 5, 10

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


#: All of IPv6 that is in the open, but for IPv4 as it is wrapped below (IANA, IPv6 Address Space).
#: So these are not: fec0::/10, site-local of old (RFC 3879); 64:ff9b:1::/48, somebody's own NAT64 (RFC 8215);
#: ::/96, "IPv4-compatible" (RFC 4291); ::ffff:0:0:0/96, "IPv4-translated" (RFC 2765); 5f00::/16 (RFC 9602).
_OPEN_IPV6 = ipaddress.IPv6Network("2000::/3")
#: Within it, for documents (RFC 9637): younger than what Python knows.
_DOCUMENTS = ipaddress.IPv6Network("3fff::/20")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class NotGoneTo(Exception):
    """An address that we do not go to; the sentence says why."""


def global_address(address: Address) -> bool:
    """Whether it lies in the open, however it is written: also an IPv4 address that an IPv6 one wraps."""
    if isinstance(address, ipaddress.IPv6Address):
        wrapping = [address.ipv4_mapped, address.sixtofour, _translated(address), *(address.teredo or ())]
        wrapped = [one for one in wrapping if one is not None]
        if not all(map(global_address, wrapped)) or address in _DOCUMENTS:
            return False
        if address not in _OPEN_IPV6:
            # What it wraps is in the open.
            return bool(wrapped)
    return address.is_global and not address.is_multicast


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """What a NAT64 would make of it (RFC 6052)."""
    return ipaddress.IPv4Address(address.packed[12:]) if address in _NAT64 else None


def permitted(url: httpx2.URL, nearby: frozenset[str]) -> None:
    """Refuse an address that is not https, or names a user. Plain http goes to a host on this machine that the
    deployment names, and nowhere else. Raises :class:`NotGoneTo`.
    """
    if url.userinfo or not url.host or url.fragment:
        raise NotGoneTo("It names a user, or no host.")
    if url.scheme != "https" and not (url.scheme == "http" and url.host in nearby and _this_machine(url.host)):
        raise NotGoneTo("It is not https.")


def _this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@cache
def _certificates() -> ssl.SSLContext:
    """Who vouches for hosts: the machine's own list, read once, because that takes a tenth of a second."""
    return httpx2.create_ssl_context(trust_env=False)


class Outside(httpx2.AsyncHTTPTransport):
    """Carries requests outside. ``nearby`` are hosts of the own network that the deployment names."""

    def __init__(self, nearby: frozenset[str]) -> None:
        super().__init__(verify=_certificates(), trust_env=False)
        self._nearby = nearby

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Look the host up, and speak with the address that was found: a second look-up could find another."""
        permitted(request.url, self._nearby)
        address = await self._address(request.url)
        request.headers["accept-encoding"] = "identity"
        asked = httpx2.Request(
            request.method,
            request.url.copy_with(host=str(address)),
            headers=request.headers,
            stream=request.stream,
            # The certificate is the name's.
            extensions={**request.extensions, "sni_hostname": request.url.host},
        )
        response = await super().handle_async_request(asked)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise NotGoneTo("It answers compressed.")
        response.stream = _Bounded(response.stream)
        return response

    async def _address(self, url: httpx2.URL) -> Address:
        loop = asyncio.get_running_loop()
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            found = await loop.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
        except OSError:
            raise NotGoneTo("Its name is not known.") from None
        addresses = [ipaddress.ip_address(str(one[4][0]).partition("%")[0]) for one in found]
        # One that is not global among them is a trick, or a mistake.
        if not addresses or (url.host not in self._nearby and not all(map(global_address, addresses))):
            raise NotGoneTo("It lies in the own network.")
        return addresses[0]


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: object) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        length = 0
        async for part in self._stream:  # type: ignore[attr-defined]
            length += len(part)
            if length > LARGEST:
                raise NotGoneTo("It answers too much.")
            yield part

    async def aclose(self) -> None:
        """Let the connection go."""
        await self._stream.aclose()  # type: ignore[attr-defined]


__all__ = ["LARGEST", "STEP_SECONDS", "WHOLE_SECONDS", "NotGoneTo", "Outside", "global_address", "permitted"]
