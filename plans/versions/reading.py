"""The texts of a plan that can be compared: as it is now, as it was kept, as it was published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from plans.approval.frozen import current_text
from plans.document.models import KeptVersion, Plan
from plans.document.snapshot import Snapshot, read_snapshot
from plans.publication.models import Edition

NOW, KEPT, EDITION = "nu", "version", "udgave"  # the kinds of keys


@dataclass(frozen=True)
class Version:
    key: str  # in the address
    plan: Plan
    name: str
    at: datetime | None = None  # None for the text as it is now
    who: str = ""

    def __str__(self) -> str:
        return f"{self.plan.title}: {self.name}"


def versions(plan: Plan) -> list[Version]:
    """Of the plan and then of the one it builds on, each with the newest first; three queries."""
    plans = [plan, *Plan.objects.with_places().filter(next_plans=plan)]
    kept = KeptVersion.objects.filter(plan__in=plans).select_related("kept_by").defer("text__snapshot")
    editions = Edition.objects.filter(plan__in=plans).light().select_related("published_by")
    rows, published = list(kept), list(editions)
    return [version for one in plans for version in _of_plan(one, rows, published)]


def _of_plan(plan: Plan, kept: list[KeptVersion], editions: list[Edition]) -> Iterator[Version]:
    yield Version(f"{NOW}-{plan.pk}", plan, "som den er nu")
    found = [
        *(
            Version(f"{KEPT}-{row.pk}", plan, row.name, row.kept_at, str(row.kept_by or ""))
            for row in kept
            if row.plan_id == plan.pk
        ),
        *(
            Version(
                f"{EDITION}-{row.pk}",
                plan,
                f"{row.number}. udgave",
                row.published_at,
                str(row.published_by or ""),
            )
            for row in editions
            if row.plan_id == plan.pk
        ),
    ]
    yield from sorted(found, key=lambda version: (version.at, version.key), reverse=True)


def text_of(version: Version) -> Snapshot:
    """One query, or those that a plan's text takes."""
    kind, _, pk = version.key.partition("-")
    if kind == KEPT:
        return read_snapshot(KeptVersion.objects.values_list("text__snapshot", flat=True).get(pk=pk))
    if kind == EDITION:
        return read_snapshot(Edition.objects.values_list("snapshot", flat=True).get(pk=pk))
    return current_text(version.plan)


def is_published(version: Version) -> bool:
    return version.key.startswith(EDITION)


def usual_pair(found: list[Version], plan: Plan) -> tuple[str, str]:
    """What is asked for first: the plan as it is, against last year's edition or its own last version."""
    now, *others = found
    last_year = [one for one in others if one.plan.pk != plan.pk]
    editions = [one for one in last_year if is_published(one)]
    before = next(iter([*editions, *last_year, *others]), now)
    return before.key, now.key
