"""A point is taken off the agenda, unless something hangs on it."""

import pytest
from django.db.models import ProtectedError

from councils.agendas import workflow
from councils.models import AgendaItem, Meeting, MinutesRemark
from samarbejde.transitions import Refused
from tests.councils.agendas.test_agenda import at, three
from tests.councils.meetings import stages
from tests.plans.approval import stages as approval

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast) -> Meeting:
    return stages.planned(cast)


def test_a_point_is_deleted_and_the_others_move_up(cast, as_user, meeting):
    _, second, _ = three(cast, meeting)
    client = as_user(cast.sekretariat)
    assert "Skal punktet af dagsordenen?" in client.get(at("delete-item", meeting, second.pk)).text
    client.post(at("delete-item", meeting, second.pk))
    assert list(meeting.agenda.values_list("position", "title")) == [(1, "Et"), (2, "Tre")]


def test_a_point_with_minutes_is_not_deleted(cast, meeting):
    item = stages.item(cast, meeting)
    AgendaItem.objects.filter(pk=item.pk).update(decision="Taget til efterretning")
    with pytest.raises(Refused, match="Punktet har et referat"):
        workflow.delete_item(item, by=cast.sekretariat)
    assert meeting.agenda.exists()


@pytest.mark.parametrize(
    ("stands", "words"),
    [({"is_postponed": True}, "Punktet er udsat"), ({}, "Der er en bemærkning")],
)
def test_a_point_that_something_hangs_on_is_not_deleted(cast, meeting, stands, words):
    item = stages.item(cast, meeting)
    AgendaItem.objects.filter(pk=item.pk).update(**stands)
    if not stands:
        MinutesRemark.objects.create(item=item, text="Det var onsdag.", by=cast.borgmester("Skive"))
    with pytest.raises(Refused, match=words):
        workflow.delete_item(item, by=cast.sekretariat)
    assert meeting.agenda.exists()
    assert MinutesRemark.objects.exists() == (not stands)


def test_a_remark_keeps_its_point(cast, meeting):
    item = stages.item(cast, meeting)
    MinutesRemark.objects.create(item=item, text="Det var onsdag.", by=cast.borgmester("Skive"))
    with pytest.raises(ProtectedError):
        item.delete()


def test_the_point_of_a_plans_discussion_is_not_deleted(cast, as_user):
    item = approval.discuss(cast, approval.in_consultation(cast)).agenda_item
    AgendaItem.objects.filter(pk=item.pk).update(minutes="", decision="")
    seen = as_user(cast.sekretariat).post(at("delete-item", item.meeting, item.pk), follow=True)
    assert "Punktet hører til en drøftelse af planen, så det bliver stående." in seen.text
    assert AgendaItem.objects.filter(pk=item.pk).exists()
