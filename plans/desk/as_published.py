"""A plan's rows as they were when its newest edition was published, beside what they are now. Reads only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypedDict, TypeVar

from django.db.models import Model

from councils.models import Council
from plans.document.models import FocusArea, Plan, Priority, Section
from plans.document.snapshot import content_hash
from plans.duties.models import Duty
from samarbejde import danish
from samarbejde.histories import Record

NAMED = 3  # lokalråd, before they are only counted
_OWN = frozenset({"id", "plan", "position", "version", "lineage"})  # says nothing to a reader


Row = TypeVar("Row", bound=Model, covariant=True)
Kept = TypeVar("Kept", bound=Model)


@dataclass(frozen=True)
class Rows(Generic[Row]):
    """The rows of one table that belong to the plan, by their ids."""

    model: type[Row]
    then: Mapping[int, Row]
    now: Mapping[int, Row]

    @property
    def gone(self) -> list[Row]:
        return [row for pk, row in self.then.items() if pk not in self.now]

    @property
    def new(self) -> list[Row]:
        return [row for pk, row in self.now.items() if pk not in self.then]

    @property
    def changed(self) -> list[tuple[Row, Row]]:
        """As it was and as it is, in whatever a reader can see."""
        both = [(row, self.now[pk]) for pk, row in self.then.items() if pk in self.now]
        names = [field.attname for field in self.model._meta.concrete_fields if field.name not in _OWN]
        if self.model is Priority:
            names.append("position")
        if self.model is FocusArea:
            names.append("title")
        return [(a, b) for a, b in both if any(getattr(a, name) != getattr(b, name) for name in names)]


class PlanRows(TypedDict):
    sections: Rows[Section]
    areas: Rows[FocusArea]
    duties: Rows[Duty]
    priorities: Rows[Priority]


def published_record(plan: Plan) -> Record | None:
    """The plan's own history record of its latest publication."""
    return Plan.history.filter(id=plan.pk, state="published").order_by("-history_date", "-history_id").first()


def rows_of(plan: Plan, moment: datetime) -> PlanRows:
    areas = FocusArea.history.filter(plan_id=plan.pk)
    sections = Section.history.filter(plan_id=plan.pk)
    duties = Duty.history.filter(plan_id=plan.pk)
    priorities = Priority.history.filter(focus_area_id__in=areas.values("id"))
    rows: PlanRows = {
        "sections": Rows(Section, _as_of(sections, moment), _by_id(plan.sections.all())),
        "areas": Rows(FocusArea, _as_of(areas, moment), _by_id(plan.focus_areas.all())),
        "duties": Rows(Duty, _as_of(duties, moment), _by_id(Duty.objects.filter(plan=plan))),
        "priorities": Rows(
            Priority, _as_of(priorities, moment), _by_id(Priority.objects.filter(focus_area__plan=plan))
        ),
    }
    _give_titles(rows)
    return rows


def _give_titles(rows: PlanRows) -> None:
    """To each topic the heading that its section had; records of earlier releases have a copy of it."""
    for area in rows["areas"].then.values():
        area.section = rows["sections"].then.get(area.section_id or 0)
        if area.section:
            area.own_title = ""


def fingerprint(rows: PlanRows) -> str:
    """Changes with everything that cancelling would take away."""
    tables: dict[str, Rows[Model]] = {
        "sections": rows["sections"],
        "areas": rows["areas"],
        "duties": rows["duties"],
        "priorities": rows["priorities"],
    }
    return content_hash(
        {name: [_values(row) for row in table.now.values()] for name, table in tables.items()}
    )


def _values(row: Model) -> list[str]:
    return [str(getattr(row, column.attname)) for column in row._meta.concrete_fields]


def changes_in_words(rows: PlanRows) -> list[str]:
    """What was changed in topics, lists and duties; the sections' words are shown beside each other."""
    areas, duties, priorities = rows["areas"], rows["duties"], rows["priorities"]
    said = [f"Emnet »{row.title}« er kommet til." for row in areas.new]
    said += [f"Emnet »{row.title}« er taget ud." for row in areas.gone]
    said += [f"Emnet »{was.title}« er rettet." for was, _ in areas.changed]
    said += [f"Opgaven »{row.wording}« er kommet til." for row in duties.new]
    said += [f"Opgaven »{row.wording}« er slettet." for row in duties.gone]
    said += [f"Opgaven »{was.wording}« er rettet." for was, _ in duties.changed]
    moved = [*priorities.new, *priorities.gone, *(was for was, _ in priorities.changed)]
    councils = Council.objects.filter(pk__in={row.council_id for row in moved}).order_by("sort_key")
    if moved:
        names = [str(council) for council in councils]
        whose = danish.listing(names) if len(names) <= NAMED else f"{len(names)} lokalråd"
        said.append(f"Prioriteringerne er ændret hos {whose}.")
    return said


def _by_id(rows: Iterable[Kept]) -> dict[int, Kept]:
    return {row.pk: row for row in rows}


def _as_of(records: Record, moment: datetime) -> dict[int, Record]:
    latest = records.filter(history_date__lte=moment).order_by("id", "-history_date", "-history_id")
    found = latest.distinct("id")
    return {record.id: record.instance for record in found if record.history_type != "-"}
