"""The texts of a plan that can be compared: as it is now, as it was kept, as it was published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef

from plans.approval.frozen import current_text
from plans.document.models import KeptVersion, Plan
from plans.document.short_lists import rows_as_list
from plans.document.snapshot import Snapshot, read_snapshot
from plans.publication.models import Edition

NOW, KEPT, EDITION = "nu", "version", "udgave"  # the kinds of keys
Row = Mapping[str, Any]  # of a list that the database gives as JSON


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
    """Of the plan and then of the one it builds on, each with the newest first; one query."""
    kept = KeptVersion.objects.filter(plan=OuterRef("pk"))
    editions = Edition.objects.filter(plan=OuterRef("pk"))
    plans = Plan.objects.with_places().filter(pk__in=[plan.pk, plan.previous_id])
    with_texts = plans.annotate(
        kept=rows_as_list(kept, "pk", "name", at="kept_at", who="kept_by__name"),
        published=rows_as_list(editions, "pk", "number", at="published_at", who="published_by__name"),
    )
    own_first = sorted(with_texts, key=lambda one: one.pk != plan.pk)
    return [version for one in own_first for version in _of_plan(one, one.kept, one.published)]


def _of_plan(plan: Plan, kept: list[Row], published: list[Row]) -> Iterator[Version]:
    yield Version(f"{NOW}-{plan.pk}", plan, "som den er nu")
    found = [
        *(_version(f"{KEPT}-{row['pk']}", plan, row["name"], row) for row in kept),
        *(_version(f"{EDITION}-{row['pk']}", plan, f"{row['number']}. udgave", row) for row in published),
    ]
    yield from sorted(found, key=lambda version: (version.at, version.key), reverse=True)


def _version(key: str, plan: Plan, name: str, row: Row) -> Version:
    return Version(key, plan, name, datetime.fromisoformat(row["at"]), row["who"] or "")


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
