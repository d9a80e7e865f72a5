"""All that is decided is told at once: the plan gets its text, and each lokalråd one letter."""

from typing import NamedTuple

from django.db import transaction
from simple_history.utils import bulk_update_with_history

from councils.held_letters.workflow import hold
from councils.models import Council
from councils.register.mailing import without_leader
from plans.decisions import letters
from plans.decisions.models import PendingDecision
from plans.decisions.pending import barred_from, ready, standing_in
from plans.decisions.sealing import seal
from plans.decisions.workflow.carrying_out import extended, share, suggested
from plans.document.models import Scope
from plans.drafting import workflow as drafting
from plans.proposals.models import (
    Decision,
    DecisionAnnouncement,
    Outcome,
    Proposal,
    ProposalRound,
    know_merged,
)
from plans.proposals.states import MERGEABLE_INTO, PROPOSAL_TRANSITIONS
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, Stale, lock, move

BECAME = ("state", "merged_into", "focus_area", "suggestion")  # of a proposal


class Announced(NamedTuple):
    decisions: list[Decision]
    councils: list[Council]
    unreached: list[Council]  # of these, those whose chair no letter reaches


@transaction.atomic
def announce(round_: ProposalRound, *, seen: str, holds_letters: bool = False, by: User) -> Announced:
    """Carry out and tell every decision that is ready; `seen` is the `seal` of what was read.

    All of them or none. Raises `Stale` when they are others by now. The letters wait to be worded by hand
    where the secretariat `holds_letters`.
    """
    round_.plan = lock(round_.plan)
    proposals = Proposal.objects.filter(round=round_, pending_decision__isnull=False)
    held = {row.pk: row for row in proposals.select_for_update(of=("self",)).order_by("pk")}
    know_merged(held.values())
    standing = standing_in(round_)
    decisions = ready(standing)
    if not decisions:
        raise Refused(
            "Ingen af afgørelserne kan meddeles nu. Se ved hver af dem, hvad der er i vejen."
            if standing
            else "Der er ingen afgørelser at meddele: de er meddelt, eller de er fortrudt."
        )
    if barred_from(by, decisions):
        raise Refused(
            "Du sidder selv i et af lokalrådene, så du kan ikke meddele afgørelserne "
            "(forvaltningslovens § 3). Lad en anden i sekretariatet gøre det."
        )
    councils, written = letters.councils_told(decisions), letters.announced(round_, decisions)
    if seal(decisions, written) != seen:
        raise Stale(
            "Afgørelserne eller brevene er ændret, siden du læste dem. Læs dem igen, og meddel dem så.",
            round_,
        )
    for pending in decisions:
        _carry_out(pending, held, by)
    told = _write_down(decisions, held, by)
    PendingDecision.objects.filter(pk__in=[pending.pk for pending in decisions]).delete()
    if holds_letters:
        step = f"Afgørelser af forslag til {round_.plan.title}"
        hold(*written, district=round_.plan.council.district, step=step, by=by)
    else:
        queue(*written)
    return Announced(told, councils, without_leader(councils))


def _carry_out(pending: PendingDecision, held: dict[int, Proposal], by: User) -> None:
    proposal = held[pending.proposal_id]
    proposal.round = pending.proposal.round
    proposal.council = pending.proposal.council
    move(proposal, pending.outcome, PROPOSAL_TRANSITIONS)
    if pending.outcome == Outcome.MERGED:
        _merge(proposal, pending, held, by)
    elif pending.outcome == Outcome.SUGGESTED:
        proposal.suggestion = suggested(proposal, pending, by)
    elif pending.onto is not None:
        proposal.focus_area = extended(proposal, pending, by)
    elif pending.outcome != Outcome.REJECTED:
        _take_into_plan(proposal, pending, by)
    _record(proposal, f"{proposal.council} fik besked om afgørelsen af sit forslag", by)
    for merged in proposal.everything_merged():
        _record(merged, f"{merged.council} fik besked om det forslag, deres er samlet med", by)


def _write_down(decisions: list[PendingDecision], held: dict[int, Proposal], by: User) -> list[Decision]:
    """What was carried out, of all of them at once."""
    proposals = [held[pending.proposal_id] for pending in decisions]
    bulk_update_with_history(proposals, Proposal, BECAME, default_user=by)
    told = Decision.objects.bulk_create(
        Decision(
            proposal=held[pending.proposal_id],
            outcome=pending.outcome,
            reason=pending.reason,
            decided_by=pending.decided_by,
            decided_at=pending.decided_at,
        )
        for pending in decisions
    )
    DecisionAnnouncement.objects.bulk_create(
        DecisionAnnouncement(decision=decision, announced_by=by) for decision in told
    )
    return told


def _take_into_plan(proposal: Proposal, pending: PendingDecision, by: User) -> None:
    district_wide = pending.outcome == Outcome.ACCEPTED_DISTRICT
    merged = list(proposal.everything_merged())
    proposal.focus_area = drafting.add_focus_area(
        proposal.round.plan,
        title=pending.title,
        text=pending.text,
        scope=Scope.DISTRICT if district_wide else Scope.LOCAL,
        council=None if district_wide else proposal.council,
        proposers=[part.council for part in (proposal, *merged)],
        by=by,
    )
    share(proposal.focus_area, merged, by)
    if pending.names_proposers:
        area = proposal.focus_area
        drafting.name_proposers(area, named=True, version=area.version, by=by)


def _merge(proposal: Proposal, pending: PendingDecision, held: dict[int, Proposal], by: User) -> None:
    assert pending.into is not None, "what is merged says into which"
    into = held.get(pending.into.pk) or lock(pending.into)
    if into.state not in MERGEABLE_INTO:
        raise Refused(
            f"»{into.public_title}« kan ikke længere rumme »{proposal.public_title}«. "
            "Fortryd afgørelsen, og vælg et andet forslag."
        )
    proposal.merged_into = into
    if into.known_merged is not None:
        into.known_merged.append(proposal)
    parts = [proposal, *proposal.everything_merged()]
    if into.focus_area is not None and into.council_id not in into.focus_area.proposer_ids:
        share(into.focus_area, parts, by)  # it was added to a topic of others
    else:
        _credit(into, parts, by)


def _credit(proposal: Proposal, parts: list[Proposal], by: User) -> None:
    """The topic that the proposal has become is of the lokalråd of these parts too, and on their lists.

    A district-wide one stands on every list.
    """
    if proposal.focus_area is None:
        return
    councils = [part.council for part in parts]
    proposal.focus_area = drafting.note_proposers(proposal.focus_area, councils, by=by)
    share(proposal.focus_area, parts, by)


def _record(proposal: Proposal, text: str, by: User) -> None:
    record("proposal.announced", text, by=by, subject=proposal, within=proposal.round.plan)
