"""A text → the plan that is read from it."""

from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.reading import read_plan
from plans.importing.text import read_text


def plan_of(text: str, places: Places, answers: dict[str, str] | None = None) -> ReadPlan:
    return read_plan(read_text(text), places, answers)
