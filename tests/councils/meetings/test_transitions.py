"""Every state of a meeting × every step: denied unless listed here."""

from inspect import getmembers, isfunction, signature

import pytest
from django.utils import timezone

from councils.agendas import workflow as agendas
from councils.attendance import workflow as attendance
from councils.attendance.seats import Answer, seats_on
from councils.desk import workflow as desk
from councils.meetings import workflow
from councils.meetings.states import MEETING_TRANSITIONS, MeetingState
from councils.models import AgendaAttachment, Apology, Guest, Meeting, Membership, Presence
from samarbejde.attachments.receiving import received
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.attachments import files
from tests.councils.meetings import stages

pytestmark = pytest.mark.django_db

COMING = {MeetingState.PLANNED, MeetingState.CALLED}
WRITABLE = {*COMING, MeetingState.HELD}
STEPS = {
    "change_meeting": (COMING, lambda m, by: workflow.change_meeting(
        m, stages.usual(place="Skive"), version=m.version, by=by)),
    "cancel_meeting": (COMING, lambda m, by: desk.cancel_meeting(m, reason=stages.REASON, by=by)),
    "call_meeting": ({MeetingState.PLANNED}, lambda m, by: attendance.call_meeting(m, by=by)),
    "send_agenda": ({MeetingState.CALLED}, lambda m, by: attendance.send_agenda(m, by=by)),
    "invite_guest": (COMING, lambda m, by: attendance.invite_guest(
        m, name="Brandchefen", title="", email="", by=by)),
    "remove_guest": (COMING, lambda m, by: attendance.remove_guest(m.guests.get(), by=by)),
    "apologise": (COMING, lambda m, by: attendance.apologise(m, seat(m, "borgmester.skive"), by=by)),
    "accept": (COMING, lambda m, by: attendance.accept(
        m, seat(m, "borgmester.viborg"), by=by)),
    "add_item": (WRITABLE, lambda m, by: agendas.add_item(
        m, {"title": "Nyt", "text": "", "presenter": "", "is_closed": False}, by=by)),
    "edit_item": (WRITABLE, lambda m, by: agendas.edit_item(
        m.agenda.get(position=1), {"title": "Ny"}, version=1, by=by)),
    "move_item": (WRITABLE, lambda m, by: agendas.move_item(m.agenda.get(position=1), "down", by=by)),
    "delete_item": (WRITABLE, lambda m, by: agendas.delete_item(m.agenda.get(position=1), by=by)),
    "attach_to_item": (WRITABLE, lambda m, by: agendas.attach_to_item(
        m.agenda.get(position=1), received("budget.pdf", files.pdf()), by=by)),
    "remove_attachment": (WRITABLE, lambda m, by: agendas.remove_attachment(
        AgendaAttachment.objects.get(item__meeting=m), by=by)),
    "take_up": (WRITABLE, lambda m, by: agendas.take_up(
        m, [f"request:{m.council.agenda_requests.get().pk}"], by=by)),
}  # fmt: skip
OF_A_COUNCIL = {
    *("ask_for_point", "decline_request", "hold_meeting", "plan_meeting", "remind_of_tomorrow", "set_rules"),
}


def in_state(cast, state) -> Meeting:
    meeting = stages.planned(cast)
    for title in ("Et", "To"):
        stages.item(cast, meeting, title=title)
    agendas.ask_for_point(meeting.council, title="Ønske", text="", by=cast.borgmester("Skive"))
    sent = received("sag.pdf", files.pdf(words="Sag"))
    agendas.attach_to_item(meeting.agenda.get(position=2), sent, by=cast.sekretariat)
    Guest.objects.create(meeting=meeting, name="Skolechefen")
    cast.borgmester("Viborg")
    Apology.objects.create(meeting=meeting, membership=seat(meeting, "borgmester.viborg"))
    now, today = timezone.now(), timezone.localdate()
    fields = {"called_at": now, "minutes_sent_at": now, "remarks_by": today}
    fields |= {"approved_at": now, "approval": "meeting", "cancelled_reason": "x"}
    Meeting.objects.filter(pk=meeting.pk).update(state=state, **fields)
    meeting.refresh_from_db()
    return meeting


def seat(meeting, handle: str) -> Membership:
    return meeting.council.memberships.get(user__email=f"{handle}@example.org")


def stands(meeting) -> list[object]:
    return [
        Meeting.objects.values().get(pk=meeting.pk),
        list(meeting.agenda.order_by("pk").values()),
        list(AgendaAttachment.objects.filter(item__meeting=meeting).values_list("pk", "name")),
        list(meeting.guests.order_by("pk").values()),
        list(meeting.acceptances.order_by("pk").values()),
        list(meeting.apologies.order_by("pk").values()),
        Message.objects.count(),
    ]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", MeetingState)
def test_state_by_step(cast, state, step):
    allowed, act = STEPS[step]
    meeting = in_state(cast, state)
    before = stands(meeting)
    if state in allowed:
        act(meeting, cast.sekretariat)
        assert stands(meeting) != before
    else:
        with pytest.raises(Refused):
            act(meeting, cast.sekretariat)
        assert stands(meeting) == before


def steps_in(module):
    """Its own functions that somebody takes."""
    return {
        name
        for name, step in getmembers(module, isfunction)
        if step.__module__ == module.__name__ and "by" in signature(step).parameters
    }


def test_no_step_is_left_out():
    named = {*agendas.__all__, *attendance.__all__, *steps_in(workflow), *steps_in(desk)}
    assert named - OF_A_COUNCIL == set(STEPS)


@pytest.mark.parametrize("state", MeetingState)
def test_whoever_tells_of_a_held_meeting_uses_the_one_that_stands(cast, state):
    meeting = in_state(cast, state)
    Meeting.objects.filter(pk=meeting.pk).update(held_on=timezone.localdate(), notice_by=None)
    cast.fill_posts()
    day = timezone.localdate()
    answers = [Answer(seat, Presence.ABSENT) for seat in seats_on(cast.kredsraad(), day)]
    if state in (MeetingState.MINUTES_SENT, MeetingState.APPROVED):
        with pytest.raises(Refused, match="et referat, der er sendt ud"):
            attendance.hold_meeting(cast.kredsraad(), held_on=day, place="Viborg", answers=answers)
        return
    held = attendance.hold_meeting(cast.kredsraad(), held_on=day, place="Viborg", answers=answers)
    if state == MeetingState.CANCELLED:
        assert held != meeting
    else:
        assert held == meeting
        became = MeetingState.HELD if state in COMING else state
        assert Meeting.objects.get(pk=meeting.pk).state == became
    assert held.attendances.exists()


def test_every_move_leads_to_a_known_state():
    assert {to for moves in MEETING_TRANSITIONS.values() for to in moves} <= set(MeetingState)
