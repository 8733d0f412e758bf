"""`presencia user`: organizations' staff, let in by whoever runs the deployment."""

from __future__ import annotations

import asyncio
import getpass
import sys
from typing import Annotated

import cyclopts

from casework import organizations, sign_in
from casework.actors import OPERATOR, SIGN_IN
from casework.refusals import NotFound, Refusal
from casework.settings import Settings
from commands import deployment
from schema.organizations import OrganizationKind, Role

app = cyclopts.App(name="user", help="Let people sign in.")

Founded = Annotated[
    str | None,
    cyclopts.Parameter(name="--found", help="Name of the organization, when it is new: it is founded with this."),
]


@app.command
def create(
    email: str,
    *,
    name: str,
    organization: Annotated[str, cyclopts.Parameter(help="Its short name: elm-city-legal-aid.")],
    role: Annotated[list[Role], cyclopts.Parameter(help="May be given more than once.")],
    found: Founded = None,
    kind: Annotated[OrganizationKind, cyclopts.Parameter(help="Of the new one.")] = OrganizationKind.LEGAL_PROVIDER,
    phone: Annotated[str, cyclopts.Parameter(help="Of the new one: the number its letters tell people to call.")] = "",
    supervised: Annotated[bool, cyclopts.Parameter(help="Works under an attorney's privilege.", negative=())] = False,
    language: str = "en",
) -> None:
    """Take somebody on and let them sign in. The password is asked for, or read from standard input."""
    settings = deployment.with_database()
    password = _password()
    sys.exit(
        asyncio.run(
            take_on(
                settings,
                email,
                password,
                name=name,
                slug=organization,
                roles=role,
                found=found,
                kind=kind,
                phone=phone,
                supervised=supervised,
                language=language,
            )
        )
    )


@app.command
def password(email: str) -> None:
    """Give somebody a new password; they are signed out everywhere."""
    settings = deployment.with_database()
    sys.exit(asyncio.run(give_password(settings, email, _password())))


@app.command
def forget_second_step(email: str) -> None:
    """Somebody lost theirs: what they had opens nothing any more, and they are signed out everywhere."""
    sys.exit(asyncio.run(lose_second_step(deployment.with_database(), email)))


async def take_on(
    settings: Settings,
    email: str,
    password: str,
    *,
    name: str,
    slug: str,
    roles: list[Role],
    found: str | None = None,
    kind: OrganizationKind = OrganizationKind.LEGAL_PROVIDER,
    phone: str = "",
    supervised: bool = False,
    language: str = "en",
) -> int:
    """Whole or not at all: organization, person, roles, login. Returns the exit code."""
    try:
        async with deployment.database(settings) as database:
            async with database.transaction(SIGN_IN) as tx:
                taken = (await sign_in.ask(tx, email)).person_id is not None
            if taken:
                print(f"Somebody signs in as {email} already.", file=sys.stderr)
                return 1
            async with database.transaction(OPERATOR) as tx:
                if found:
                    organization = await organizations.found_organization(
                        tx, slug=slug, name=found, kind=kind, phone=phone
                    )
                else:
                    organization = await organizations.organization_called(tx, slug)
                person = await organizations.engage(
                    tx,
                    organization.id,
                    name=name,
                    email=email,
                    roles=roles,
                    supervised=supervised,
                    language=language,
                )
                await sign_in.give_login(tx, person.id, email, password)
    except NotFound:
        print(f"There is no organization {slug}. Found it with --found NAME --phone NUMBER.", file=sys.stderr)
        return 1
    except Refusal as refusal:
        print(refusal.message, file=sys.stderr)
        return 1
    print(f"{email} can sign in at {settings.address}.")
    return 0


async def give_password(settings: Settings, email: str, password: str) -> int:
    """A new password for a login that exists. Returns the exit code."""
    try:
        async with deployment.database(settings) as database:
            async with database.transaction(SIGN_IN) as tx:
                person_id = (await sign_in.ask(tx, email)).person_id
            if person_id is None:
                print(f"Nobody signs in as {email}.", file=sys.stderr)
                return 1
            async with database.transaction(OPERATOR) as tx:
                await sign_in.give_login(tx, person_id, email, password)
                await sign_in.forget_failures(tx, person_id)
    except Refusal as refusal:
        print(refusal.message, file=sys.stderr)
        return 1
    print(f"{email} has a new password.")
    return 0


async def lose_second_step(settings: Settings, email: str) -> int:
    """Let somebody begin again with their password. Returns the exit code."""
    async with deployment.database(settings) as database:
        async with database.transaction(SIGN_IN) as tx:
            person_id = (await sign_in.ask(tx, email)).person_id
        if person_id is None:
            print(f"Nobody signs in as {email}.", file=sys.stderr)
            return 1
        async with database.transaction(OPERATOR) as tx:
            await sign_in.forget_second_step(tx, person_id)
    print(f"{email} signs in with one step, until they set up another.")
    return 0


def _password() -> str:
    # Never among the arguments, which every user of the machine may read.
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    typed = getpass.getpass("Password: ")
    if typed != getpass.getpass("Once more: "):
        sys.exit("The two differ. Nothing was done.")
    return typed
