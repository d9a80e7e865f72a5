"""Where the text of an accepted proposal stands."""

from django.urls import reverse

from plans.document.models import FocusArea, RegisterData, Scope
from plans.document.models.sections import anchor_of
from plans.proposals.models import Proposal
from samarbejde import danish


def address_in_plan(proposal: Proposal) -> str:
    """The path of the section, or of the lokalråd's own list where a local topic stands; "" when nowhere.

    For a merged proposal those of the one it stands in, and never another lokalråd's list.
    """
    standing = proposal.standing_in
    if standing.suggestion is not None:
        suggested = standing.suggestion
        page = reverse("plan-text", args=[suggested.plan_id])
        return "" if suggested.state == "declined" else f"{page}#{anchor_of(suggested.lineage)}"
    area = standing.focus_area
    if area is None:
        return ""
    page = reverse("plan-text", args=[area.plan_id])
    if area.section is not None:
        return f"{page}#{area.section.anchor}"
    lists = area.plan.sections.filter(data=RegisterData.PRIORITIES).first()
    if not area.priorities.filter(council=proposal.council).exists():
        return ""
    municipality = proposal.council.municipality
    return f"{page}#{lists.anchor}-{municipality.slug}" if lists and municipality else page


def shared_lists(area: FocusArea) -> str:
    """Who shares a local topic, as `Lokalrådet i Herning og Lokalrådet i Viborg`; "" for one alone."""
    if area.scope != Scope.LOCAL:
        return ""
    names = [str(row.council) for row in area.priorities.select_related("council")]
    return danish.listing(names) if len(names) > 1 else ""
