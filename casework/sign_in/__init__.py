"""Signing in: how somebody proves who they are, and what they hold afterwards.

Ana types her password; her telephone shows the code that goes with it. Luis touches his passkey, and types nothing.
Each has a *session* then: a cookie whose hash the house keeps. It ends when it was not used for half an hour, after
twelve hours in any case, when she signs out or ends it from another device, and when her password changes. What can't
be taken back asks once more who it is (``confirmed``). Somebody new, or who forgot, gets a link by mail that works once
(:mod:`casework.sign_in_links`). Noor presses "Sign in with your organization" and is sent where hers signs in already.

A telephone that shows her calendars has a password of its own (:mod:`casework.sign_in.app_passwords`), which opens
nothing else.

Only hashes are kept, and the seed of the codes under their owner's key. An unknown address costs the same time as a
wrong password, and says the same.
"""

from casework.sign_in.app_passwords import (
    MOST_DEVICES,
    UNUSED,
    app_passwords,
    end_app_passwords_of_departed,
    make_app_password,
    opens_until,
    revoke_app_password,
    rotate_app_password,
    whose_app_password,
)
from casework.sign_in.authenticators import (
    begin_authenticator,
    code_is_right,
    confirm_authenticator,
    new_recovery_codes,
    recovery_codes_left,
    remove_authenticator,
    takes_second_step,
)
from casework.sign_in.challenges import MINUTES
from casework.sign_in.lost import forget_second_step
from casework.sign_in.overview import Account, account
from casework.sign_in.passkeys import (
    Site,
    add_passkey,
    ask_for_new_passkey,
    ask_for_passkey,
    passkey_is_right,
    remove_passkey,
)
from casework.sign_in.passwords import (
    Asked,
    ask,
    ask_own,
    change_password,
    compare,
    email_index,
    failed,
    forget_failures,
    give_login,
    give_login_without_password,
    hashed,
    waits,
)
from casework.sign_in.providers import (
    VISIT,
    Offered,
    Provider,
    Visit,
    come_back,
    go_to_be_linked,
    go_to_provider,
    known_at,
    link_identity,
    linked_anywhere,
    proved_then,
    provider_called,
    provider_demanded,
    providers_of,
    refuse_demanded,
    unlink_identity,
)
from casework.sign_in.second_step import ASKED_OF, holds_second_step, owes_second_step
from casework.sign_in.sessions import (
    ABSOLUTE,
    IDLE,
    SEEN_EVERY,
    ask_for_code,
    asked_for_code,
    confirmed,
    end_other_sessions,
    end_session,
    finish_with_code,
    prove,
    second_step_is_set_up,
    sign_in,
    sign_out,
)
from casework.sign_in.tokens import TOKEN_KEEPS, create_token, own_token, revoke_token, revoke_tokens, tokens_of

__all__ = [
    "ABSOLUTE",
    "ASKED_OF",
    "IDLE",
    "MINUTES",
    "MOST_DEVICES",
    "SEEN_EVERY",
    "TOKEN_KEEPS",
    "UNUSED",
    "VISIT",
    "Account",
    "Asked",
    "Offered",
    "Provider",
    "Site",
    "Visit",
    "account",
    "add_passkey",
    "app_passwords",
    "ask",
    "ask_for_code",
    "ask_for_new_passkey",
    "ask_for_passkey",
    "ask_own",
    "asked_for_code",
    "begin_authenticator",
    "change_password",
    "code_is_right",
    "come_back",
    "compare",
    "confirm_authenticator",
    "confirmed",
    "create_token",
    "email_index",
    "end_app_passwords_of_departed",
    "end_other_sessions",
    "end_session",
    "failed",
    "finish_with_code",
    "forget_failures",
    "forget_second_step",
    "give_login",
    "give_login_without_password",
    "go_to_be_linked",
    "go_to_provider",
    "hashed",
    "holds_second_step",
    "known_at",
    "link_identity",
    "linked_anywhere",
    "make_app_password",
    "new_recovery_codes",
    "opens_until",
    "owes_second_step",
    "own_token",
    "passkey_is_right",
    "prove",
    "proved_then",
    "provider_called",
    "provider_demanded",
    "providers_of",
    "recovery_codes_left",
    "refuse_demanded",
    "remove_authenticator",
    "remove_passkey",
    "revoke_app_password",
    "revoke_token",
    "revoke_tokens",
    "rotate_app_password",
    "second_step_is_set_up",
    "sign_in",
    "sign_out",
    "takes_second_step",
    "tokens_of",
    "unlink_identity",
    "waits",
    "whose_app_password",
]
