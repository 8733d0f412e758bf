"""The person held, as whoever asks may know them."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types.people import Node
from schema import cases as case_rows
from schema import detainees as detainee_rows
from schema.consents import ConsentAudience, NameForm


@strawberry.type(description="The person held. Null is unknown, or not for these eyes: `identityShown` says which.")
class Client(Node):
    row: strawberry.Private[detainee_rows.Detainee]
    case: strawberry.Private[case_rows.Case]
    public_name: str
    has_public_name: bool
    legal_name: str | None = None
    a_numbers: list[str] = strawberry.field(default_factory=list)
    aliases: list[str] = strawberry.field(default_factory=list)
    birth_date: str | None = None
    country_of_birth: str | None = None
    nationality: str | None = None
    gender: str | None = None
    language: str | None
    minor: bool
    identity_shown: bool


async def public_name(info: Info, case: case_rows.Case, detainee: detainee_rows.Detainee | None) -> str | None:
    """The public name, for the legal team, and for advocates while the client's consent for them stands."""
    if detainee is None:
        return None
    seat = await info.context.seat(case.id)
    if seat is None or not seat.legal:
        clearance = await info.context.clearance(case.id)
        permit = clearance.permits.get(ConsentAudience.ADVOCATES) if clearance else None
        if permit is None or not permit.names(NameForm.PUBLIC_NAME):
            return None
    return await info.context.opened(detainee, "public_name")


async def client_of(info: Info, case: case_rows.Case) -> Client:
    """The client as the actor's seat shows them."""
    detainee = await info.context.row(detainee_rows.Detainee, case.detainee_id)
    if detainee is None:
        raise LookupError("A visible case has a visible client.")
    name = await public_name(info, case, detainee)
    seat = await info.context.seat(case.id)
    legal = bool(seat and seat.legal)
    asked = {
        field.name for selection in info.selected_fields for field in selection.selections if hasattr(field, "name")
    }
    client = Client(
        id=strawberry.ID(global_id("Client", detainee.id)),
        row=detainee,
        case=case,
        public_name=name or case.short_id,
        has_public_name=name is not None,
        language=detainee.language if legal else None,
        minor=detainee.minor,
        identity_shown=legal,
    )
    if legal and asked & _RESTRICTED.keys():
        await _open_identity(info, client, asked)
    return client


#: Fields of the API and the sensitive facts they disclose.
_RESTRICTED = {
    "legalName": "legal_name",
    "aNumbers": "a_numbers",
    "aliases": "aliases",
    "birthDate": "birth_date",
    "countryOfBirth": "country_of_birth",
    "nationality": "nationality",
    "gender": "gender",
}


async def _open_identity(info: Info, client: Client, asked: set[str]) -> None:
    identity = await info.context.row(detainee_rows.Identity, client.row.id)
    if identity is not None:
        for column in ("legal_name", "birth_date", "country_of_birth", "nationality", "gender"):
            setattr(client, column, await info.context.opened(identity, column))
    numbers = await info.context.children(detainee_rows.DetaineeNumber, "detainee_id", client.row.id)
    client.a_numbers = [text for row in numbers if (text := await info.context.opened(row, "number"))]
    aliases = await info.context.children(detainee_rows.Alias, "detainee_id", client.row.id)
    client.aliases = [text for row in aliases if (text := await info.context.opened(row, "name"))]
    await info.context.viewed(
        detainee_rows.Detainee,
        client.row.id,
        [fact for field, fact in _RESTRICTED.items() if field in asked],
        case_id=client.case.id,
        organization_id=client.case.lead_organization_id,
    )


__all__ = ["Client", "client_of", "public_name"]
