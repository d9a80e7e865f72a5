"""What is announced is added to the plan's text: the topic extended, the suggestion made."""

from collections.abc import Iterable

from plans.decisions.models import PendingDecision
from plans.document.models import FocusArea, Scope
from plans.drafting import workflow as drafting
from plans.proposals.models import Proposal
from plans.suggestions.models import Suggestion
from plans.suggestions.workflow import suggest_for
from samarbejde.accounts.models import User


def extended(proposal: Proposal, pending: PendingDecision, by: User) -> FocusArea:
    """The topic, with the words last in its text, whatever was written there since it was decided."""
    assert pending.onto is not None, "a topic is extended by what says which"
    area = proposal.round.plan.focus_areas.get(lineage=pending.onto)
    reason = f"Forslag {proposal.number}"
    if area.section is not None:
        drafting.save_section(
            area.section,
            by=by,
            version=area.section.version,
            heading=area.section.heading,
            body=area.section.body + pending.text,
            closing=area.section.closing,
            reason=reason,
            read=False,
        )
    else:
        drafting.edit_focus_area(
            area,
            title=area.own_title,
            text=area.description + pending.text,
            version=area.version,
            by=by,
            read=False,
            reason=reason,
        )
    share(area, [proposal, *proposal.everything_merged()], by)
    return area


def share(area: FocusArea, parts: Iterable[Proposal], by: User) -> None:
    """Put a local topic on the lists of these proposals' lokalråd too; others stand on every list."""
    councils = [part.council for part in parts]
    if area.scope == Scope.LOCAL and councils:
        drafting.share_focus_area(area, councils, by=by)


def suggested(proposal: Proposal, pending: PendingDecision, by: User) -> Suggestion:
    """In the name of whoever handed the proposal in."""
    handed_in = proposal.latest
    assert handed_in is not None, "only what was handed in is decided"
    assert pending.onto is not None, "what is suggested says for which section"
    section = proposal.round.plan.sections.get(lineage=pending.onto)
    section.plan = proposal.round.plan
    reason = f"Forslag {proposal.number} fra {proposal.council}"
    return suggest_for(section, pending.text, author=handed_in.submitted_by, reason=reason, by=by)
