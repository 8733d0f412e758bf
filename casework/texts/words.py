"""The words that people answer a text with, and what they are answered, in four languages.

Stop is heard in any reasonable wording (47 CFR 64.1200(a)(10)), but only as the whole message: whoever writes "cancel
my visit" has not said stop. What is not understood goes to a human, who will understand it.
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


#: Phrases in which people say stop, in these letters alone and as the whole message: whoever writes "stop by the
#: office" has said something else.
_PHRASES: Final[dict[InboundWord, str]] = {
    InboundWord.STOP: r"""
        st+o+p+
        (stop|quit|end|cease)( all| sending| these| the| your| any| more| me| us)*
            ( texts?| texting| messages?| messaging| sms| contacting| writing| alerts?| notifications?| reminders?)
            ( to)?( me| us)?( anymore| any more| again)?
        (stop|quit) (it|this|that|bothering me|bugging me)|make it stop|leave me alone
        (do not|dont|never|you must not)( ever)? (text|message|contact|write|sms|send)( to)?( me| us)?
            ( any| more| anything| texts?| messages?| sms)*( anymore| any more| again| ever again)?
        no more (texts?|messages?|sms|alerts?|notifications?|reminders?)( from you)?
        (i )?(dont|do not) want( any| to get| to receive| these| your| more)* (texts?|messages?|sms)( from you)?
            ( anymore| any more)?
        (i )?(want|wish|would like|d like) to (unsubscribe|opt out)
        (i )?(want|wish|would like|d like) to stop( getting| receiving| these| your| the| all)* (texts?|messages?|sms)
        (take|get) me off( of)?( your| this| the)?( list)?
        (remove|delete) (me|my number|this number)( off| from)?( your| this| the)?( list| texts?| messages?)?
        (unsubscribe|opt out|optout|opt me out)( me)?( from| of)?( all| these| this| your| the)*
            ( texts?| messages?| list)?

        para|paren|pare|basta|ya basta|alto a los mensajes|baja del servicio|quiero darme de baja
        den?me de baja|dar de baja
        (paren?|basta|detengan?|alto)( ya)?( de| con| a)?( enviar| mandar| escribir| textear)?(me|nos)?
            ( los| mas| sus| estos)*( mensajes?| textos?| sms)
        para de (enviar|mandar|escribir|textear)(me|nos)?( mas| los)*( mensajes?| textos?)?
        no( me| nos)? (envien?|manden?|escriban?|texteen?|contacten?|molesten?)( mas| ningun| sus)*
            ( mensajes?| textos?| sms| nada)?( mas| nunca)?
        no (quiero|deseo)( recibir| mas| sus| estos| los)* (mensajes?|textos?|sms)( mas| de ustedes)*
        no mas (mensajes?|textos?|sms)
        dej(en|e|a|ar)( ya)? de (escribir|enviar|mandar|textear|molestar|contactar|recibir)(me|nos)?
            ( mas| sus| estos)*( mensajes?| textos?| sms)?
        (quiten|quite|borren|borre|saquen|saque|eliminen|elimine)me( de)?( la| su| esta)?( lista)?

        parem|chega|descadastrar|cancelar inscricao
        (pare|parem|para|chega) de( me)? (mandar|enviar|escrever|contatar)( para mim)?( mais)?
            ( mensage(m|ns)| sms| textos?)?
        nao( me)? (mandem?|enviem?|escrevam?|contatem?|perturbem?)( mais)?( mensage(m|ns)| sms| nada)?( mais)?
        nao quero( mais| receber| essas| suas)* (mensage(m|ns)|sms)( mais)?
        (me )?(tirem?|removam?|excluam?)( me)? d(a|essa|e sua)( sua)? lista

        kite m trankil
        (kanpe|sispann?|sispan|rete|arete) (voye|ekri|tekste)( m| mwen)?( mesaj| teks| sms)?( yo)?
            ( ban mwen| ban m)?( anko)?
        (kanpe|sispann?|sispan|arete) (mesaj|teks|sms)( yo| la)?
        pa (voye|ekri|tekste|kontakte)( m| mwen)?( okenn| lot)?( mesaj| teks| sms)?( ban mwen| ban m)?( anko)?
        (mwen |m )?pa vle( resevwa| okenn| plis| lot)* (mesaj|teks|sms)( nou| yo)?( anko)?
        (retire|efase) (m|mwen)( nan| sou)? lis( la| sa a)?
    """,
    InboundWord.STOP_EVERYTHING: r"""
        (stop|end|quit)( with)? (everything|all messages|all contact|all communication|all texts and e ?mails?)
        (unsubscribe|opt out|optout|remove)( me)? from everything|no more of anything|contact me never again
        (stop|alto|pare|paren|parar|parem|detener|detengan|dejen)( a)? (todo|tudo)
        (stop|kanpe|sispann?|sispan) tout( bagay)?
    """,
}
#: Said before or after a word out of courtesy or haste, it says nothing else.
_COURTESY = re.compile(
    r"^(?:(?:please|pls|plz|kindly|just|hi|hello|hey|ok|okay|por favor|porfavor|favor|hola|oi|ola|bonjou|tanpri|souple"
    r"|silvouple)\b ?)+"
    r"|(?: ?\b(?:please|pls|plz|thanks|thank you|thx|now|right now|immediately|por favor|porfavor|gracias"
    r"|muchas gracias|ahora|ya|obrigad[oa]|agora|tanpri|souple|silvouple|mesi|kounye a))+$"
)


def _plain(text: str) -> str:
    """Small letters without accents, marks or double spaces."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^\w\s]|_", " ", bare.replace("'", "").replace("’", "")).split())


def _any_of(phrases: str) -> re.Pattern[str]:
    """One expression for all of them. A line that is indented further goes on with the one before."""
    lines = re.sub(r"\n {12,}", "", phrases).split("\n")
    return re.compile("|".join(f"(?:{line.strip()})" for line in lines if line.strip()))


_BY_WORDS = {_plain(one): word for word, said in _SAID.items() for one in said.split(",")}
_BY_PHRASE = {word: _any_of(phrases) for word, phrases in _PHRASES.items()}


def understood(text: str) -> InboundWord:
    """What a text says, however it is spaced, marked and repeated, and however politely."""
    said = _plain(text[:200])
    tokens = said.split()
    if len(tokens) > 1 and all(len(one) == 1 and one.isalpha() for one in tokens):
        # S T O P
        tokens = ["".join(tokens)]
    # Stop! Stop! Stop!
    said = " ".join(one for before, one in zip(["", *tokens], tokens, strict=False) if one != before)
    for one in (said, _COURTESY.sub("", said)):
        if (word := _BY_WORDS.get(one)) is not None:
            return word
        for word, phrases in _BY_PHRASE.items():
            if phrases.fullmatch(one):
                return word
    return InboundWord.OTHER


#: What they are answered, by language. Each fits one text of 160 characters, or of 70 where its letters need that, as
#: nearly as it can. None names anybody's case.
REPLIES: Final[dict[InboundWord, dict[str, str]]] = {
    # One, of nothing else, at once (64.1200(a)(12)); it says what "cancel" did not do.
    InboundWord.STOP: {
        "en": "You will get no more texts. Your date has not changed or been cancelled. Reply START to get them."
        " STOP EVERYTHING: no e-mail either.",
        "es": "No recibirá más mensajes. Su fecha no ha cambiado ni se ha cancelado. Responda START para recibirlos."
        " STOP TODO: tampoco correos.",
        "pt": "Você não receberá mais mensagens. Sua data não mudou nem foi cancelada. Responda START para recebê-las."
        " STOP TUDO: nem e-mail.",
        "ht": "Ou p ap resevwa mesaj ankò. Dat ou a pa chanje, li pa anile. Reponn START pou resevwa yo ankò."
        " STOP TOUT: ni imèl.",
    },
    InboundWord.STOP_EVERYTHING: {
        "en": "You will get nothing more from us, no e-mail either. Your date has not changed or been cancelled."
        " Reply START to undo this.",
        "es": "No recibirá nada más de nosotros, tampoco correos. Su fecha no ha cambiado ni se ha cancelado."
        " Responda START para volver a recibir.",
        "pt": "Você não receberá mais nada nosso, nem e-mail. Sua data não mudou nem foi cancelada."
        " Responda START para voltar a receber.",
        "ht": "Ou p ap resevwa anyen nan men nou ankò, ni imèl. Dat ou a pa chanje, li pa anile."
        " Reponn START pou w resevwa ankò.",
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
