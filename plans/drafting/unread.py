"""What was carried forward and nobody has read: it stops signing and publication. Reads only."""

from plans.document.models import Plan
from samarbejde.transitions import Refused


def unread(plan: Plan) -> int:
    """Sections, and topics that have no section."""
    return plan.sections.filter(unread=True).count() + plan.focus_areas.filter(unread=True).count()


def said_unread(number: int) -> str:
    what = "1 afsnit eller emne" if number == 1 else f"{number} afsnit og emner"
    return f"{what} er videreført, uden at nogen har læst {'det' if number == 1 else 'dem'}."


def refuse_unread(plan: Plan) -> None:
    if number := unread(plan):
        raise Refused(f"{said_unread(number)} Læs dem på siden »Fra sidste år«, og prøv igen.")
