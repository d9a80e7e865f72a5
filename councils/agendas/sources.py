"""What waits to be put on an agenda, told by the rooms that know of it.

A room hands its own in by naming a function in `settings.AGENDA_SOURCES`: it takes a meeting and yields what
waits for that council, and reads no more for three things than for one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat
from django.utils.module_loading import import_string

from councils.agendas.models import AgendaItem
from councils.meetings.models import Meeting
from councils.meetings.states import COMING, OVER
from councils.register.offices import Person


@dataclass(frozen=True)
class Waiting:
    """One point that could be put on an agenda. `key` names what it is of, for good: `proposal:17`."""

    key: str
    kind: str  # what it is, in a word or two for people
    title: str
    text: str = ""
    is_closed: bool = False
    carried_from: int | None = None  # the point that was postponed, or whose meeting was cancelled
    request: int | None = None  # the member's wish


@dataclass(frozen=True)
class Link:
    """Where a point's own matter is read."""

    text: str
    url: str


Source = Callable[[Meeting], Iterable[Waiting]]


LinkSource = Callable[[Person, Iterable[AgendaItem]], dict[int, Link]]


def with_links(person: Person, items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Each with its `link`, where a room of `settings.POINT_LINKS` knows one that the person may follow."""
    shown = list(items)
    sources: list[LinkSource] = [import_string(name) for name in settings.POINT_LINKS]
    found: dict[int, Link] = {}
    for source in sources if shown else []:
        found |= source(person, shown)
    for item in shown:
        item.link = found.get(item.pk)
    return shown


def waiting_for(meeting: Meeting) -> list[Waiting]:
    """What no agenda of the council has yet, in the order of the settings."""
    standing = AgendaItem.objects.filter(
        meeting__council=meeting.council_id, meeting__state__in=[*COMING, *OVER]
    )
    taken = set(standing.exclude(source="").values_list("source", flat=True))
    sources: list[Source] = [import_string(name) for name in settings.AGENDA_SOURCES]
    found = [one for source in sources for one in source(meeting)]
    return [one for one in found if one.key not in taken]


def talked_of(meeting: Meeting, key: Combinable) -> QuerySet[AgendaItem]:
    """The council's points of what has this key, or the key and a number, at meetings that are over.

    Of a point that was put off, it is the one it was carried on to, at most two meetings later.
    """
    numbered = Concat(key, Value(":"), output_field=CharField())
    found = Q()
    for source in ("source", "carried_from__source", "carried_from__carried_from__source"):
        found |= Q(**{source: key}) | Q(**{f"{source}__startswith": numbered})
    own = AgendaItem.objects.filter(found, meeting__council=meeting.council_id)
    return own.filter(meeting__state__in=OVER, is_postponed=False)
