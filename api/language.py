"""In which language a page wants to be answered."""

from __future__ import annotations

from starlette.requests import Request

from casework.language import LANGUAGES


def asked_for(request: Request) -> str | None:
    """The language of ours that Accept-Language likes best (RFC 9110 §12.5.4), or None when it asks for none of them.

    The page of ours names the language it is shown in; a browser alone names its own.
    """
    liked: dict[str, float] = {}
    for part in request.headers.get("accept-language", "")[:200].split(","):
        tag, _, weight = part.partition(";")
        try:
            weighed = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            continue
        language = tag.strip().split("-")[0].lower()
        if language in LANGUAGES and weighed > 0:
            liked[language] = max(weighed, liked.get(language, 0.0))
    return max(liked, key=lambda one: (liked[one], -LANGUAGES.index(one)), default=None)
