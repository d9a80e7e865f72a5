"""Topic × lokalråd: how far each said last that it was, and what it said before. Reads only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from councils.models import Council
from plans.document.models import FocusArea, Plan, Scope
from plans.follow_up.models import AnswerSubmission
from plans.follow_up.status import OfATopic, Told, as_told, told_of_topics

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

Series = dict[tuple[int, UUID], list[AnswerSubmission]]  # by lokalråd and topic, the newest first


@dataclass(frozen=True)
class Cell:
    told: Told | None
    is_asked: bool  # the topic is the lokalråd's, or everybody's


@dataclass(frozen=True)
class StatusRow:
    council: Council
    cells: list[Cell]  # beside the topics of the table


@dataclass(frozen=True)
class StatusTable:
    topics: list[FocusArea]
    rows: list[StatusRow]
    untold: list[FocusArea]  # nobody has told anything of them


@dataclass(frozen=True)
class TopicHistory:
    council: Council
    series: list[AnswerSubmission]


def status_table(plan: Plan) -> StatusTable:
    """Three queries, however many there are."""
    series = _series(told_of_topics(plan).select_related("answer"))
    told_of = {lineage for _, lineage in series}
    areas = list(plan.focus_areas.all())
    topics = [area for area in areas if area.lineage in told_of]
    rows = [
        StatusRow(council, [Cell(_newest(series, council, area), _is_of(area, council)) for area in topics])
        for council in Council.objects.local_in(plan.council.district_id)
    ]
    shared = [area for area in areas if area.scope == Scope.DISTRICT and area.lineage not in told_of]
    return StatusTable(topics, rows, untold=shared)


def histories(plan: Plan, topic: FocusArea) -> list[TopicHistory]:
    """What each lokalråd that the topic is of has told, whether anything or nothing."""
    found = told_of_topics(plan).filter(lineage=topic.lineage)
    series = _series(found.select_related("answer", "submitted_by"))
    councils = Council.objects.local_in(plan.council.district_id)
    told = [TopicHistory(council, series.get((council.pk, topic.lineage), [])) for council in councils]
    return [one for one in told if one.series or _is_of(topic, one.council)]


def _is_of(topic: FocusArea, council: Council) -> bool:
    return topic.council_id in (None, council.pk)


def _newest(series: Series, council: Council, topic: FocusArea) -> Told | None:
    own = series.get((council.pk, topic.lineage))
    return as_told(own[0]) if own else None


def _series(found: "Iterable[WithAnnotations[AnswerSubmission, OfATopic]]") -> Series:
    series: Series = defaultdict(list)
    for one in found:
        series[one.answer.council_id, one.lineage].append(one)
    return series
