"""Talking with an organization's identity provider: OpenID Connect Core 1.0, by code with PKCE.

Ana presses "Sign in with your organization". Her browser is sent to the provider with a *state* and a *nonce*, and
comes back with a code. We change the code for an identity token, by a request of our own that carries the *verifier* of
what her browser carried, and believe the token only when everything about it is right: who signed it, for whom, when,
and the nonce. State, nonce and verifier are derived from a cookie that is hers alone and are kept nowhere, so that a
code which was caught is worth nothing in another browser.

Nothing here touches the database, and nothing here may run inside a transaction.
"""

from casework.openid.conversation import Conversations, Registration
from casework.openid.tied import Tied
from casework.openid.tokens import Told

__all__ = ["Conversations", "Registration", "Tied", "Told"]
