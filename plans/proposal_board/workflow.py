"""Who of the secretariat looks after which proposals, and the words that they are sorted by."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from plans.decisions.permissions import refuse_disqualified
from plans.proposal_board.models import MOST_TAGS, Handling
from plans.proposals.models import Proposal, ProposalRound
from plans.proposals.permissions import disqualification, may_review_in
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock


@transaction.atomic
def sort_many(
    round_: ProposalRound, chosen: Iterable[int], *, handler: User | None, tags: Sequence[str], by: User
) -> list[Proposal]:
    """Give all of these the handler, if one is named, and add the words; all of them or none."""
    lock(round_.plan)
    found = Proposal.objects.filter(round=round_, pk__in=chosen).submitted_once().with_places()
    proposals = list(found.select_for_update(of=("self",)).order_by("pk"))
    if not proposals:
        raise Refused("Sæt kryds ved mindst ét forslag.")
    kept = {row.proposal_id: row for row in Handling.objects.filter(proposal__in=proposals)}
    for proposal in proposals:
        row = kept.get(proposal.pk) or Handling(proposal=proposal)
        words = list(dict.fromkeys([*row.tags, *tags]))
        _keep(row, proposal, handler or row.handler, words, by)
    return proposals


@transaction.atomic
def sort(proposal: Proposal, *, handler: User | None, tags: Sequence[str], by: User) -> None:
    """Let the proposal have this handler and these words, and no others."""
    lock(proposal.round.plan)
    proposal = lock(proposal)
    row = Handling.objects.filter(proposal=proposal).first() or Handling(proposal=proposal)
    _keep(row, proposal, handler, list(tags), by)


def _keep(row: Handling, proposal: Proposal, handler: User | None, tags: list[str], by: User) -> None:
    refuse_disqualified(proposal, by)
    personal_numbers.refuse_in(tags)
    if len(tags) > MOST_TAGS:
        raise Refused(f"Et forslag fra {proposal.council} får over {MOST_TAGS} emneord. Fjern nogle først.")
    if handler is not None and handler.pk != row.handler_id:
        _refuse_handler(proposal, handler)
    if (row.handler_id, row.tags) == (handler.pk if handler else None, tags):
        return
    row.handler, row.tags = handler, tags
    if handler or tags:
        row.save()
    else:
        row.delete()
    who = f"behandles af {handler.name}" if handler else "har ingen behandler"
    words = f" og har emneordene {danish.listing(tags)}" if tags else ""
    text = f"Forslaget fra {proposal.council} {who}{words}"
    record("proposal.sorted", text, by=by, subject=proposal, within=proposal.round.plan, internal=True)


def _refuse_handler(proposal: Proposal, handler: User) -> None:
    if not may_review_in(handler, proposal.council.district_id):
        raise Refused(f"{handler.name} er ikke længere i sekretariatet. Vælg en anden.")
    if disqualification(handler, proposal):
        raise Refused(
            f"{handler.name} sidder selv i {proposal.council} og kan ikke behandle dets forslag "
            "(forvaltningslovens § 3). Vælg en anden."
        )
