"""Several ticked proposals become one: which of them stays, and why."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from plans.decisions import workflow
from plans.document.fields import Fields
from plans.proposal_board.forms import MergeManyForm
from plans.proposal_board.reading import barred_among
from plans.proposals.models import Proposal
from plans.proposals.permissions import load_round
from plans.proposals.states import MERGEABLE_INTO
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write

LONGEST = 18  # digits of a number in the address


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def merge_proposals(request: LoggedInRequest, pk: int) -> HttpResponse:
    """`?forslag=3,17,20` names them."""
    round_ = load_round(request.user, pk)
    named = [word for word in request.GET.get("forslag", "").split(",") if _is_number(word)]
    found = Proposal.objects.filter(round=round_, pk__in=named).submitted_once()
    proposals = list(found.filter(state__in=MERGEABLE_INTO).with_places().prefetch_related("submissions"))
    barred = barred_among(round_.proposals.all(), request.user) if proposals else set()
    chosen = [proposal for proposal in proposals if proposal.pk not in barred]
    if len(chosen) < 2:
        messages.info(request, "Sæt kryds ved mindst to forslag, som du må behandle, og som kan samles.")
        return redirect("all-proposals", pk)
    form = MergeManyForm(typed(request), proposals=chosen)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            merged = workflow.merge_many(
                chosen,
                into=form.target,
                reason=form.cleaned_data["reason"],
                seen=form.cleaned_data["read"],
                by=request.user,
            )
            told = f"{len(merged) + 1} forslag er samlet til ét. Lokalrådene ser det, når du meddeler det."
            return attempt.done(told, "proposal", form.target.pk)
    return attempt.page(
        "plans/proposal_board/merge_proposals.html",
        plan=round_.plan,
        chosen=chosen,
        fields=Fields(round_.plan),
    )


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= LONGEST
