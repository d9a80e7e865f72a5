"""Every state of a meeting × every step of its minutes: denied unless listed here."""

import pytest
from django.utils import timezone

from councils.agendas.workflow import attach_to_item
from councils.meetings.states import MeetingState
from councils.minutes import publishing, workflow
from councils.models import AgendaAttachment, Meeting, MinutesCorrection, MinutesRemark
from samarbejde.transitions import Refused
from tests.councils.minutes import stages

pytestmark = pytest.mark.django_db

TELLS = {MeetingState.PLANNED, MeetingState.CALLED, MeetingState.HELD}
SENT, HELD, APPROVED = {MeetingState.MINUTES_SENT}, {MeetingState.HELD}, {MeetingState.APPROVED}
STEPS = {
    "tell_attendance": (TELLS, lambda m, by: workflow.tell_attendance(
        m, stages.attendance(m, absent="Et medlem af Lokalrådet i Herning"), guests=(), by=by)),
    "write_point": (HELD, lambda m, by: workflow.write_point(
        m.agenda.get(position=1), {"minutes": "Nyt"}, version=2, by=by)),
    "send_minutes": (HELD, lambda m, by: workflow.send_minutes(m, by=by)),
    "take_back": (SENT, lambda m, by: workflow.take_back(m, by=by)),
    "remark": (SENT, lambda m, by: workflow.remark(m.agenda.get(position=1), "Nej", by=by)),
    "answer_remark": (set(MeetingState) - APPROVED, lambda m, by: workflow.answer_remark(
        MinutesRemark.objects.get(), "Jo", by=by)),
    "approve": (SENT, lambda m, by: workflow.approve(m, by=by)),
    "choose_files": (APPROVED, lambda m, by: publishing.choose_files(
        m, {publishing.may_be_public(m)[0].pk}, by=by)),
    "correct": (APPROVED, lambda m, by: workflow.correct(
        m.agenda.get(position=1), text="Onsdag", reason="Fejl", by=by)),
}  # fmt: skip


def stands(meeting) -> list[object]:
    return [
        Meeting.objects.values().get(pk=meeting.pk),
        list(meeting.agenda.order_by("pk").values()),
        list(meeting.attendances.order_by("pk").values()),
        list(MinutesRemark.objects.values()),
        list(AgendaAttachment.objects.values("pk", "for_citizens")),
        list(MinutesCorrection.objects.values()),
    ]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", MeetingState)
def test_state_by_step(cast, state, step):
    allowed, act = STEPS[step]
    meeting = stages.written(cast)
    item = meeting.agenda.get(position=1)
    attach_to_item(item, stages.a_file(item), by=cast.formand_herning)
    heard = {} if step == "answer_remark" else {"answer": "Ja", "answered_at": timezone.now()}
    MinutesRemark.objects.create(
        item=meeting.agenda.get(position=1), text="Hm", by=cast.medlem_herning, **heard
    )
    Meeting.objects.filter(pk=meeting.pk).update(
        state=state,
        minutes_sent_at=timezone.now(),
        remarks_by=timezone.localdate(),
        approved_at=timezone.now(),
        approval="meeting",
        cancelled_reason="x",
    )
    meeting.refresh_from_db()
    before = stands(meeting)
    if state in allowed:
        act(meeting, cast.formand_herning)
        assert stands(meeting) != before
    else:
        with pytest.raises(Refused):
            act(meeting, cast.formand_herning)
        assert stands(meeting) == before
