"""What an import writes and what it left out: as JSON for programs, as lines for people."""

from collections.abc import Iterator
from typing import Any

from plans.importing.findings import ReadPlan
from samarbejde import danish


def as_json(plan: ReadPlan) -> dict[str, Any]:
    """The keys of the command's `--json`."""
    return {
        "title": plan.title,
        "year": plan.year,
        "district": plan.district,
        "sections": [
            {
                "number": section.number,
                "heading": section.heading,
                "kind": section.kind,
                "level": section.level,
                "data": section.data,
                "body": section.body,
                "closing": section.closing,
            }
            for section in plan.sections
        ],
        "signatories": [
            {"name": one.name, "title": one.title, "municipality": one.municipality}
            for one in plan.signatories
        ],
        "signed_place": plan.signed_place,
        "signed_date": plan.signed_date.isoformat() if plan.signed_date else None,
        "focus_areas": [
            {
                "title": area.title,
                "scope": area.scope,
                "municipality": area.municipality,
                "carried": area.carried,
                "section": area.section.number if area.section else "",
            }
            for area in plan.focus_areas
        ],
        "priorities": plan.priorities,
        "prevention_areas": [
            {"name": area.name, "municipality": area.municipality} for area in plan.prevention_areas
        ],
        "reporting_duties": [
            {
                "who": duty.who,
                "wording": duty.wording,
                "quarter": duty.quarter,
                "year": duty.year,
                "section": duty.section.number,
            }
            for duty in plan.reporting_duties
        ],
        "figures": [
            {
                "table": figure.table,
                "row": figure.row,
                "value": float(figure.value),
                "unit": figure.unit,
                "source": figure.source,
                "period": figure.period,
                "as_of": figure.as_of.isoformat() if figure.as_of else None,
            }
            for figure in plan.figures
        ],
        "not_understood": plan.not_understood,
        "remarks": plan.remarks,
    }


def summary(plan: ReadPlan) -> list[tuple[str, str]]:
    """What was got, counted: pairs of a name and a Danish phrase."""
    district_wide = sum(1 for area in plan.focus_areas if area.scope == "district")
    local = len(plan.focus_areas) - district_wide
    return [
        ("Afsnit", str(len(plan.sections))),
        ("Underskrevet", _signed(plan)),
        ("Underskrivere", str(len(plan.signatories))),
        ("Indsatsområder", f"{district_wide} kredsdækkende og {local} lokale"),
        ("Prioriteringer", _in(sum(map(len, plan.priorities.values())), len(plan.priorities))),
        (
            "Forebyggelsesområder",
            _in(len(plan.prevention_areas), len({area.municipality for area in plan.prevention_areas})),
        ),
        ("Afrapporteringer", str(len(plan.reporting_duties))),
        ("Nøgletal", str(len(plan.figures))),
    ]


def lines(plan: ReadPlan) -> Iterator[str]:
    """The whole report as text: what was got, what to know, and word for word what was not understood."""
    for name, text in summary(plan):
        yield f"{name}: {text}"
    if plan.remarks:
        yield "\nVær opmærksom på:"
        yield from (f"- {remark}" for remark in plan.remarks)
    yield "\nIkke forstået:" if plan.not_understood else "\nAlt i dokumentet er med i planen."
    for text in plan.not_understood:
        yield "- " + text.replace("\n", "\n  ")


def _signed(plan: ReadPlan) -> str:
    if plan.signed_date is None:
        return "ingen sted og dato fundet"
    return f"{plan.signed_place}, den {danish.date_text(plan.signed_date)}"


def _in(count: int, municipalities: int) -> str:
    return f"{count} i {municipalities} {'kommune' if municipalities == 1 else 'kommuner'}" if count else "0"
