"""Who else has the section open, told within seconds, and forgotten as quickly."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plans.drafting.models import Presence
from tests.cast import person, seat


@pytest.fixture
def natteliv(section):
    return section("Natteliv")


@pytest.fixture
def asks(natteliv, as_user):
    """`asks(person, window)` is what their page is told."""
    address = reverse("section-presence", args=[natteliv.plan_id, natteliv.pk])

    def ask(by, window, **more):
        return as_user(by).post(address, {"window": window} | more).json()

    return ask


@pytest.fixture
def colleague(cast):
    return seat(person("kollega", "Karla Kjær"), cast.kredsraad(), "secretariat")


def test_each_sees_the_other(asks, cast, colleague):
    mine, theirs = uuid4(), uuid4()
    assert asks(cast.sekretariat, mine) == {"others": [], "elsewhere": False, "version": 1}
    assert asks(colleague, theirs)["others"] == [cast.sekretariat.name]
    assert asks(cast.sekretariat, mine)["others"] == ["Karla Kjær"]


def test_oneself_in_another_window(asks, cast):
    asks(cast.sekretariat, uuid4())
    assert asks(cast.sekretariat, uuid4()) == {"others": [], "elsewhere": True, "version": 1}


def test_whoever_closes_the_page_or_is_silent_is_gone(asks, cast, colleague):
    theirs = uuid4()
    asks(colleague, theirs)
    asks(colleague, theirs, gone="on")
    assert asks(cast.sekretariat, uuid4())["others"] == []
    with time_machine.travel(timezone.now() + timedelta(seconds=30)):
        asks(colleague, theirs)
        assert Presence.objects.count() == 1


def test_another_section_is_another_room(asks, cast, colleague, section):
    other = section("Beredskab")
    Presence.objects.create(section=other, person=colleague, window=uuid4(), seen_at=timezone.now())
    assert asks(cast.sekretariat, uuid4())["others"] == []


def test_a_window_without_a_name_is_refused(asks, cast):
    assert asks(cast.sekretariat, "x") == {}
    assert not Presence.objects.exists()
