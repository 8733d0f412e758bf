"""Entrances: whom each route of HTTP lets in."""

from __future__ import annotations

from enum import StrEnum


class Entrance(StrEnum):
    """Whom a route of HTTP lets in."""

    ANYONE = "anyone"
    SIGNED_IN = "whoever is signed in, by session or token"
    OWN = "whoever has a session, to their own sign-in"
    CONFIRMED = "whoever has a session and has confirmed within ten minutes that it is them, to their own sign-in"
    #: It is a password, a code or a key that opens it, and failures are counted.
    PROVING = "whoever proves who they are"
    LINK = "whoever holds its secret"
    DEVICE = "a device with a password that its owner made for it, to its owner's own calendars"
    #: The same, and in a sentence.
    REFUSED = "nobody: calendars are read by devices, and a device is told so"
    #: A carrier's signature, or the secret of whoever hands us mail.
    CARRIER = "a carrier that proves by its signature or secret that it is one of this deployment"
    WATCHER = "this machine itself, or whoever brings the token for figures"


_CALDAV = ("/caldav", "/caldav/{path:path}")
_CALDAV_READS = ("OPTIONS", "GET", "PROPFIND", "REPORT")
_CALDAV_WRITES = (
    "PUT", "DELETE", "POST", "PATCH", "MKCALENDAR", "MKCOL", "PROPPATCH", "MOVE", "COPY", "LOCK", "UNLOCK", "ACL",
)  # fmt: skip

#: Method and path → whom it lets in. A test walks the routes and demands a row for each.
ENTRANCES: dict[tuple[str, str], Entrance] = {
    ("POST", "/graphql"): Entrance.SIGNED_IN,
    ("POST", "/session"): Entrance.PROVING,
    ("POST", "/session/code"): Entrance.PROVING,
    ("POST", "/session/passkey/options"): Entrance.ANYONE,
    ("POST", "/session/passkey"): Entrance.PROVING,
    ("DELETE", "/session"): Entrance.ANYONE,
    ("POST", "/session/reset"): Entrance.ANYONE,
    ("POST", "/session/link"): Entrance.LINK,
    ("POST", "/session/link/password"): Entrance.LINK,
    ("POST", "/session/provider"): Entrance.ANYONE,
    ("POST", "/session/provider/return"): Entrance.PROVING,
    ("GET", "/account"): Entrance.OWN,
    ("POST", "/account/proof"): Entrance.OWN,
    ("POST", "/account/proof/passkey"): Entrance.OWN,
    ("POST", "/account/password"): Entrance.CONFIRMED,
    ("POST", "/account/authenticator"): Entrance.CONFIRMED,
    ("POST", "/account/authenticator/code"): Entrance.CONFIRMED,
    ("DELETE", "/account/authenticator"): Entrance.CONFIRMED,
    ("POST", "/account/recovery-codes"): Entrance.CONFIRMED,
    ("POST", "/account/passkeys/options"): Entrance.CONFIRMED,
    ("POST", "/account/passkeys"): Entrance.CONFIRMED,
    ("DELETE", "/account/passkeys/{id}"): Entrance.CONFIRMED,
    ("POST", "/account/providers"): Entrance.CONFIRMED,
    ("DELETE", "/account/providers/{id}"): Entrance.CONFIRMED,
    # Closing what is open never waits.
    ("DELETE", "/account/sessions/{id}"): Entrance.OWN,
    ("DELETE", "/account/sessions"): Entrance.OWN,
    ("POST", "/account/tokens"): Entrance.CONFIRMED,
    ("DELETE", "/account/tokens/{id}"): Entrance.OWN,
    ("POST", "/account/app-passwords"): Entrance.CONFIRMED,
    ("POST", "/account/app-passwords/{id}"): Entrance.CONFIRMED,
    ("DELETE", "/account/app-passwords/{id}"): Entrance.OWN,
    ("GET", "/account/browsers"): Entrance.OWN,
    ("POST", "/account/browsers"): Entrance.OWN,
    ("DELETE", "/account/browsers/{id}"): Entrance.OWN,
    ("POST", "/exports/cases"): Entrance.CONFIRMED,
    ("POST", "/exports/hearings"): Entrance.CONFIRMED,
    ("POST", "/exports/case-sheet"): Entrance.SIGNED_IN,
    ("POST", "/exports/court-list"): Entrance.SIGNED_IN,
    ("POST", "/exports/funder-report"): Entrance.SIGNED_IN,
    ("POST", "/cases/{id}/files"): Entrance.SIGNED_IN,
    ("GET", "/files/{id}"): Entrance.SIGNED_IN,
    ("POST", "/organizations/{id}/spreadsheets"): Entrance.SIGNED_IN,
    ("GET", "/spreadsheets/{id}/left-behind"): Entrance.SIGNED_IN,
    ("GET", "/feeds/{secret}.ics"): Entrance.LINK,
    ("HEAD", "/feeds/{secret}.ics"): Entrance.LINK,
    # Where calendars lie, and what may be asked there, is no secret.
    **{(method, "/.well-known/caldav"): Entrance.ANYONE for method in _CALDAV_READS},
    ("OPTIONS", "/"): Entrance.ANYONE,
    ("PROPFIND", "/"): Entrance.ANYONE,
    **{
        (method, path): Entrance.ANYONE if method == "OPTIONS" else Entrance.DEVICE
        for path in _CALDAV
        for method in _CALDAV_READS
    },
    **{(method, path): Entrance.REFUSED for path in _CALDAV for method in _CALDAV_WRITES},
    ("GET", "/a/{secret}"): Entrance.LINK,
    ("POST", "/a/{secret}"): Entrance.LINK,
    ("GET", "/a/{secret}/seen"): Entrance.LINK,
    ("POST", "/a/{secret}/seen"): Entrance.LINK,
    ("GET", "/a/{secret}/stop"): Entrance.LINK,
    ("POST", "/a/{secret}/stop"): Entrance.LINK,
    ("GET", "/a/{secret}/wishes"): Entrance.LINK,
    ("GET", "/a/{secret}/together"): Entrance.LINK,
    ("POST", "/a/{secret}/wishes"): Entrance.LINK,
    ("GET", "/a/{secret}/wishes/start"): Entrance.LINK,
    ("POST", "/a/{secret}/wishes/start"): Entrance.LINK,
    ("POST", "/a/{secret}/together"): Entrance.LINK,
    ("GET", "/a/{secret}/calendar.ics"): Entrance.LINK,
    ("GET", "/d/{secret}"): Entrance.LINK,
    **{
        (method, f"/d/{{secret}}/{what}"): Entrance.LINK
        for method in ("GET", "POST")
        for what in ("seen", "stop", "wishes", "wishes/start")
    },
    **{("GET", f"/p/{{address}}{form}"): Entrance.ANYONE for form in ("", "/poster", "/calendar.ics", "/picture.png")},
    ("POST", "/inbound/sms"): Entrance.CARRIER,
    ("POST", "/inbound/sms/status"): Entrance.CARRIER,
    ("POST", "/inbound/mail"): Entrance.CARRIER,
    ("GET", "/a/static"): Entrance.ANYONE,
    # A link alone shows the form for its code, and nothing.
    ("GET", "/c/{secret}"): Entrance.LINK,
    ("POST", "/c/{secret}"): Entrance.LINK,
    # Whoever saw something has no account; what they type is counted by address.
    ("GET", "/report/{handle}"): Entrance.ANYONE,
    ("POST", "/report/{handle}"): Entrance.ANYONE,
    ("GET", "/report/{handle}/thanks"): Entrance.ANYONE,
    ("GET", "/r/{secret}"): Entrance.LINK,
    ("POST", "/r/{secret}"): Entrance.LINK,
    ("GET", "/sightings/photos/{id}"): Entrance.SIGNED_IN,
    ("GET", "/health/live"): Entrance.ANYONE,
    ("GET", "/health/ready"): Entrance.ANYONE,
    ("GET", "/metrics"): Entrance.WATCHER,
    ("GET", "/robots.txt"): Entrance.ANYONE,
    ("GET", "/{path:path}"): Entrance.ANYONE,
}
