"""Who is to do what in the year: laid down in the plan in force, and carried into the next."""

import json
from datetime import date
from typing import Any

from plans.demo.answering import due_soon
from plans.demo.facts import FOLDER
from plans.demo.people import People
from plans.document.models import Plan, RegisterData, Section, SectionKind
from plans.drafting import workflow as drafting
from plans.duties import workflow as duties
from plans.duties.proposing import proposed_in


def carry_or_lay_duties(plan: Plan, people: People, today: date) -> None:
    """One sentence of the text is read and found to be none."""
    if not duties.carry_duties(plan, by=people.secretariat):
        lay_duties(plan, people, today)
    none = [one.seen.sentence for one in proposed_in(plan)[:1]]
    duties.answer_sentences(plan, {}, none, by=people.secretariat)


def lay_duties(plan: Plan, people: People, today: date) -> None:
    """Who is to do what in the year, shown in a section of its own."""
    sections = {section.heading: section for section in plan.sections.all()}
    drafting.add_section(
        plan,
        heading="Opgaver og afrapporteringer",
        kind=SectionKind.SECTION,
        data=RegisterData.DUTIES,
        parent=sections["Årets indsatsområder"],
        by=people.secretariat,
    )
    for told in json.loads((FOLDER / "duties.json").read_text(encoding="utf-8")):
        duties.add_duty(plan, _duty(told, plan, people, sections, today), by=people.secretariat)


def _duty(
    told: dict[str, Any], plan: Plan, people: People, sections: dict[str, Section], today: date
) -> dict[str, object]:
    return {
        **{name: told[name] for name in ("wording", "addressee", "modality", "asked")},
        "council_ids": [people.lokalraad[place].pk for place in told.get("municipalities", [])],
        "who": told.get("who", ""),
        "section": sections[told["section"]],
        **_when(told, plan, today),
    }


def _when(told: dict[str, Any], plan: Plan, today: date) -> dict[str, object]:
    if told.get("is_due_soon"):
        day = due_soon(plan.year, today)
        return {"due_on": day, "due_year": day.year, "due_quarter": (day.month + 2) // 3}
    year = plan.year if told["quarter"] else None
    return {"due_year": year, "due_quarter": told["quarter"], "at_meeting": told.get("at_meeting", False)}
