from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from samarbejde.events.models import DeniedAttempts, Event
from samarbejde.events.recording import count_denied, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(cast) -> Event:
    return record("plan.started", "Planen blev begyndt", by=cast.sekretariat, subject=cast.kredsraad())


@pytest.mark.parametrize(
    "change",
    [
        lambda event: Event.objects.filter(pk=event.pk).update(text="Noget andet"),
        lambda event: Event.objects.filter(pk=event.pk).delete(),
        lambda event: event.save(),
        lambda event: event.delete(),
        lambda event: connection.cursor().execute("UPDATE events_event SET actor_name = 'En anden'"),
    ],
)
def test_events_are_never_changed_or_deleted(event, change):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        change(event)

    event.refresh_from_db()
    assert (event.text, event.actor_name) == ("Planen blev begyndt", "Sekretariatet i Midt- og Vestjylland")


def test_an_event_keeps_the_name_of_its_day(event, cast):
    cast.sekretariat.name = "Et andet navn"
    cast.sekretariat.save()

    assert Event.objects.get(pk=event.pk).actor_name == "Sekretariatet i Midt- og Vestjylland"


def test_what_happened_to_a_thing_and_within_it(event, cast):
    council, other = cast.kredsraad(), cast.lokalraad("Herning")
    inner = record("proposal.submitted", "Et forslag", by=cast.formand_herning, subject=other, within=council)
    record("x", "Noget andet", by=None, subject=cast.lokalraad("Viborg"))

    assert list(Event.objects.about(council)) == [inner, event]
    assert list(Event.objects.about(other)) == [inner]


def test_the_system_has_a_name_too(cast):
    assert record("x", "Et eller andet", by=None, subject=cast.kredsraad()).actor_name == "Systemet"


def test_denied_attempts_are_counted_by_person_and_day_without_an_event(cast, as_user, caplog):
    events = Event.objects.count()
    for path in ("/administration/", "/administration/accounts/user/", "/administration/"):
        response = as_user(cast.formand_herning).get(path)
        assert response.status_code == 403
        assert "Det har du ikke adgang til" in response.content.decode()
    as_user(cast.formand_viborg).post("/administration/")

    counts = dict(DeniedAttempts.objects.values_list("person__name", "count"))
    assert counts == {cast.formand_herning.name: 3, cast.formand_viborg.name: 1}
    assert Event.objects.count() == events
    assert not [line for line in caplog.records if line.exc_info], "no traceback"


def test_another_day_is_counted_by_itself(cast):
    count_denied(cast.formand_herning)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        count_denied(cast.formand_herning)
    assert list(DeniedAttempts.objects.values_list("count", flat=True)) == [1, 1]


@pytest.mark.parametrize("number", [1, 3])
def test_administrators_see_the_counts(cast, as_user, number, django_assert_max_num_queries):
    for person in cast.formaend[:number]:
        count_denied(person)
    client = as_user(cast.administrator)
    with django_assert_max_num_queries(8):
        page = client.get("/administration/events/deniedattempts/").content.decode()
    assert page.count('class="field-count"') == number


def test_a_passer_by_is_not_written_down(client, db):
    assert client.get("/administration/").status_code == 302
    assert not DeniedAttempts.objects.exists()
