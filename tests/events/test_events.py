import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.test import RequestFactory

from samarbejde.events.models import Event
from samarbejde.events.recording import record
from samarbejde.views import permission_denied

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


def test_a_denied_attempt_is_written_down(cast, as_user):
    response = as_user(cast.formand_herning).get("/administration/")

    assert response.status_code == 403
    assert "Det har du ikke adgang til" in response.content.decode()
    event = Event.objects.get(verb="denied")
    assert event.actor == event.subject == cast.formand_herning
    assert event.text == "Fik ikke adgang til /administration/ (GET)"
    assert event.internal


def test_a_strange_address_is_written_down_whole(cast):
    request = RequestFactory().get("/x/")
    request.path = "/arbejdsbord/\x00æ\n<b>/" + "a" * 1000
    request.user = cast.formand_herning

    response = permission_denied(request, PermissionDenied("Kun sekretariatet kan gøre dette."))

    assert "Kun sekretariatet kan gøre dette." in response.content.decode()
    event = Event.objects.get(verb="denied")
    assert "\n" not in event.text
    assert len(event.text) < 400


def test_a_passer_by_is_not_written_down(client, db):
    assert client.get("/administration/").status_code == 302
    assert not Event.objects.exists()
