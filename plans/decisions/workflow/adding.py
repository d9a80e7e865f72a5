"""A proposal's words are added to what stands in the plan: to a topic, or as a suggestion for a section."""

from uuid import UUID

from django.db import transaction

from plans.decisions.models import PendingDecision
from plans.decisions.onto import why_not_onto
from plans.decisions.workflow.deciding import decide, held
from plans.document.models import Scope
from plans.drafting.workflow.edit_lock import AREA_GONE, SECTION_GONE, lock_open
from plans.proposals.models import Outcome, Proposal
from samarbejde.accounts.models import User
from samarbejde.text import personal_numbers
from samarbejde.text.rich_text import clean, plain_text
from samarbejde.transitions import Refused


@transaction.atomic
def extend(proposal: Proposal, *, onto: UUID, text: str, reason: str, seen: int, by: User) -> PendingDecision:
    """Let the words follow those of the topic with this lineage; a local one joins the lokalråd's list."""
    area = proposal.round.plan.focus_areas.filter(lineage=onto).first()
    if area is None:
        raise Refused(AREA_GONE)
    outcome = Outcome.ACCEPTED_LOCAL if area.scope == Scope.LOCAL else Outcome.ACCEPTED_DISTRICT
    return _added(proposal, outcome, area.lineage, area.title, text, reason, seen, by)


@transaction.atomic
def suggest(
    proposal: Proposal, *, onto: UUID, text: str, reason: str, seen: int, by: User
) -> PendingDecision:
    """Let the words be suggested for the section with this lineage; its writers take them in or not."""
    section = proposal.round.plan.sections.filter(lineage=onto).first()
    if section is None:
        raise Refused(SECTION_GONE)
    return _added(proposal, Outcome.SUGGESTED, section.lineage, str(section), text, reason, seen, by)


def _added(
    proposal: Proposal,
    outcome: Outcome,
    onto: UUID,
    title: str,
    text: str,
    reason: str,
    seen: int,
    by: User,
) -> PendingDecision:
    plan, proposal = held(proposal, outcome, seen, by)
    lock_open(plan)
    if not plain_text(text):
        raise Refused("Skriv den tekst, der skal stå i planen.")
    personal_numbers.refuse_in([plain_text(text), reason])
    if why := why_not_onto(plan, outcome, onto):
        raise Refused(why)
    words = {"title": title, "text": clean(text), "onto": onto}
    return decide(proposal, outcome, seen, by, reason=reason, **words)
