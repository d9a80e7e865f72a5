"""Who comes: guests are asked, members send apologies, a deputy comes instead."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from councils.attendance import letters
from councils.attendance.models import Acceptance, Apology, Guest
from councils.meetings.models import Meeting
from councils.meetings.states import MeetingState
from councils.register.models import Membership
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock

NOT_COMING = "Mødet er »{}«, så der er ikke mere at svare på."


@transaction.atomic
def invite_guest(meeting: Meeting, *, name: str, title: str, email: str, by: User) -> Guest:
    """Somebody from outside; they get the notice with the others, or at once where it has left."""
    meeting = _lock_coming(meeting)
    refuse_in([name, title])
    guest = Guest(meeting=meeting, name=name, title=title, email=email)
    try:
        with transaction.atomic():
            guest.save()
    except IntegrityError as twice:
        raise Refused(f"{name} er på listen i forvejen. Fjern dem først, hvis noget skal rettes.") from twice
    record("meeting.guest", f"{name} blev inviteret som gæst", by=by, subject=meeting)
    if meeting.state == MeetingState.CALLED:
        queue(*letters.guest_called(guest))
    return guest


@transaction.atomic
def remove_guest(guest: Guest, *, by: User) -> None:
    meeting = _lock_coming(guest.meeting)
    guest = lock(guest, gone="Gæsten er fjernet af en anden.")
    record("meeting.guest_removed", f"{guest.name} er ikke gæst mere", by=by, subject=meeting)
    if meeting.state == MeetingState.CALLED:
        queue(*letters.guest_not_called(guest))
    guest.delete()


@transaction.atomic
def apologise(
    meeting: Meeting, seat: Membership, *, deputy: Membership | None = None, stand_in: str = "", by: User
) -> Apology:
    """The member does not come. A `deputy` comes instead, or somebody of the name `stand_in`, or nobody.

    What stands already is told to nobody again; a deputy whom another replaces is.
    """
    meeting = _lock_coming(meeting)
    refuse_in([stand_in])
    stand_in = deputy.user.name if deputy else stand_in
    before = Apology.objects.filter(meeting=meeting, membership=seat).select_related("deputy__user").first()
    if before and (before.deputy, before.stand_in) == (deputy, stand_in):
        return before
    Acceptance.objects.filter(meeting=meeting, membership=seat).delete()
    apology, _ = Apology.objects.update_or_create(
        meeting=meeting,
        membership=seat,
        defaults={"deputy": deputy, "stand_in": stand_in, "told_at": timezone.now()},
    )
    told = f"{seat.user} meldte afbud" + (f". I stedet kommer {stand_in}" if stand_in else "")
    record("meeting.apology", told, by=by, subject=meeting)
    queue(*letters.apology_sent(apology))
    if before and before.deputy and before.deputy != deputy:
        queue(*letters.deputy_not_needed(apology, before.deputy))
    return apology


@transaction.atomic
def accept(meeting: Meeting, seat: Membership, *, by: User) -> Acceptance:
    """The member comes. An apology is taken back, and whoever was told of it hears so."""
    meeting = _lock_coming(meeting)
    acceptance, is_new = Acceptance.objects.get_or_create(meeting=meeting, membership=seat)
    apology = Apology.objects.filter(meeting=meeting, membership=seat).select_related("deputy__user").first()
    if apology:
        apology.delete()
        record("meeting.apology_withdrawn", f"{seat.user} kommer alligevel", by=by, subject=meeting)
        queue(*letters.comes_after_all(meeting, seat, apology.deputy))
    elif is_new:
        record("meeting.accepted", f"{seat.user} kommer", by=by, subject=meeting, internal=True)
    return acceptance


def _lock_coming(meeting: Meeting) -> Meeting:
    meeting = lock(meeting)
    if not meeting.is_coming:
        raise Refused(NOT_COMING.format(meeting.get_state_display()))
    return meeting
