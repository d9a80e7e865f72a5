"""The secretariat keeps the stations, their leaders and the kommuner that they cover."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.models import Municipality, PoliceStation
from samarbejde.events.models import Event
from tests.councils.organisation.stages import station, typed_station

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


def address(cast, name: str, *more: object) -> str:
    return reverse(name, args=[cast.district.slug, *more])


def test_a_station_is_added_with_its_leader_and_its_kommuner(client, cast):
    client.post(address(cast, "add-station"), typed_station(cast))
    made = PoliceStation.objects.get()
    assert (made.district, made.leader) == (cast.district, "Stationslederen")
    assert {place.name for place in made.municipalities.all()} == {"Herning", "Skive"}
    event = Event.objects.get(verb="organisation.station_added")
    assert event.text == "Oprettede politistationen »Politistationen i Skive«, som dækker Herning og Skive"
    assert event.actor == cast.sekretariat


def test_another_districts_kommune_is_not_offered(client, cast):
    odense = Municipality.objects.get(name="Odense")
    answer = client.post(address(cast, "add-station"), typed_station(cast, municipalities=[str(odense.pk)]))
    assert answer.status_code == 422
    assert not PoliceStation.objects.exists()


def test_a_second_of_one_name_is_refused(client, cast):
    station(cast)
    answer = client.post(address(cast, "add-station"), typed_station(cast, name="Politistationen i Herning"))
    assert answer.status_code == 409
    assert "har allerede en station med det navn" in answer.text


def test_a_station_gets_another_leader_and_other_kommuner(client, cast):
    one = station(cast)
    client.post(address(cast, "edit-station", one.pk), typed_station(cast))
    one.refresh_from_db()
    assert (one.leader, one.version) == ("Stationslederen", 2)
    assert one.municipalities.count() == 2
    again = client.post(address(cast, "edit-station", one.pk), typed_station(cast, municipalities=[]))
    assert again.status_code == 409
    assert one.municipalities.count() == 2


def test_the_same_sent_twice_is_saved_once(client, cast):
    one = station(cast)
    for _ in range(2):
        assert client.post(address(cast, "edit-station", one.pk), typed_station(cast)).status_code == 302
    assert Event.objects.filter(verb="organisation.station_changed").count() == 1


def test_a_station_is_deleted(client, cast):
    one = station(cast)
    client.post(address(cast, "delete-station", one.pk))
    assert not PoliceStation.objects.exists()
    event = Event.objects.get(verb="organisation.station_removed", actor=cast.sekretariat)
    assert event.text == "Slettede politistationen »Politistationen i Herning«, som dækkede Herning"


def test_kommuner_that_no_station_covers_are_told(client, cast):
    station(cast)
    shown = client.get(address(cast, "stations")).text
    assert "Ingen station dækker Holstebro, Ikast-Brande" in shown
    assert "Lederen af lokalpolitiet" in shown


def test_the_stations_as_a_file(client, cast):
    station(cast, leader="=1+1")
    answer = client.get(address(cast, "stations-sheet", "csv"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        ["Station", "Adresse", "Leder", "Kommuner"],
        ["Politistationen i Herning", "", "'=1+1", "Herning"],
    ]


def test_it_costs_the_same_with_one_station_and_with_three(client, cast):
    def cost() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(address(cast, "stations")).status_code == 200
        return len(found)

    station(cast)
    first = cost()
    for number in range(2):
        station(cast, name=f"Station {number}")
    assert cost() == first <= 12
