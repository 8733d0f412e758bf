"""The words that people answer a text with, and what they are answered, in four languages.

Stop is heard in any usual wording (47 CFR 64.1200(a)(10)), but only as the whole message: whoever writes "cancel my
visit" has not said stop. What is not understood goes to a human, who will understand it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from schema.inbound import InboundWord

_SAID: Final[dict[InboundWord, str]] = {
    InboundWord.STOP: """
        stop, stopall, stop all, unsubscribe, cancel, end, quit, revoke, optout, opt out, please stop, stop please,
        stop texting, stop texting me, do not text me, dont text me, no more texts, no more messages, unsubscribe me,
        remove me, alto, parar, pare, detener, cancelar, baja, salir, terminar, no mas, no mas mensajes,
        no me escriban, no me escriba, dejen de escribirme, sair, remover, cancelar tudo, nao quero mais,
        nao me escreva, kanpe, sispann, sispan, anile, rete, fini, pa voye anko, pa ekri m anko
    """,
    InboundWord.START: """
        start, unstop, resume, subscribe, optin, opt in, empezar, comenzar, iniciar, reanudar, comecar, voltar,
        retomar, komanse, kòmanse, rekomanse, retounen
    """,
    InboundWord.HELP: """
        help, info, ayuda, informacion, quien es, ajuda, informacao, quem e, ed, ede m, enfomasyon, kiyes
    """,
    InboundWord.SEEN: "1, one, uno, um, youn",
    InboundWord.CALL_ME: "2, two, dos, dois, de",
}


def _plain(text: str) -> str:
    """Small letters without accents, marks or double spaces."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^\w\s]|_", " ", bare.replace("'", "").replace("’", "")).split())


_BY_WORDS = {_plain(one): word for word, said in _SAID.items() for one in said.split(",")}


def understood(text: str) -> InboundWord:
    """What a text says."""
    return _BY_WORDS.get(_plain(text[:200]), InboundWord.OTHER)


#: What they are answered, by language. Each fits one text of 160 characters, or of 70 where its letters need that, as
#: nearly as it can. None names anybody's case.
REPLIES: Final[dict[InboundWord, dict[str, str]]] = {
    # One, of nothing else, at once (64.1200(a)(12)); it says what "cancel" did not do.
    InboundWord.STOP: {
        "en": "You will get no more texts. Your date has not changed or been cancelled. Reply START to get them.",
        "es": "No recibirá más mensajes. Su fecha no ha cambiado ni se ha cancelado. Responda START para recibirlos.",
        "pt": "Você não receberá mais mensagens. Sua data não mudou nem foi cancelada. Responda START para recebê-las.",
        "ht": "Ou p ap resevwa mesaj ankò. Dat ou a pa chanje, li pa anile. Reponn START pou resevwa yo ankò.",
    },
    InboundWord.START: {
        "en": "You will get texts from us again. Reply STOP to end them.",
        "es": "Volverá a recibir nuestros mensajes. Responda STOP para no recibirlos.",
        "pt": "Você voltará a receber nossas mensagens. Responda STOP para não recebê-las.",
        "ht": "W ap resevwa mesaj nou yo ankò. Reponn STOP pou yo sispann.",
    },
    InboundWord.HELP: {
        "en": "{organization} writes to you about a date. Call {phone}. Reply STOP to get no more texts.",
        "es": "{organization} le escribe sobre una fecha. Llame al {phone}. Responda STOP para no recibir más.",
        "pt": "{organization} escreve sobre uma data. Ligue para {phone}. Responda STOP para não receber mais.",
        "ht": "{organization} ekri ou sou yon dat. Rele {phone}. Reponn STOP pou pa resevwa mesaj ankò.",
    },
    InboundWord.SEEN: {
        "en": "Thank you. We have noted that you saw it.",
        "es": "Gracias. Hemos anotado que lo vio.",
        "pt": "Obrigado. Anotamos que você viu.",
        "ht": "Mèsi. Nou note ke ou wè li.",
    },
    InboundWord.CALL_ME: {
        "en": "Thank you. Somebody will call you.",
        "es": "Gracias. Alguien le llamará.",
        "pt": "Obrigado. Alguém vai ligar para você.",
        "ht": "Mèsi. Yon moun ap rele ou.",
    },
}


def reply(word: InboundWord, language: str, **values: str) -> str | None:
    """The answer in the language of this BCP 47 tag, else in English. None where there is nothing to say."""
    said = REPLIES.get(word)
    if said is None:
        return None
    return said.get(language.lower().split("-")[0], said["en"]).format(**values)


__all__ = ["REPLIES", "reply", "understood"]
