"""Sightings: an arrest or agents seen, from somebody outside to whoever can use it, and to nobody else.

Somebody at a bus stop tells what they saw on an organization's page, without an account. Noor, of that organization,
looks into it: she calls a rapid responder who is on call in that town, covers the faces in the photo, and confirms it.
Then, and not before, the organization and its partner groups find it in their list; there is no map and nothing public.
Ana, of a legal provider among them, makes a case of it, with the witness's agreement. What nobody confirms is gone
after 72 hours.
"""

from casework.sightings.desks import (
    Desk,
    close_sighting_desk,
    desk_at,
    open_sighting_desk,
    share_sightings,
    stop_sharing_sightings,
)
from casework.sightings.dispatching import (
    DispatchPage,
    answer_dispatch,
    dispatch_by_secret,
    dispatch_page,
    dispatch_responders,
)
from casework.sightings.pictures import Box, Original, blur_picture, blurred, open_picture, picture_to_blur
from casework.sightings.recording import LARGEST_PICTURE, Seen, record_sighting, report_sighting
from casework.sightings.suspicions import Suspicion, suspicions
from casework.sightings.taking_in import record_incident_of_sighting, take_in_sighting
from casework.sightings.verifying import confirm_sighting, hold_sighting, mark_sighting_unfounded

__all__ = [
    "LARGEST_PICTURE",
    "Box",
    "Desk",
    "DispatchPage",
    "Original",
    "Seen",
    "Suspicion",
    "answer_dispatch",
    "blur_picture",
    "blurred",
    "close_sighting_desk",
    "confirm_sighting",
    "desk_at",
    "dispatch_by_secret",
    "dispatch_page",
    "dispatch_responders",
    "hold_sighting",
    "mark_sighting_unfounded",
    "open_picture",
    "open_sighting_desk",
    "picture_to_blur",
    "record_incident_of_sighting",
    "record_sighting",
    "report_sighting",
    "share_sightings",
    "stop_sharing_sightings",
    "suspicions",
    "take_in_sighting",
]
