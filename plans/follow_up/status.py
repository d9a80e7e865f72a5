"""How far each lokalråd is with each topic: the series that its answers tell. Reads only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from councils.models import CouncilKind, Municipality
from plans.document.models import Plan
from plans.follow_up.in_force import duties_in_force
from plans.follow_up.models import AnswerSubmission, DutyAnswer
from plans.follow_up.states import AnswerState, Progress

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class OfATopic(TypedDict):
    lineage: UUID


@dataclass(frozen=True)
class Told:
    """How far a lokalråd said that it was, and when."""

    progress: Progress
    on: date

    @property
    def in_words(self) -> str:
        return str(self.progress.label)


@dataclass(frozen=True)
class PublicStatus:
    """What citizens are told of a topic in a kommune."""

    newest: Told
    earlier: tuple[Told, ...]  # the newest of them first


def public_status(municipality: Municipality, plan: Plan) -> dict[UUID, PublicStatus]:
    """By the topics' lineage; a topic that nothing is known of is not in it. One query.

    Only of what was handed in, and what the secretariat has seen and did not ask about. The words of an
    answer are for the kredsråd: they are not in it.
    """
    own = told_of_topics(plan).filter(answer__council__municipality=municipality)
    series: dict[UUID, list[Told]] = defaultdict(list)
    for one in _seen(own):
        series[one.lineage].append(as_told(one))
    return {lineage: PublicStatus(told[0], tuple(told[1:])) for lineage, told in series.items()}


def told_of_topics(plan: Plan) -> "QuerySet[WithAnnotations[AnswerSubmission, OfATopic]]":
    """All that lokalråd have handed in to the duties of its topics, as published; the newest first."""
    duties = duties_in_force([plan.council.district_id], plan).values("pk")
    found = AnswerSubmission.objects.filter(answer__duty__in=duties, progress__in=Progress.values)
    found = found.filter(answer__council__kind=CouncilKind.LOCAL)
    topic = Coalesce("answer__duty__focus_area__lineage", "answer__duty__section__focus_area__lineage")
    return found.annotate(lineage=topic).exclude(lineage=None).order_by("-submitted_at", "-pk")


def as_told(submission: AnswerSubmission) -> Told:
    return Told(Progress(submission.progress), localdate(submission.submitted_at))


def _seen(
    found: "QuerySet[WithAnnotations[AnswerSubmission, OfATopic]]",
) -> "Iterable[WithAnnotations[AnswerSubmission, OfATopic]]":
    """Each was the newest when the secretariat saw its answer."""
    later = AnswerSubmission.objects.filter(answer=OuterRef("answer"), number__gt=OuterRef("number"))
    next_at = Subquery(later.order_by("number").values("submitted_at")[:1])
    read = DutyAnswer.history.filter(id=OuterRef("answer"), state=AnswerState.SEEN)
    read = read.filter(history_date__gte=OuterRef("submitted_at"))
    first = Subquery(read.order_by("history_date").values("history_date")[:1])
    found = found.alias(next_at=next_at, first_seen=first).filter(question=None, first_seen__isnull=False)
    return found.filter(Q(next_at=None) | Q(first_seen__lt=F("next_at")))
