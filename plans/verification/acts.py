"""The event that tells of an act, beside the row that the act left."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model

from samarbejde.events.models import Event

WITHIN = timedelta(minutes=10)  # rendering a PDF, at most, lies between a time that is noted and its event


def is_told(verb: str, subject: Model, *, at: datetime, by: int | None, says: str = "") -> bool:
    """Whether an event of that time tells of it, by that person and with those words."""
    kind = ContentType.objects.get_for_model(subject)
    told = Event.objects.filter(verb=verb, subject_type=kind, subject_id=subject.pk, actor=by)
    return told.filter(at__range=(at - WITHIN, at + WITHIN), text__contains=says).exists()


def is_said_of(thing: Model, words: str, *, at: datetime) -> bool:
    """Whether any event of that time about it has those words."""
    return (
        Event.objects.about(thing).filter(at__range=(at - WITHIN, at + WITHIN), text__contains=words).exists()
    )


def as_far_as_readable(found: Iterable[str]) -> Iterator[str]:
    """Each fault, also when somebody gave the content another shape than the portal does."""
    try:
        yield from found
    except (AttributeError, LookupError, ObjectDoesNotExist, TypeError, ValueError) as error:
        yield f"indholdet har en anden form, end portalen gav det ({type(error).__name__}: {error})"
