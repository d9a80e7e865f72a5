from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.utils import timezone

PAGE = "/konto/totrin/"
END = "/konto/udloeb/"


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now().replace(microsecond=0), tick=False) as traveller:
        yield traveller


@pytest.fixture
def at_work(anna, client, log_in, clock):
    log_in(client)
    return client


def is_in(client) -> bool:
    return client.get(PAGE).status_code == 200


def test_an_hour_without_a_page_logs_out(at_work, clock):
    clock.shift(timedelta(minutes=59))
    assert is_in(at_work)
    clock.shift(timedelta(minutes=59))
    assert is_in(at_work)
    clock.shift(timedelta(minutes=61))
    assert not is_in(at_work)


def test_after_twelve_hours_one_logs_in_again_however_busy(at_work, clock):
    for _ in range(23):
        clock.shift(timedelta(minutes=30))
        assert is_in(at_work)
    clock.shift(timedelta(minutes=29))
    assert is_in(at_work)
    clock.shift(timedelta(minutes=2))
    assert not is_in(at_work)


def test_a_new_login_gives_a_new_half_day(at_work, clock, log_in):
    clock.shift(timedelta(minutes=50))
    at_work.post("/konto/log-ud/")
    log_in(at_work)
    for _ in range(22):
        clock.shift(timedelta(minutes=30))
        assert is_in(at_work)
    clock.shift(timedelta(minutes=50))
    assert is_in(at_work)


def test_pages_read_quickly_cost_no_write(at_work, clock):
    first = Session.objects.get().expire_date
    clock.shift(timedelta(minutes=4))
    assert is_in(at_work)
    assert Session.objects.get().expire_date == first
    clock.shift(timedelta(minutes=2))
    assert is_in(at_work)
    assert Session.objects.get().expire_date == first + timedelta(minutes=6)


def test_the_cookie_goes_with_the_browser(at_work):
    cookie = at_work.cookies["session"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_citizens_have_no_session(db, client):
    client.get("/was/")
    assert not Session.objects.exists()
    assert "session" not in client.cookies


# --- the warning ----------------------------------------------------------------------------


def seconds(answer) -> int:
    assert answer.status_code == 200
    return answer.json()["seconds"]


def test_asking_how_long_a_login_lasts_prolongs_nothing(at_work, clock):
    clock.shift(timedelta(minutes=50))
    assert seconds(at_work.get(END)) == 10 * 60
    assert seconds(at_work.get(END)) == 10 * 60
    clock.shift(timedelta(minutes=11))
    assert at_work.get(END).status_code == 401
    assert not is_in(at_work)


def test_whoever_stays_has_an_hour_more(at_work, clock):
    clock.shift(timedelta(minutes=56))
    assert seconds(at_work.post(END)) == 60 * 60
    clock.shift(timedelta(minutes=59))
    assert is_in(at_work)


def test_nobody_stays_longer_than_half_a_day(at_work, clock):
    for _ in range(23):
        clock.shift(timedelta(minutes=30))
        assert is_in(at_work)
    clock.shift(timedelta(minutes=26))
    assert seconds(at_work.post(END)) == 4 * 60


def test_a_page_tells_when_its_login_ends(at_work, clock):
    clock.shift(timedelta(minutes=4))  # too soon to be noted
    assert f'data-login-end="{56 * 60}"' in at_work.get(PAGE).content.decode()
    clock.shift(timedelta(minutes=30))
    assert f'data-login-end="{60 * 60}"' in at_work.get(PAGE).content.decode()
