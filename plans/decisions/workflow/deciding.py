"""The decision: into the plan, not into the plan, or into another proposal. Nothing of it is told yet."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from plans.decisions.models import PendingDecision
from plans.decisions.pending import decided_for
from plans.decisions.permissions import refuse_disqualified
from plans.decisions.workflow.reviewing import refuse_unread
from plans.document.models import Plan, Scope
from plans.drafting.workflow.edit_lock import lock_open
from plans.drafting.workflow.focus_areas import checked_title
from plans.proposals.models import Outcome, Proposal
from plans.proposals.states import MERGEABLE_INTO, PROPOSAL_TRANSITIONS
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.text import personal_numbers
from samarbejde.text.rich_text import clean, plain_text
from samarbejde.transitions import Refused, lock, refuse_move


@transaction.atomic
def accept(
    proposal: Proposal,
    *,
    scope: str,
    title: str,
    text: str,
    reason: str,
    seen: int,
    by: User,
    names_proposers: bool = False,
) -> PendingDecision:
    """Let the proposal come into the plan with the words given here; the proposal keeps its own.

    With `names_proposers` readers of the plan see which lokalråd it is from.
    """
    outcome = Outcome.ACCEPTED_DISTRICT if scope == Scope.DISTRICT else Outcome.ACCEPTED_LOCAL
    plan, proposal = held(proposal, outcome, seen, by)
    lock_open(plan)
    if not plain_text(text):
        raise Refused("Skriv den tekst, der skal stå i planen.")
    personal_numbers.refuse_in([title, plain_text(text), reason])
    title = checked_title(plan, title, proposal.council if scope == Scope.LOCAL else None)
    _refuse_second_of_title(proposal, title, outcome)
    words = {"title": title, "text": clean(text), "names_proposers": names_proposers}
    return decide(proposal, outcome, seen, by, reason=reason, **words)


@transaction.atomic
def reject(proposal: Proposal, *, reason: str, seen: int, by: User) -> PendingDecision:
    _plan, proposal = held(proposal, Outcome.REJECTED, seen, by)
    if not reason:
        raise Refused("Skriv, hvorfor forslaget afvises. Lokalrådet får begrundelsen at se.")
    personal_numbers.refuse_in([reason])
    return decide(proposal, Outcome.REJECTED, seen, by, reason=reason)


@transaction.atomic
def merge(proposal: Proposal, *, into: Proposal, reason: str, seen: int, by: User) -> PendingDecision:
    """Let the proposal share the fate of another one of its round; its own text is kept.

    When the other one is, or becomes, a local topic, it stands on the lists of both lokalråd.
    """
    _plan, proposal = held(proposal, Outcome.MERGED, seen, by)
    into = lock(into)
    refuse_disqualified(into, by)
    if into.pk == proposal.pk or into.round_id != proposal.round_id or into.state not in MERGEABLE_INTO:
        raise Refused("Det andet forslag kan ikke længere rumme dette. Vælg et andet forslag i runden.")
    if into.has_left_the_plan:
        raise Refused(
            f"Emnet fra »{into.public_title}« er taget ud af planen igen, så det kan ikke rumme dette. "
            "Vælg et andet forslag i runden, eller optag eller afvis dette for sig."
        )
    _refuse_circle(proposal, into)
    if not reason:
        raise Refused("Skriv, hvorfor forslagene samles. Begge lokalråd får begrundelsen at se.")
    personal_numbers.refuse_in([reason])
    return decide(proposal, Outcome.MERGED, seen, by, reason=reason, into=into)


@transaction.atomic
def merge_many(
    proposals: Iterable[Proposal], *, into: Proposal, reason: str, seen: Mapping[int, int], by: User
) -> list[PendingDecision]:
    """Let all of these share the fate of the one, or none of them; `seen` is by proposal."""
    lock(into.round.plan)
    chosen = [proposal for proposal in proposals if proposal.pk != into.pk]
    for proposal in sorted([*chosen, into], key=lambda one: one.pk):
        lock(proposal)
    return [merge(one, into=into, reason=reason, seen=seen.get(one.pk, 0), by=by) for one in chosen]


@transaction.atomic
def undo(proposal: Proposal, *, by: User) -> Proposal:
    """Take the decision back before it is told: nobody outside the secretariat ever sees it."""
    lock(proposal.round.plan)
    proposal = lock(proposal)
    refuse_disqualified(proposal, by)
    pending = decided_for(proposal)
    if pending is None:
        raise Refused(
            "Det kan ikke gøres nu, for den er allerede meddelt eller fortrudt. "
            "Se siden igen, og vælg derfra."
        )
    pending.delete()
    _record(proposal, "proposal.undone", f"Afgørelsen af forslaget fra {proposal.council} blev fortrudt", by)
    return proposal


def held(proposal: Proposal, outcome: Outcome, seen: int, by: User) -> tuple[Plan, Proposal]:
    """The plan first, as everything that changes its text; then the proposal, when it may be decided so."""
    plan = lock(proposal.round.plan)
    proposal = lock(proposal)
    refuse_move(proposal, outcome, PROPOSAL_TRANSITIONS)
    refuse_disqualified(proposal, by)
    refuse_unread(proposal, seen)
    return plan, proposal


def _refuse_second_of_title(proposal: Proposal, title: str, outcome: Outcome) -> None:
    """Two topics of one title cannot both come into the plan, or into one lokalråd's list."""
    same = PendingDecision.objects.filter(
        proposal__round=proposal.round_id, title__iexact=title, outcome=outcome, onto=None
    )
    if outcome == Outcome.ACCEPTED_LOCAL:
        same = same.filter(proposal__council=proposal.council_id)
    for other in same.exclude(proposal=proposal).select_related("proposal__council"):
        raise Refused(
            f"»{other.proposal.public_title}« fra {other.proposal.council} får samme titel i planen. "
            "Giv dette en anden, eller saml de to."
        )


def _refuse_circle(proposal: Proposal, into: Proposal) -> None:
    following: Proposal | None = into
    while following is not None:
        pending = decided_for(following)
        following = pending.into if pending else None
        if following == proposal:
            raise Refused(
                f"»{into.public_title}« skal selv samles med dette forslag. "
                "Fortryd det først, eller vælg et andet forslag."
            )


def decide(
    proposal: Proposal,
    outcome: Outcome,
    seen: int,
    by: User,
    **more: object,
) -> PendingDecision:
    """`more` are the columns of this outcome; those of others are emptied."""
    nothing = {"title": "", "text": "", "into": None, "onto": None, "names_proposers": False}
    words = {"outcome": outcome, "seen": seen, "decided_by": by, "decided_at": timezone.now()}
    decision, _ = PendingDecision.objects.update_or_create(proposal=proposal, defaults=nothing | words | more)
    _record(
        proposal, "proposal.decided", f"Forslaget fra {proposal.council} blev afgjort: {outcome.label}", by
    )
    return decision


def _record(proposal: Proposal, verb: str, text: str, by: User) -> None:
    record(verb, text, by=by, subject=proposal, within=proposal.round.plan, internal=True)
