"""The discussion in the kredsråd, which the law asks for before the plan is public."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone

from councils.agendas import workflow as agendas
from councils.agendas.sources import waiting_for, with_links
from councils.attendance import workflow as attendance
from councils.models import AgendaItem, Attendance, Meeting, Membership
from plans.approval.models import Discussion
from plans.document.states import PlanState
from samarbejde.events.models import Event
from tests.councils.meetings import stages as meetings
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db
NOW = "2026-11-20T12:00:00+01:00"


@pytest.fixture
def plan(cast):
    stages.fill_offices(cast)
    return stages.in_consultation(cast)


def address(plan):
    return reverse("record-discussion", args=[plan.pk])


def answers(plan, **changes):
    words = {"minutes": "Kredsrådet var enigt.\nÉn rettelse.", "listed_on": "2026-11-20"}
    return stages.typed_meeting(plan, date(2026, 11, 19), **(words | changes))


@time_machine.travel(NOW)
def test_the_secretariat_records_who_said_what_and_where(cast, as_user, plan):
    seen = as_user(cast.sekretariat).post(address(plan), answers(plan))

    assert seen.url == reverse("plan", args=[plan.pk])
    discussion = Discussion.objects.get()
    meeting = discussion.meeting
    assert (meeting.council, meeting.held_on, meeting.place) == (
        plan.council,
        date(2026, 11, 19),
        "Holstebro",
    )
    assert discussion.agenda_item.title == "Drøftelse af Samarbejdsplan 2027"
    assert discussion.agenda_item.minutes == "Kredsrådet var enigt.\nÉn rettelse."
    names = list(meeting.attendances.values_list("name", "title"))
    assert len(names) == 12
    assert names[0] == ("Politidirektøren i Midt- og Vestjylland", "Politidirektør")
    assert ("Borgmesteren i Herning", "Borgmester i Herning Kommune") in names
    assert stages.fresh(plan).state == PlanState.DISCUSSED
    told = Event.objects.about(plan).get(verb="plan.discussed")
    assert told.actor == cast.sekretariat
    assert told.text.endswith("den 19. november 2026, Holstebro")


@time_machine.travel(NOW)
@pytest.mark.parametrize(("required", "way"), [(True, "sendes til underskrift"), (False, "offentliggøres")])
def test_the_next_step_is_told(cast, as_user, plan, required, way):
    stages.switch_signatures(cast, plan, required=required)
    page = as_user(cast.sekretariat).post(address(plan), answers(plan), follow=True).text
    assert f"Drøftelsen er registreret, og planen kan {way}." in page


@time_machine.travel(NOW)
def test_names_and_titles_are_those_of_the_day(cast, as_user, plan):
    as_user(cast.sekretariat).post(address(plan), answers(plan))
    mayor = cast.borgmester("Herning")
    mayor.name = "Et andet navn"
    mayor.save()
    Membership.objects.filter(user=mayor).update(title="Fhv. borgmester")

    attendance = Attendance.objects.get(membership__user=mayor)
    assert (attendance.name, attendance.title) == ("Borgmesteren i Herning", "Borgmester i Herning Kommune")


@time_machine.travel(NOW)
def test_a_meeting_of_that_day_is_used_again(cast, as_user, plan):
    meeting = Meeting.objects.create(council=plan.council, held_on=date(2026, 11, 19), place="Viborg")
    AgendaItem.objects.create(meeting=meeting, position=4, title="Nytår")
    director = plan.council.memberships.signatories().first()
    Attendance.objects.create(meeting=meeting, membership=director, name="Navnet dengang", title="Direktør")

    as_user(cast.sekretariat).post(address(plan), answers(plan))

    discussion = Discussion.objects.get()
    assert discussion.meeting == Meeting.objects.get()
    assert discussion.agenda_item.position == 5
    assert discussion.meeting.attendances.count() == 12
    assert discussion.meeting.attendances.get(membership=director).name == "Navnet dengang"


@time_machine.travel(NOW)
def test_the_point_that_the_meeting_has_for_the_plan_is_told_of(cast, as_user, plan):
    day = date(2026, 11, 20)
    meeting = meetings.planned(cast, held_on=day, notice_by=day)
    [waiting] = [one for one in waiting_for(meeting) if one.key.startswith("plan:")]
    [point] = agendas.take_up(meeting, [waiting.key], by=cast.sekretariat)

    as_user(cast.sekretariat).post(address(plan), answers(plan) | stages.typed_meeting(plan, day))

    discussion = Discussion.objects.get()
    assert (discussion.meeting, discussion.agenda_item) == (meeting, point)
    point.refresh_from_db()
    assert (point.minutes != "", point.version) == (True, 2)
    assert (discussion.meeting.state, meeting.agenda.count()) == ("held", 1)


@time_machine.travel(NOW)
@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"held_on": "21-11-2026"}, "Datoen er ikke kommet endnu"),
        ({"held_on": "19-11-2016"}, "Er året skrevet rigtigt?"),
        ({"held_on": "31-11-2026"}, "Skriv en gyldig dato, for eksempel 19-12-2026."),
        ({"held_on": ""}, "Feltet skal udfyldes"),
        ({"place": "\u00a0"}, "Feltet skal udfyldes"),
        ({"minutes": " \n "}, "Feltet skal udfyldes"),
        ({"herning": ""}, "Vælg, hvem der mødte."),
        ({"herning": "x"}, "Vælg, hvem der mødte."),
        ({"herning": "stand_in", "herning-navn": " "}, "Skriv, hvem der mødte."),
        ({"politi": "stand_in", "politi-navn": "x" * 201}, "201"),
        ({"outcome": ""}, "Vælg, om kredsrådet tiltrådte"),
        ({"minutes": "Vi talte om 010190-1234 længe."}, "ligner et CPR-nummer"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(cast, as_user, plan, change, complaint):
    seen = as_user(cast.sekretariat).post(address(plan), answers(plan, **change))

    page = seen.content.decode()
    assert seen.status_code == 422
    assert complaint in page
    for typed in ({"place": "Holstebro", "minutes": "Kredsrådet var enigt."} | change).values():
        if isinstance(typed, str) and typed.strip():
            assert typed in page
    assert not Discussion.objects.exists()
    assert not Meeting.objects.exists()
    assert stages.fresh(plan).state == PlanState.CONSULTATION


@time_machine.travel(NOW)
def test_a_day_with_other_members_brings_the_list_of_that_day(cast, as_user, plan):
    """The mayor of Herning took office yesterday; the meeting was the day before."""
    mayor = Membership.objects.get(user=cast.borgmester("Herning"))
    Membership.objects.filter(pk=mayor.pk).update(period=(date(2026, 11, 19), None))
    client = as_user(cast.sekretariat)

    seen = client.post(address(plan), answers(plan, held_on="18-11-2026"))

    page = seen.content.decode()
    assert seen.status_code == 422
    assert "Der sad andre den 18.\xa0november 2026" in page
    assert "Borgmesteren i Herning" not in page
    assert page.count(" checked") == 12  # of 12 seats and the outcome: »mødte« is no answer for Herning now
    assert 'value="2026-11-18"' in page
    again = answers(plan, held_on="18-11-2026", listed_on="2026-11-18", herning="absent")
    assert client.post(address(plan), again).status_code == 302
    assert Attendance.objects.filter(membership=None).get().municipality.name == "Herning"


def test_the_page_says_the_way_on_in_other_states(cast, as_user):
    client = as_user(cast.sekretariat)
    draft = stages.draft(cast, 2027)
    assert reverse("send-to-consultation", args=[draft.pk]) in client.get(address(draft)).content.decode()
    discussed = stages.discussed(cast, 2028)
    record = reverse("discussion", args=[discussed.pk])
    assert record in client.get(address(discussed)).content.decode()
    page = client.get(record).content.decode()
    assert "Enighed." in page
    assert reverse("reopen-plan", args=[discussed.pk]) in page


def test_a_minute_too_late_is_refused_in_words(cast, as_user, plan):
    """Somebody else recorded the discussion while the form stood open."""
    client = as_user(cast.sekretariat)
    stages.discuss(cast, plan)

    seen = client.post(address(plan), stages.typed_meeting(plan))

    assert "tilstanden er »drøftet i kredsrådet«" in seen.content.decode()
    assert Discussion.objects.count() == 1


def test_who_may_not(cast, as_user, plan, client):
    assert client.get(address(plan)).url.startswith(reverse("account_login"))
    for role in ("politidirektør", "borgmester", "formand", "medlem", "kontaktudvalg"):
        outsider = as_user(cast.roles[role])
        assert outsider.get(address(plan)).status_code == 403, role
        assert outsider.post(address(plan), answers(plan)).status_code == 403, role
    for role in ("sekretariat i en anden kreds", "administrator"):
        assert as_user(cast.roles[role]).post(address(plan), answers(plan)).status_code == 404, role
    assert not Discussion.objects.exists()


def test_minutes_survive_a_session_that_has_ended(cast, client, plan):
    seen = client.post(address(plan), answers(plan), headers={"Origin": "http://testserver"})
    assert seen.status_code == 401
    assert "Kredsrådet var enigt." in seen.content.decode()
    assert not Discussion.objects.exists()


def test_a_reopened_plan_is_discussed_anew(cast, as_user):
    plan = stages.discussed(cast)
    client = as_user(cast.sekretariat)
    client.post(reverse("reopen-plan", args=[plan.pk]), {"reason": "Et emne manglede"})
    type(plan).objects.update(state=PlanState.CONSULTATION)

    yesterday = timezone.localdate() - timedelta(days=1)
    client.post(address(plan), stages.typed_meeting(plan, yesterday))

    old, new = Discussion.objects.order_by("pk")
    assert old.stood_until is not None
    assert Discussion.objects.standing().get() == new
    assert stages.fresh(plan).state == PlanState.DISCUSSED


def at_meeting(plan, meeting) -> str:
    return f"{address(plan)}?moede={meeting.pk}"


@time_machine.travel(NOW)
def test_a_meeting_is_chosen_and_what_is_known_of_it_comes_along(cast, as_user, plan):
    meeting = meetings.planned(cast, held_on=date(2026, 11, 20), notice_by=date(2026, 11, 1))
    agendas.take_up(meeting, [waiting_for(meeting)[0].key], by=cast.sekretariat)
    later = meetings.planned(cast, held_on=date(2026, 12, 20))
    meetings.call_straight(meeting)
    seat = meeting.council.memberships.get(user=cast.borgmester("Skive"))
    attendance.apologise(meeting, seat, by=seat.user)
    client = as_user(cast.sekretariat)
    page = client.get(address(plan))
    assert [one.pk for one in page.context["meetings"]] == [meeting.pk]
    assert "Planen er på dagsordenen" in page.text
    assert at_meeting(plan, meeting) in page.text
    form = client.get(at_meeting(plan, meeting)).context["form"]
    assert (form.initial["held_on"], form.initial["place"]) == (meeting.held_on, meeting.place)
    assert form.initial["skive"] == "absent"
    assert client.get(at_meeting(plan, later)).context["chosen"] is None


@time_machine.travel(NOW)
def test_a_meeting_to_come_is_offered_when_the_plan_is_its_point(cast, as_user, plan):
    meeting = meetings.planned(cast, held_on=date(2026, 12, 20))
    client = as_user(cast.sekretariat)
    assert "Der er intet møde at vælge" in client.get(address(plan)).text
    agendas.take_up(meeting, [waiting_for(meeting)[0].key], by=cast.sekretariat)
    page = client.get(address(plan)).text
    assert reverse("meeting", args=[meeting.pk]) in page
    assert "Ikke holdt endnu" in page
    assert at_meeting(plan, meeting) not in page


@time_machine.travel(NOW)
def test_meeting_minutes_and_discussion_lead_to_each_other(cast, as_user, plan):
    client = as_user(cast.sekretariat)
    client.post(address(plan), answers(plan))
    meeting = Discussion.objects.get().meeting
    to_plan = f'href="{reverse("plan", args=[plan.pk])}"'
    for name in ("meeting", "minutes"):
        assert to_plan in client.get(reverse(name, args=[meeting.pk])).text
    to_meeting = reverse("meeting", args=[meeting.pk])
    assert to_meeting in client.get(reverse("discussion", args=[plan.pk])).text


@time_machine.travel(NOW)
def test_a_point_leads_to_no_plan_that_its_reader_may_not_see(cast, plan):
    meeting = meetings.planned(cast, held_on=date(2026, 12, 20))
    [item] = agendas.take_up(meeting, [waiting_for(meeting)[0].key], by=cast.sekretariat)
    [shown] = with_links(cast.sekretariat, [item])
    assert shown.link.url == reverse("plan", args=[plan.pk])
    [shown] = with_links(AnonymousUser(), [item])
    assert shown.link is None
