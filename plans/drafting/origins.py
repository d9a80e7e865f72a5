"""What parts of a plan came from, as rooms above tell it."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from councils.register.offices import Person
from plans.document.models import Plan


class Origin(NamedTuple):
    """One that the reader may open."""

    name: str
    whose: str
    address: str


Origins = dict[UUID, list[Origin]]  # by the lineage of a topic, and of a section


def origins(plan: Plan, person: Person) -> Origins:
    """What the topics and sections of the plan came from, this year or before: one query."""
    found: Callable[[Plan, Person], Origins] = import_string(settings.ORIGINS_OF_A_TEXT)
    return found(plan, person)
