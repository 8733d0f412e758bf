"""Signing in and out: POST /session and what belongs to it. A session is a cookie that no script reads."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

from starlette.responses import JSONResponse, Response
from ua_parser import parse

from api.house import House, cookie_name, drop_cookie, set_cookie
from api.rest import Asked
from api.throttle import FAILURES, LINKS
from casework import sign_in, sign_in_links
from casework.actors import SIGN_IN
from casework.refusals import CodeRefused, ProviderDemanded, Refusal, SignInRefused
from schema.sign_ins import Proof

#: No refusal and no letter is answered sooner than this after it was asked for: counting a failure takes some
#: milliseconds, writing a letter some more, and neither is to tell who has an account.
_EVEN = 0.1
#: The cookie of what a browser was asked to answer.
STEP = "step"


async def begin(asked: Asked) -> Response:
    """``{"email", "password"}``. 204 with a session; 200 ``{"next": "code"}`` when there is a second step; or 401."""
    began, at, email, password = time.monotonic(), asked.at, asked.text("email"), asked.text("password")
    where = at.address_of(asked.request)
    await at.throttle.check(FAILURES, where)
    async with at.database.transaction(SIGN_IN) as tx:
        tried = await sign_in.ask(tx, email)
    right = await sign_in.compare(tried, password)
    async with at.database.transaction(SIGN_IN) as tx:
        if not right or tried.person_id is None or await sign_in.waits(tx, tried.person_id):
            await sign_in.failed(tx, tried.person_id)
        elif await sign_in.provider_demanded(tx, tried.person_id):
            # Told only to whoever knows the password.
            raise ProviderDemanded
        elif step := await sign_in.ask_for_code(tx, tried.person_id):
            return with_step(at, JSONResponse({"next": "code"}), step)
        else:
            await sign_in.forget_failures(tx, tried.person_id)
            secret = await sign_in.sign_in(tx, tried.person_id, device=device(asked))
            return signed_in(at, secret)
    await at.throttle.count(FAILURES, where)
    await _even(began)
    raise SignInRefused


async def _even(began: float) -> None:
    await asyncio.sleep(max(0.0, began + _EVEN - time.monotonic()))


async def code(asked: Asked) -> Response:
    """``{"code"}``: of the authenticator, or a recovery code. 204 with a session, or 401."""
    at, typed, step = asked.at, asked.text("code", most=100), asked.cookie(cookie_name(asked.at.settings, STEP))
    where = at.address_of(asked.request)
    await at.throttle.check(FAILURES, where)
    async with at.database.transaction(SIGN_IN) as tx:
        person_id = await sign_in.asked_for_code(tx, step)
        by = await sign_in.code_is_right(tx, person_id, typed)
        secret = await sign_in.finish_with_code(tx, step, by, device=device(asked))
        if secret is None:
            await sign_in.failed(tx, person_id)
        else:
            await sign_in.forget_failures(tx, person_id)
    if secret is None:
        await at.throttle.count(FAILURES, where)
        raise CodeRefused
    return without_step(at, signed_in(at, secret))


async def passkey_asked(asked: Asked) -> Response:
    """What the browser needs to sign in with a passkey, and where passkeys of this deployment live."""
    async with asked.at.database.transaction(SIGN_IN) as tx:
        step, options = await sign_in.ask_for_passkey(tx, site(asked.at))
    return with_step(asked.at, JSONResponse({"options": options, "origin": site(asked.at).origin}), step)


async def passkey(asked: Asked) -> Response:
    """``{"credential"}`` as the browser made it. 204 with a session, or 401."""
    at, where = asked.at, asked.at.address_of(asked.request)
    await at.throttle.check(FAILURES, where)
    try:
        async with at.database.transaction(SIGN_IN) as tx:
            person_id = await sign_in.passkey_is_right(
                tx, site(at), asked.cookie(cookie_name(at.settings, STEP)), asked.thing("credential")
            )
            await sign_in.refuse_demanded(tx, person_id)
            secret = await sign_in.sign_in(tx, person_id, by=Proof.PASSKEY, device=device(asked))
    except Refusal:
        await at.throttle.count(FAILURES, where)
        raise
    return without_step(at, signed_in(at, secret))


async def end(asked: Asked) -> Response:
    """Sign out. The browser forgets everything it kept of us."""
    name = cookie_name(asked.at.settings)
    if secret := asked.cookie(name):
        async with asked.at.database.transaction(SIGN_IN) as tx:
            await sign_in.sign_out(tx, secret)
    response = Response(status_code=204, headers={"clear-site-data": '"cache", "cookies", "storage"'})
    drop_cookie(asked.at, response)
    return response


# Links by mail.


async def ask_for_reset(asked: Asked) -> Response:
    """``{"email"}``. The same answer whoever has that address, and nobody."""
    began, at, where = time.monotonic(), asked.at, asked.at.address_of(asked.request)
    await at.throttle.take(LINKS, where)
    async with at.database.transaction(SIGN_IN) as tx:
        sent = await sign_in_links.ask_for_reset(tx, asked.text("email"))
    if sent:
        at.waker.wake()
    await _even(began)
    return Response(status_code=202)


async def look_at_link(asked: Asked) -> Response:
    """``{"secret"}``: what a link is for. Looking changes nothing; it is a POST so that the secret is in no address."""
    async with asked.at.database.transaction(SIGN_IN) as tx:
        found = await sign_in_links.open_link(tx, asked.text("secret"))
    return JSONResponse(
        {
            "kind": found.kind.value,
            "email": found.email,
            "organization": found.organization,
            "provider": found.provider,
            "demanded": found.demanded,
        }
    )


async def use_link(asked: Asked) -> Response:
    """``{"secret", "password"}``. 204 with a session; 200 ``{"next": "code"}`` when there is a second step."""
    at = asked.at
    async with at.database.transaction(SIGN_IN) as tx:
        person_id = await sign_in_links.use_link(tx, asked.text("secret"), asked.text("password"))
        if step := await sign_in.ask_for_code(tx, person_id):
            return with_step(at, JSONResponse({"next": "code"}), step)
        await sign_in.forget_failures(tx, person_id)
        secret = await sign_in.sign_in(tx, person_id, by=Proof.LINK, device=device(asked))
    return signed_in(at, secret)


# What they share.


def site(at: House) -> sign_in.Site:
    """Where this deployment's passkeys live."""
    return sign_in.Site(at.settings.passkey_origin, at.settings.passkey_host)


def device(asked: Asked) -> str | None:
    """The browser by family and system, as somebody knows their own: "Firefox, Linux"."""
    found = parse(asked.request.headers.get("user-agent", "")[:400])
    parts = [one.family for one in (found.user_agent, found.os) if one is not None]
    return ", ".join(parts) or None


def signed_in(at: House, secret: str | None, response: Response | None = None) -> Response:
    """204, or another answer, with the session's cookie. Where there is no new secret, the old cookie stays."""
    response = response or Response(status_code=204)
    if secret is not None:
        set_cookie(at, response, "session", secret, int(sign_in.ABSOLUTE.total_seconds()))
    return response


def with_step(at: House, response: Response, step: str, *, within: timedelta = sign_in.MINUTES) -> Response:
    set_cookie(at, response, STEP, step, int(within.total_seconds()))
    return response


def without_step(at: House, response: Response) -> Response:
    drop_cookie(at, response, STEP)
    return response
