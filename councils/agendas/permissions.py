"""Who reads a point and who writes it, by who reads and who calls its meeting."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.agendas.models import AgendaAttachment, AgendaItem, AgendaItemQuerySet, AgendaRequest
from councils.meetings.models import Meeting
from councils.meetings.permissions import (
    load_council,
    load_meeting,
    load_own_council,
    load_own_meeting,
    may_see_closed,
)
from councils.register.models import Council
from councils.register.offices import Person, offices


def visible_items(person: Person, meeting: Meeting) -> AgendaItemQuerySet:
    return AgendaItem.objects.filter(meeting=meeting).shown(closed=may_see_closed(person, meeting.council))


def load_members_council(person: Person, pk: int) -> Council:
    """For those who sit in it; 403 for the secretariat that only follows it."""
    council = load_council(person, pk)
    if not offices(person).sits_in(council.pk):
        raise PermissionDenied("Kun rådets medlemmer kan gøre dette.")
    return council


def load_item(person: Person, pk: int, item_pk: int) -> AgendaItem:
    """A point of a meeting for whoever calls it; 404 where it is of another meeting."""
    meeting = load_own_meeting(person, pk)
    item = meeting.agenda.filter(pk=item_pk).first()
    if item is None:
        raise Http404
    item.meeting = meeting
    return item


def load_attachment(person: Person, pk: int, item_pk: int, attachment_pk: int) -> AgendaAttachment:
    """For whoever sees its point; where that is closed to them, there is none."""
    items = visible_items(person, load_meeting(person, pk))
    found = AgendaAttachment.objects.filter(item__in=items, item=item_pk, pk=attachment_pk).first()
    if found is None:
        raise Http404
    return found


def load_own_attachment(person: Person, pk: int, item_pk: int, attachment_pk: int) -> AgendaAttachment:
    """For whoever calls the meeting."""
    item = load_item(person, pk, item_pk)
    found = item.attachments.filter(pk=attachment_pk).first()
    if found is None:
        raise Http404
    found.item = item
    return found


def load_request(person: Person, pk: int, request_pk: int) -> AgendaRequest:
    """A member's wish, for whoever calls the council."""
    council = load_own_council(person, pk)
    found = council.agenda_requests.filter(pk=request_pk).select_related("asked_by").first()
    if found is None:
        raise Http404
    found.council = council
    return found
