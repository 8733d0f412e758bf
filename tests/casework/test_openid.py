"""The way out to a provider: where we go, where not, and what ties a visit to one browser."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import httpx2
import pytest

from casework import openid
from casework.openid.outside import NotGoneTo, Outside, global_address, permitted
from casework.refusals import ProviderNotReached

#: Of every range that is somebody's own, its first address, its last, and one between (IANA's special registries).
OWN = (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
    "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
    "240.0.0.0/4", "::/96", "fc00::/7", "fe80::/10", "fec0::/10", "2001:db8::/32", "3fff::/20", "ff00::/8", "100::/64",
    "64:ff9b:1::/48", "5f00::/16",
)  # fmt: skip
OPEN = ("1.1.1.1", "8.8.8.8", "140.82.112.3", "2606:4700::1111", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8")


def forms(network: str) -> list[Any]:
    """Some addresses of a network; of an IPv4 one also as IPv6 wraps them."""
    found = ipaddress.ip_network(network)
    some = [found[0], found[-1], found[found.num_addresses // 2]]
    wrapped = [
        ipaddress.IPv6Address(prefix + one.packed + b"\0" * (16 - len(prefix) - 4))
        for one in some
        if isinstance(one, ipaddress.IPv4Address)
        for prefix in (
            b"\0" * 10 + b"\xff\xff",  # mapped
            bytes.fromhex("0064ff9b") + b"\0" * 8,  # translated (NAT64)
            bytes.fromhex("2002"),  # 6to4
            b"\0" * 12,  # "compatible", of old
            b"\0" * 8 + b"\xff\xff\0\0",  # translated, of old (SIIT)
            bytes.fromhex("0064ff9b0001") + b"\0" * 6,  # translated, in a network of one's own
        )
    ]
    return [*some, *wrapped]


@pytest.mark.parametrize("network", OWN)
def test_no_address_of_an_own_network_is_in_the_open_however_it_is_written(network: str) -> None:
    assert [one for one in forms(network) if global_address(one)] == []


@pytest.mark.parametrize("address", OPEN)
def test_what_is_in_the_open_is_gone_to(address: str) -> None:
    assert global_address(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://login.example/", "http://127.0.0.1/", "https://user@login.example/", "https://user:secret@login.example/",
        "https:///nowhere", "javascript:alert(1)", "file:///etc/passwd", "ftp://login.example/",
        "https://login.example/#here", "http://login.elm.internal/",
    ],
)  # fmt: skip
def test_an_address_that_is_not_https_or_names_a_user_is_not_gone_to(url: str) -> None:
    with pytest.raises(NotGoneTo):
        permitted(httpx2.URL(url), frozenset({"login.elm.internal"}))


HOSTS = (
    "127.0.0.1", "localhost", "0177.0.0.1", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "10.0.0.7", "169.254.169.254", "[fe80::1]", "0.0.0", "[::]",
    "100.64.0.1", "192.168.1.1", "[fd00::1]", "[64:ff9b:1::7f00:1]", "[::7f00:1]", "[fec0::1]", "[::ffff:0:127.0.0.1]",
)  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
async def test_a_host_in_an_own_network_is_not_gone_to_however_it_is_written(host: str) -> None:
    async with httpx2.AsyncClient(transport=Outside(frozenset()), trust_env=False) as client:
        with pytest.raises((NotGoneTo, httpx2.InvalidURL)):
            await client.get(f"https://{host}/.well-known/openid-configuration")
    with pytest.raises(ProviderNotReached):
        await openid.Conversations().look(f"https://{host}")


async def test_a_name_is_looked_up_once_and_one_own_address_among_others_is_a_trick(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A resolver that gives another answer each time: first the open, then this machine."""
    asked: list[str] = []
    answers = [["203.0.114.7"], ["127.0.0.1"]]

    def resolver(host: str, port: int, *more: Any, **named: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in answers[min(len(asked), 2) - 1]]

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    async with httpx2.AsyncClient(transport=Outside(frozenset()), trust_env=False) as client:
        # The tests' own network lets nobody out: that it is the first address, is what it says.
        with pytest.raises(ExceptionGroup) as blocked:
            await client.get("https://login.elm.example/")
    assert "203.0.114.7" in repr(blocked.value.exceptions)
    assert asked.count("login.elm.example") == 1

    asked.clear()
    answers[0] = ["203.0.114.7", "10.0.0.7"]
    async with httpx2.AsyncClient(transport=Outside(frozenset()), trust_env=False) as client:
        with pytest.raises(NotGoneTo):
            await client.get("https://login.elm.example/")


def test_a_visit_is_tied_to_one_secret_in_three_ways_that_tell_nothing_of_each_other() -> None:
    one, other = openid.Tied.to("the cookie of one browser"), openid.Tied.to("the cookie of another")
    parts = [one.state, one.nonce, one.verifier, other.state, other.nonce, other.verifier]

    assert one == openid.Tied.to("the cookie of one browser")
    assert len(set(parts)) == 6 and {len(part) for part in parts} == {43}
    assert one.is_state(one.state) and not one.is_state(other.state) and not one.is_state("ü")
    assert one.verifier not in repr(one) and one.nonce not in repr(one)
