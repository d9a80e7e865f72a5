"""Whether a document is the plan it is said to be, and fits the register."""

from collections.abc import Mapping
from dataclasses import replace

from councils.models import Figure, Municipality, PoliceDistrict
from plans.document.models import FIRST_YEAR, LAST_YEAR
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from plans.importing.sandbox import find_apart, read_apart
from samarbejde import danish
from samarbejde.text.rich_text import clean
from samarbejde.transitions import Refused


def read_document(name: str, content: bytes, *, district: PoliceDistrict, year: int) -> ReadPlan:
    """The document as this district's plan for this year; raises `Refused` when it is not that."""
    return plan_in(read_apart(name, content), {}, district=district, year=year)


def plan_in(
    blocks: Mapping[str, object],
    answers: Mapping[str, str],
    corrections: Mapping[str, str] | None = None,
    *,
    district: PoliceDistrict,
    year: int,
) -> ReadPlan:
    """Likewise, of blocks that `read_apart` gave, with what people answered and corrected since."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(f"Planens år skal være mellem {FIRST_YEAR} og {LAST_YEAR}.")
    plan = find_apart(blocks, registered_places(), answers, corrections)
    _refuse_other_plans(plan, district, year)
    _refuse_sections_too_large(plan)
    leave_out_other_districts(plan, district)
    _tell_of_other_figures(plan, district, year)
    return plan


def registered_places() -> Places:
    return Places(
        list(PoliceDistrict.objects.values_list("name", flat=True)),
        list(Municipality.objects.values_list("name", flat=True)),
    )


def _refuse_other_plans(plan: ReadPlan, district: PoliceDistrict, year: int) -> None:
    if year in plan.other_years:
        plan.remarks.append(f"Titlen nævner både {plan.year} og {year}. Planen er læst som den for {year}.")
        plan.year = year
    if plan.year is not None and plan.year != year:
        raise Refused(
            f"Dokumentet er samarbejdsplanen for {plan.year}, og du har valgt {year}. "
            "Vælg det rigtige år eller den rigtige fil."
        )
    if plan.district is not None and plan.district != district.name:
        raise Refused(
            f"Dokumentet er planen for {plan.district}, og du har valgt {district.name}. "
            "Vælg den rigtige politikreds eller den rigtige fil."
        )
    if plan.year is None:
        plan.remarks.append(f"Dokumentet siger ikke selv, hvilket år det gælder. Du har valgt {year}.")
    if plan.district is None:
        plan.remarks.append(f"Dokumentet nævner ikke selv sin politikreds. Du har valgt {district.name}.")


def _refuse_sections_too_large(plan: ReadPlan) -> None:
    for section in plan.sections:
        try:
            clean(section.body + section.closing)
        except Refused as refusal:
            raise Refused(f"Afsnittet »{section.heading}«: {refusal}") from refusal


def leave_out_other_districts(plan: ReadPlan, district: PoliceDistrict) -> None:
    """Lists and areas of kommuner that are not the district's are told, word for word, and left out."""
    own = set(district.municipalities.values_list("name", flat=True))
    foreign = [name for name in plan.priorities if name not in own]
    for name in foreign:
        plan.not_understood.append(f"{name} Kommune: {'; '.join(plan.priorities.pop(name))}")
    plan.focus_areas = [area for area in plan.focus_areas if area.municipality not in foreign]
    outside = [area for area in plan.prevention_areas if area.municipality not in own]
    plan.not_understood += [f"{area.name}, {area.municipality}" for area in outside]
    plan.prevention_areas = [area for area in plan.prevention_areas if area not in outside]
    plan.signatories = [
        replace(one, municipality=one.municipality if one.municipality in own else "")
        for one in plan.signatories
    ]
    plan.mayors = len(own)
    names = dict.fromkeys([*foreign, *(area.municipality for area in outside)])
    if names:
        plan.remarks.append(
            f"{danish.listing(names)} hører ikke til {district.name} i registret: deres lister er ikke med."
        )


def _tell_of_other_figures(plan: ReadPlan, district: PoliceDistrict, year: int) -> None:
    """The register goes before an old document."""
    rows = Figure.objects.filter(district=district, year=year)
    known = {(row.table, row.row, row.unit): row.value for row in rows}
    other = [one for one in plan.figures if known.get((one.table, one.row, one.unit), one.value) != one.value]
    plan.not_understood += [f"{one.row}: {one.value} {one.unit}" for one in other]
    if other:
        plan.remarks.append("Registret har allerede andre tal for året. Registrets tal bliver stående.")
