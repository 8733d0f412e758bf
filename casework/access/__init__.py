"""Access: who may do what, to which rows. The only maker of SELECTs over people's records.

Ana coordinates for a legal-aid organization. Her *standing* says where she belongs and as what. On a case her
organization reads, she has a *seat*: coordinator. Luis is an advocate of a community group the case was shared with:
his seat is advocate, and through it he sees the case's row, but no identity, no custody, and no hearing the client has
not agreed to share with advocates. *Permissions* is the one table of which seat allows which act. Verbs ask for a
record by the act they intend (``case_for``, ``record_for``); readings select through ``visible``.
"""

from casework.access.acts import Act
from casework.access.entrances import ENTRANCES, Entrance
from casework.access.eyes import HOLDERS, TAKERS, VERIFIERS, Eyes, reaches
from casework.access.fields import MASKED, MATRIX, Field, Shown
from casework.access.permission_rules import Rule
from casework.access.permissions import PERMISSIONS
from casework.access.records import (
    allows,
    case_for,
    case_of_house,
    holding,
    is_walled,
    permit_in_organization,
    permit_roles,
    permitted,
    record_for,
    refuse_walled,
    seen,
    walled_among,
)
from casework.access.seats import Seat, seat_of, seat_said, seats
from casework.access.sightings import LASTS
from casework.access.standing import Place, Standing, may_see_less, standing
from casework.access.visible import VISIBLE, consented, visible

__all__ = [
    "ENTRANCES",
    "HOLDERS",
    "LASTS",
    "MASKED",
    "MATRIX",
    "PERMISSIONS",
    "TAKERS",
    "VERIFIERS",
    "VISIBLE",
    "Act",
    "Entrance",
    "Eyes",
    "Field",
    "Place",
    "Rule",
    "Seat",
    "Shown",
    "Standing",
    "allows",
    "case_for",
    "case_of_house",
    "consented",
    "holding",
    "is_walled",
    "may_see_less",
    "permit_in_organization",
    "permit_roles",
    "permitted",
    "reaches",
    "record_for",
    "refuse_walled",
    "seat_of",
    "seat_said",
    "seats",
    "seen",
    "standing",
    "visible",
    "walled_among",
]
