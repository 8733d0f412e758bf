"""What of a browser's own headers lets a form of ours pass, and no other site's."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from api.guards import BadRequest, same_site_link

OURS = "https://presencia.test"


def sent(**headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "POST", "path": "/", "headers": [(b"host", b"presencia.test"), *raw]})


def test_a_form_of_a_page_that_tells_no_referrer_may_ask() -> None:
    # So Chromium sends it.
    same_site_link(sent(origin="null", sec_fetch_site="same-origin"), OURS)
    same_site_link(sent(origin=OURS), OURS)
    same_site_link(sent(), OURS)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "null"},
        {"origin": "null", "sec_fetch_site": "cross-site"},
        {"origin": "null", "sec_fetch_site": "none"},
        {"origin": "https://elsewhere.test"},
        {"origin": "https://elsewhere.test", "sec_fetch_site": "same-origin"},
    ],
)
def test_no_other_site_may(headers: dict[str, str]) -> None:
    with pytest.raises(BadRequest):
        same_site_link(sent(**headers), OURS)
