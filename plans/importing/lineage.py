"""What an imported plan shares with the plans of other years: sections and topics keep their lineage."""

import re
import uuid
from dataclasses import dataclass

from plans.document.models import FocusArea, Plan, Section
from plans.document.numbering import numbered
from plans.importing.findings.plan import ReadFocusArea, ReadSection
from plans.importing.likeness import letters


@dataclass
class Lineages:
    """The relatives in the nearest plan, an earlier one if there is any. Each is given away once."""

    sections: dict[str, Section]
    areas: dict[str, FocusArea]
    earlier_year: int | None  # of that plan, if it is an earlier one

    def lineage_of(self, section: ReadSection) -> uuid.UUID:
        key = _key(section.kind, section.heading or section.number)
        relative = self.sections.pop(key, None)
        return relative.lineage if relative else uuid.uuid4()

    def lineage_and_first_year(self, area: ReadFocusArea, year: int) -> tuple[uuid.UUID, int | None]:
        """The first year is None where neither the document nor an earlier plan tells.

        What the document says of new and carried topics goes before what the portal knows.
        """
        relative = self.areas.pop(_key(area.municipality, area.title), None)
        known = year if self.earlier_year == year - 1 else None
        if relative and self.earlier_year:
            known = relative.since or self.earlier_year
        first = {True: min(known or year, year - 1), False: year, None: known}[area.carried]
        return (relative.lineage if relative else uuid.uuid4()), first


def previous_plan(plan: Plan) -> Plan | None:
    return Plan.objects.filter(council=plan.council, year__lt=plan.year).order_by("-year").first()


def lineages_of_relatives(plan: Plan) -> Lineages:
    earlier = previous_plan(plan)
    nearest = (
        earlier or Plan.objects.filter(council=plan.council, year__gt=plan.year).order_by("year").first()
    )
    if nearest is None:
        return Lineages({}, {}, earlier_year=None)
    areas = nearest.focus_areas.select_related("council__municipality")
    return Lineages(
        {
            _key(at.section.kind, at.section.heading or at.number): at.section
            for at in numbered(nearest.sections.all())
        },
        {_key(_municipality(area), area.title): area for area in areas},
        earlier_year=earlier.year if earlier else None,
    )


def _municipality(area: FocusArea) -> str:
    return area.council.municipality.name if area.council and area.council.municipality else ""


def _key(kind: str, words: str) -> str:
    """The same whatever year a heading names."""
    return f"{kind} {letters(re.sub(r'20[0-9][0-9]', '', words))}"
