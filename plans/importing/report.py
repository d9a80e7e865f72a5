"""What an import writes and what it left out: as JSON for programs, as lines for people."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from plans.importing.findings.offices import is_director
from plans.importing.findings.plan import ReadDuty, ReadFigure, ReadFocusArea, ReadPlan, ReadSection
from plans.importing.findings.questions import Question
from samarbejde import danish


def as_json(plan: ReadPlan) -> dict[str, object]:
    """The keys of the command's `--json`."""
    return {
        "title": plan.title,
        "year": plan.year,
        "district": plan.district,
        "sections": [_section(section) for section in plan.sections],
        "signatories": [asdict(one) for one in plan.signatories],
        "signed_place": plan.signed_place,
        "signed_date": _iso(plan.signed_date),
        "focus_areas": [_focus_area(area) for area in plan.focus_areas],
        "priorities": plan.priorities,
        "prevention_areas": [asdict(area) for area in plan.prevention_areas],
        "reporting_duties": [_duty(duty) for duty in plan.reporting_duties],
        "figures": [_figure(figure) for figure in plan.figures],
        "not_understood": plan.not_understood,
        "remarks": plan.remarks,
        "came_along": plan.came_along,
        "left_out": plan.left_out,
        "made_by_portal": plan.made_by_portal,
        "questions": [_question(one) for one in plan.questions.asked],
    }


def _section(section: ReadSection) -> dict[str, object]:
    names = ("number", "heading", "kind", "level", "data", "body", "closing")
    return {name: getattr(section, name) for name in names}


def _focus_area(area: ReadFocusArea) -> dict[str, object]:
    return {
        "title": area.title,
        "scope": area.scope,
        "municipality": area.municipality,
        "carried": area.carried,
        "section": area.section.number if area.section else "",
    }


def _duty(duty: ReadDuty) -> dict[str, object]:
    return {
        "who": duty.who,
        "wording": duty.wording,
        "quarter": duty.quarter,
        "year": duty.year,
        "section": duty.section.number,
    }


def _question(question: Question) -> dict[str, object]:
    return {"text": question.text, "place": question.place, "read_as": question.taken}


def _figure(figure: ReadFigure) -> dict[str, object]:
    return asdict(figure) | {"value": float(figure.value), "as_of": _iso(figure.as_of)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def summary(plan: ReadPlan) -> list[tuple[str, str]]:
    """What was got, counted: pairs of a name and a Danish phrase."""
    district_wide = sum(1 for area in plan.focus_areas if area.scope == "district")
    local = len(plan.focus_areas) - district_wide
    return [
        ("Afsnit", str(len(plan.sections))),
        ("Underskrevet", _signed(plan)),
        ("Underskrivere", _signatories(plan)),
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
    if plan.questions.asked:
        yield "\nDet må du svare på:"
        yield from (f"- {one.text} Læst som: {one.taken}" for one in plan.questions.asked)
    if plan.remarks:
        yield "\nVær opmærksom på:"
        yield from (f"- {remark}" for remark in plan.remarks)
    if plan.came_along:
        yield "\nKommet med i teksten, så slet det, der ikke hører til:"
        yield from (f"- {line}" for line in plan.came_along)
    if plan.left_out:
        yield "\nIkke med i planen:"
        yield from (f"- {line}" for line in plan.left_out)
    if plan.made_by_portal:
        yield f"\nPortalen laver selv: {', '.join(plan.made_by_portal)}"
    if plan.is_whole:
        yield "\nAlt i dokumentet er med i planen."
    if plan.untold:
        yield "\nIkke forstået:"
    for text in plan.untold:
        yield "- " + text.replace("\n", "\n  ")


def _signed(plan: ReadPlan) -> str:
    if plan.signed_date is None:
        return "sted og dato er ikke fundet"
    return f"{plan.signed_place}, den {danish.date_text(plan.signed_date)}"


def _signatories(plan: ReadPlan) -> str:
    """Of those that are expected: the district's director and each of its mayors."""
    count = str(len(plan.signatories))
    if plan.mayors is None:
        return count
    mayors = len({one.municipality for one in plan.signatories if one.municipality})
    director = any(is_director(one.title) for one in plan.signatories)
    found = f"{mayors} af {plan.mayors} borgmestre{' og' if director else ', men ikke'} politidirektøren"
    return f"{count} (fandt {found})"


def _in(count: int, municipalities: int) -> str:
    return f"{count} i {municipalities} {'kommune' if municipalities == 1 else 'kommuner'}" if count else "0"
