"""The kontaktudvalg goes through the kredsråd's open points before the kredsråd takes them up."""

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from councils.agendas import workflow
from councils.agendas.sources import waiting_for
from councils.minutes.freezing import public_text
from councils.models import AgendaItem, Council, Meeting
from tests.cast import Cast
from tests.councils.attendance.test_calling import text_of
from tests.councils.meetings import stages

pytestmark = pytest.mark.django_db

CLOSES = {"title": "Natteliv", "text": "", "presenter": "", "is_closed": True}


@pytest.fixture
def committee(cast) -> Council:
    return cast.kredsraad().__class__.objects.get(kind="contact", district=cast.district)


@pytest.fixture
def point(cast) -> AgendaItem:
    """On the kredsråd's agenda."""
    return stages.item(cast, stages.planned(cast), title="Natteliv")


def taken_up(cast: Cast, committee: Council, point: AgendaItem) -> AgendaItem:
    """By the kontaktudvalg, ten days before."""
    before = stages.planned(cast, committee, held_on=stages.in_days(30))
    [copy] = workflow.take_up(before, [f"prepares:{point.pk}"], by=cast.sekretariat)
    return copy


def decided(copy: AgendaItem, state: str = "approved") -> None:
    """The kontaktudvalg's minutes say something of it, and are so far."""
    AgendaItem.objects.filter(pk=copy.pk).update(decision="Tag det som det første.")
    now, today = timezone.now(), timezone.localdate()
    so_far = {
        "called_at": now,
        "minutes_sent_at": now,
        "remarks_by": today,
        "approved_at": now,
        "approval": "meeting",
    }
    Meeting.objects.filter(pk=copy.meeting_id).update(state=state, **so_far)


def prepared(as_user, cast: Cast, point: AgendaItem) -> str:
    page = as_user(cast.borgmester("Skive")).get(reverse("meeting", args=[point.meeting_id]))
    return str(page.context["items"][0].prepared)


def test_the_kontaktudvalg_goes_through_the_kredsraads_open_points(cast, as_user, committee, point):
    stages.item(cast, point.meeting, title="Personsag", is_closed=True)
    before = stages.planned(cast, committee, held_on=stages.in_days(30))
    [waiting] = waiting_for(before)
    assert (waiting.title, waiting.key) == ("Natteliv", f"prepares:{point.pk}")
    [copy] = workflow.take_up(before, [waiting.key], by=cast.sekretariat)
    decided(copy)
    page = as_user(cast.borgmester("Skive")).get(reverse("meeting", args=[point.meeting_id])).text
    assert "Kontaktudvalget siger:</strong> Tag det som det første." in page
    after = stages.planned(cast, committee, held_on=stages.in_days(50))
    assert waiting_for(after) == [], "the kredsråd has met by then"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("held", ""),
        ("minutes_sent", "Tag det som det første."),
        ("approved", "Tag det som det første."),
    ],
)
def test_what_it_says_is_read_when_its_minutes_are_sent(cast, as_user, committee, point, state, words):
    decided(taken_up(cast, committee, point), state)
    assert prepared(as_user, cast, point) == words


def test_what_it_decides_behind_closed_doors_stays_there(cast, as_user, committee, point):
    copy = taken_up(cast, committee, point)
    decided(copy)
    AgendaItem.objects.filter(pk=copy.pk).update(is_closed=True)
    assert prepared(as_user, cast, point) == ""


@pytest.mark.parametrize("state", ["planned", "called", "held", "minutes_sent", "approved"])
def test_a_point_that_is_closed_is_closed_there_too(cast, committee, point, state):
    copy = taken_up(cast, committee, point)
    decided(copy, state)
    workflow.edit_item(point, CLOSES, version=1, by=cast.sekretariat)
    copy.refresh_from_db()
    assert (copy.is_closed, copy.version) == (True, 2)
    assert copy.history.latest().history_change_reason == "Lukket med kredsrådets punkt"
    assert copy.history.latest().history_user == cast.sekretariat
    if state == "approved":
        assert public_text(Meeting.objects.get(pk=copy.meeting_id))["points"] == []


def test_what_is_closed_there_already_is_left_alone(cast, committee, point):
    copy = taken_up(cast, committee, point)
    AgendaItem.objects.filter(pk=copy.pk).update(is_closed=True)
    workflow.edit_item(point, CLOSES, version=1, by=cast.sekretariat)
    copy.refresh_from_db()
    assert copy.version == 1


def test_a_closed_point_that_was_put_off_there_is_closed_as_well(cast, committee, point):
    copy = taken_up(cast, committee, point)
    AgendaItem.objects.filter(pk=copy.pk).update(is_postponed=True)
    Meeting.objects.filter(pk=copy.meeting_id).update(state="held")
    later = stages.planned(cast, committee, held_on=stages.in_days(35))
    [again] = workflow.take_up(later, [f"postponed:{copy.pk}"], by=cast.sekretariat)
    workflow.edit_item(point, CLOSES, version=1, by=cast.sekretariat)
    again.refresh_from_db()
    assert again.is_closed


def test_it_is_closed_however_often_it_was_put_off(cast, committee, point):
    copies = [taken_up(cast, committee, point)]
    for days in (33, 36, 39):
        AgendaItem.objects.filter(pk=copies[-1].pk).update(is_postponed=True)
        Meeting.objects.filter(pk=copies[-1].meeting_id).update(state="held")
        later = stages.planned(cast, committee, held_on=stages.in_days(days))
        copies += workflow.take_up(later, [f"postponed:{copies[-1].pk}"], by=cast.sekretariat)
    workflow.edit_item(point, CLOSES, version=1, by=cast.sekretariat)
    assert len(copies) == 4
    assert not AgendaItem.objects.filter(pk__in=[copy.pk for copy in copies], is_closed=False).exists()


def test_another_change_of_the_point_leaves_it_as_it_was(cast, committee, point):
    copy = taken_up(cast, committee, point)
    workflow.edit_item(point, CLOSES | {"is_closed": False, "text": "Om lys"}, version=1, by=cast.sekretariat)
    copy.refresh_from_db()
    assert (copy.is_closed, copy.version) == (False, 1)


def test_the_whole_agenda_is_taken_over_at_once(cast, as_user, committee, point):
    stages.item(cast, point.meeting, title="Byfester")
    stages.item(cast, point.meeting, title="Personsag", is_closed=True)
    before = stages.planned(cast, committee, held_on=stages.in_days(30))
    client, address = as_user(cast.sekretariat), reverse("agenda", args=[before.pk])
    page = html.fromstring(client.get(address).content)
    [form] = page.xpath("//section[@aria-labelledby='to-prepare']//form")
    client.post(address, {"step": "take", "key": form.xpath(".//input[@name='key']/@value")})
    assert [item.title for item in before.agenda.all()] == ["Natteliv", "Byfester"]
    assert all(item.prepares for item in before.agenda.all())
    assert "Forbered kredsrådets møde" not in client.get(address).text


def test_what_it_says_stands_on_the_kredsraads_paper(cast, as_user, committee, point):
    decided(taken_up(cast, committee, point))
    paper = as_user(cast.borgmester("Skive")).get(reverse("agenda-pdf", args=[point.meeting_id])).content
    assert "Kontaktudvalget siger: Tag det som det første." in " ".join(text_of(paper).split())
