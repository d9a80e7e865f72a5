"""Two months before a term runs out the secretariat gets a letter, once."""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from councils.models import Side
from councils.people.workflow import tell_of_terms
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from tests.cast import person, seat

pytestmark = pytest.mark.django_db


def until(days: int) -> DateRange:
    return DateRange(date(2022, 1, 1), timezone.localdate() + timedelta(days=days + 1))


def test_one_letter_for_all_terms_of_a_district_and_none_for_the_next_time(cast):
    assert cast.sekretariat_fyn
    for number, place in enumerate(("Herning", "Viborg")):
        who = person(f"ud{number}", f"Den {number}. der går")
        seat(who, cast.lokalraad(place), title="Lærer", side=Side.CIVIL, period=until(30))
    seat(person("senere", "Den, der bliver"), cast.lokalraad("Skive"), side=Side.CIVIL, period=until(61))
    assert cast.sekretariat
    assert tell_of_terms() == 2
    message = Message.objects.get()
    assert message.to == cast.sekretariat
    assert "Den 0. der går, lærer, Lokalrådet i Herning: sidste dag" in message.body
    assert "Den 1. der går" in message.body
    assert "Den, der bliver" not in message.body
    assert Event.objects.filter(verb="people.runs_out", actor=None, internal=True).count() == 2
    assert tell_of_terms() == 0
    assert Message.objects.count() == 1


def test_who_is_followed_is_not_told_of(cast):
    council = cast.lokalraad("Herning")
    assert cast.sekretariat
    seat(person("ud", "Den gamle"), council, "chair", period=until(20))
    later = DateRange(timezone.localdate() + timedelta(days=21), None)
    seat(person("ind", "Den nye"), council, "chair", period=later)
    assert tell_of_terms() == 0
    assert not Message.objects.exists()
