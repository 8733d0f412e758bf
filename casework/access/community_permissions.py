"""Who may do what of the community response: sightings, rapid responders, the directory and schools."""

from __future__ import annotations

from casework.access.acts import Act
from casework.access.permission_rules import TAKING_IN, VERIFYING, Rule
from schema.organizations import Role

COMMUNITY: dict[Act, Rule] = {
    Act.KEEP_SIGHTING_DESK: Rule(
        roles=frozenset({Role.COORDINATOR, Role.ADMIN}), ask="your organization's coordinator"
    ),
    Act.RECORD_SIGHTING: Rule(roles=VERIFYING, ask="your organization's coordinator"),
    Act.VERIFY_SIGHTING: Rule(
        roles=VERIFYING,
        condition="of the organization it was told to; never whoever recorded it",
        ask="a coordinator of the organization it was told to",
    ),
    Act.DISPATCH_RESPONDERS: Rule(
        roles=VERIFYING,
        condition="of the organization it was told to; those who are on call in its town",
        ask="a coordinator of the organization it was told to",
    ),
    Act.KEEP_RESPONDERS: Rule(roles=VERIFYING, ask="your organization's coordinator"),
    Act.TAKE_IN_SIGHTING: Rule(
        roles=TAKING_IN,
        condition="in a legal provider that sees it confirmed; with the witness's agreement",
        ask="a coordinator of a legal-aid organization",
    ),
    Act.KEEP_DIRECTORY: Rule(roles=VERIFYING, ask="your organization's coordinator"),
    Act.REFER_PERSON: Rule(roles=VERIFYING, condition="who agreed to it", ask="your organization's coordinator"),
}

__all__ = ["COMMUNITY"]
