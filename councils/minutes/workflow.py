"""A meeting is held; its minutes are written, sent, remarked on, approved, and corrected beside the text."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from councils.agendas.models import AgendaItem
from councils.attendance.models import Guest, Presence
from councils.attendance.seats import Answer
from councils.attendance.workflow import hold_meeting
from councils.meetings.models import Meeting, MeetingRules
from councils.meetings.states import MEETING_TRANSITIONS, OVER, Approval, MeetingState
from councils.minutes import letters
from councils.minutes.models import MinutesCorrection, MinutesRemark
from samarbejde.accounts.models import User
from samarbejde.danish import date_text, listing
from samarbejde.deadlines import is_over
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, lock_as_seen, move, stands

Answers = Mapping[str, object]  # minutes, decision, follow_up_by, follow_up_due, is_postponed
TEXTS = ("minutes", "decision", "follow_up_by")
NOT_NOW = "Mødet er »{}«, så referatet kan ikke skrives nu."


@transaction.atomic
def tell_attendance(
    meeting: Meeting, answers: Sequence[Answer], *, guests: Collection[int], by: User
) -> Meeting:
    """Who sat in which seat, and which guests (their ids) came: the meeting was held."""
    lock(meeting.council)  # before the meeting, as all who move one do
    meeting = lock(meeting)
    if meeting.state not in (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.HELD):
        raise Refused(NOT_NOW.format(meeting.get_state_display()))
    if meeting.held_on > timezone.localdate():
        raise Refused("Mødet er ikke holdt endnu. Skriv fremmødet, når det er.")
    if all(answer.presence == Presence.ABSENT for answer in answers):
        raise Refused("Ingen er skrevet ind som mødt. Blev mødet ikke holdt, så aflys det.")
    refuse_in([answer.name for answer in answers])
    held = hold_meeting(meeting.council, held_on=meeting.held_on, place=meeting.place, answers=answers)
    for guest in Guest.objects.filter(meeting=held):
        guest.was_present = guest.pk in guests
        guest.save(update_fields=["was_present"])
    came = sum(answer.presence != Presence.ABSENT for answer in answers)
    told = f"Mødet blev holdt: {came} af {len(answers)} pladser var besat"
    record("meeting.held", told, by=by, subject=held, within=held.council)
    return held


@transaction.atomic
def write_point(
    item: AgendaItem, answers: Answers, *, version: int, reason: str = "", by: User
) -> AgendaItem:
    """What was said and decided of a point, if `version` is what stands; raises `Stale` if not."""
    meeting = lock(item.meeting)
    item = lock_as_seen(item, version, answers)
    if meeting.state != MeetingState.HELD:
        raise Refused(NOT_NOW.format(meeting.get_state_display()))
    if stands(item, answers):
        return item
    for name, answer in answers.items():
        setattr(item, name, answer)
    refuse_in([str(getattr(item, name)) for name in TEXTS])
    return save_as_next(by, item, reason)


@transaction.atomic
def send_minutes(meeting: Meeting, *, by: User) -> Meeting:
    """To the council, to be approved. The district says how long remarks may be made."""
    meeting = lock(meeting)
    move(meeting, MeetingState.MINUTES_SENT, MEETING_TRANSITIONS)
    _refuse_unfinished(meeting)
    days = MeetingRules.of(meeting.council.district).approval_days
    meeting.minutes_sent_at = timezone.now()
    meeting.remarks_by = timezone.localdate() + timedelta(days=days)
    save_as_next(by, meeting)
    told = f"Referatet blev sendt til godkendelse. Frist for bemærkninger: {date_text(meeting.remarks_by)}"
    record("minutes.sent", told, by=by, subject=meeting)
    queue(*letters.minutes_sent(meeting, by))
    return meeting


@transaction.atomic
def take_back(meeting: Meeting, *, by: User) -> Meeting:
    """To write on; it is sent anew, and the days for remarks begin again."""
    meeting = lock(meeting)
    if meeting.state != MeetingState.MINUTES_SENT:
        raise Refused(NOT_NOW.format(meeting.get_state_display()))
    move(meeting, MeetingState.HELD, MEETING_TRANSITIONS)
    save_as_next(by, meeting)
    record("minutes.taken_back", "Referatet blev taget tilbage for at blive rettet", by=by, subject=meeting)
    return meeting


@transaction.atomic
def remark(item: AgendaItem, text: str, *, by: User) -> MinutesRemark:
    """A member's, while the minutes wait to be approved."""
    meeting = lock(item.meeting)
    if meeting.state == MeetingState.HELD:
        raise Refused(
            "Referatet er taget tilbage for at blive rettet. Gem din tekst, og send den, "
            "når du får referatet igen."
        )
    if meeting.state != MeetingState.MINUTES_SENT:
        raise Refused(
            f"Referatet er »{meeting.get_state_display()}«, så det tager ikke imod bemærkninger nu."
        )
    refuse_in([text])
    said = MinutesRemark.objects.create(item=item, text=text, by=by)
    record("minutes.remark", "Der kom en bemærkning til referatet", by=by, subject=meeting, internal=True)
    queue(*letters.remark_made(said))
    return said


@transaction.atomic
def answer_remark(said: MinutesRemark, text: str, *, by: User) -> MinutesRemark:
    meeting = lock(said.item.meeting)
    said = lock(said)
    if meeting.state == MeetingState.APPROVED:
        raise Refused("Referatet er godkendt. Skriv i stedet en rettelse.")
    refuse_in([text])
    said.answer, said.answered_at = text, timezone.now()
    said.save()
    record("minutes.answer", "Der kom svar på en bemærkning", by=by, subject=meeting, internal=True)
    queue(*letters.remark_answered(said, by))
    return said


@transaction.atomic
def approve(meeting: Meeting, *, by: User) -> Meeting:
    """The council did so at a later meeting."""
    meeting = lock(meeting)
    _refuse_unheard(meeting)
    return _approved(meeting, Approval.MEETING, by)


@transaction.atomic
def approve_by_silence(meeting_id: int) -> bool:
    """The worker's part, when the days for remarks are over; not while a remark waits for an answer."""
    meeting = (
        Meeting.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(pk=meeting_id, state=MeetingState.MINUTES_SENT)
        .select_related("council__district")
        .first()
    )
    if meeting is None or meeting.remarks_by is None or not is_over(meeting.remarks_by) or _unheard(meeting):
        return False
    _approved(meeting, Approval.SILENCE, None)
    return True


def approve_what_nobody_minds() -> int:
    """All minutes whose days for remarks are over; called by the worker each minute."""
    due = Meeting.objects.filter(state=MeetingState.MINUTES_SENT, remarks_by__lt=timezone.localdate())
    return sum(map(approve_by_silence, due.values_list("pk", flat=True)))


@transaction.atomic
def correct(item: AgendaItem, *, text: str, reason: str, by: User) -> MinutesCorrection:
    """After the approval nothing is changed: the correction stands beside the point, with day and reason."""
    meeting = lock(item.meeting)
    if meeting.state != MeetingState.APPROVED:
        raise Refused("Referatet er ikke godkendt endnu, så ret i selve teksten.")
    refuse_in([text, reason])
    made = MinutesCorrection.objects.create(meeting=meeting, item=item, text=text, reason=reason, by=by)
    record(
        "minutes.corrected",
        "Referatet er rettet efter sin godkendelse",
        by=by,
        subject=meeting,
        internal=True,
    )
    return made


def _approved(meeting: Meeting, how: Approval, by: User | None) -> Meeting:
    move(meeting, MeetingState.APPROVED, MEETING_TRANSITIONS)
    meeting.approved_at, meeting.approval = timezone.now(), how
    save_as_next(by, meeting)
    record("minutes.approved", f"Referatet blev godkendt {how.label}", by=by, subject=meeting)
    return meeting


def _unheard(meeting: Meeting) -> bool:
    return MinutesRemark.objects.filter(item__meeting=meeting, answered_at=None).exists()


def _refuse_unheard(meeting: Meeting) -> None:
    if _unheard(meeting):
        raise Refused(
            "En bemærkning venter på svar. Svar på den først. Skal referatet rettes, så tag det tilbage."
        )


def _refuse_unfinished(meeting: Meeting) -> None:
    if not meeting.attendances.exists():
        raise Refused("Skriv først, hvem der mødte.")
    empty = [str(item.position) for item in meeting.agenda.all() if not is_told(item)]
    if empty:
        which = f"Punkt {listing(empty)} har" if len(empty) == 1 else f"Punkterne {listing(empty)} har"
        raise Refused(f"{which} intet referat. Skriv det, eller udsæt punktet til næste møde.")


def is_told(item: AgendaItem) -> bool:
    return bool(item.minutes or item.decision or item.is_postponed)


def may_be_written(meeting: Meeting, today: date) -> bool:
    """The day has come, and the minutes are not sent."""
    return meeting.held_on <= today and meeting.state not in (*OVER[1:], MeetingState.CANCELLED)
