"""Delivery by real SMTP, in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from casework.settings import Settings
from schema.notices import LetterKind, NoticeState
from schema.people import Channel
from tests.house import WRITING, House
from tests.workers.post_office import PostOffice, free_port, open_at
from workers.carriers import Carriers, Console, Nowhere, Smtp, for_mail
from workers.delivery import WorkerContext, deliver_due
from workers.housekeeping import keep_house, plan_again


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def office(port: int) -> Iterator[PostOffice]:
    found = PostOffice()
    with open_at(found, port):
        yield found


def context(house: House, smtp_url: str, *, within: float = 30) -> WorkerContext:
    return {
        "database": house.database,
        "carriers": Carriers({Channel.EMAIL: for_mail(smtp_url)}, within=within),
        "house": WRITING,
        "lease": timedelta(minutes=5),
    }


async def moved(house: House, **by: float) -> None:
    """Move the hearing two days on."""
    async with house.watching() as tx:
        from schema.occasions import Occasion

        occasion = await tx.session.get_one(Occasion, house.occasion)
    await house.move(occasion.wall_starts + timedelta(**(by or {"days": 2})))


async def changes(house: House) -> set[tuple[str, NoticeState, str | None]]:
    names = {house.luis: "luis", house.rosa: "rosa"}
    rows = await house.rows(kind=LetterKind.RESCHEDULED)
    return {(names[one.person_id], one.state, one.reason) for one in rows}


async def test_what_is_due_goes_out_and_is_settled_with_the_server_s_own_id(
    house: House, office: PostOffice, port: int
) -> None:
    await moved(house)

    assert await deliver_due(context(house, f"smtp://127.0.0.1:{port}")) == 2

    assert {str(message["To"]) for message in office.taken} == {
        "Luis Prado <luis@example.test>",
        "Rosa Rivera <rosa@example.test>",
    }
    assert all(str(message["Auto-Submitted"]) == "auto-generated" for message in office.taken)
    assert await changes(house) == {("luis", NoticeState.CARRIED, None), ("rosa", NoticeState.CARRIED, None)}
    async with house.watching() as tx:
        from sqlalchemy import select

        from schema.notices import Receipt

        assert set(await tx.session.scalars(select(Receipt.said))) == {"250 A1B2C3"}
    assert await deliver_due(context(house, f"smtp://127.0.0.1:{port}")) == 0


async def test_a_mail_server_that_is_down_delays_and_loses_nothing(house: House, port: int) -> None:
    await moved(house)
    closed = context(house, f"smtp://127.0.0.1:{port}")

    await deliver_due(closed)
    assert await changes(house) == {("luis", NoticeState.PLANNED, "no_line"), ("rosa", NoticeState.PLANNED, "no_line")}
    house.clock.forward(hours=8)
    await deliver_due(closed)
    office = PostOffice()
    with open_at(office, port):
        await deliver_due(closed)
        assert office.taken == []
        house.clock.forward(minutes=1)
        await deliver_due(closed)

    assert len(office.taken) == len(set(office.ids)) == 2
    assert {state for _, state, _ in await changes(house)} == {NoticeState.CARRIED}


async def test_a_dead_address_ends_its_letter_and_a_full_server_only_delays(
    house: House, office: PostOffice, port: int
) -> None:
    office.answers = {
        "luis@example.test": "550 5.1.1 <luis@example.test> unknown",
        "rosa@example.test": "451 4.3.2 busy",
    }
    await moved(house)

    await deliver_due(context(house, f"smtp://127.0.0.1:{port}"))

    # The code is kept; the server's sentence, which holds the address, is not.
    assert await changes(house) == {
        ("luis", NoticeState.FAILED, "550 5.1.1"),
        ("rosa", NoticeState.PLANNED, "451 4.3.2"),
    }
    assert len(await house.tasks()) == 1


async def test_one_refusal_does_not_keep_the_next_letter_on_the_line_from_going(
    house: House, office: PostOffice, port: int
) -> None:
    office.answers = {"luis@example.test": "550 no"}
    carrier = Smtp.at(f"smtp://127.0.0.1:{port}")
    await moved(house)
    letters = await house.deliver()
    waiting, said = list(letters), []

    await carrier._line(waiting, said.append)

    assert sorted(one.outcome for one in said) == ["carried", "refused"]


async def test_the_old_date_is_not_sent_when_the_hearing_moves_one_second_before(
    house: House, office: PostOffice, port: int
) -> None:
    ctx = context(house, f"smtp://127.0.0.1:{port}")
    house.clock.now = min(one.due_at for one in await house.rows()) - timedelta(seconds=1)
    await deliver_due(ctx)
    assert office.taken == []

    await moved(house)
    house.clock.forward(seconds=1)
    await deliver_due(ctx)

    subjects = {str(message["Subject"]) for message in office.taken}
    assert len(office.taken) == 2
    assert all(subject.startswith(("MOVED:", "CAMBIO DE FECHA")) for subject in subjects)


async def test_a_carrier_that_never_comes_back_is_not_waited_for(house: House, office: PostOffice, port: int) -> None:
    office.may_answer.clear()
    await moved(house)

    await deliver_due(context(house, f"smtp://127.0.0.1:{port}", within=0.5))

    assert {(state, reason) for _, state, reason in await changes(house)} == {(NoticeState.PLANNED, "no_word")}
    office.may_answer.set()


async def test_without_a_mail_server_letters_wait_and_are_not_called_sent(house: House) -> None:
    await moved(house)

    await deliver_due(context(house, ""))

    assert {(state, reason) for _, state, reason in await changes(house)} == {(NoticeState.PLANNED, "no_mail_server")}


async def test_more_letters_than_a_batch_all_go_in_one_run(
    house: House, office: PostOffice, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.delivery.BATCHES", (1,))
    await moved(house)

    assert await deliver_due(context(house, f"smtp://127.0.0.1:{port}")) == 2
    assert len(office.taken) == 2


async def test_housekeeping_runs_on_an_ordinary_day(house: House) -> None:
    await keep_house(context(house, ""))
    await plan_again(context(house, ""))


def test_the_address_of_a_mail_server_is_read_or_refused_with_a_sentence() -> None:
    assert isinstance(for_mail(""), Nowhere)
    assert isinstance(for_mail("console:"), Console)
    assert Smtp.at("smtp://mail.test:2525") == Smtp("mail.test", 2525)
    assert Smtp.at("smtps://mail.test") == Smtp("mail.test", 465, tls=True)
    # A password is never sent in clear.
    assert Smtp.at("smtp://me:p%40ss@mail.test") == Smtp("mail.test", 587, "me", "p@ss", start_tls=True)
    assert "p@ss" not in repr(Smtp.at("smtp://me:p%40ss@mail.test"))
    for wrong in ("mail.test", "http://mail.test", "smtp://"):
        with pytest.raises(ValueError, match="PRESENCIA_SMTP_URL is written"):
            for_mail(wrong)


def test_the_sender_is_read_or_refused_with_a_sentence() -> None:
    written = "Presencia <presencia@legal-aid.test>"
    assert str(Settings(mail_from=written).sender) == written
    with pytest.raises(ValueError, match="write it like"):
        Settings(mail_from="Presencia")


async def test_a_slow_carrier_keeps_what_it_carries_in_hand(house: House, office: PostOffice, port: int) -> None:
    await moved(house)
    ctx = context(house, f"smtp://127.0.0.1:{port}")
    ctx["lease"] = timedelta(seconds=1)
    office.may_answer.clear()
    carrying = asyncio.create_task(deliver_due(ctx))
    # As time goes by, three leases later, it is still nobody else's.
    for _ in range(6):
        await asyncio.sleep(0.5)
        house.clock.forward(seconds=0.5)
    assert await deliver_due(ctx) == 0
    office.may_answer.set()

    assert await carrying == 2
    assert len(office.taken) == len(set(office.ids)) == 2
