"""One's own sign-in: /account and what belongs to it. For whoever has a session; a script's token looks after nothing.

It stands beside /graphql, not in it: passwords and codes have no place in documents and variables, and a passkey's
answers are the browser's own JSON.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import segno
from starlette.responses import JSONResponse, Response

from api.house import arriving, cookie_name
from api.rest import Asked
from api.session import STEP, signed_in, site, with_step, without_step
from api.throttle import FAILURES
from casework import sign_in
from casework.actors import SIGN_IN, Person
from casework.refusals import CodeRefused, Invalid, NotFound, SignInRefused
from casework.transaction import Transaction
from schema.sign_ins import TokenScope


async def somebody(asked: Asked, *, limited: bool = False) -> Person:
    """Whoever has a session. Those who still owe a second step are let in where it is set up, and where nothing grows
    by it (``limited``).
    """
    arrival = await arriving(asked.request, limited=limited)
    if arrival is None or arrival.person.session_id is None:
        raise SignInRefused
    return arrival.person


@asynccontextmanager
async def own(asked: Asked, *, limited: bool = False) -> AsyncIterator[Transaction]:
    """One transaction of whoever has a session, for their own sign-in."""
    async with asked.at.database.transaction(await somebody(asked, limited=limited)) as tx:
        yield tx


async def show(asked: Asked) -> Response:
    """How they sign in, and what is open now."""
    async with own(asked, limited=True) as tx:
        found = await sign_in.account(tx)
        me = tx.actor if isinstance(tx.actor, Person) else None
        here = me.session_id if me else None
    return JSONResponse(
        {
            "owesSecondStep": bool(me and me.limited),
            "password": found.password,
            "authenticator": found.authenticator,
            "recoveryCodes": found.recovery_codes,
            "passkeysAt": site(asked.at).origin,
            "passkeys": [_said(one, "name", "created_at", "used_at") for one in found.passkeys],
            "sessions": [
                _said(one, "device", "signed_in_by", "created_at", "seen_at") | {"here": one.id == here}
                for one in found.sessions
            ],
            "tokens": [_said(one, "name", "scope", "created_at", "used_at", "expires_at") for one in found.tokens],
            "appPasswords": [
                _said(one, "name", "made_at", "used_at", "used_by") | {"until": sign_in.opens_until(one).isoformat()}
                for one in found.app_passwords
            ],
            "calendarsAt": asked.at.settings.address,
            "providers": [
                {
                    "organization": one.slug,
                    "name": one.organization,
                    "demanded": one.demanded,
                    "linked": _said(one.identity, "created_at", "used_at") if one.identity else None,
                }
                for one in found.providers
            ],
        }
    )


def _said(row: Any, *names: str) -> dict[str, Any]:
    said: dict[str, Any] = {"id": str(row.id)}
    for name in names:
        value = getattr(row, name)
        first, *rest = name.split("_")
        said[first + "".join(word.title() for word in rest)] = (
            value.isoformat() if hasattr(value, "isoformat") else value
        )
    return said


# Proving that it is still them.


async def prove(asked: Asked) -> Response:
    """``{"password"}`` and, where there is a second step, ``{"code"}``. 204, or 401; 200 ``{"next": "code"}`` when the
    password is right and the code is missing.
    """
    at, person = asked.at, await somebody(asked, limited=True)
    where = at.address_of(asked.request)
    await at.throttle.check(FAILURES, where)
    async with at.database.transaction(person) as tx:
        tried = await sign_in.ask_own(tx)
    right = await sign_in.compare(tried, asked.text("password"))
    wrong: type[SignInRefused | CodeRefused] | None = None
    async with at.database.transaction(person) as tx:
        step = await sign_in.takes_second_step(tx)
        if not right or await sign_in.waits(tx, person.id):
            wrong = SignInRefused
        elif step and "code" not in asked.given:
            return JSONResponse({"next": "code"})
        elif step and not await sign_in.code_is_right(tx, person.id, asked.text("code", most=100)):
            wrong = CodeRefused
        else:
            return signed_in(at, await sign_in.prove(tx, second_step=step))
    async with at.database.transaction(SIGN_IN) as tx:
        await sign_in.failed(tx, person.id)
    await at.throttle.count(FAILURES, where)
    raise wrong


async def prove_by_passkey(asked: Asked) -> Response:
    """``{"credential"}``, asked for as when signing in. 204, or 401."""
    at, person = asked.at, await somebody(asked, limited=True)
    async with at.database.transaction(SIGN_IN) as tx:
        proved = await sign_in.passkey_is_right(
            tx, site(at), asked.cookie(cookie_name(at.settings, STEP)), asked.thing("credential")
        )
    if proved != person.id:
        raise SignInRefused
    async with own(asked, limited=True) as tx:
        secret = await sign_in.prove(tx, second_step=True)
    return without_step(at, signed_in(at, secret))


async def change_password(asked: Asked) -> Response:
    """``{"password"}``: the new one. All other sessions end."""
    async with own(asked) as tx:
        await sign_in.change_password(tx, asked.text("password"))
    return Response(status_code=204)


# The second step.


async def begin_authenticator(asked: Asked) -> Response:
    """The address for an authenticator application, and its picture."""
    async with own(asked, limited=True) as tx:
        address = await sign_in.begin_authenticator(tx)
    picture = BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", scale=5, border=2, xmldecl=False, svgns=True)
    return JSONResponse({"address": address, "picture": picture.getvalue().decode()})


async def confirm_authenticator(asked: Asked) -> Response:
    """``{"code"}`` that the application shows. Gives the recovery codes, this once."""
    async with own(asked, limited=True) as tx:
        codes = await sign_in.confirm_authenticator(tx, asked.text("code", most=100))
        secret = await sign_in.second_step_is_set_up(tx)
    return signed_in(asked.at, secret, JSONResponse({"recoveryCodes": codes}))


async def remove_authenticator(asked: Asked) -> Response:
    """No code is asked for any more."""
    async with own(asked) as tx:
        await sign_in.remove_authenticator(tx)
    return Response(status_code=204)


async def new_recovery_codes(asked: Asked) -> Response:
    """Ten new ones in place of the old."""
    async with own(asked) as tx:
        return JSONResponse({"recoveryCodes": await sign_in.new_recovery_codes(tx)})


# Passkeys.


async def ask_for_new_passkey(asked: Asked) -> Response:
    """What the browser needs to make one."""
    async with own(asked, limited=True) as tx:
        step, options = await sign_in.ask_for_new_passkey(tx, site(asked.at))
    return with_step(asked.at, JSONResponse({"options": options, "origin": site(asked.at).origin}), step)


async def add_passkey(asked: Asked) -> Response:
    """``{"name", "credential"}``."""
    async with own(asked, limited=True) as tx:
        await sign_in.add_passkey(
            tx, site(asked.at), asked.cookie(cookie_name(asked.at.settings, STEP)), asked.thing("credential"),
            asked.text("name"),
        )  # fmt: skip
        secret = await sign_in.second_step_is_set_up(tx)
    return without_step(asked.at, signed_in(asked.at, secret))


async def remove_passkey(asked: Asked) -> Response:
    """One of one's own."""
    async with own(asked) as tx:
        await sign_in.remove_passkey(tx, id_of(asked))
    return Response(status_code=204)


# What is open.


async def end_session(asked: Asked) -> Response:
    """One of one's own, elsewhere."""
    async with own(asked, limited=True) as tx:
        await sign_in.end_session(tx, id_of(asked))
    return Response(status_code=204)


async def end_other_sessions(asked: Asked) -> Response:
    """All but this one."""
    async with own(asked, limited=True) as tx:
        return JSONResponse({"ended": await sign_in.end_other_sessions(tx)})


async def create_token(asked: Asked) -> Response:
    """``{"name", "days", "scope"}``. The token is shown this once."""
    async with own(asked) as tx:
        days, scope = asked.given.get("days"), asked.given.get("scope")
        if not isinstance(days, int) or isinstance(days, bool) or abs(days) > 10_000:
            raise Invalid("days", "Say for how many days.")
        if scope not in list(TokenScope):
            raise Invalid("scope", "Say whether it may only read, or act as well.")
        keeps = timedelta(days=days)
        secret, token = await sign_in.own_token(tx, asked.text("name"), keeps=keeps, scope=TokenScope(scope))
    return JSONResponse({"token": secret, "id": str(token.id)})


async def revoke_token(asked: Asked) -> Response:
    """One of one's own."""
    async with own(asked) as tx:
        await sign_in.revoke_token(tx, id_of(asked))
    return Response(status_code=204)


async def make_app_password(asked: Asked) -> Response:
    """``{"name"}`` of a device. Its password is shown this once."""
    async with own(asked) as tx:
        secret, row = await sign_in.make_app_password(tx, asked.text("name"))
    return JSONResponse({"password": secret, "id": str(row.id)})


async def rotate_app_password(asked: Asked) -> Response:
    """Another one for the same device, shown this once."""
    async with own(asked) as tx:
        secret, row = await sign_in.rotate_app_password(tx, id_of(asked))
    return JSONResponse({"password": secret, "id": str(row.id)})


async def revoke_app_password(asked: Asked) -> Response:
    """One of one's own."""
    async with own(asked) as tx:
        await sign_in.revoke_app_password(tx, id_of(asked))
    return Response(status_code=204)


def id_of(asked: Asked) -> UUID:
    try:
        return UUID(asked.request.path_params["id"])
    except ValueError:
        raise NotFound from None
