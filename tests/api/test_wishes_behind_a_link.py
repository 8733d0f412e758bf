"""The page behind a link on which somebody without an account says how they wish to be written to."""

from __future__ import annotations

from tests.api.test_stopping_mail import invited_mayor, move
from tests.town import Town

FORM = {"channel": "", "letters": "es", "time_zone": "America/Phoenix", "quiet_from": "20:30", "quiet_until": "07:00"}


async def test_what_is_typed_there_is_kept_and_shown_and_shows_no_address(town: Town) -> None:
    _, _, stop = await invited_mayor(town)
    address, nobody = stop.replace("/stop", "/wishes"), await town.nobody()

    saved = await nobody.post(address, data={**FORM, "wake": "yes"})
    shown = await nobody.get(f"{address}?lang=en")

    assert saved.status_code == 303
    assert 'value="20:30"' in shown.text and 'value="07:00"' in shown.text
    assert '<option value="America/Phoenix" selected>Arizona Time' in shown.text
    assert 'name="wake" value="yes" checked' in shown.text
    assert "mayor@city.example" not in shown.text and "Reyes" not in shown.text
    assert shown.headers["cache-control"] == "no-store"


async def test_looking_changes_nothing_and_a_stranger_finds_nothing(town: Town) -> None:
    _, _, stop = await invited_mayor(town)
    address, nobody = stop.replace("/stop", "/wishes"), await town.nobody()

    first, second = await nobody.get(f"{address}?lang=en"), await nobody.get(f"{address}?lang=en")
    strange = await nobody.post(f"/a/{'x' * 43}/wishes", data=FORM)

    assert (first.status_code, first.text) == (200, second.text)
    assert 'value="21:00"' in first.text and strange.status_code == 404


async def test_the_language_somebody_chose_goes_with_them_there_and_back(town: Town) -> None:
    _, _, stop = await invited_mayor(town)
    page, nobody = stop.removesuffix("/stop"), await town.nobody()

    answer = (await nobody.get(f"{page}?lang=ht")).text
    assert f'href="{page}/wishes?lang=ht"' in answer
    form = (await nobody.get(f"{page}/wishes?lang=ht")).text
    assert f'href="{page}?lang=ht"' in form and 'name="language" value="ht"' in form
    saved = await nobody.post(f"{page}/wishes", data={**FORM, "language": "ht"})
    assert saved.headers["location"] == f"{page}/wishes?saved=1&lang=ht"
    refused = await nobody.post(f"{page}/wishes", data={**FORM, "language": "ht", "quiet_from": "9 o'clock"})
    assert (refused.status_code, refused.headers["content-language"]) == (422, "ht")
    # Who chose none reads on in the language that they now get letters in.
    plain = await nobody.post(f"{page}/wishes", data={**FORM, "language": "", "letters": "pt"})
    assert plain.headers["location"] == f"{page}/wishes?saved=1"
    assert (await nobody.get(plain.headers["location"])).headers["content-language"] == "pt"
    assert f'href="{page}/wishes"' in (await nobody.get(page)).text


async def test_what_cannot_be_kept_is_said_on_the_form_and_nothing_is_saved(town: Town) -> None:
    _, _, stop = await invited_mayor(town)
    address, nobody = stop.replace("/stop", "/wishes"), await town.nobody()
    before = (await nobody.get(f"{address}?lang=en")).text

    for typed, sentence in (
        ({"quiet_from": "09:00", "quiet_until": "08:00"}, "Quiet hours last at most 14 hours"),
        ({"quiet_from": "9 o'clock"}, "Type a time such as 09:00."),
        ({"letters": "xx"}, "Letters go out in"),
        ({"time_zone": "Mars/Olympus"}, "is not a time zone"),
    ):
        refused = await nobody.post(f"{address}?lang=en", data={**FORM, **typed})
        assert refused.status_code == 422 and sentence in refused.text, typed

    assert (await nobody.get(f"{address}?lang=en")).text == before


async def test_stop_everything_is_heard_there_too(town: Town) -> None:
    ana, hearing, stop = await invited_mayor(town)
    nobody = await town.nobody()

    answered = await nobody.post(stop, data={"channel": "everything", "language": "en"})

    assert "You will get nothing more from us." in answered.text
    assert "mayor@city.example" not in await move(town, ana, hearing)
