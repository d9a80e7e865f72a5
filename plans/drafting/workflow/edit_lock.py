"""The plan's text, held while it is changed; refused in words when it lies fast or is gone.

The plan's own row is the one lock for all that changes its text; it is taken before any other.
"""

from plans.document.models import FocusArea, Plan, Section
from samarbejde.transitions import Refused, lock

SECTION_GONE = "Afsnittet er slettet af en anden. Gendan det fra papirkurven under »Indhold«, og gem så igen."
AREA_GONE = "Emnet er taget ud af planen af en anden."


def lock_open(plan: Plan) -> Plan:
    """The plan, held until the transaction ends; refuses when its text lies fast."""
    held = lock(plan)
    if not held.is_open:
        raise Refused(held.why_locked)
    return held


def locked_section(plan: Plan, pk: int) -> Section:
    section = plan.sections.select_for_update(of=("self",)).select_related("parent").filter(pk=pk).first()
    if section is None:
        raise Refused(SECTION_GONE)
    return section


def locked_area(plan: Plan, pk: int) -> FocusArea:
    found = plan.focus_areas.select_for_update(of=("self",)).select_related("section", "council")
    area = found.filter(pk=pk).first()
    if area is None:
        raise Refused(AREA_GONE)
    return area
