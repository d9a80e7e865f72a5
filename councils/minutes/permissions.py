"""Who reads minutes, and who remarks on them. Who keeps them calls the meeting too."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.agendas.models import AgendaItem
from councils.meetings.models import Meeting
from councils.meetings.permissions import load_meeting, load_own_meeting, may_read_minutes, may_see_closed
from councils.minutes.models import MinutesRemark
from councils.register.offices import Person, offices


def load_minutes(person: Person, pk: int) -> Meeting:
    meeting = load_meeting(person, pk)
    if not may_read_minutes(person, meeting):
        raise Http404
    return meeting


def load_remarkable(person: Person, pk: int, item_pk: int, *, is_typed: bool) -> AgendaItem:
    """A point that the person may remark on; 404 for a closed one that is not theirs to see.

    A member who has typed a remark is refused in words when the minutes were taken back meanwhile.
    """
    meeting = load_meeting(person, pk)
    has_typed = is_typed and offices(person).sits_in(meeting.council_id)
    if not has_typed and not may_read_minutes(person, meeting):
        raise Http404
    shown = AgendaItem.objects.shown(closed=may_see_closed(person, meeting.council))
    item = shown.filter(meeting=meeting, pk=item_pk).first()
    if item is None:
        raise Http404
    if not offices(person).sits_in(meeting.council_id):
        raise PermissionDenied("Kun rådets medlemmer kan skrive bemærkninger.")
    item.meeting = meeting
    return item


def load_remark(person: Person, pk: int, remark_pk: int) -> MinutesRemark:
    """For whoever keeps the minutes."""
    meeting = load_own_meeting(person, pk)
    found = MinutesRemark.objects.filter(item__meeting=meeting, pk=remark_pk)
    said = found.select_related("item", "by").first()
    if said is None:
        raise Http404
    said.item.meeting = meeting
    return said
