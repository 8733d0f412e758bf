"""The prose of talking points and of the advisory to the press, in each language. Pure.

It says *witness*: people come so that somebody is not alone, and the court decides. It never says that they come to
move the court, because then the judge reads it so. What is not cleared stands as a gap in brackets, for a person to see
and to close by asking; nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casework.language import spoken
from schema.wordings import WordingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a draft may say. None: it is not cleared, and stands as a gap."""

    title: str
    kind: str
    #: In the form that is permitted; "" where the action names no one, which is a choice and no gap.
    name: str | None
    when: str | None
    where: str | None
    #: "" where it is planned around no hearing.
    hearing: str | None
    hosts: str | None
    spokespeople: str | None
    press_contact: str | None
    languages: str | None
    accessibility: str | None
    embargo: str | None


_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "gap": "[not cleared: {what}]",
        "open": "[not set: {what}]",
        "a name": "the name",
        "a time": "day and hour",
        "a place": "the place",
        "a hearing": "the date of the hearing",
        "speakers": "who speaks",
        "contact": "whom the press calls",
        "neighbor": "a member of our community",
        "advisory": "MEDIA ADVISORY",
        "embargo": "EMBARGOED UNTIL {when}",
        "what": "What: {kind}",
        "when": "When: {when}",
        "where": "Where: {where}",
        "hosts": "Hosted by: {hosts}",
        "speak": "Speaking: {who}",
        "languages": "Languages: {languages}",
        "access": "Access: {access}",
        "why": "Neighbors will be there as witnesses for {name}, so that nobody stands in court alone.",
        "court": "The hearing: {hearing}",
        "please": "Please do not show anyone's face without asking them. We do not answer questions about anyone's"
        " immigration status.",
        "press": "Press contact: {contact}",
        "points": "TALKING POINTS",
        "here": "We are here as witnesses for {name}.",
        "alone": "Nobody should stand before a judge alone. We came so that {name} sees us, and the court sees us"
        " quietly.",
        "decides": "The court decides. We ask that everyone be heard, in their own language and with a lawyer.",
        "law": "Questions about the case are for the lawyer. We do not speak of immigration status, of where anybody is"
        " held, or of their family.",
        "thanks": "Thank everyone who came. Ask them to stay on the sidewalk, and to keep the doors free.",
    },
    "es": {
        "gap": "[sin autorización: {what}]",
        "open": "[sin fijar: {what}]",
        "a name": "el nombre",
        "a time": "día y hora",
        "a place": "el lugar",
        "a hearing": "la fecha de la audiencia",
        "speakers": "quién habla",
        "contact": "a quién llama la prensa",
        "neighbor": "una persona de nuestra comunidad",
        "advisory": "AVISO A LOS MEDIOS",
        "embargo": "NO PUBLICAR ANTES DE: {when}",
        "what": "Qué: {kind}",
        "when": "Cuándo: {when}",
        "where": "Dónde: {where}",
        "hosts": "Convocan: {hosts}",
        "speak": "Hablan: {who}",
        "languages": "Idiomas: {languages}",
        "access": "Acceso: {access}",
        "why": "Sus vecinos estarán presentes como testigos para {name}, para que nadie esté a solas ante un juez.",
        "court": "La audiencia: {hearing}",
        "please": "Por favor, no muestren la cara de nadie sin pedirle permiso. No respondemos preguntas sobre la"
        " situación migratoria de nadie.",
        "press": "Contacto para la prensa: {contact}",
        "points": "PUNTOS PARA HABLAR",
        "here": "Estamos aquí como testigos para {name}.",
        "alone": "Nadie debería estar a solas ante un juez. Vinimos para que {name} nos vea, y para que la corte nos"
        " vea en silencio.",
        "decides": "La corte decide. Pedimos que se escuche a cada persona, en su idioma y con un abogado.",
        "law": "Las preguntas sobre el caso son para el abogado. No hablamos de la situación migratoria, de dónde está"
        " detenida una persona ni de su familia.",
        "thanks": "Dé las gracias a quienes vinieron. Pídales que se queden en la acera y que dejen libres las"
        " puertas.",
    },
    "pt": {
        "gap": "[sem autorização: {what}]",
        "open": "[a definir: {what}]",
        "a name": "o nome",
        "a time": "dia e hora",
        "a place": "o lugar",
        "a hearing": "a data da audiência",
        "speakers": "quem fala",
        "contact": "para quem a imprensa liga",
        "neighbor": "uma pessoa da nossa comunidade",
        "advisory": "AVISO À IMPRENSA",
        "embargo": "NÃO PUBLICAR ANTES DE: {when}",
        "what": "O quê: {kind}",
        "when": "Quando: {when}",
        "where": "Onde: {where}",
        "hosts": "Organização: {hosts}",
        "speak": "Falam: {who}",
        "languages": "Idiomas: {languages}",
        "access": "Acesso: {access}",
        "why": "Seus vizinhos estarão presentes como testemunhas por {name}, para que ninguém fique a sós diante de um"
        " juiz.",
        "court": "A audiência: {hearing}",
        "please": "Por favor, não mostrem o rosto de ninguém sem pedir. Não respondemos a perguntas sobre a situação"
        " migratória de ninguém.",
        "press": "Contato para a imprensa: {contact}",
        "points": "PONTOS PARA FALAR",
        "here": "Estamos aqui como testemunhas por {name}.",
        "alone": "Ninguém deveria ficar a sós diante de um juiz. Viemos para que {name} nos veja, e para que a corte"
        " nos veja em silêncio.",
        "decides": "Quem decide é a corte. Pedimos que cada pessoa seja ouvida, no seu idioma e com um advogado.",
        "law": "Perguntas sobre o caso são para o advogado. Não falamos da situação migratória, de onde alguém está"
        " detido nem da família.",
        "thanks": "Agradeça a quem veio. Peça que fiquem na calçada e deixem as portas livres.",
    },
    "ht": {
        "gap": "[pa gen otorizasyon: {what}]",
        "open": "[poko fikse: {what}]",
        "a name": "non an",
        "a time": "jou ak lè",
        "a place": "kote a",
        "a hearing": "dat odyans lan",
        "speakers": "kiyès k ap pale",
        "contact": "kiyès laprès ka rele",
        "neighbor": "yon moun nan kominote nou an",
        "advisory": "AVI POU LAPRÈS",
        "embargo": "PA PIBLIYE ANVAN: {when}",
        "what": "Kisa: {kind}",
        "when": "Kilè: {when}",
        "where": "Ki kote: {where}",
        "hosts": "Moun k ap òganize: {hosts}",
        "speak": "Moun k ap pale: {who}",
        "languages": "Lang: {languages}",
        "access": "Aksè: {access}",
        "why": "Vwazen yo ap la kòm temwen pou {name}, pou pèsonn pa kanpe poukont li devan yon jij.",
        "court": "Odyans lan: {hearing}",
        "please": "Tanpri, pa montre figi pèsonn san ou pa mande l. Nou pa reponn kesyon sou sitiyasyon imigrasyon"
        " pèsonn.",
        "press": "Kontak pou laprès: {contact}",
        "points": "SA NOU KA DI",
        "here": "Nou la kòm temwen pou {name}.",
        "alone": "Pèsonn pa ta dwe kanpe poukont li devan yon jij. Nou vini pou {name} wè nou, e pou tribinal la wè nou"
        " san bri.",
        "decides": "Se tribinal la ki deside. Nou mande pou yo koute chak moun, nan lang li, ak yon avoka.",
        "law": "Kesyon sou dosye a se pou avoka a. Nou pa pale de sitiyasyon imigrasyon, de kote yon moun nan prizon,"
        " ni de fanmi li.",
        "thanks": "Di tout moun ki vini mèsi. Mande yo rete sou twotwa a, e kite pòt yo lib.",
    },
}


#: A value, or the gap that stands for it.
Cleared = Callable[[str | None, str], str]


def drafted(kind: WordingKind, told: Told, language: str) -> str:
    """The whole text, with a gap wherever something is not cleared or not set."""
    words = _WORDS[spoken(language)]

    def cleared(value: str | None, what: str) -> str:
        return words["gap"].format(what=words[what]) if value is None else value

    name = cleared(told.name, "a name") or words["neighbor"]
    lines = (_advisory if kind is WordingKind.MEDIA_ADVISORY else _points)(words, told, name, cleared)
    return "\n\n".join(line for line in lines if line)


def _advisory(words: dict[str, str], told: Told, name: str, cleared: Cleared) -> list[str]:
    def set_down(value: str | None, what: str) -> str:
        return value or words["open"].format(what=words[what])

    hearing = cleared(told.hearing, "a hearing")
    return [
        words["advisory"],
        words["embargo"].format(when=told.embargo) if told.embargo else "",
        told.title,
        "\n".join(
            line
            for line in (
                words["what"].format(kind=told.kind),
                words["when"].format(when=cleared(told.when, "a time")),
                words["where"].format(where=cleared(told.where, "a place")),
                words["court"].format(hearing=hearing) if hearing else "",
                words["hosts"].format(hosts=told.hosts) if told.hosts else "",
                words["speak"].format(who=set_down(told.spokespeople, "speakers")),
                words["languages"].format(languages=told.languages) if told.languages else "",
                words["access"].format(access=told.accessibility) if told.accessibility else "",
            )
            if line
        ),
        words["why"].format(name=name),
        words["please"],
        words["press"].format(contact=set_down(told.press_contact, "contact")),
    ]


def _points(words: dict[str, str], told: Told, name: str, cleared: Cleared) -> list[str]:
    hearing = cleared(told.hearing, "a hearing")
    points = [
        words["here"].format(name=name),
        words["alone"].format(name=name),
        words["decides"],
        words["court"].format(hearing=hearing) if hearing else "",
        words["law"],
        words["thanks"],
    ]
    return [words["points"], "\n".join(f"• {point}" for point in points if point)]


__all__ = ["Told", "drafted"]
