"""What a date checker promises before they are shown anything.

A shift keeps the name of the text that was signed. So a text that somebody has signed is never changed: another one is
added, and becomes the current one.
"""

from __future__ import annotations

from dataclasses import dataclass

from casework.language import spoken


@dataclass(frozen=True, slots=True)
class Promise:
    """One text, in one language."""

    #: What a shift keeps of it: "2026-11/en".
    name: str
    opening: str
    sentences: tuple[str, ...]


CURRENT = "2026-11"
_TEXTS = {
    "2026-11": {
        "en": (
            "I help {organization} to check court dates by telephone. I promise:",
            (
                "I use what I am shown for one thing: to ask the court's line about that one date.",
                "I write none of it down, take no picture of it, and keep nothing of it after my shift.",
                "I tell nobody what I see or hear, whoever asks, today or later: no number, no letters, no country,"
                " no date.",
                "I pass this link on to nobody, and nobody looks on while I use it.",
                "I say what the line says. When I am not sure, I say that.",
                "If somebody asks me for any of it, or my telephone gets lost, I call {organization} at once.",
            ),
        ),
        "es": (
            "Ayudo a {organization} a verificar fechas de la corte por teléfono. Prometo:",
            (
                "Uso lo que se me muestra para una sola cosa: preguntar por esa fecha en la línea de la corte.",
                "No anoto nada, no le tomo fotos y no guardo nada cuando termina mi turno.",
                "No le digo a nadie lo que veo o escucho, pregunte quien pregunte, ni hoy ni después: ni número,"
                " ni letras, ni país, ni fecha.",
                "No le paso este enlace a nadie, y nadie mira mientras lo uso.",
                "Digo lo que dice la línea. Cuando no estoy seguro o segura, lo digo.",
                "Si alguien me pide algo de esto, o si pierdo mi teléfono, llamo de inmediato a {organization}.",
            ),
        ),
        "pt": (
            "Ajudo {organization} a verificar datas da corte por telefone. Prometo:",
            (
                "Uso o que me mostram para uma só coisa: perguntar por essa data na linha da corte.",
                "Não anoto nada, não tiro foto e não guardo nada quando meu turno termina.",
                "Não digo a ninguém o que vejo ou ouço, pergunte quem perguntar, nem hoje nem depois: nem número,"
                " nem letras, nem país, nem data.",
                "Não passo este link a ninguém, e ninguém olha enquanto eu o uso.",
                "Digo o que a linha diz. Quando não tenho certeza, digo isso.",
                "Se alguém me pedir algo disso, ou se eu perder meu telefone, ligo na hora para {organization}.",
            ),
        ),
        "ht": (
            "M ap ede {organization} verifye dat tribinal pa telefòn. Mwen pwomèt:",
            (
                "Mwen sèvi ak sa yo montre m pou yon sèl bagay: mande liy tribinal la pou dat sa a.",
                "Mwen pa ekri anyen, mwen pa fè foto, epi mwen pa kenbe anyen lè tou m fini.",
                "Mwen pa di pèsonn sa m wè oswa sa m tande, kèlkeswa moun ki mande m, ni jodi a ni pita: ni nimewo,"
                " ni lèt, ni peyi, ni dat.",
                "Mwen pa bay pèsonn lyen sa a, epi pèsonn pa gade pandan m ap sèvi avè l.",
                "Mwen di sa liy lan di. Lè m pa sèten, mwen di sa.",
                "Si yon moun mande m nenpòt nan sa yo, oswa si m pèdi telefòn mwen, m ap rele {organization} touswit.",
            ),
        ),
    },
}


def promise(organization: str, language: str) -> Promise:
    """The text to be signed now. Raises nothing: a language we have no words in gets the English one."""
    language = spoken(language)
    opening, sentences = _TEXTS[CURRENT][language]
    return Promise(
        name=f"{CURRENT}/{language}",
        opening=opening.format(organization=organization),
        sentences=tuple(one.format(organization=organization) for one in sentences),
    )
