"""Who sat in which seat at the meeting: asked a kommune at a time, or for all in one click."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from lxml import html

from councils.attendance.seats import Answer, seats_on
from councils.attendance.workflow import hold_meeting
from councils.models import Attendance, Membership, MembershipRole, Presence
from tests.cast import seat
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    stages.fill_offices(cast)
    return stages.in_consultation(cast)


def address(plan):
    return reverse("record-discussion", args=[plan.pk])


def rows(answer):
    """Each seat on the page: its name, the choices and the one that is chosen."""
    page = html.fromstring(answer.content)
    return {
        row.findtext("legend").strip(): (
            row.xpath(".//input[@type='radio']/@value"),
            "".join(row.xpath(".//input[@checked]/@value")),
        )
        for row in page.xpath("//fieldset[contains(@class, 'seat')]")
    }


def test_there_is_a_row_for_the_director_and_each_kommune(cast, as_user, plan):
    cast.stedfortraeder("Viborg")
    answer = as_user(cast.sekretariat).get(address(plan))
    found = rows(answer)
    assert list(found) == ["Politidirektøren", *(place.name for place in cast.municipalities)]
    assert all(row == (["present", "stand_in", "absent"], "") for row in found.values())
    page = answer.content.decode()
    assert "Stedfortræder: Borgmesterens stedfortræder i Viborg" in page
    assert "Navn og titel, hvis en anden mødte, Viborg" in page
    assert "Stedfortræderens navn og titel, Herning" in page


def test_one_click_answers_for_everybody_and_keeps_what_was_typed(cast, as_user, plan):
    stages.leave(cast.borgmester("Skive"))
    typed = {"held_on": "1.2.2026", "place": "Viborg", "minutes": "Kort møde.", "herning": "absent"}
    day = timezone.localdate()
    typed |= {"everybody": "1", "listed_on": day.isoformat(), "held_on": f"{day:%d.%m.%Y}"}

    answer = as_user(cast.sekretariat).post(address(plan), typed)

    assert answer.status_code == 200
    chosen = {name: choice for name, (_, choice) in rows(answer).items()}
    assert chosen.pop("Skive") == "absent"
    assert set(chosen.values()) == {"present"}
    page = answer.content.decode()
    assert f'value="{day:%d.%m.%Y}"' in page
    assert "Kort møde." in page
    assert 'value="Viborg"' in page
    assert "form-error-message" not in page
    assert not Attendance.objects.exists()


def test_each_seat_is_kept_as_it_was_told(cast, as_user, plan):
    cast.stedfortraeder("Viborg")
    told = {"viborg": "stand_in", "skive": "absent", "politi": "stand_in"}
    typed = stages.typed_meeting(plan, **told, **{"politi-navn": "Anne Ask, vicepolitidirektør"})

    as_user(cast.sekretariat).post(address(plan), typed)

    found = {str(one.municipality or "politi"): one for one in Attendance.objects.all()}
    assert len(found) == 12
    viborg, skive, police = found["Viborg"], found["Skive"], found["politi"]
    assert (viborg.presence, viborg.name) == (Presence.STAND_IN, "Borgmesterens stedfortræder i Viborg")
    assert viborg.membership.role == MembershipRole.DEPUTY
    assert (skive.presence, skive.name) == (Presence.ABSENT, "Borgmesteren i Skive")
    assert (police.presence, police.name) == (Presence.STAND_IN, "Anne Ask, vicepolitidirektør")
    assert police.membership is None
    assert found["Herning"].presence == Presence.PRESENT


@pytest.mark.parametrize("name", ["discussion", "plan"])
def test_record_and_plan_show_who_was_there(cast, as_user, plan, name):
    seats = stages.everybody(plan, timezone.localdate())
    answers = [
        Answer(answer.seat, Presence.ABSENT) if answer.seat.label == "Skive" else answer for answer in seats
    ]
    stages.discuss(cast, plan, answers=answers)
    page = as_user(cast.direktoer).get(reverse(name, args=[plan.pk])).content.decode()
    assert "11 af 12 pladser var besat" in page
    assert "Borgmesteren i Herning" in page
    assert reverse("discussion", args=[plan.pk]) in page or name == "discussion"


def test_office_holders_are_those_of_the_meetings_day(cast, plan):
    yesterday = timezone.localdate() - timedelta(days=1)
    stages.succeed(cast, "Skive", "Anne Ask")
    then, now = (
        {one.label: one.holder.user.name for one in seats_on(plan.council, day) if one.holder}
        for day in (yesterday, timezone.localdate())
    )
    assert (then["Skive"], now["Skive"]) == ("Borgmesteren i Skive", "Anne Ask")
    stages.discuss(cast, plan, held_on=yesterday)
    assert Attendance.objects.get(municipality__name="Skive").name == "Borgmesteren i Skive"


def test_a_meeting_told_of_again_has_the_seats_as_told_last(cast, plan):
    day = timezone.localdate()
    stages.discuss(cast, plan)
    cast.borgmester("Herning").save()
    Membership.objects.filter(user=cast.borgmester("Herning")).update(title="Fhv. borgmester")
    other = stages.in_consultation(cast, 2028)
    answers = [
        Answer(a.seat, Presence.ABSENT) if a.seat.label == "Skive" else a
        for a in stages.everybody(other, day)
    ]
    stages.discuss(cast, other, answers=answers)
    assert Attendance.objects.count() == 12
    assert Attendance.objects.get(municipality__name="Skive").presence == Presence.ABSENT
    assert Attendance.objects.get(municipality__name="Herning").title == "Borgmester i Herning Kommune"


def test_a_seat_told_of_again_has_the_name_of_whoever_sat_there(cast, plan):
    deputy, day = cast.stedfortraeder("Viborg"), timezone.localdate()
    for director_for_the_day, viborg in (("Anne Ask", Presence.PRESENT), ("Bo Bro", Presence.STAND_IN)):
        answers = [
            Answer(one, Presence.STAND_IN, director_for_the_day)
            if one.label == "Politidirektøren"
            else Answer(one, viborg if one.label == "Viborg" else Presence.PRESENT)
            for one in seats_on(plan.council, day)
        ]
        meeting = hold_meeting(plan.council, held_on=day, place="Viborg", answers=answers)
    assert meeting.attendances.count() == 12
    assert meeting.attendances.get(municipality=None).name == "Bo Bro"
    assert meeting.attendances.get(municipality__name="Viborg").name == deputy.name


def test_a_member_without_a_kommune_has_a_seat_and_a_lokalråd_one_for_each(cast):
    guest = seat(cast.medlem_herning, cast.kredsraad(), title="Chefanklager")
    labels = [one.label for one in seats_on(cast.kredsraad(), timezone.localdate())]
    assert labels[-1] == "Chefanklager"
    assert guest
    members = seats_on(cast.lokalraad("Herning"), timezone.localdate())
    assert [one.holder.user for one in members] == [cast.medlem_herning]


def test_the_database_holds_one_row_a_kommune_with_a_name_for_whoever_was_there(cast, plan):
    meeting = stages.discuss(cast, plan).meeting
    herning = Attendance.objects.get(municipality__name="Herning")
    for rule, fields in {
        "a_municipality_has_one_seat_at_a_meeting": {"municipality": herning.municipality, "name": "To"},
        "whoever_was_present_has_a_name": {"presence": Presence.STAND_IN},
        "an_attendance_has_a_known_presence": {"presence": "måske", "name": "En"},
    }.items():
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            Attendance.objects.create(meeting=meeting, **fields)


def test_a_meeting_long_ago_has_the_people_of_then(cast, plan):
    assert [one.holder for one in seats_on(plan.council, date(2010, 1, 1))] == [None] * 12
