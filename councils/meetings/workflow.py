"""The day of a meeting is set or moved."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction

from councils.meetings import letters
from councils.meetings.models import Meeting, MeetingRules
from councils.meetings.states import MeetingState
from councils.register.models import Council, PoliceDistrict
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, lock_as_seen, stands

Answers = Mapping[str, object]  # held_on, starts_at, ends_at, place, link, is_public, notice_by
NOT_CHANGED = "Mødet er {}, så dag, tid og sted kan ikke ændres mere."
ANSWERS_FELL = ". Tilsagn og afbud gælder ikke mere"


@transaction.atomic
def plan_meeting(council: Council, answers: Answers, *, by: User) -> Meeting:
    council = lock(council)
    meeting = _written(Meeting(council=council), answers)
    _refuse_taken_day(meeting)
    with_editor(by, meeting).save()
    told = f"Mødet i {council} {meeting.when} blev planlagt"
    record("meeting.planned", told, by=by, subject=meeting, within=council)
    return meeting


@transaction.atomic
def change_meeting(meeting: Meeting, answers: Answers, *, version: int, by: User) -> Meeting:
    """Day, time and place, if `version` is what stands; raises `Stale` if not."""
    lock(meeting.council)
    meeting = lock_as_seen(meeting, version, answers)
    if not meeting.is_coming:
        raise Refused(NOT_CHANGED.format(meeting.get_state_display()))
    if stands(meeting, answers):
        return meeting
    before, day = meeting.when, meeting.held_on
    _written(meeting, answers)
    asks_again = meeting.held_on != day and _answers_fall(meeting)
    if meeting.held_on != day:
        meeting.reminded_at = None
    _refuse_taken_day(meeting)
    _refuse_nowhere(meeting)
    save_as_next(by, meeting)
    moved = f"Mødet blev flyttet fra {before} til {meeting.when}" if meeting.when != before else ""
    told = (moved or f"Mødet {meeting.when} fik nye oplysninger") + (ANSWERS_FELL if asks_again else "")
    record("meeting.changed", told, by=by, subject=meeting, within=meeting.council)
    if meeting.state == MeetingState.CALLED:
        queue(*letters.changed(meeting, told, by, asks_again=asks_again))
    return meeting


def _answers_fall(meeting: Meeting) -> bool:
    """They were of the day that was set when they came; whether there were any."""
    fell = [answers.all().delete()[0] for answers in (meeting.acceptances, meeting.apologies)]
    return any(fell)


@transaction.atomic
def set_rules(district: PoliceDistrict, answers: Answers, *, version: int, by: User) -> MeetingRules:
    """How many days before a meeting it is called, and after how many its minutes stand approved."""
    lock(district)
    rules, made = MeetingRules.objects.get_or_create(district=district)
    rules = lock_as_seen(rules, rules.version if made else version, answers)
    if stands(rules, answers):
        return rules
    for name, answer in answers.items():
        setattr(rules, name, answer)
    save_as_next(by, rules)
    told = (
        f"Møder indkaldes {rules.notice_days} dage før, "
        f"og referater er godkendt {rules.approval_days} dage efter, at de er sendt"
    )
    record("meetings.rules", told, by=by, subject=rules, internal=True)
    return rules


def _written(meeting: Meeting, answers: Answers) -> Meeting:
    for name, answer in answers.items():
        setattr(meeting, name, answer)
    if meeting.notice_by is None:
        meeting.notice_by = notice_day(meeting.council.district, meeting.held_on)
    refuse_in([meeting.place])
    return meeting


def notice_day(district: PoliceDistrict, held_on: date) -> date:
    """The last day to call a meeting, by the district's own rules."""
    return held_on - timedelta(days=MeetingRules.of(district).notice_days)


def _refuse_taken_day(meeting: Meeting) -> None:
    others = meeting.council.meetings.not_cancelled().filter(held_on=meeting.held_on)
    if others.exclude(pk=meeting.pk).exists():
        raise Refused(
            f"{meeting.council} har allerede et møde den {date_text(meeting.held_on)}. "
            "Vælg en anden dag, eller ret det møde, der står."
        )


def _refuse_nowhere(meeting: Meeting) -> None:
    if meeting.state == MeetingState.CALLED and not meeting.where:
        raise Refused("Der er indkaldt til mødet. Skriv et sted eller et link, så alle kan finde det.")
