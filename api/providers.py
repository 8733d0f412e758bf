"""Signing in where one's organization does: the way to its provider, and the way back.

A provider sends the browser back to the page, not here: our cookies are not sent with a request that another site
began. The page then brings code and state by a request of its own.
"""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from api.account import id_of, own, somebody
from api.house import cookie_name
from api.language import asked_for
from api.rest import Asked
from api.session import STEP, device, signed_in, with_step, without_step
from api.throttle import FAILURES, VISITS
from casework import openid, sign_in, sign_in_links
from casework.actors import SIGN_IN
from casework.language import LANGUAGES
from casework.refusals import ProviderRefused, Refusal, SignInRefused
from schema.sign_ins import ChallengePurpose, Proof


async def go(asked: Asked) -> Response:
    """``{"organization"}``, its short name; with ``"link"``, the secret of a letter, to take that up there; with
    ``"anew": true`` it asks who it is also of whoever is signed in there. Gives the ``address`` to go to.
    """
    at, link = asked.at, asked.given.get("link")
    await at.throttle.take(VISITS, at.address_of(asked.request))
    async with at.database.transaction(SIGN_IN) as tx:
        provider = await sign_in.provider_called(tx, asked.text("organization", most=100))
        link_id = await sign_in_links.link_of(tx, asked.text("link"), provider) if link is not None else None
        step = await sign_in.go_to_provider(tx, provider, link_id=link_id)
    return await _there(asked, provider, step, anew=link is not None or asked.given.get("anew") is True)


async def go_to_be_linked(asked: Asked) -> Response:
    """``{"organization"}``: one's own, to link its provider with one's account. Gives the ``address`` to go to."""
    person = await somebody(asked)
    async with asked.at.database.transaction(person) as tx:
        step = await sign_in.go_to_be_linked(tx, asked.text("organization", most=100))
    async with asked.at.database.transaction(SIGN_IN) as tx:
        provider = await sign_in.provider_called(tx, asked.text("organization"))
    return await _there(asked, provider, step, anew=True)


async def _there(asked: Asked, provider: sign_in.Provider, step: str, *, anew: bool) -> Response:
    address = await asked.at.providers.way_there(
        _registration(asked, provider),
        openid.Tied.to(step),
        anew=anew,
        language=asked_for(asked.request) or LANGUAGES[0],
    )
    return with_step(asked.at, JSONResponse({"address": address}), step, within=sign_in.VISIT)


async def come_back(asked: Asked) -> Response:
    """``{"organization", "code", "state", "iss"?}`` as the provider sent the browser back. 204 with a session; 200
    ``{"next": "code"}`` when our own second step follows, ``{"next": "account"}`` when an account is linked; or 401.
    """
    at, where = asked.at, asked.at.address_of(asked.request)
    await at.throttle.check(FAILURES, where)
    try:
        return await _come_back(asked)
    except Refusal:
        await at.throttle.count(FAILURES, where)
        raise


async def _come_back(asked: Asked) -> Response:
    at, step = asked.at, asked.cookie(cookie_name(asked.at.settings, STEP))
    code, said_issuer = asked.text("code", most=4_000), asked.given.get("iss")
    tied = openid.Tied.to(step)
    if not tied.is_state(asked.text("state")) or not (said_issuer is None or isinstance(said_issuer, str)):
        raise ProviderRefused
    async with at.database.transaction(SIGN_IN) as tx:
        visit = await sign_in.come_back(tx, step, asked.text("organization", most=100))
    told = await at.providers.told(
        _registration(asked, visit.provider), tied, code=code, said_issuer=said_issuer,
        asked_anew_at=visit.asked_anew_at, now=at.database.clock(),
    )  # fmt: skip
    if visit.purpose is ChallengePurpose.NEW_PROVIDER_IDENTITY:
        return await _linked(asked, visit, told)
    return await _signed_in(asked, visit, told)


async def _linked(asked: Asked, visit: sign_in.Visit, told: openid.Told) -> Response:
    person = await somebody(asked)
    if person.id != visit.person_id:
        raise SignInRefused
    async with asked.at.database.transaction(SIGN_IN) as tx:
        await sign_in.link_identity(tx, person.id, visit.provider, told.subject)
    return without_step(asked.at, JSONResponse({"next": "account"}))


async def _signed_in(asked: Asked, visit: sign_in.Visit, told: openid.Told) -> Response:
    at = asked.at
    async with at.database.transaction(SIGN_IN) as tx:
        if visit.link_id is not None:
            person_id = await sign_in_links.take_up_link(tx, visit.link_id, visit.provider, told.subject)
            proved_at = tx.now
        else:
            person_id = await sign_in.known_at(tx, visit.provider, told.subject)
            proved_at = sign_in.proved_then(tx, told.proved_at)
        # Whoever takes up a letter says only now who they are there: it may be a thief's own telephone.
        counts = visit.link_id is None and visit.provider.second_step_counts and told.several_factors
        if not counts and (step := await sign_in.ask_for_code(tx, person_id)):
            return with_step(at, JSONResponse({"next": "code"}), step)
        if before := asked.cookie(cookie_name(at.settings)):
            await sign_in.sign_out(tx, before)
        secret = await sign_in.sign_in(
            tx, person_id, by=Proof.PROVIDER, device=device(asked), second_step=counts, proved_at=proved_at
        )
    return without_step(at, signed_in(at, secret))


async def unlink(asked: Asked) -> Response:
    """One of one's own identities at a provider."""
    async with own(asked) as tx:
        await sign_in.unlink_identity(tx, id_of(asked))
    return Response(status_code=204)


def _registration(asked: Asked, provider: sign_in.Provider) -> openid.Registration:
    return openid.Registration(
        provider.issuer,
        provider.client_id,
        provider.client_secret,
        asked.at.settings.returns_from_provider(provider.slug),
    )
