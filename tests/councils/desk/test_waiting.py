"""What meetings ask of whoever calls them, and of the members."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.agendas import workflow as agendas
from councils.attendance import workflow as attendance
from councils.desk.waiting import tasks_for
from councils.minutes.workflow import answer_remark, approve, remark, send_minutes
from councils.models import Council, Meeting
from tests.councils.meetings import stages as meetings
from tests.councils.minutes import stages

pytestmark = pytest.mark.django_db


def titles(person) -> list[str]:
    return [task.title for task in tasks_for(person)]


def test_a_meeting_is_to_be_called_in_time(cast, as_user):
    meeting = meetings.hernings(cast, held_on=meetings.in_days(30))
    [title] = titles(cast.formand_herning)
    assert title.startswith("Indkald til mødet i Lokalrådet i Herning")
    assert "Det venter på dig" in as_user(cast.formand_herning).get(reverse("meetings")).text
    assert titles(cast.medlem_herning) == []
    Meeting.objects.filter(pk=meeting.pk).update(notice_by=meetings.in_days(22))
    cast.formand_herning.__dict__.pop("_offices")
    assert titles(cast.formand_herning) == [], "there is time yet"
    Meeting.objects.filter(pk=meeting.pk).update(notice_by=meetings.in_days(-1))
    [task] = tasks_for(cast.formand_herning)
    assert task.is_late


def test_a_meeting_whose_day_is_gone_is_told_of(cast):
    meeting = meetings.hernings(cast)
    Meeting.objects.filter(pk=meeting.pk).update(held_on=meetings.in_days(-1), notice_by=None)
    [task] = tasks_for(cast.formand_herning)
    assert task.url == reverse("tell-attendance", args=[meeting.pk])


def test_minutes_are_written_by_one_and_read_by_the_others(cast):
    meeting = stages.written(cast)
    [title] = titles(cast.formand_herning)
    assert title.startswith("Referat af mødet")
    assert titles(cast.medlem_herning) == []
    send_minutes(meeting, by=cast.formand_herning)
    assert titles(cast.formand_herning) == []
    [task] = tasks_for(cast.medlem_herning)
    assert (task.due, task.url) == (meetings.in_days(14), reverse("minutes", args=[meeting.pk]))
    assert titles(cast.formand_viborg) == []


def test_the_secretariat_sees_to_the_kontaktudvalgs_meetings(cast):
    committee = Council.objects.get(kind="contact", district=cast.district)
    meetings.planned(cast, committee, held_on=meetings.in_days(30))
    [title] = titles(cast.sekretariat)
    assert title.startswith("Indkald til mødet i Kontaktudvalget")
    assert titles(cast.kontaktudvalg) == []


def test_a_meeting_of_long_ago_asks_for_nothing(cast):
    meeting = stages.held(cast)
    Meeting.objects.filter(pk=meeting.pk).update(held_on=meetings.in_days(-121), notice_by=None)
    assert titles(cast.formand_herning) == []


def test_a_member_is_asked_whether_they_come(cast):
    mayor = cast.borgmester("Viborg")
    meeting = meetings.planned(cast)
    meetings.item(cast, meeting)
    assert titles(mayor) == [], "nobody is called yet"
    meeting = attendance.call_meeting(meeting, by=cast.sekretariat)
    [task] = tasks_for(mayor)
    assert task.title == f"Kommer du til mødet i {meeting.council}?"
    assert (task.due, task.url) == (meeting.held_on, reverse("apologise", args=[meeting.pk]))
    assert titles(cast.stedfortraeder("Viborg")) == titles(cast.formand_herning) == []
    seat = meeting.council.memberships.get(user=mayor)
    attendance.accept(meeting, seat, by=mayor)
    assert titles(mayor) == []
    attendance.apologise(meeting, seat, by=mayor)
    assert titles(mayor) == []


def test_points_that_are_asked_for_wait_for_whoever_calls(cast, as_user):
    council = cast.lokalraad("Herning")
    for title in ("Lys på stien", "Knallerter"):
        [*others] = titles(cast.formand_herning)
        asked = agendas.ask_for_point(council, title=title, text="", by=cast.medlem_herning)
    assert others == [f"Et ønske til dagsordenen i {council}"]
    [task] = tasks_for(cast.formand_herning)
    assert task.title == f"2 ønsker til dagsordenen i {council}"
    page, _, anchor = task.url.partition("#")
    assert f'id="{anchor}"' in as_user(cast.formand_herning).get(page).text
    assert titles(cast.medlem_herning) == titles(cast.sekretariat) == []
    for one in council.agenda_requests.all():
        agendas.decline_request(one, reason="Senere.", by=cast.formand_herning)
    assert (asked.council, titles(cast.formand_herning)) == (council, [])


def test_a_remark_waits_for_its_answer_and_approved_minutes_to_be_public(cast):
    meeting = send_minutes(stages.written(cast), by=cast.formand_herning)
    said = remark(meeting.agenda.get(position=1), "Det var om tirsdagen.", by=cast.medlem_herning)
    [task] = tasks_for(cast.formand_herning)
    assert (task.action, task.due) == ("Læs bemærkningen", meeting.remarks_by)
    answer_remark(said, "Rigtigt.", by=cast.formand_herning)
    assert titles(cast.formand_herning) == []
    approve(meeting, by=cast.formand_herning)
    [task] = tasks_for(cast.formand_herning)
    assert task.action == "Offentliggør det"
    assert titles(cast.medlem_herning) == []
    Meeting.objects.filter(pk=meeting.pk).update(held_on=meetings.in_days(-121), notice_by=None)
    assert titles(cast.formand_herning) == []


def test_minutes_without_an_open_point_do_not_ask_to_be_public(cast, as_user):
    meeting = stages.approved(cast)
    meeting.agenda.update(is_closed=True)
    assert titles(cast.formand_herning) == []
    page = as_user(cast.formand_herning).get(reverse("minutes", args=[meeting.pk])).text
    assert reverse("publish-minutes", args=[meeting.pk]) not in page
    assert "Alle punkter er lukkede, så der er intet at offentliggøre." in page
    meeting.agenda.filter(position=1).update(is_closed=False)
    assert (
        reverse("publish-minutes", args=[meeting.pk])
        in as_user(cast.formand_herning).get(reverse("minutes", args=[meeting.pk])).text
    )


def test_one_and_three_meetings_cost_the_same(cast, as_user):
    client = as_user(cast.formand_herning)

    def cost() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(reverse("meetings")).status_code == 200
        return len(found)

    meetings.hernings(cast, held_on=meetings.in_days(20))
    cost()
    one = cost()
    for day in (21, 22):
        meetings.hernings(cast, held_on=meetings.in_days(day))
    assert cost() == one <= 12
