from collections.abc import Iterator

from django.db.models import QuerySet

from councils.meetings import letters
from councils.meetings.states import MeetingState, RequestState
from councils.models import AgendaRequest, Apology, Guest, Meeting
from plans.demo.letter_examples import told
from samarbejde.outbox.letters import Letter


def _requests() -> QuerySet[AgendaRequest]:
    return AgendaRequest.objects.select_related("council", "asked_by", "item__meeting").order_by("pk")


def point_asked_for() -> Iterator[list[Letter]]:
    yield letters.point_asked_for(_requests().filter(state=RequestState.WAITING)[0])


def point_answered() -> Iterator[list[Letter]]:
    for state in (RequestState.TAKEN, RequestState.DECLINED):
        yield letters.point_answered(_requests().filter(state=state)[0])


def _called() -> Meeting:
    return Meeting.objects.with_places().filter(state=MeetingState.CALLED).earliest("held_on")


def called() -> Iterator[list[Letter]]:
    yield letters.called(_called(), told.person("sekretariat"))


def guest_called() -> Iterator[list[Letter]]:
    yield letters.guest_called(Guest.objects.select_related("meeting__council").exclude(email="")[0])


def guest_not_called() -> Iterator[list[Letter]]:
    yield letters.guest_not_called(Guest.objects.select_related("meeting__council").exclude(email="")[0])


def agenda_changed() -> Iterator[list[Letter]]:
    yield letters.agenda_changed(_called(), told.person("sekretariat"))


def changed() -> Iterator[list[Letter]]:
    meeting = _called()
    yield letters.changed(meeting, f"Mødet {meeting.when} fik nye oplysninger", told.person("sekretariat"))


def cancelled() -> Iterator[list[Letter]]:
    given_up = Meeting.objects.with_places().filter(state=MeetingState.CANCELLED)
    yield letters.cancelled(given_up.earliest("held_on"), told.person("sekretariat"))


def reminded() -> Iterator[list[Letter]]:
    yield letters.reminded(_called())


def apology_sent() -> Iterator[list[Letter]]:
    """With a deputy, and with nobody."""
    sent = Apology.objects.select_related("meeting__council", "membership__user", "deputy__user")
    for known in (False, True):
        yield letters.apology_sent(sent.filter(deputy__isnull=not known)[0])


def deputy_not_needed() -> Iterator[list[Letter]]:
    sent = Apology.objects.select_related("meeting__council", "membership__user", "deputy__user")
    apology = sent.exclude(deputy=None)[0]
    assert apology.deputy is not None
    yield letters.deputy_not_needed(apology, apology.deputy)


def comes_after_all() -> Iterator[list[Letter]]:
    sent = Apology.objects.select_related("meeting__council", "membership__user", "deputy__user")
    apology = sent.exclude(deputy=None)[0]
    yield letters.comes_after_all(apology.meeting, apology.membership, apology.deputy)
