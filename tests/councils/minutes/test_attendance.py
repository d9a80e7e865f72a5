"""Who sat in which seat: a stand-in whom nobody knows, told of again, and as citizens read it."""

from typing import Any

import pytest
from django.urls import reverse

from councils.attendance import workflow as attendance
from councils.attendance.seats import Answer
from councils.minutes import workflow
from councils.minutes.freezing import public_text
from councils.minutes.publishing import publish_minutes
from councils.models import Attendance, Meeting, Membership, Presence
from tests.cast import Cast, seat
from tests.councils.meetings import stages as planning
from tests.councils.minutes import stages
from tests.plans.approval import stages as approval

pytestmark = pytest.mark.django_db

MEMBER = "Et medlem af Lokalrådet i Herning"


def at(meeting: Meeting) -> str:
    return reverse("tell-attendance", args=[meeting.pk])


def own(meeting: Meeting, role: str = "member") -> Membership:
    return meeting.council.memberships.get(role=role)


def typed(meeting: Meeting, presence: str, name: str = "") -> dict[str, Any]:
    """The chair came; the member's seat is as told."""
    key = f"m{own(meeting).pk}"
    return {f"m{own(meeting, 'chair').pk}": "present", key: presence, f"{key}-navn": name}


def tell(as_user, cast: Cast, meeting: Meeting, *told: str) -> Attendance:
    """The row of the member's seat, as it is told now."""
    assert as_user(cast.formand_herning).post(at(meeting), typed(meeting, *told)).status_code == 302
    assert meeting.attendances.count() == 2, "each seat has one row, however often it is told of"
    return meeting.attendances.get(membership=own(meeting))


def test_a_stand_in_sits_in_the_members_seat(cast, as_user):
    meeting = stages.today(cast)
    row = tell(as_user, cast, meeting, "stand_in", "Kulturchefen")
    assert (row.presence, row.name, row.seat) == ("stand_in", "Kulturchefen", MEMBER)
    page = as_user(cast.formand_herning).get(reverse("minutes", args=[meeting.pk])).text
    assert "Politidirektøren" not in page
    assert f'data-title="Plads">{MEMBER}</th>' in page


def test_citizens_read_in_whose_seat_a_stand_in_sat(cast, as_user, client):
    meeting = stages.today(cast)
    tell(as_user, cast, meeting, "stand_in", "Kulturchefen")
    for item in meeting.agenda.all():
        stages.say(cast, item)
    workflow.send_minutes(meeting, by=cast.formand_herning)
    meeting = workflow.approve(meeting, by=cast.formand_herning)
    seats = {one["seat"]: one["name"] for one in public_text(meeting)["seats"]}
    assert seats[MEMBER] == "Kulturchefen"
    published = publish_minutes(meeting, by=cast.formand_herning)
    page = client.get(reverse("public-minutes", args=[cast.district.slug, published.address])).text
    assert "Politidirektøren" not in page


@pytest.mark.parametrize(
    ("first", "then", "name", "title"),
    [
        (("stand_in", "Kulturchefen"), ("stand_in", "Skolechefen"), "Skolechefen", ""),
        (("stand_in", "Kulturchefen"), ("present",), MEMBER, MEMBER),
        (("present",), ("stand_in", "Kulturchefen"), "Kulturchefen", ""),
        (("absent",), ("present",), MEMBER, MEMBER),
    ],
)
def test_a_seat_told_of_again_is_of_whoever_sat_there(cast, as_user, first, then, name, title):
    meeting = stages.today(cast)
    tell(as_user, cast, meeting, *first)
    row = tell(as_user, cast, meeting, *then)
    assert (row.presence, row.name, row.title) == (then[0], name, title)


def test_what_was_told_comes_back_when_it_is_told_again(cast, as_user):
    """Also where an apology said something else beforehand."""
    meeting = stages.today(cast)
    away = own(meeting)
    attendance.apologise(meeting, away, by=away.user)
    tell(as_user, cast, meeting, "stand_in", "Kulturchefen")
    form = as_user(cast.formand_herning).get(at(meeting)).context["form"]
    shown = {name: form.initial.get(name) for name in typed(meeting, "")}
    assert shown == typed(meeting, "stand_in", "Kulturchefen") | {f"m{own(meeting, 'chair').pk}": "present"}


def the_kredsraads(cast: Cast) -> Meeting:
    """Today's; Viborg's mayor has a deputy whom the register knows."""
    assert [cast.direktoer, cast.borgmester("Viborg"), cast.stedfortraeder("Viborg")]
    meeting = planning.planned(cast, held_on=planning.in_days(0), notice_by=planning.in_days(0))
    planning.call_straight(meeting)
    meeting.refresh_from_db()
    return meeting


def test_somebody_else_than_the_known_deputy_may_have_come(cast, as_user):
    meeting = the_kredsraads(cast)
    mayor = meeting.council.memberships.get(user=cast.borgmester("Viborg"))
    attendance.apologise(meeting, mayor, stand_in="Kulturchefen", by=mayor.user)
    client = as_user(cast.sekretariat)
    form = client.get(at(meeting)).context["form"]
    assert (form.initial["viborg"], form.initial["viborg-navn"]) == ("stand_in", "Kulturchefen")
    told = {row.seat.key: "present" if row.seat.holder else "absent" for row in form.rows()}
    told |= {"viborg": "stand_in", "viborg-navn": "Kulturchefen"}
    assert client.post(at(meeting), told).status_code == 302
    row = meeting.attendances.get(municipality__name="Viborg")
    assert (row.name, row.membership, row.seat) == ("Kulturchefen", None, "Viborg")
    assert client.get(at(meeting)).context["form"].initial["viborg-navn"] == "Kulturchefen"


def test_the_known_deputy_needs_no_name(cast, as_user):
    meeting = the_kredsraads(cast)
    mayor = meeting.council.memberships.get(user=cast.borgmester("Viborg"))
    deputy = meeting.council.memberships.get(user=cast.stedfortraeder("Viborg"))
    attendance.apologise(meeting, mayor, deputy=deputy, by=mayor.user)
    client = as_user(cast.sekretariat)
    for _ in ("told", "and told again"):
        form = client.get(at(meeting)).context["form"]
        assert (form.initial["viborg"], form.initial["viborg-navn"]) == ("stand_in", "")
        told = {row.seat.key: "present" if row.seat.holder else "absent" for row in form.rows()}
        assert client.post(at(meeting), told | {"viborg": "stand_in"}).status_code == 302
        assert meeting.attendances.get(municipality__name="Viborg").membership == deputy


def test_a_seat_told_of_again_has_the_name_of_the_deputy_who_came(cast, as_user):
    meeting, client = the_kredsraads(cast), as_user(cast.sekretariat)
    form = client.get(at(meeting)).context["form"]
    told = {row.seat.key: "present" if row.seat.holder else "absent" for row in form.rows()}
    for viborg, who in (("present", cast.borgmester("Viborg")), ("stand_in", cast.stedfortraeder("Viborg"))):
        client.post(at(meeting), told | {"viborg": viborg})
        assert meeting.attendances.get(municipality__name="Viborg").name == who.name


def test_the_directors_seat_is_one_whoever_sits_there(cast, as_user):
    meeting, client = the_kredsraads(cast), as_user(cast.sekretariat)
    form = client.get(at(meeting)).context["form"]
    told = {row.seat.key: "present" if row.seat.holder else "absent" for row in form.rows()}
    for name in ("Chefpolitiinspektøren", "Chefanklageren"):
        client.post(at(meeting), told | {"politi": "stand_in", "politi-navn": name})
        assert meeting.attendances.get(municipality=None).name == name
        assert client.get(at(meeting)).context["form"].initial["politi-navn"] == name


def test_the_record_of_a_discussion_names_the_seat(cast, as_user):
    seat(cast.medlem_herning, cast.kredsraad(), title="Chefanklager")
    plan = approval.in_consultation(cast)
    approval.fill_offices(cast)
    answers = [
        Answer(one.seat, Presence.STAND_IN, "Senioranklageren") if one.seat.label == "Chefanklager" else one
        for one in approval.everybody(plan, planning.in_days(0))
    ]
    approval.discuss(cast, plan, answers=answers)
    page = as_user(cast.sekretariat).get(reverse("discussion", args=[plan.pk])).text
    assert 'data-title="Plads">Chefanklager</th>' in page
    assert 'data-title="Plads">Politidirektøren</th>' not in page
