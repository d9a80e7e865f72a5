"""Who writes in a section: told by the page itself, every few seconds."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plans.document.models import Section
from plans.drafting.models import GONE_AFTER, Presence
from samarbejde.accounts.models import User


@dataclass(frozen=True)
class Company:
    others: list[str]  # in the order in which they came
    is_elsewhere: bool  # the person has the section open in another window too


@transaction.atomic
def be_present(section: Section, window: UUID, *, by: User) -> Company:
    """Say that `window` is open in the section, forget those that are gone, and hear who else is there."""
    now = timezone.now()
    Presence.objects.filter(seen_at__lt=now - GONE_AFTER).delete()
    Presence.objects.bulk_create(
        [Presence(section=section, person=by, window=window, seen_at=now)],
        update_conflicts=True,
        unique_fields=["section", "person", "window"],
        update_fields=["seen_at"],
    )
    there = Presence.objects.filter(section=section).exclude(person=by, window=window)
    people = list(there.select_related("person").order_by("pk"))
    others = dict.fromkeys(row.person.name for row in people if row.person_id != by.pk)
    return Company(list(others), any(row.person_id == by.pk for row in people))


def leave(section: Section, window: UUID, *, by: User) -> None:
    Presence.objects.filter(section=section, person=by, window=window).delete()
