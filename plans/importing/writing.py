"""What a reading found → rows. Called by the workflow, inside its transaction."""

from django.db.models import Model

from councils.models import Council, Figure, Municipality, PreventionArea
from plans.consistency.models import ImportRemark
from plans.document.models import FocusArea, Plan, Priority, Section, Signatory
from plans.duties.models import Addressee, Asked, Duty
from plans.duties.reading import whom
from plans.importing.findings import ReadFocusArea, ReadPlan, ReadSection
from plans.importing.kinship import kinship
from plans.importing.seen import seen
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor
from samarbejde.text.rich_text import clean, line


def write(reading: ReadPlan, plan: Plan, *, by: User | None) -> None:
    """Fill an empty plan. Figures and prevention areas that the register has already stay as they are."""
    _Writer(reading, plan, by).write()


class _Writer:
    def __init__(self, reading: ReadPlan, plan: Plan, by: User | None) -> None:
        self.reading, self.plan, self.by = reading, plan, by
        self.kin = kinship(plan)
        self.sections: dict[int, Section] = {}
        district = plan.council.district
        self.municipalities = {place.name: place for place in Municipality.objects.all()}
        self.councils = {
            place.name: council
            for council in Council.objects.local_in(district.pk)
            if (place := council.municipality)
        }

    def write(self) -> None:
        for section in self.reading.sections:
            self.write_section(section)
        self.write_signatories()
        self.write_focus_areas()
        self.write_duties()
        self.write_prevention_areas()
        self.write_figures()
        self.write_remarks()

    def save(self, row: Model) -> None:
        with_editor(self.by, row).save()

    def write_section(self, found: ReadSection) -> None:
        siblings = [one for one in self.reading.sections if one.parent is found.parent]
        section = Section(
            plan=self.plan,
            parent=self.sections[id(found.parent)] if found.parent else None,
            position=next(place for place, one in enumerate(siblings, start=1) if one is found),
            kind=found.kind,
            data=found.data,
            heading=line(found.heading),
            body=clean(found.body),
            closing=clean(found.closing),
            lineage=self.kin.lineage_of(found),
        )
        self.save(section)
        self.sections[id(found)] = section

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
        areas: dict[tuple[str, str], FocusArea] = {}
        for position, found in enumerate(self.reading.focus_areas, start=1):
            areas[found.municipality, found.title] = self.write_focus_area(found, position)
        for name, titles in self.reading.priorities.items():
            for position, title in enumerate(titles, start=1):
                area = areas.get((name, title)) or areas["", title]
                self.save(Priority(council=self.councils[name], focus_area=area, position=position))

    def write_focus_area(self, found: ReadFocusArea, position: int) -> FocusArea:
        lineage, since = self.kin.lineage_and_first_year(found, self.plan.year)
        area = FocusArea(
            plan=self.plan,
            own_title="" if found.section else line(found.title),
            scope=found.scope,
            council=self.councils[found.municipality] if found.municipality else None,
            section=self.sections[id(found.section)] if found.section else None,
            position=position,
            lineage=lineage,
            since=since,
        )
        self.save(area)
        return area

    def write_duties(self) -> None:
        for position, found in enumerate(self.reading.reporting_duties, start=1):
            section = self.sections[id(found.section)]
            self.save(
                Duty(
                    plan=self.plan,
                    section=section,
                    focus_area=FocusArea.objects.filter(section=section).first(),
                    position=position,
                    wording=found.wording,
                    **_whom(found.who),
                    asked=Asked.REPORT,
                    at_meeting=True,
                    due_year=found.year,
                    due_quarter=found.quarter,
                )
            )

    def write_prevention_areas(self) -> None:
        """Later plans show the areas until they leave the list; an old plan says nothing of later years."""
        is_newest = not Plan.objects.filter(council=self.plan.council, year__gt=self.plan.year).exists()
        listed = PreventionArea.objects.listed_in(self.plan.year)
        for found in self.reading.prevention_areas:
            municipality = self.municipalities[found.municipality]
            if not listed.filter(municipality=municipality, name__iexact=found.name).exists():
                self.save(
                    PreventionArea(
                        municipality=municipality,
                        name=found.name,
                        from_year=self.plan.year,
                        to_year=None if is_newest else self.plan.year,
                        meets_crime_criterion=found.meets_crime_criterion,
                    )
                )

    def write_figures(self) -> None:
        known = set(
            Figure.objects.filter(district=self.plan.council.district, year=self.plan.year).values_list(
                "table", "row", "unit"
            )
        )
        for position, found in enumerate(self.reading.figures, start=1):
            if (found.table, found.row, found.unit) not in known:
                known.add((found.table, found.row, found.unit))
                self.save(
                    Figure(
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
                )


def _whom(named: str) -> dict[str, object]:
    """What the document calls them stays, where the portal has no such body."""
    found = whom(named)
    return found | {"who": named} if found["addressee"] == Addressee.OFFICE else found
