"""A code is good once, from its own 30 seconds or the 30 before, and as people write it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator

from tests.accounts.conftest import PASSWORD, code_of

AT = datetime(2026, 3, 2, 9, 0, 10, tzinfo=UTC)  # ten seconds into a step


@pytest.fixture
def secret(anna, turn_on_codes) -> str:
    return turn_on_codes(anna)


@pytest.fixture
def gives(log_in):
    """`gives(client, code)`: log in with password and this code; whether it succeeded."""

    def send(client, code: str) -> bool:
        client.logout()
        log_in(client)
        client.post("/konto/totrin/log-ind/", {"code": code})
        return "_auth_user_id" in client.session

    return send


@pytest.mark.parametrize(("steps", "accepted"), [(0, True), (-1, True), (-2, False), (1, False)])
def test_the_step_just_passed_is_accepted_and_no_other(secret, client, gives, steps, accepted):
    with time_machine.travel(AT, tick=False):
        assert gives(client, code_of(secret, steps=steps)) == accepted


@pytest.mark.parametrize("later", [1, 25, 45])
def test_a_code_is_good_once_as_long_as_it_could_be(secret, client, gives, later):
    """Also when the cache, where allauth notes what is used, has forgotten it or is another process's."""
    with time_machine.travel(AT, tick=False) as clock:
        code = code_of(secret)
        assert gives(client, code)
        clock.shift(timedelta(seconds=later))
        assert not gives(client, code)
        page = client.post("/konto/totrin/log-ind/", {"code": code}).content.decode()
        assert "Koden er brugt én gang" in page


def test_an_older_code_is_not_good_after_a_newer(secret, client, gives):
    with time_machine.travel(AT, tick=False):
        assert gives(client, code_of(secret))
        assert not gives(client, code_of(secret, steps=-1))


def test_the_code_that_turned_codes_on_does_not_log_in(anna, client, log_in, gives):
    with time_machine.travel(AT, tick=False):
        log_in(client)
        client.post("/konto/bekraeft/", {"password": PASSWORD})
        secret = re.findall(r"<code>(\w+)</code>", client.get("/konto/totrin/app/til/").content.decode())[0]
        code = code_of(secret)
        client.post("/konto/totrin/app/til/", {"code": code})
        assert Authenticator.objects.filter(user=anna, type="totp").exists()

        assert not gives(client, code)


@pytest.mark.parametrize("write", ["{0} {1}", "{0}\u00a0{1}", " {0}{1} ", "{0}-{1}", "{0}\t{1}"])
def test_a_code_is_taken_as_people_write_it(secret, client, gives, write):
    with time_machine.travel(AT, tick=False):
        code = code_of(secret)
        assert gives(client, write.format(code[:3], code[3:]))


@pytest.mark.parametrize("write", ["{0} {1}", "{0}\u00a0{1}", "{0}-{1}", " {0}{1}"])
def test_so_is_a_recovery_code(secret, anna, client, gives, write):
    code = Authenticator.objects.get(user=anna, type="recovery_codes").wrap().get_unused_codes()[0]
    assert gives(client, write.format(code[:4], code[4:]))
    assert not gives(client, code)


@pytest.mark.parametrize(
    "typed", ["", " ", "12345", "abcdef", "١٢٣٤٥٦", "𝟘" * 6, "\u202e123456", "0" * 101, "æøå"]
)
def test_what_is_no_code_is_refused_in_words(secret, client, log_in, typed):
    log_in(client)
    page = client.post("/konto/totrin/log-ind/", {"code": typed})
    assert page.status_code == 200
    assert "Der er noget, du skal rette" in page.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("used", "words"), [(7, None), (8, "kun 2 gend"), (9, "kun 1 gend"), (10, "ingen gend")]
)
def test_whoever_runs_out_of_recovery_codes_is_told(secret, anna, client, log_in, used, words):
    paper = Authenticator.objects.get(user=anna, type="recovery_codes")
    codes = paper.wrap().get_unused_codes()
    paper.data["used_mask"] = 2 ** (used - 1) - 1
    paper.save()

    log_in(client)
    client.post("/konto/totrin/log-ind/", {"code": codes[-1]})
    desk = client.get("/arbejdsbord/").content.decode()
    account = client.get("/konto/totrin/").content.decode()

    assert ("tilbage. Lav nye" in desk) == bool(words)
    assert words is None or f"Du har {words}" in desk
    assert ("Lav nye gendannelseskoder" in account) == bool(words)


def test_the_codes_can_be_taken_along(secret, anna, client, log_in, gives):
    codes = Authenticator.objects.get(user=anna, type="recovery_codes").wrap().get_unused_codes()
    gives(client, codes[0])
    client.post("/konto/bekraeft/", {"password": PASSWORD})

    page = client.get("/konto/totrin/koder/").content.decode()
    file = client.get("/konto/totrin/koder/hent/")

    assert "Du har 9 ud af 10 koder tilbage" in page
    assert file["Content-Disposition"] == 'attachment; filename="gendannelseskoder.txt"'
    for code in codes[1:]:
        assert f"{code[:4]} {code[4:]}" in page
        assert f"{code[:4]} {code[4:]}" in file.content.decode()
    assert codes[0][:4] not in file.content.decode()
