"""The demo's telephones and chats: takes texts as a carrier would, keeps them beside the letters, sends nothing on."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hmac
import json
import secrets
import threading
import urllib.request
from email.message import EmailMessage
from email.policy import SMTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from casework.text_account import TextAccount
from workers.carriers.mailbox import keep

#: More than any text of ours.
LARGEST = 64_000
#: The number that texts come from; nobody's (NANP 555-01XX).
NUMBER = "+12035550100"
SID = "ACdemo"


class TextCatcher:
    """An HTTP server on loopback, in a thread of its own, that speaks as a carrier of texts does, and as a chat (ntfy).
    What it takes lies in ``folder`` as ``.eml`` files. It tells of each text that it was delivered.
    """

    def __init__(self, folder: Path, token: str, port: int = 0) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder
        self._token = token
        self._sids: dict[str, str] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._door())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, name="texts", daemon=True)

    @property
    def url(self) -> str:
        """``PRESENCIA_SMS_URL`` of this carrier."""
        return f"http://{SID}:{quote(self._token)}@127.0.0.1:{self.port}?from={quote(NUMBER)}"

    @property
    def port(self) -> int:
        found: int = self._server.server_address[1]
        return found

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def took_text(self, form: dict[str, str], key: str) -> dict[str, Any]:
        """Keep a text, unless it came before under this key. What the carrier answers."""
        sid = self._sids.get(key)
        if sid is None:
            sid = self._sids[key] = f"SM{secrets.token_hex(16)}"
            self.keep("sms", form.get("To", ""), form.get("Body", ""))
            if callback := form.get("StatusCallback"):
                threading.Thread(target=self._tell, args=(callback, sid, form.get("To", "")), daemon=True).start()
        return {"sid": sid, "status": "queued", "error_code": None}

    def keep(self, channel: str, to: str, text: str) -> None:
        """Keep what was said to somebody."""
        mail = EmailMessage(policy=SMTP)
        mail["X-Channel"], mail["From"] = channel, NUMBER if channel == "sms" else "Presencia"
        mail["To"] = " ".join(to.split())[:200] or "nobody"
        mail["Subject"] = " ".join(text.split())[:200]
        mail.set_content(text)
        keep(self.folder, mail.as_bytes())

    def _tell(self, callback: str, sid: str, number: str) -> None:
        form = {"MessageSid": sid, "AccountSid": SID, "MessageStatus": "delivered", "To": number}
        signed = TextAccount.at(self.url).signature(callback, form.items())
        asked = urllib.request.Request(  # noqa: S310 -- an address that our own worker gave
            callback,
            data=urlencode(form).encode(),
            headers={"content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signed},
        )
        with contextlib.suppress(OSError):
            urllib.request.urlopen(asked, timeout=5).close()  # noqa: S310

    def _door(self) -> type[BaseHTTPRequestHandler]:
        catcher = self

        class Door(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                if length > LARGEST:
                    return self._say(413, {})
                body = self.rfile.read(length)
                if self.path.startswith("/2010-04-01/"):
                    if not self._known():
                        return self._say(401, {"code": 20003})
                    form = {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
                    key = self.headers.get("i-twilio-idempotency-token") or secrets.token_hex(8)
                    return self._say(201, catcher.took_text(form, key))
                topic, text = _chat(body)
                catcher.keep("chat", topic or urlsplit(self.path).path.strip("/"), text)
                return self._say(200, {"id": secrets.token_hex(6)})

            def _known(self) -> bool:
                _, _, told = self.headers.get("authorization", "").partition(" ")
                with contextlib.suppress(binascii.Error, ValueError):
                    return hmac.compare_digest(base64.b64decode(told), f"{SID}:{catcher._token}".encode())
                return False

            def _say(self, status: int, said: dict[str, Any]) -> None:
                raw = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *_: Any) -> None:
                return None

        return Door


def _chat(body: bytes) -> tuple[str, str]:
    """The chat and the text of a message as ntfy has it; of any other, all of it as text."""
    text = body.decode("utf-8", "replace")
    with contextlib.suppress(ValueError, AttributeError):
        found = json.loads(text)
        return str(found.get("topic", "")), str(found.get("message", text)).strip()
    return "", text


__all__ = ["NUMBER", "SID", "TextCatcher"]
