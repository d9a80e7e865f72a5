import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.utils import timezone

from samarbejde.accounts.models import User
from samarbejde.accounts.workflow import (
    change_address,
    choose_new_password,
    send_new_password_link,
)
from samarbejde.outbox.models import Message
from tests.accounts.conftest import PASSWORD, code_of
from tests.cast import Cast


@pytest.fixture
def secret(anna, client, log_in, django_capture_on_commit_callbacks) -> str:
    """Anna has turned the second factor on; the secret that her app holds."""
    log_in(client)
    confirm = client.get("/konto/totrin/app/til/")["Location"]
    client.post(confirm, {"password": PASSWORD})
    page = client.get("/konto/totrin/app/til/").content.decode()
    secret = re.findall(r"<code>(\w+)</code>", page)[0]
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/konto/totrin/app/til/", {"code": code_of(secret)})
    client.post("/konto/log-ud/")
    return secret


def test_anybody_can_turn_it_on(secret, anna):
    kinds = set(Authenticator.objects.filter(user=anna).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    assert "Engangskoder ved login er slået til" in Message.objects.values_list("subject", flat=True)


def test_login_then_asks_for_the_code(secret, client, log_in):
    assert log_in(client)["Location"].startswith("/konto/totrin/log-ind/")
    assert "_auth_user_id" not in client.session

    wrong = client.post("/konto/totrin/log-ind/", {"code": "000000"})
    assert wrong.status_code == 200
    assert "Koden er forkert." in wrong.content.decode()
    assert "_auth_user_id" not in client.session

    with time_machine.travel(timezone.now() + timedelta(minutes=1)):  # a code works once
        client.post("/konto/totrin/log-ind/", {"code": code_of(secret)})
        assert "_auth_user_id" in client.session


def test_a_recovery_code_works_once(secret, anna, client, log_in):
    codes = Authenticator.objects.get(user=anna, type="recovery_codes").wrap().get_unused_codes()

    log_in(client)
    client.post("/konto/totrin/log-ind/", {"code": codes[0]})
    assert "_auth_user_id" in client.session
    client.post("/konto/log-ud/")

    log_in(client)
    client.post("/konto/totrin/log-ind/", {"code": codes[0]})
    assert "_auth_user_id" not in client.session


def test_a_new_password_by_mail_does_not_pass_by_the_second_factor(secret, anna, client):
    client.post("/konto/glemt-adgangskode/", {"email": anna.email})
    link = Message.objects.latest("pk").letter.split("http://localhost:8000")[1].split()[0]
    client.post(link, {"password": "sytten grønne både", "repeated": "sytten grønne både"})
    anna.refresh_from_db()
    assert anna.check_password("sytten grønne både")

    assert "_auth_user_id" not in client.session


def test_turning_it_off_asks_who_one_is(secret, anna, client, log_in):
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        log_in(client)
        client.post("/konto/totrin/log-ind/", {"code": code_of(secret)})
        response = client.post("/konto/totrin/app/fra/")

    assert response["Location"].startswith("/konto/bekraeft/")
    assert Authenticator.objects.filter(user=anna, type="totp").exists()


def another_password(anna: User, cast: Cast) -> None:
    choose_new_password(send_new_password_link(anna).token, "sytten grønne både")


def another_address(anna: User, cast: Cast) -> None:
    change_address(anna, address="anna.holm@example.org", by=cast.administrator)


@pytest.mark.parametrize("change", [another_password, another_address])
def test_a_login_that_waits_for_its_code_ends_with_what_it_began_with(
    anna, cast, client, log_in, turn_on_codes, change
):
    secret = turn_on_codes(anna)
    log_in(client)
    change(anna, cast)

    page = client.post("/konto/totrin/log-ind/", {"code": code_of(secret)}, follow=True)

    assert "_auth_user_id" not in client.session
    assert page.redirect_chain == [("/konto/log-ind/", 302)]
    assert "mens du loggede ind" in page.content.decode()
