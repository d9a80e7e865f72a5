"""What a meeting is to talk of."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import F, Max, ProtectedError

from councils.agendas.models import PREPARES, AgendaAttachment, AgendaItem, AgendaRequest
from councils.agendas.sources import Waiting, waiting_for
from councils.agendas.states import REQUEST_TRANSITIONS, RequestState
from councils.agendas.workflow.requesting import answer, let_wait_again
from councils.meetings.models import Meeting
from councils.meetings.states import MeetingState
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, lock_as_seen, move, stands

WRITABLE = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.HELD)  # and until the minutes are sent
LOCKED = "Mødet er »{}«, så dagsordenen ligger fast."
GONE = "Punktet er slettet af en anden."
UP, DOWN = "up", "down"
Answers = Mapping[str, object]  # title, text, presenter, is_closed


@transaction.atomic
def add_item(meeting: Meeting, answers: Answers, *, by: User) -> AgendaItem:
    """Behind the others."""
    meeting = lock_writable(meeting)
    return _added(meeting, _written(AgendaItem(), answers), by)


@transaction.atomic
def edit_item(item: AgendaItem, answers: Answers, *, version: int, by: User) -> AgendaItem:
    """If `version` is what stands; raises `Stale` if not. What is closed is so for the kontaktudvalg too."""
    meeting = lock_writable(item.meeting)
    item = lock_as_seen(item, version, answers, gone=GONE)
    if stands(item, answers):
        return item
    was_closed = item.is_closed
    save_as_next(by, _written(item, answers))
    if item.is_closed and not was_closed:
        _close_copies(item, by)
    tell(meeting, "agenda.edited", "blev rettet", by)
    return item


def _close_copies(item: AgendaItem, by: User) -> None:
    """As far as citizens do not read them yet: what is published stays."""
    copies = AgendaItem.objects.shown(closed=False).filter(pk__in=_copies_of(item))
    unpublished = Meeting.objects.filter(pk__in=copies.values("meeting"), published=None)
    for meeting in unpublished.select_for_update(of=("self",)).order_by("pk"):
        for copy in copies.filter(meeting=meeting):
            copy.is_closed = True
            save_as_next(by, copy, "Lukket med kredsrådets punkt")
            tell(meeting, "agenda.edited", "blev lukket", by)


def _copies_of(item: AgendaItem) -> set[int]:
    """The kontaktudvalg's, and what became of each as it was put off from meeting to meeting."""
    found: set[int] = set()
    newest = set(AgendaItem.objects.filter(source=f"{PREPARES}{item.pk}").values_list("pk", flat=True))
    while newest:
        found |= newest
        newest = set(AgendaItem.objects.filter(carried_from__in=newest).values_list("pk", flat=True)) - found
    return found


@transaction.atomic
def move_item(item: AgendaItem, direction: str, *, by: User) -> AgendaItem:
    """Past its neighbour above or below. At the end of the list nothing happens."""
    meeting = lock_writable(item.meeting)
    item = lock(item, gone=GONE)
    step = -1 if direction == UP else 1
    other = meeting.agenda.filter(position=item.position + step).first()
    if other is not None:
        item.position, other.position = other.position, item.position
        for moved in (item, other):
            with_editor(by, moved, "Flyttet").save(update_fields=["position"])
    return item


@transaction.atomic
def delete_item(item: AgendaItem, *, by: User) -> None:
    """What it came of waits again."""
    meeting = lock_writable(item.meeting)
    item = lock(item, gone=GONE)
    _refuse_told(item)
    tell(meeting, "agenda.deleted", "blev taget af dagsordenen", by)
    let_wait_again(AgendaRequest.objects.filter(item=item))
    try:
        with_editor(by, item).delete()
    except ProtectedError as discussed:
        raise Refused("Punktet hører til en drøftelse af planen, så det bliver stående.") from discussed
    meeting.agenda.filter(position__gt=item.position).update(position=F("position") - 1)


@transaction.atomic
def take_up(meeting: Meeting, keys: Iterable[str], *, by: User) -> list[AgendaItem]:
    """Put what waits under these keys on the agenda, each as a point of its own."""
    meeting = lock_writable(meeting)
    wanted = set(keys)
    chosen = [one for one in waiting_for(meeting) if one.key in wanted]
    if not chosen:
        raise Refused("Det står allerede på en dagsorden, eller det venter ikke mere. Se listen igen.")
    added = []
    for one in chosen:
        given_up = _given_up(meeting, one)
        is_closed = one.is_closed or bool(given_up and given_up.is_closed)
        item = AgendaItem(title=one.title[:200], text=one.text, is_closed=is_closed, source=one.key)
        item.carried_from_id = one.carried_from
        added.append(_added(meeting, item, by))
        _bring_attachments(one, given_up, item)
        if one.request:
            _take(AgendaRequest(pk=one.request), item, by)
    return added


def _given_up(meeting: Meeting, one: Waiting) -> AgendaItem | None:
    """The same, as it stood on the council's newest meeting that was cancelled with it."""
    stood = AgendaItem.objects.filter(
        source=one.key, meeting__council=meeting.council_id, meeting__state=MeetingState.CANCELLED
    )
    return stood.order_by("-meeting__held_on", "-pk").first()


def _bring_attachments(one: Waiting, given_up: AgendaItem | None, item: AgendaItem) -> None:
    """Of the point that this one prepares, and of where it stood before."""
    prepared = int(one.key.removeprefix(PREPARES)) if one.key.startswith(PREPARES) else None
    before = given_up.pk if given_up else one.carried_from
    files: set[str] = set()
    names: set[str] = set()
    for attachment in AgendaAttachment.objects.filter(item__in=filter(None, (prepared, before))):
        if attachment.file_id in files or attachment.name in names:
            continue
        files.add(attachment.file_id)
        names.add(attachment.name)
        attachment.pk, attachment.item, attachment.for_citizens = None, item, False
        attachment.save(force_insert=True)


def _take(request: AgendaRequest, item: AgendaItem, by: User) -> None:
    request = lock(request)
    move(request, RequestState.TAKEN, REQUEST_TRANSITIONS)
    request.item = item
    answer(request, by)


def _added(meeting: Meeting, item: AgendaItem, by: User) -> AgendaItem:
    last = meeting.agenda.aggregate(last=Max("position"))["last"] or 0
    item.meeting, item.position = meeting, last + 1
    with_editor(by, item).save()
    tell(meeting, "agenda.added", "kom på dagsordenen", by)
    return item


def lock_writable(meeting: Meeting) -> Meeting:
    meeting = lock(meeting)
    if meeting.state not in WRITABLE:
        raise Refused(LOCKED.format(meeting.get_state_display()))
    return meeting


def _written(item: AgendaItem, answers: Answers) -> AgendaItem:
    for name, value in answers.items():
        setattr(item, name, value)
    refuse_in([item.title, item.text, item.presenter])
    return item


def _refuse_told(item: AgendaItem) -> None:
    if item.minutes or item.decision:
        raise Refused("Punktet har et referat. Slet først det, hvis punktet skal væk.")
    if item.is_postponed:
        raise Refused("Punktet er udsat til næste møde. Skriv først i referatet, at det ikke er.")
    if item.remarks.exists():
        raise Refused("Der er en bemærkning til punktet, så det bliver stående.")


def tell(meeting: Meeting, verb: str, what: str, by: User) -> None:
    """Without its title: a point may be closed later, and what is written here stays."""
    record(verb, f"Et punkt {what}", by=by, subject=meeting, internal=True)
