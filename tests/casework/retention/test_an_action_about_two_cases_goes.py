"""An action about two cases, when one of them is erased: its words are about both, and go with their key."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from casework import actors
from casework.retention.erasing import erase
from schema.advocacy import ActionState, AdvocacyAction, FurtherCase, SignOff
from schema.cases import Case
from schema.counsel import SaidRevision
from schema.vault import VaultKey
from tests.casework.advocates import read
from tests.casework.two_cases import Two, two_cases
from tests.house import House


@pytest.fixture
async def two(house: House) -> Two:
    return await two_cases(house)


async def erased(two: Two, case_id: UUID) -> None:
    async with two.house.database.transaction(actors.RETENTION) as tx:
        await erase(tx, await tx.session.get_one(Case, case_id), by="clock")


async def test_erasing_the_added_case_takes_the_words_and_their_key(two: Two) -> None:
    vigil = await two.published()
    key = (await read(two.house, vigil)).vault_key_id

    await erased(two, two.lucia)

    action = await read(two.house, vigil)
    assert (action.title, action.statement, action.state) == (None, None, ActionState.CALLED_OFF)
    async with two.house.watching() as tx:
        assert (await tx.session.get_one(VaultKey, key)).wrapped is None
        assert action.vault_key_id == (await tx.session.get_one(Case, two.house.case)).vault_key_id
        for model in (FurtherCase, SaidRevision):
            assert list(await tx.session.scalars(select(model))) == []
        assert set(await tx.session.scalars(select(SignOff.case_id))) == {two.house.case}


async def test_erasing_the_case_it_is_kept_with_takes_the_action(two: Two) -> None:
    vigil = await two.published()
    key = (await read(two.house, vigil)).vault_key_id

    await erased(two, two.house.case)

    async with two.house.watching() as tx:
        assert await tx.session.get(AdvocacyAction, vigil) is None
        assert (await tx.session.get_one(VaultKey, key)).wrapped is None
        assert list(await tx.session.scalars(select(FurtherCase))) == []
        assert list(await tx.session.scalars(select(SignOff))) == []
        assert await tx.session.get(Case, two.lucia) is not None
