"""The secretariat sees who sits where, what is vacant, what runs out, and whom nothing reaches."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.models import Council, CouncilKind, Membership, MembershipRole, Municipality, Side
from councils.people.overview import overview
from councils.people.running_out import running_out
from councils.register.offices import offices
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message, MessageState, Refusal
from tests.cast import person, post, seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


def address(cast) -> str:
    return reverse("people", args=[cast.district.slug])


def queries(client, place: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(place).status_code == 200
    return len(found)


def until(days: int) -> DateRange:
    return DateRange(date(2022, 1, 1), timezone.localdate() + timedelta(days=days + 1))


def test_who_sits_where_and_which_seats_are_empty(client, cast):
    assert cast.borgmester("Herning")
    assert cast.direktoer
    found = overview(cast.district)
    [kredsraad] = found.of(CouncilKind.DISTRICT)
    held = {place.post.key: [one.user for one in place.held] for place in kredsraad.places}
    assert held["formand"] == [cast.direktoer]
    assert held["medlem-herning"] == [cast.borgmester("Herning")]
    assert held["medlem-skive"] == []
    vacant = {place.vacancy for place in kredsraad.vacant}
    assert {"Ingen næstformand", "Ingen borgmester i Skive Kommune"} <= vacant
    assert not {"Ingen borgmester i Herning Kommune", "Ingen politidirektør"} & vacant
    shown = client.get(address(cast)).text
    assert "Ingen borgmester i Skive Kommune" in shown
    assert "Ingen borgmester i Herning Kommune" not in shown


def test_a_lokalraad_without_a_chair_is_told(client, cast):
    assert cast.formand_herning
    vacant = [place.post.council.municipality.name for place in overview(cast.district).vacant
              if place.post.council.kind == CouncilKind.LOCAL]  # fmt: skip
    assert "Viborg" in vacant
    assert "Herning" not in vacant
    assert "Ingen formand" in client.get(address(cast)).text


def test_a_lokalraads_chair_is_changed_or_ended_from_the_page_of_all_posts(client, cast):
    """Three clicks from the desk: the page, »Skift«, »Sæt på posten«."""
    term = cast.formand_herning.memberships.get()
    shown = client.get(address(cast)).text
    row = shown[
        shown.rindex(f'href="{reverse("council-people", args=[cast.district.slug, term.council_id])}"') :
    ]
    row = row[: row.index("</tr>")]
    assert reverse("appoint", args=[cast.district.slug, term.council_id, "formand"]) in row
    assert reverse("leave", args=[cast.district.slug, term.pk]) in row


@pytest.mark.parametrize(("days", "told"), [(59, True), (60, True), (61, False)])
def test_a_term_that_runs_out_is_told_sixty_days_before(client, cast, days, told):
    term = post(person("ud", "Den, der går"), cast.lokalraad("Herning"), side=Side.CIVIL, period=until(days))
    term.save()
    assert [held.term for held in overview(cast.district).running_out] == [term] * told
    assert list(running_out()) == [term] * told
    assert ("1 periode udløber snart" in client.get(reverse("desk")).text) is told
    assert ("Perioder, der udløber" in client.get(address(cast)).text) is told


def test_a_term_that_is_followed_by_another_does_not_run_out(cast):
    council = cast.lokalraad("Herning")
    seat(person("ud", "Den gamle formand"), council, MembershipRole.CHAIR, period=until(20))
    assert len(overview(cast.district).running_out) == running_out().count() == 1
    later = DateRange(timezone.localdate() + timedelta(days=21), None)
    seat(person("ind", "Den nye formand"), council, MembershipRole.CHAIR, period=later)
    found = overview(cast.district)
    assert not found.running_out
    assert not running_out().exists()
    [herning] = [people for people in found.councils if people.council == council]
    assert [held.user.name for held in herning.chair.coming] == ["Den nye formand"]


def test_whom_no_mail_reaches_and_who_has_no_login(client, cast):
    reached, lost = cast.formand_herning, cast.formand_viborg
    User.objects.filter(pk=reached.pk).update(last_login=timezone.now())
    message = Message.objects.create(
        to=lost, address=lost.email, subject="x", body="x", state=MessageState.GIVEN_UP
    )
    Refusal.objects.create(message=message, address=lost.email)
    found = overview(cast.district)
    assert [held.user for held in found.unreached] == [lost]
    assert lost in [held.user for held in found.without_login]
    assert reached not in [held.user for held in found.without_login]
    assert f"E-mailen til {lost.name} blev afvist" in client.get(address(cast)).text


def test_the_list_is_fetched_as_it_is_shown(client, cast):
    seat(person("plus", "=1+1"), cast.lokalraad("Herning"), title="Lærer", side=Side.CIVIL)
    assert cast.direktoer
    answer = client.get(reverse("people-sheet", args=[cast.district.slug, "csv"]))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["Råd", "Post", "Navn"]
    told = {row[2]: row for row in rows}
    assert told["'=1+1"][1] == "Medlem fra civilsamfundet"
    assert told[cast.direktoer.name][1] == "Politidirektør"
    assert told[cast.sekretariat.name][1] == "Sekretær"


def test_it_costs_the_same_with_one_row_and_with_three_and_with_98_lokalraad(client, cast):
    council = cast.lokalraad("Herning")
    seat(person("a", "A"), council, side=Side.CIVIL)
    pages = [address(cast), reverse("council-people", args=[cast.district.slug, council.pk])]
    client.get(pages[0])
    one = [queries(client, page) for page in pages]
    for number in range(2):
        seat(person(f"b{number}", "B"), council, side=Side.CIVIL, period=until(10))
        seat(person(f"c{number}", "C"), cast.lokalraad("Viborg"), side=Side.CIVIL)
    assert [queries(client, page) for page in pages] == one
    Municipality.objects.update(district=cast.district)
    Council.objects.filter(kind=CouncilKind.LOCAL).update(district=cast.district)
    assert Council.objects.local_in(cast.district.pk).count() == 98
    assert queries(client, pages[0]) == one[0] <= 12


def test_a_lokalraads_secretary_is_not_of_the_districts_secretariat(cast, as_user):
    secretary = seat(person("lokal", "Lokalrådets sekretær"), cast.lokalraad("Herning"), "secretariat")
    assert not offices(secretary).secretariat_districts
    assert as_user(secretary).get(address(cast)).status_code == 403
    assert Membership.objects.filter(user=secretary).count() == 1
