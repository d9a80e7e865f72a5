"""What a reading found → rows. Called by the workflow, inside its transaction."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Sequence

from django.db.models import Model
from simple_history.utils import bulk_create_with_history

from councils.models import Council, Figure, Municipality, PreventionArea
from plans.consistency.models import ImportRemark
from plans.document.models import FocusArea, Plan, Priority, Section, Signatory
from plans.duties.models import Addressee, Asked, Duty
from plans.duties.reading import whom
from plans.importing.findings.plan import ReadDuty, ReadFigure, ReadFocusArea, ReadPlan, ReadSection
from plans.importing.findings.seen import seen
from plans.importing.lineage import lineages_of_relatives
from samarbejde.accounts.models import User
from samarbejde.text.rich_text import clean, line


def write(reading: ReadPlan, plan: Plan, *, by: User | None) -> None:
    """Fill an empty plan. Figures and prevention areas that the register has already stay as they are."""
    _Writer(reading, plan, by).write()


class _Writer:
    def __init__(self, reading: ReadPlan, plan: Plan, by: User | None) -> None:
        self.reading, self.plan, self.by = reading, plan, by
        self.lineages = lineages_of_relatives(plan)
        self.sections: dict[int, Section] = {}  # by the identity of what was read
        self.areas: dict[int, FocusArea] = {}  # by that of their section
        district = plan.council.district
        self.municipalities = {place.name: place for place in Municipality.objects.all()}
        self.councils = {
            place.name: council
            for council in Council.objects.local_in(district.pk)
            if (place := council.municipality)
        }

    def write(self) -> None:
        self.write_sections()
        self.write_signatories()
        self.write_focus_areas()
        self.write_duties()
        self.write_prevention_areas()
        self.write_figures()
        self.write_remarks()

    def save(self, rows: Sequence[Model], model: type[Model]) -> None:
        bulk_create_with_history(rows, model, default_user=self.by)

    def write_sections(self) -> None:
        """Level by level: a section names the one above it."""
        positions: Counter[int] = Counter()
        levels: dict[int, list[tuple[ReadSection, int]]] = defaultdict(list)
        for found in self.reading.sections:
            positions[id(found.parent)] += 1
            levels[found.depth].append((found, positions[id(found.parent)]))
        lineages = {id(found): self.lineages.lineage_of(found) for found in self.reading.sections}
        for depth in sorted(levels):
            rows = [self.section(found, position, lineages[id(found)]) for found, position in levels[depth]]
            self.save(rows, Section)
            self.sections |= {id(found): row for (found, _), row in zip(levels[depth], rows, strict=True)}

    def section(self, found: ReadSection, position: int, lineage: uuid.UUID) -> Section:
        return Section(
            plan=self.plan,
            parent=self.sections[id(found.parent)] if found.parent else None,
            position=position,
            kind=found.kind,
            data=found.data,
            heading=line(found.heading),
            body=clean(found.body),
            closing=clean(found.closing),
            lineage=lineage,
        )

    def write_remarks(self) -> None:
        ImportRemark.objects.bulk_create(
            ImportRemark(
                plan=self.plan,
                message=one.message,
                quotation=one.quotation,
                lineage=str(self.sections[id(one.section)].lineage) if one.section else "",
            )
            for one in seen(self.reading)
        )

    def write_signatories(self) -> None:
        Signatory.objects.bulk_create(
            Signatory(
                plan=self.plan,
                position=position,
                name=one.name,
                title=one.title,
                municipality=self.municipalities.get(one.municipality),
            )
            for position, one in enumerate(self.reading.signatories, start=1)
        )

    def write_focus_areas(self) -> None:
        found = self.reading.focus_areas
        rows = [self.focus_area(area, position) for position, area in enumerate(found, start=1)]
        self.save(rows, FocusArea)
        self.areas = {id(area.section): row for area, row in zip(found, rows, strict=True) if area.section}
        areas = {(area.municipality, area.title): row for area, row in zip(found, rows, strict=True)}
        self.save(
            [
                Priority(
                    council=self.councils[name],
                    focus_area=areas.get((name, title)) or areas["", title],
                    position=position,
                )
                for name, titles in self.reading.priorities.items()
                for position, title in enumerate(titles, start=1)
            ],
            Priority,
        )

    def focus_area(self, found: ReadFocusArea, position: int) -> FocusArea:
        lineage, since = self.lineages.lineage_and_first_year(found, self.plan.year)
        return FocusArea(
            plan=self.plan,
            own_title="" if found.section else line(found.title),
            scope=found.scope,
            council=self.councils[found.municipality] if found.municipality else None,
            section=self.sections[id(found.section)] if found.section else None,
            position=position,
            lineage=lineage,
            since=since,
        )

    def write_duties(self) -> None:
        duties = self.reading.reporting_duties
        self.save([self.duty(found, position) for position, found in enumerate(duties, start=1)], Duty)

    def duty(self, found: ReadDuty, position: int) -> Duty:
        return Duty(
            plan=self.plan,
            section=self.sections[id(found.section)],
            focus_area=self.areas.get(id(found.section)),
            position=position,
            wording=found.wording,
            **_whom(found.who),
            asked=Asked.REPORT,
            at_meeting=True,
            due_year=found.year,
            due_quarter=found.quarter,
        )

    def write_prevention_areas(self) -> None:
        """Later plans show the areas until they leave the list; an old plan says nothing of later years."""
        is_newest = not Plan.objects.filter(council=self.plan.council, year__gt=self.plan.year).exists()
        listed = PreventionArea.objects.listed_in(self.plan.year).values_list("municipality__name", "name")
        known = {(place, name.casefold()) for place, name in listed}
        rows = []
        for found in self.reading.prevention_areas:
            if (key := (found.municipality, found.name.casefold())) not in known:
                known.add(key)
                rows.append(
                    PreventionArea(
                        municipality=self.municipalities[found.municipality],
                        name=found.name,
                        from_year=self.plan.year,
                        to_year=None if is_newest else self.plan.year,
                        meets_crime_criterion=found.meets_crime_criterion,
                    )
                )
        self.save(rows, PreventionArea)

    def write_figures(self) -> None:
        """Figures that the register has already stay as they are."""
        of_year = Figure.objects.filter(district=self.plan.council.district, year=self.plan.year)
        known = set(of_year.values_list("table", "row", "unit"))
        rows = []
        for position, found in enumerate(self.reading.figures, start=1):
            if (key := (found.table, found.row, found.unit)) not in known:
                known.add(key)
                rows.append(self.figure(found, position))
        self.save(rows, Figure)

    def figure(self, found: ReadFigure, position: int) -> Figure:
        return Figure(
            district=self.plan.council.district,
            year=self.plan.year,
            position=position,
            table=found.table,
            row=found.row,
            value=found.value,
            unit=found.unit,
            period=found.period,
            source=found.source or "Planen selv",
            as_of=found.as_of,
        )


def _whom(named: str) -> dict[str, object]:
    """What the document calls them stays, where the portal has no such body."""
    found = whom(named)
    return found | {"who": named} if found["addressee"] == Addressee.OFFICE else found
