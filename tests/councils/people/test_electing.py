"""The kredsråd chooses its næstformand among the mayors; an election can be called off before its day."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from councils.attendance import workflow as attendance
from councils.models import Membership, MembershipRole
from councils.people import workflow
from councils.people.running_out import running_out
from councils.people.workflow import tell_of_terms
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.cast import seat
from tests.councils.meetings import stages as meetings
from tests.councils.people import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


@pytest.fixture
def elect(client, cast):
    address = reverse("elect-vice-chair", args=[cast.district.slug, cast.kredsraad().pk])

    def send(place: str, days: int = 0):
        mayor = cast.borgmester(place).memberships.order_by("-period")[0]
        return client.post(address, {"mayor": mayor.pk, "first_day": f"{stages.in_days(days):%d-%m-%Y}"})

    return send


def roles(cast, place: str) -> list[tuple[str, str]]:
    terms = cast.borgmester(place).memberships.order_by("period")
    return [(term.role, term.municipality.name) for term in terms]


def test_a_mayor_is_elected_and_keeps_the_seat(elect, cast):
    assert elect("Herning").status_code == 302
    assert roles(cast, "Herning") == [("member", "Herning"), ("vice_chair", "Herning")]
    first, second = cast.borgmester("Herning").memberships.order_by("period")
    assert (first.last_day, second.first_day) == (stages.in_days(-1), stages.in_days(0))
    assert Membership.objects.signatories().current().filter(user=cast.borgmester("Herning")).count() == 1
    assert Event.objects.filter(verb="people.elected", actor=cast.sekretariat).count() == 1


def test_the_one_before_is_a_mayor_again(elect, cast):
    elect("Herning")
    assert elect("Skive", 1).status_code == 302
    assert [role for role, _ in roles(cast, "Herning")] == ["member", "vice_chair", "member"]
    vice = Membership.objects.on(stages.in_days(1)).get(role=MembershipRole.VICE_CHAIR)
    assert vice.user == cast.borgmester("Skive")


def test_one_who_held_no_seat_is_only_that_no_more(elect, cast):
    former = cast.naestformand.memberships.get()
    elect("Herning")
    former.refresh_from_db()
    assert former.last_day == stages.in_days(-1)
    assert cast.naestformand.memberships.count() == 1


def test_twice_on_one_day_is_refused(elect, cast):
    elect("Herning")
    answer = elect("Skive")
    assert answer.status_code == 409
    assert "Vælg en senere dag." in answer.text
    assert roles(cast, "Skive") == [("member", "Skive")]


def test_only_mayors_of_the_district_are_offered(client, cast):
    assert cast.stedfortraeder("Viborg")
    address = reverse("elect-vice-chair", args=[cast.district.slug, cast.kredsraad().pk])
    deputy = cast.stedfortraeder("Viborg").memberships.get()
    answer = client.post(address, {"mayor": deputy.pk, "first_day": f"{stages.in_days(0):%d-%m-%Y}"})
    assert answer.status_code == 422
    assert deputy.council.memberships.filter(role="vice_chair").count() == 0


def test_a_lokalraad_elects_nobody_here(client, cast):
    address = reverse("elect-vice-chair", args=[cast.district.slug, cast.lokalraad("Herning").pk])
    assert client.get(address).status_code == 404


def test_nobody_elects_themselves(cast):
    mayor = cast.borgmester("Herning")
    with pytest.raises(Refused, match="Du kan ikke give dig selv en post"):
        workflow.elect_vice_chair(mayor.memberships.get(), stages.in_days(0), by=mayor)
    assert roles(cast, "Herning") == [("member", "Herning")]


def call_off(client, cast, place: str) -> None:
    coming = cast.borgmester(place).memberships.get(role=MembershipRole.VICE_CHAIR)
    address = reverse("call-off", args=[cast.district.slug, coming.pk])
    assert "Alt er igen, som det var før valget." in client.get(address).text
    told = client.post(address, follow=True).text
    assert f"{coming.user} bliver ikke næstformand." in told


def periods(cast, place: str) -> list[tuple[str, date, date | None]]:
    terms = cast.borgmester(place).memberships.order_by("period")
    return [(term.role, term.first_day, term.last_day) for term in terms]


def test_an_election_that_is_called_off_leaves_everybody_where_they_were(client, elect, cast):
    herning, skive = cast.borgmester("Herning").memberships.get(), cast.borgmester("Skive").memberships.get()
    workflow.leave(skive, stages.in_days(300), by=cast.sekretariat)
    assert elect("Herning").status_code == 302
    before = [periods(cast, place) for place in ("Herning", "Skive")]
    assert elect("Skive", 40).status_code == 302
    assert [periods(cast, place) for place in ("Herning", "Skive")] != before
    call_off(client, cast, "Skive")
    assert [periods(cast, place) for place in ("Herning", "Skive")] == before
    seats = Membership.objects.on(stages.in_days(41)).filter(council=herning.council)
    assert {(term.user, term.role) for term in seats.filter(municipality__isnull=False)} == {
        (herning.user, "vice_chair"),
        (skive.user, "member"),
    }
    assert Event.objects.get(verb="people.called_off").actor == cast.sekretariat


def test_an_election_is_called_off_though_a_meeting_has_its_answer(client, elect, cast):
    elect("Herning")
    elect("Skive", 40)
    meeting = meetings.planned(cast, held_on=stages.in_days(50))
    for place in ("Herning", "Skive"):
        seat = meeting.council.memberships.on(meeting.held_on).get(user=cast.borgmester(place))
        attendance.accept(meeting, seat, by=seat.user)
    call_off(client, cast, "Skive")
    assert not meeting.acceptances.exists()
    assert [role for role, _ in roles(cast, "Skive")] == ["member"]


def test_one_who_held_no_seat_is_naestformand_still(client, elect, cast):
    former = cast.naestformand.memberships.get()
    elect("Herning", 40)
    call_off(client, cast, "Herning")
    former.refresh_from_db()
    assert former.last_day is None


def test_one_who_left_before_the_election_does_not_come_back(client, elect, cast):
    former = cast.naestformand.memberships.get()
    workflow.leave(former, stages.in_days(39), by=cast.sekretariat)
    elect("Herning", 40)
    call_off(client, cast, "Herning")
    former.refresh_from_db()
    assert former.last_day == stages.in_days(39)


def test_a_mayor_who_is_elected_from_a_later_day_does_not_run_out(elect, cast):
    assert elect("Herning", 40).status_code == 302
    assert tell_of_terms() == 0
    assert not Message.objects.filter(subject__contains="udløber").exists()


def test_a_deputy_who_becomes_the_mayor_and_naestformand_is_missed_as_deputy(cast):
    deputy = cast.stedfortraeder("Viborg").memberships.get()
    workflow.leave(deputy, stages.in_days(20), by=cast.sekretariat)
    later = DateRange(stages.in_days(21), None)
    seat(deputy.user, deputy.council, "vice_chair", municipality=deputy.municipality, period=later)
    assert list(running_out()) == [deputy]
