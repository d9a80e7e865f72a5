"""Who finds which meetings, at a steady number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.models import Council, Meeting
from tests.councils.meetings import stages
from tests.site.test_sheets import read_csv

pytestmark = pytest.mark.django_db


def queries(client, address):
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_everybody_finds_their_own_councils(cast, as_user):
    meeting = stages.hernings(cast)
    page = as_user(cast.medlem_herning).get(reverse("meetings")).text
    assert "Lokalrådet i Herning" in page
    assert str(meeting.held_on.year) in page
    assert "Lokalrådet i Viborg" not in page
    assert "Der er ingen møder at se" in as_user(cast.administrator).get(reverse("meetings")).text


def test_the_secretariat_sees_a_lokalraads_meeting_once_it_is_called(cast, as_user):
    meeting = stages.hernings(cast)
    council = reverse("council-meetings", args=[meeting.council_id])
    assert meeting.when not in as_user(cast.sekretariat).get(council).text.replace("\xa0", " ")
    assert as_user(cast.sekretariat).get(reverse("meeting", args=[meeting.pk])).status_code == 404
    assert as_user(cast.medlem_herning).get(reverse("meeting", args=[meeting.pk])).status_code == 200


def test_a_council_has_its_meetings_by_what_became_of_them(cast, as_user):
    stages.cancelled(cast)
    stages.planned(cast, held_on=stages.in_days(60))
    stages.planned(cast, held_on=stages.in_days(0))
    Meeting.objects.create(
        council=cast.kredsraad(), held_on=stages.in_days(-30), place="Lemvig", state="held"
    )
    Meeting.objects.create(council=cast.kredsraad(), held_on=stages.in_days(-3), place="Struer")
    page = as_user(cast.sekretariat).get(reverse("council-meetings", args=[cast.kredsraad().pk]))
    assert [one.held_on for one in page.context["coming"]] == [stages.in_days(0), stages.in_days(60)]
    assert [one.place for one in page.context["forgotten"]] == ["Struer"]
    assert [one.place for _, year in page.context["years"] for one in year] == ["Lemvig"]
    assert "Aflyste møder (1)" in page.text
    assert "Blev mødet holdt, så skriv, hvem der mødte." in page.text
    reader = (
        as_user(cast.borgmester("Skive")).get(reverse("council-meetings", args=[cast.kredsraad().pk])).text
    )
    assert "skriv, hvem der mødte" not in reader
    assert "Dagen er gået" in reader


def test_a_list_costs_the_same_with_one_and_with_three(cast, as_user):
    client = as_user(cast.sekretariat)
    address = reverse("council-meetings", args=[cast.kredsraad().pk])
    stages.planned(cast)
    client.get(address)
    one = queries(client, address)
    for days in (70, 80):
        stages.planned(cast, held_on=stages.in_days(days))
    assert queries(client, address) == one <= 12
    overview = queries(client, reverse("meetings"))
    assert overview <= 12
    assert Council.objects.filter(district=cast.district).count() > 3


def test_one_meeting_is_read_within_twelve_queries(cast, as_user):
    meeting = stages.planned(cast)
    client = as_user(cast.sekretariat)
    client.get(reverse("meeting", args=[meeting.pk]))
    assert queries(client, reverse("meeting", args=[meeting.pk])) <= 12


def file_of(client, name, *parts) -> list[list[str]]:
    return read_csv(client.get(reverse(name, args=[*parts, "csv"])).content)


def test_the_lists_are_had_as_files_of_what_the_page_shows(cast, as_user):
    called = stages.called(cast)
    gone = Meeting.objects.create(council=cast.kredsraad(), held_on=stages.in_days(-3), place="=1+1")
    council, client = cast.kredsraad(), as_user(cast.sekretariat)
    page = client.get(reverse("council-meetings", args=[council.pk])).text
    assert reverse("council-meetings-sheet", args=[council.pk, "xlsx"]) in page
    head, first, second = file_of(client, "council-meetings-sheet", council.pk)
    assert head == ["Dato", "Tid", "Sted", "Tilstand"]
    assert first == [f"{gone.held_on:%d-%m-%Y}", "", "'=1+1", "planlagt"]
    assert second == [f"{called.held_on:%d-%m-%Y}", called.clock, called.place, "indkaldt"]
    _, kredsraad, *others = file_of(client, "meetings-sheet")
    assert kredsraad == [council.name, f"{called.held_on:%d-%m-%Y}", ""]
    assert len(others) == len(client.get(reverse("meetings")).context["councils"]) - 1


def test_a_file_has_no_meeting_that_its_reader_may_not_see(cast, as_user):
    meeting = stages.hernings(cast)
    name, council = "council-meetings-sheet", meeting.council_id
    assert len(file_of(as_user(cast.medlem_herning), name, council)) == 2
    assert len(file_of(as_user(cast.sekretariat), name, council)) == 1
    assert as_user(cast.formand_viborg).get(reverse(name, args=[council, "csv"])).status_code == 404
