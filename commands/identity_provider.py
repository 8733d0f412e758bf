"""`presencia identity-provider`: where organizations' people sign in already (OpenID Connect)."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import cyclopts

from casework import identity_providers, openid
from casework.actors import OPERATOR
from casework.refusals import NoProvider, NotFound, Refusal
from casework.settings import Settings
from commands import deployment

app = cyclopts.App(name="identity-provider", help="Where an organization's people sign in already (OpenID Connect).")

Flag = cyclopts.Parameter(negative=())


@app.command
def add(
    organization: str,
    *,
    issuer: Annotated[str, cyclopts.Parameter(help="Exactly as the provider names itself.")],
    client_id: str,
    client_secret_file: Annotated[Path, cyclopts.Parameter(help="- reads it from standard input.")],
    demanded: Annotated[bool, Flag, cyclopts.Parameter(help="Its members begin a session there alone.")] = False,
    second_step_counts: Annotated[
        bool, Flag, cyclopts.Parameter(help="A second step that was taken there is one here.")
    ] = False,
) -> None:
    """Let an organization's people sign in there; or change what was said before, such as the secret."""
    settings = deployment.with_database()
    try:
        secret = sys.stdin.readline() if str(client_secret_file) == "-" else client_secret_file.read_text()
    except OSError as problem:
        sys.exit(f"The secret could not be read: {problem.strerror}.")
    sys.exit(
        asyncio.run(
            trust(
                settings, organization, issuer=issuer, client_id=client_id, client_secret=secret,
                demanded=demanded, second_step_counts=second_step_counts,
            )
        )
    )  # fmt: skip


@app.command(name="list")
def print_providers() -> None:
    """Print the providers that are trusted."""
    sys.exit(asyncio.run(list_providers(deployment.with_database())))


@app.command
def remove(organization: str) -> None:
    """It signs in nobody any more, and whoever was linked is linked no more."""
    sys.exit(asyncio.run(forget(deployment.with_database(), organization)))


async def trust(
    settings: Settings,
    slug: str,
    *,
    issuer: str,
    client_id: str,
    client_secret: str,
    demanded: bool = False,
    second_step_counts: bool = False,
) -> int:
    """Look whether it is there, and keep it. Returns the exit code."""
    try:
        await openid.Conversations(settings.providers_nearby).look(issuer)
        async with deployment.database(settings) as database, database.transaction(OPERATOR) as tx:
            await identity_providers.trust_provider(
                tx, slug, issuer=issuer, client_id=client_id, client_secret=client_secret, demanded=demanded,
                second_step_counts=second_step_counts,
            )  # fmt: skip
    except NotFound:
        return _no_organization(slug)
    except Refusal as refusal:
        print(refusal.message, file=sys.stderr)
        return 1
    print(f"People of {slug} can sign in at {issuer}. It must know this address of ours, to the letter:")
    print(settings.returns_from_provider(slug))
    return 0


async def list_providers(settings: Settings) -> int:
    """Print them. Returns the exit code."""
    async with deployment.database(settings) as database, database.transaction(OPERATOR) as tx:
        found = await identity_providers.trusted_providers(tx)
    for slug, one in found:
        said = [one.issuer, f"as {one.client_id}"]
        said += ["demanded"] * one.demanded + ["its second step counts"] * one.second_step_counts
        print(f"{slug}: {', '.join(said)}")
    if not found:
        print("No organization has a provider.")
    return 0


async def forget(settings: Settings, slug: str) -> int:
    """Remove it, and say how many were linked. Returns the exit code."""
    try:
        async with deployment.database(settings) as database, database.transaction(OPERATOR) as tx:
            ended = await identity_providers.remove_provider(tx, slug)
    except NotFound:
        return _no_organization(slug)
    except NoProvider:
        print(f"{slug} has no provider.", file=sys.stderr)
        return 1
    print(f"Removed. {ended} were linked with it.")
    return 0


def _no_organization(slug: str) -> int:
    print(f"There is no organization {slug}.", file=sys.stderr)
    return 1
