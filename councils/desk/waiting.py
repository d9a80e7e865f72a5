"""What meetings ask of whoever calls them, and of the council's members; for `components/waiting.html`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from councils.agendas.models import AgendaItem, AgendaRequest
from councils.agendas.states import RequestState
from councils.meetings.models import Meeting
from councils.meetings.permissions import SEATLESS, followed_districts, may_call
from councils.meetings.states import MeetingState
from councils.register.models import CouncilKind
from councils.register.offices import Person, offices
from samarbejde.danish import date_text
from samarbejde.deadlines import is_over

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

SOON = timedelta(days=21)  # before the last day to call
LATELY = timedelta(days=120)  # minutes that nobody has written by then were kept elsewhere
ASKING = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.HELD, MeetingState.MINUTES_SENT)


@dataclass(frozen=True)
class MeetingTask:
    title: str
    action: str
    url: str
    text: str = ""
    due: date | None = None

    @property
    def is_late(self) -> bool:
        return self.due is not None and is_over(self.due)


class Told(TypedDict):
    is_answered: bool  # the person has said whether they come
    is_remarked: bool  # a remark on the minutes has no answer yet


def tasks_for(person: Person) -> Iterator[MeetingTask]:
    """The oldest meeting first, then what is asked for; two queries, however many there are."""
    today = timezone.localdate()
    for meeting in _asking(person, today):
        calls = may_call(person, meeting.council)
        if _asks_whether_they_come(person, meeting, today):
            yield _to_answer(meeting)
        if task := _to_do(meeting, today) if calls else _to_read(meeting, today):
            yield task
    yield from _wishes(person)


def _concerns(person: Person) -> Q:
    """A condition on what has a council: the person sits there, or is the committee's secretariat."""
    councils = {seat.council_id for seat in offices(person).memberships}
    committees = Q(council__kind=CouncilKind.CONTACT, council__district__in=followed_districts(person))
    return Q(council__in=councils) | committees


def _asking(person: Person, today: date) -> "QuerySet[WithAnnotations[Meeting, Told]]":
    own = AgendaItem.objects.filter(meeting=OuterRef("pk"))
    unpublished = Q(state=MeetingState.APPROVED, published=None, held_on__gte=today - LATELY)
    to_publish = unpublished & Q(Exists(own.shown(closed=False)))
    found = Meeting.objects.filter(_concerns(person), Q(state__in=ASKING) | to_publish)
    answers = Q(acceptances__membership__user=person.pk) | Q(apologies__membership__user=person.pk)
    remarked = own.filter(remarks__answer="")
    return (
        found.with_places()
        .annotate(
            is_answered=Exists(Meeting.objects.filter(answers, pk=OuterRef("pk"))),
            is_remarked=Exists(remarked),
        )
        .order_by("held_on", "pk")
    )


def _asks_whether_they_come(person: Person, meeting: "WithAnnotations[Meeting, Told]", today: date) -> bool:
    """Whoever called comes."""
    if meeting.state != MeetingState.CALLED or meeting.held_on < today or meeting.is_answered:
        return False
    return meeting.called_by_id != person.pk and any(
        seat.council_id == meeting.council_id and seat.role not in SEATLESS and meeting.held_on in seat.period
        for seat in offices(person).memberships
    )


def _to_answer(meeting: Meeting) -> MeetingTask:
    url = reverse("apologise", args=[meeting.pk])
    text = f"Mødet er {meeting.when}" + (f", {meeting.place}." if meeting.place else ".")
    return MeetingTask(f"Kommer du til mødet i {meeting.council}?", "Svar", url, text, meeting.held_on)


def _to_do(meeting: "WithAnnotations[Meeting, Told]", today: date) -> MeetingTask | None:
    where = f"{meeting.council}, {date_text(meeting.held_on)}"
    if meeting.is_coming and meeting.held_on < today:
        text = "Dagen er gået. Skriv, hvem der mødte, eller aflys mødet."
        url = reverse("tell-attendance", args=[meeting.pk])
        return MeetingTask(f"Mødet i {where}", "Skriv fremmødet", url, text)
    if meeting.state == MeetingState.PLANNED and meeting.notice_by and meeting.notice_by <= today + SOON:
        url = reverse("meeting", args=[meeting.pk])
        return MeetingTask(f"Indkald til mødet i {where}", "Se mødet", url, due=meeting.notice_by)
    return _minutes_to_do(meeting, where, today)


def _minutes_to_do(meeting: "WithAnnotations[Meeting, Told]", where: str, today: date) -> MeetingTask | None:
    title, url = f"Referat af mødet i {where}", reverse("minutes", args=[meeting.pk])
    if meeting.state == MeetingState.HELD and meeting.held_on >= today - LATELY:
        return MeetingTask(title, "Skriv referatet", url)
    if meeting.state == MeetingState.MINUTES_SENT and meeting.is_remarked:
        text = "Et medlem har skrevet, at noget er forkert. Svar, før referatet kan godkendes."
        return MeetingTask(title, "Læs bemærkningen", url, text, meeting.remarks_by)
    if meeting.state == MeetingState.APPROVED:
        text = "Det er godkendt. Lukkede punkter kommer ikke med, når det offentliggøres."
        return MeetingTask(title, "Offentliggør det", url, text)
    return None


def _to_read(meeting: Meeting, today: date) -> MeetingTask | None:
    """Until the last day for remarks."""
    if meeting.state != MeetingState.MINUTES_SENT or meeting.remarks_by is None or meeting.remarks_by < today:
        return None
    return MeetingTask(
        f"Referat af mødet i {meeting.council}, {date_text(meeting.held_on)}",
        "Læs referatet",
        reverse("minutes", args=[meeting.pk]),
        "Er noget forkert, så skriv det til punktet.",
        meeting.remarks_by,
    )


def _wishes(person: Person) -> Iterator[MeetingTask]:
    """Points that members ask for, for whoever calls the council."""
    asked = AgendaRequest.objects.filter(_concerns(person), state=RequestState.WAITING)
    asked = asked.select_related("council__municipality").order_by("asked_at", "pk")
    waiting = Counter(one.council for one in asked if may_call(person, one.council))
    for council, number in waiting.items():
        title = f"{number} ønsker" if number > 1 else "Et ønske"
        yield MeetingTask(
            f"{title} til dagsordenen i {council}",
            "Svar på det" if number == 1 else "Svar på dem",
            f"{reverse('council-meetings', args=[council.pk])}#requests",
            "Tag det på en dagsorden, eller skriv, hvorfor det ikke kommer på.",
        )
