"""What stands: held while it is changed, compared with what was opened, stored as the next version.

The plan's own row is the one lock for all that changes its text; it is taken before any other.
"""

from plans.document.models import FocusArea, Plan, Section
from samarbejde.accounts.models import User
from samarbejde.histories import by_hand_of
from samarbejde.transitions import Refused, Stale, lock


def lock_open(plan: Plan) -> Plan:
    """The plan, held until the transaction ends; refuses when its text lies fast."""
    held = lock(plan)
    if not held.is_open:
        raise Refused(lies_fast(held))
    return held


def lies_fast(plan: Plan) -> str:
    return (
        f"Planen er »{plan.get_state_display()}«, så teksten ligger fast. "
        "Tag planen tilbage til kladde, hvis der skal rettes i den."
    )


def locked_section(plan: Plan, pk: int) -> Section:
    section = plan.sections.select_for_update(of=("self",)).select_related("parent").filter(pk=pk).first()
    if section is None:
        raise Refused("Afsnittet er slettet af en anden. Gendan det under »Indhold«, og gem så igen.")
    return section


def locked_area(plan: Plan, pk: int) -> FocusArea:
    found = plan.focus_areas.select_for_update(of=("self",)).select_related("section", "council")
    area = found.filter(pk=pk).first()
    if area is None:
        raise Refused("Emnet er taget ud af planen af en anden.")
    return area


def overtaken(current: Section | FocusArea) -> Stale:
    return Stale(f"»{current}« er ændret af en anden, siden du åbnede det.", current)


def store(section: Section, *, by: User, reason: str = "") -> None:
    """Save a locked section as its next version."""
    section.version += 1
    by_hand_of(by, section, reason).save()
