"""What a text says: stop in any reasonable wording (47 CFR 64.1200(a)(10)), and no ordinary answer taken for it."""

from __future__ import annotations

import pytest

from casework.texts import REPLIES, understood
from schema.inbound import InboundWord

STOP = """
    STOP | Stop. | "stop" | s t o p | STOPPP!!! | stop stop stop | please stop | Stop, please! | pls stop | stop now
    stop texting me | Stop texting. | stop sending me messages | stop these texts | stop all messages to me
    please stop texting me, thanks | don't text me | do not contact me anymore | don't ever text me again | stop it
    no more texts | No more messages, please | I don't want these texts | i do not want to receive any more messages
    I want to stop getting these messages | unsubscribe | Unsubscribe me from this list | take me off your list
    remove me | remove my number from your list | opt-out | OPT OUT | leave me alone | STOPALL | quit | end | cancel
    🛑 stop
    Alto | ALTO! | alto por favor | ya basta | ¡Basta! | pare | para | no más | No mas mensajes, gracias
    no me manden más mensajes | No me escriban más | no quiero recibir mensajes | dejen de escribirme
    paren los mensajes
    Dejen de mandarme mensajes por favor | quítenme de la lista | denme de baja | baja | cancelar
    PARE | parem | pare de me mandar mensagens | não mande mais mensagens | Não quero mais mensagens | sair
    me tirem da lista | chega, obrigado | para de mandar mensagem
    Kanpe | KANPE! | kanpe tanpri | Sispann | sispann voye mesaj ban mwen | pa voye mesaj ankò | pa ekri m ankò
    mwen pa vle mesaj ankò | retire m nan lis la
"""
EVERYTHING = """
    stop everything | Stop everything, please. | end all communication | unsubscribe me from everything
    STOP TODO | alto a todo | paren todo | STOP TUDO | pare tudo | parem tudo | stop tout | kanpe tout
    sispann tout bagay
"""
#: What people say to a date, or ask.
ORDINARY = """
    yes | no | No thanks | ok | OK thank you | thanks | now | ya | gracias | mèsi | hola | I can't come | maybe
    who is this
    cancel my visit please | stop by the office? | the end of the month | I can't stop crying | when does it end
    alto ahí, ¿a qué hora? | para mi hermano | para qué | para el lunes | parada | no quiero | no quiero ir | não quero
    não posso | no puedo | no | mwen pa vle | mwen pa ka vini | ki lè | I want to cancel
    I will stop at the court first
    don't text me the address, call me | don't call before nine | do not come | no more questions | take me there
    remove the child seat? | which bus stop | one stop | the stop on Main Street | I don't want to miss it
    he wants to quit
    please call me | call me please | end of day | no text yet | no message from him | please send the address again
    is it cancelled | cancelado? | se canceló | baja a las 9 | salir a las 8? | termina tarde | fini a kilè | rete la
    everything is fine | todo bien | stop sign | I opted out of the bus | delete | all | todo | 3 | 12 | 1 2 | one two
    no deje de venir | dejen a mi hijo venir | no me siento bien | nadie me escribe | leave me a message | get me a ride
"""
ELSE = {
    InboundWord.SEEN: "1 | 1. | (1) | 1! | one | ok 1 | 1 thanks | 1 gracias | uno | youn",
    InboundWord.CALL_ME: "2 | 2. | two | 2 please | dos por favor",
    InboundWord.START: "START | start! | please start | unstop | empezar | komanse",
    InboundWord.HELP: "HELP | help please | ayuda por favor | ¿Quién es? | info",
}


def _each(said: str) -> list[str]:
    return [one.strip() for line in said.strip().splitlines() for one in line.split(" | ") if one.strip()]


@pytest.mark.parametrize("said", _each(STOP))
def test_stop_is_heard_in_any_reasonable_wording(said: str) -> None:
    assert understood(said) is InboundWord.STOP


@pytest.mark.parametrize("said", _each(EVERYTHING))
def test_whoever_wants_nothing_at_all_is_understood(said: str) -> None:
    assert understood(said) is InboundWord.STOP_EVERYTHING


@pytest.mark.parametrize("said", _each(ORDINARY))
def test_an_ordinary_answer_is_never_taken_for_it_and_a_human_reads_it(said: str) -> None:
    assert understood(said) is InboundWord.OTHER


@pytest.mark.parametrize("said", ["Arete", "arete!", "Yo arete l"])
def test_somebody_who_says_that_a_relative_was_arrested_is_read_by_a_human(said: str) -> None:
    assert understood(said) is InboundWord.OTHER


@pytest.mark.parametrize(("word", "said"), [(word, one) for word, said in ELSE.items() for one in _each(said)])
def test_the_other_words_are_heard_politely_said_as_well(word: InboundWord, said: str) -> None:
    assert understood(said) is word


@pytest.mark.parametrize(
    "said", ["st" + "o" * 190 + "p", "stop " * 60, "no " * 300, "don't " * 200, "please " * 400, "a " * 5_000]
)
def test_long_texts_are_read_quickly(said: str) -> None:
    assert understood(said) in InboundWord


def test_what_follows_stop_says_how_all_ends_and_what_undoes_it_in_one_text() -> None:
    for language, everything in {
        "en": "STOP EVERYTHING",
        "es": "STOP TODO",
        "pt": "STOP TUDO",
        "ht": "STOP TOUT",
    }.items():
        stopped, ended = (REPLIES[one][language] for one in (InboundWord.STOP, InboundWord.STOP_EVERYTHING))
        assert everything in stopped and "START" in stopped and "START" in ended
        assert understood(everything) is InboundWord.STOP_EVERYTHING
        assert len(stopped) <= 160 and len(ended) <= 160
