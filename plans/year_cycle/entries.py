"""The days of a year: meetings, deadlines, duties, as the person who asks may know of them. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from councils.meetings.models import Meeting, MeetingQuerySet
from councils.meetings.permissions import visible_meetings
from councils.models import Council, CouncilKind, PoliceDistrict
from councils.register.offices import Person
from plans.approval.models import Consultation, RoundState, SignatureRound
from plans.document.states import OPEN, PlanState
from plans.duties.models import Duty
from plans.follow_up.in_force import due_day, duties_in_force, laid_on
from plans.local_decisions.models import TopicChange
from plans.proposals.models import ProposalRound

LAW_DEMANDS = 4  # meetings of the kredsråd a year: bekendtgørelse 1426/2006


@dataclass(frozen=True)
class Entry:
    """One day of the year. `key` names it for good, also when the day is moved."""

    key: str
    day: date
    kind: str  # meeting, deadline, duty or change
    text: str
    whose: str
    address: str
    said: str = ""  # how far it is, in a word
    meeting: Meeting | None = None

    @property
    def quarter(self) -> int:
        return (self.day.month + 2) // 3

    @property
    def is_off(self) -> bool:
        return self.meeting is not None and self.meeting.state == "cancelled"


@dataclass(frozen=True)
class Span:
    first: date
    last: date

    @classmethod
    def of_year(cls, year: int) -> "Span":
        return cls(date(year, 1, 1), date(year, 12, 31))

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def district_entries(person: Person, district: PoliceDistrict, span: Span) -> list[Entry]:
    """Of all its councils."""
    meetings = visible_meetings(person).filter(council__district=district)
    found = [*_meetings(meetings, span), *_plan_dates(district.pk, span), *_duties(district.pk, span)]
    return in_order([*found, *_changes(TopicChange.objects.filter(council__district=district), span)])


def council_entries(person: Person, council: Council, span: Span) -> list[Entry]:
    """Its own meetings, and what is asked of it. The kredsråd has all that is asked of anybody."""
    district = council.district_id
    found = _meetings(visible_meetings(person).filter(council=council), span)
    found += _plan_dates(district, span, CouncilKind(council.kind))
    found += _duties(district, span, council)
    changes = TopicChange.objects.filter(council__district=district)
    if council.kind == CouncilKind.LOCAL:
        changes = changes.filter(council=council)
    if council.kind != CouncilKind.CONTACT:
        found += _changes(changes, span)
    return in_order(found)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Each once, by day; on one day meetings stand first."""
    once = {entry.key: entry for entry in entries}
    kinds = ("meeting", "deadline", "duty", "change")
    return sorted(once.values(), key=lambda entry: (entry.day, kinds.index(entry.kind), entry.whose))


def lacking_meetings(district: PoliceDistrict, year: int) -> int:
    """How many meetings of the kredsråd the law demands beside those that stand in its calendar."""
    own = Meeting.objects.filter(council__kind=CouncilKind.DISTRICT, council__district=district)
    return max(0, LAW_DEMANDS - own.not_cancelled().filter(held_on__year=year).count())


def _meetings(meetings: MeetingQuerySet, span: Span) -> list[Entry]:
    return [
        Entry(
            key=f"moede-{meeting.pk}",
            day=meeting.held_on,
            kind="meeting",
            text=f"Møde {meeting.clock}".rstrip(),
            whose=str(meeting.council),
            address=reverse("meeting", args=[meeting.pk]),
            said=meeting.get_state_display(),
            meeting=meeting,
        )
        for meeting in meetings.filter(held_on__range=(span.first, span.last))
    ]


def _plan_dates(district: int, span: Span, kind: CouncilKind = CouncilKind.DISTRICT) -> list[Entry]:
    """What a council of that kind is asked while the district's plan is made."""
    found = []
    if kind != CouncilKind.CONTACT:
        found += _round_dates(district)
    found += _consultation_dates(district)
    if kind == CouncilKind.DISTRICT:
        found += _signature_dates(district)
    return [entry for entry in found if span.holds(entry.day)]


def _round_dates(district: int) -> list[Entry]:
    rounds = ProposalRound.objects.filter(plan__council__district=district, plan__state__in=OPEN)
    found = []
    for asked in rounds.select_related("plan__council"):
        plan, address = asked.plan, reverse("plan", args=[asked.plan_id])
        opens, closes = timezone.localdate(asked.opens_at), timezone.localdate(asked.deadline)
        found += [
            Entry(f"runde-{asked.pk}", opens, "deadline", "Forslagsrunden åbner", plan.title, address),
            Entry(f"frist-{asked.pk}", closes, "deadline", "Frist for forslag", plan.title, address),
        ]
    return found


def _consultation_dates(district: int) -> list[Entry]:
    held = Consultation.objects.filter(
        plan__council__district=district, plan__state=PlanState.CONSULTATION, answer_by__isnull=False
    )
    return [
        Entry(
            f"hoering-{one.plan_id}",
            one.answer_by,
            "deadline",
            "Bemærkninger i høringen senest",
            one.plan.title,
            reverse("plan", args=[one.plan_id]),
        )
        for one in held.select_related("plan__council").order_by(
            "sent_at"
        )  # the latest is the one that counts
        if one.answer_by
    ]


def _signature_dates(district: int) -> list[Entry]:
    rounds = SignatureRound.objects.filter(
        plan__council__district=district, state=RoundState.OPEN, deadline__isnull=False
    )
    return [
        Entry(
            f"underskrift-{one.pk}",
            one.deadline,
            "deadline",
            "Planen underskrives senest",
            one.plan.title,
            reverse("plan", args=[one.plan_id]),
        )
        for one in rounds.select_related("plan__council")
        if one.deadline
    ]


def _duties(district: int, span: Span, council: Council | None = None) -> list[Entry]:
    """In force: nobody is bound by a draft. The kredsråd has those of all bodies, each once."""
    if council is None or council.kind == CouncilKind.DISTRICT:
        duties = duties_in_force([district])
        found = [_duty(duty, due_day(duty), span) for duty in duties]
    else:
        laid = laid_on([district], councils=[council])
        found = [_duty(one.duty, one.due, span, one.in_words) for one in laid]
    return [entry for entry in found if entry]


def _changes(changes: "QuerySet[TopicChange]", span: Span) -> list[Entry]:
    """How lokalråd changed their own topics, on the day it held from; citizens read it there as well."""
    found = changes.filter(changed_on__range=(span.first, span.last))
    return [
        Entry(
            f"aendring-{one.pk}",
            one.changed_on,
            "change",
            f"Ændret emne: {one.topic}",
            str(one.council),
            reverse("municipality-page", args=[one.council.district.slug, one.plan.year, place.slug]),
        )
        for one in found.select_related("plan", "council__district", "council__municipality")
        if (place := one.council.municipality)
    ]


def _duty(duty: Duty, day: date, span: Span, said: str = "") -> Entry | None:
    if not span.holds(day):
        return None
    address = reverse("duties", args=[duty.plan_id])
    return Entry(f"opgave-{duty.pk}", day, "duty", duty.wording, duty.plan.title, address, said)
