"""A term gets its last day; what is lost is said first, asked about, and then allowed."""

import pytest
from django.urls import reverse
from django.utils import timezone

from councils.attendance import workflow as attendance
from councils.models import Membership, Side
from councils.people import workflow
from samarbejde.accounts.models import PersonalLink, User
from samarbejde.danish import date_text
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.cast import person, seat
from tests.councils.meetings import stages as meetings
from tests.councils.people import stages
from tests.plans.approval import stages as approval

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


def page_of(cast, term: Membership, name: str = "leave") -> str:
    return reverse(name, args=[cast.district.slug, term.pk])


def typed(days: int = 0, **more: str) -> dict[str, str]:
    return {"last_day": f"{stages.in_days(days):%d-%m-%Y}", **more}


def logs_in(*people: User) -> None:
    User.objects.filter(pk__in=[one.pk for one in people]).update(last_login=timezone.now())


@pytest.fixture
def member(cast) -> Membership:
    assert cast.formand_herning
    return cast.medlem_herning.memberships.get()


def test_a_member_leaves_with_a_day(client, cast, member):
    answer = client.post(page_of(cast, member), typed(3), follow=True)
    told = f"er på posten til og med {date_text(stages.in_days(3))}."
    assert told in answer.text.replace("\xa0", " ")
    member.refresh_from_db()
    assert member.last_day == stages.in_days(3)
    event = Event.objects.get(verb="people.left")
    assert (event.actor, event.subject, event.internal) == (cast.sekretariat, member, True)


@pytest.mark.parametrize("days", [-10000, -32])
def test_a_day_before_the_term_or_long_ago_is_refused(client, cast, member, days):
    answer = client.post(page_of(cast, member), typed(days))
    assert answer.status_code == 409
    assert f'value="{stages.in_days(days):%d-%m-%Y}"' in answer.text
    member.refresh_from_db()
    assert member.last_day is None


def test_a_term_is_never_made_longer_by_leaving_it(cast, member):
    workflow.leave(member, stages.in_days(5), by=cast.sekretariat)
    with pytest.raises(Refused, match="Sæt personen på posten igen"):
        workflow.leave(member, stages.in_days(6), by=cast.sekretariat)
    member.refresh_from_db()
    assert member.last_day == stages.in_days(5)


def test_the_last_chair_of_a_lokalraad_is_asked_about(client, cast, member):
    chair = cast.formand_herning.memberships.get()
    page = client.get(page_of(cast, chair)).text
    assert "Lokalrådet i Herning står uden formand" in page
    unsure = client.post(page_of(cast, chair), typed())
    assert unsure.status_code == 422
    assert "Sæt hak, hvis det er meningen." in unsure.text
    chair.refresh_from_db()
    assert chair.last_day is None
    assert client.post(page_of(cast, chair), typed(sure="on")).status_code == 302
    chair.refresh_from_db()
    assert chair.last_day == stages.in_days(0)


def test_with_a_vice_chair_or_a_successor_nothing_is_asked(client, cast):
    chair = cast.formand_herning.memberships.get()
    assert cast.naestformand_herning
    assert "står uden formand" not in client.get(page_of(cast, chair)).text
    viborg = cast.formand_viborg.memberships.get()
    stages.appointed(cast, stages.the_post(viborg.council, "formand"), title="Formand", side="police",
                     first_day=stages.in_days(10))  # fmt: skip
    assert "står uden formand" not in client.get(page_of(cast, viborg)).text


def test_the_only_one_who_can_log_in_is_asked_about(client, cast, member):
    logs_in(member.user)
    told = "Ingen andre i Lokalrådet i Herning kan logge ind."
    assert told in client.get(page_of(cast, member)).text
    logs_in(cast.formand_herning)
    assert told not in client.get(page_of(cast, member)).text


def test_a_mayor_who_has_not_signed_is_asked_about_also_when_somebody_follows(client, cast):
    plan = approval.signing(cast)
    mayor = cast.borgmester("Herning").memberships.get()
    told = f"{mayor.user} mangler at underskrive {plan.title}."
    assert told in client.get(page_of(cast, mayor)).text
    seat_page = reverse("appoint", args=[cast.district.slug, mayor.council_id, "medlem-herning"])
    assert told in client.get(seat_page).text
    unsure = client.post(seat_page, stages.typed())
    assert unsure.status_code == 422
    mayor.refresh_from_db()
    assert mayor.last_day is None
    assert client.post(seat_page, stages.typed(sure="on")).status_code == 302
    mayor.refresh_from_db()
    assert mayor.last_day == stages.in_days(-1)


def test_a_mayor_who_has_signed_leaves_without_a_question(client, cast):
    plan = approval.signing(cast)
    approval.sign_all(plan)
    mayor = cast.borgmester("Herning").memberships.get()
    assert "mangler at underskrive" not in client.get(page_of(cast, mayor)).text


def test_who_was_to_begin_does_not_after_all(client, cast):
    coming = stages.appointed(cast, first_day=stages.in_days(40))
    assert client.get(page_of(cast, coming)).headers["Location"] == page_of(cast, coming, "call-off")
    assert client.get(page_of(cast, coming, "call-off")).status_code == 200
    client.post(page_of(cast, coming, "call-off"))
    assert not Membership.objects.filter(pk=coming.pk).exists()
    assert Event.objects.filter(verb="people.called_off", actor=cast.sekretariat).count() == 1
    assert coming.history.filter(history_type="-", history_user=cast.sekretariat).exists()


def test_a_term_that_has_begun_is_not_called_off(client, cast, member):
    answer = client.post(page_of(cast, member, "call-off"), follow=True)
    assert "Perioden er begyndt." in answer.text
    assert Membership.objects.filter(pk=member.pk).exists()


def test_somebody_is_invited_again_until_they_can_log_in(client, cast, member):
    council = reverse("council-people", args=[cast.district.slug, member.council_id])
    assert page_of(cast, member, "invite-holder") in client.get(council).text
    client.post(page_of(cast, member, "invite-holder"))
    assert PersonalLink.objects.get(user=member.user).is_open
    logs_in(member.user)
    assert page_of(cast, member, "invite-holder") not in client.get(council).text


def test_the_secretariats_own_people_are_the_administrators(client, cast):
    colleague = seat(person("kollega", "Kollegaen"), cast.kredsraad(), "secretariat", side=Side.POLICE)
    for term in (colleague.memberships.get(), cast.sekretariat.memberships.get()):
        assert client.get(page_of(cast, term)).status_code == 403
        assert client.post(page_of(cast, term), typed()).status_code == 403
        term.refresh_from_db()
        assert term.last_day is None


def test_a_term_that_is_over_or_of_another_district_does_not_exist(client, cast, member):
    other = seat(person("fynbo", "Fynboen"), cast.lokalraad("Odense")).memberships.get()
    assert client.post(page_of(cast, other), typed()).status_code == 404
    workflow.leave(member, stages.in_days(-1), by=cast.sekretariat)
    assert client.get(page_of(cast, member)).status_code == 404


def test_a_term_that_is_called_off_takes_its_answers_to_meetings_along(client, cast):
    term = stages.appointed(cast, first_day=stages.in_days(20))
    kept = cast.borgmester("Skive").memberships.get()
    coming, away, instead = (meetings.planned(cast, held_on=stages.in_days(days)) for days in (40, 50, 60))
    attendance.accept(coming, term, by=term.user)
    attendance.apologise(away, term, by=term.user)
    attendance.apologise(instead, kept, deputy=term, by=kept.user)
    assert client.post(page_of(cast, term, "call-off")).status_code == 302
    assert not Membership.objects.filter(pk=term.pk).exists()
    assert not coming.acceptances.exists()
    assert not away.apologies.exists()
    [left] = instead.apologies.all()
    assert (left.membership, left.deputy, left.stand_in) == (kept, None, term.user.name)
