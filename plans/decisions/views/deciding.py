"""The three decisions, and the way back from them until they are told."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from plans.decisions import workflow
from plans.decisions.forms import AcceptForm, MergeForm, RejectForm
from plans.decisions.models import INTO_THE_PLAN, SECTION, TOPIC, PendingDecision
from plans.decisions.pending import decided_for, next_to_decide
from plans.decisions.permissions import load_handed_in_proposal
from plans.decisions.views.reviewing import form_page
from plans.proposals.models import Outcome, Proposal
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import Stale

DECIDED = "Afgørelsen er gemt. Lokalrådet ser den først, når du meddeler afgørelserne."
UNDONE = "Afgørelsen er fortrudt. Ingen uden for sekretariatet har set den."


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def decide_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    """One address for the three decisions; `?valg=` says which."""
    proposal = load_handed_in_proposal(request.user, pk)
    choice = request.GET.get("valg", "")
    if choice not in DECISIONS:
        if request.method == "POST":
            messages.error(request, "Vælg, hvad der skal ske med forslaget, og send så igen.")
        return redirect("proposal", pk)
    make, decide = DECISIONS[choice]
    form = make(proposal, typed(request))
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            decide(proposal, by=request.user, **form.cleaned_data)
            messages.success(request, DECIDED)
            return _onwards(request, proposal)
    return form_page(attempt, request.user, proposal, choice)


@login_required
@require_POST
def undo_decision(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_handed_in_proposal(request.user, pk)
    with Attempt(request) as attempt:
        workflow.undo(proposal, by=request.user)
        return attempt.done(
            "Afgørelsen er fortrudt. Ingen uden for sekretariatet har set den.", "proposal", pk
        )
    return redirect("proposal", pk)


def _onwards(request: LoggedInRequest, proposal: Proposal) -> HttpResponse:
    """Back to the proposal, or to the form of the next one that waits to be decided."""
    if "next" not in request.POST:
        return redirect("proposal", proposal.pk)
    following = next_to_decide(proposal, request.user)
    if following is None:
        messages.info(request, "Der er ikke flere forslag at afgøre nu.")
        return redirect("proposal-board", proposal.round.plan_id)
    return redirect(f"{reverse('decide-proposal', args=[following.pk])}?valg=optag#panel")


# --- the forms of the three decisions -------------------------------------------------------------


def _accept_form(proposal: Proposal, data: QueryDict | None) -> AcceptForm:
    words = proposal.latest.words if proposal.latest else proposal.words
    own = {"scope": words.scope, "title": words.title, "text": words.text}
    return AcceptForm(data, proposal=proposal, initial=own | _begun(proposal, *INTO_THE_PLAN))


def _reject_form(proposal: Proposal, data: QueryDict | None) -> RejectForm:
    return RejectForm(data, initial=_begun(proposal, Outcome.REJECTED))


def _merge_form(proposal: Proposal, data: QueryDict | None) -> MergeForm:
    return MergeForm(data, proposal=proposal, initial=_begun(proposal, Outcome.MERGED))


def _begun(proposal: Proposal, *outcomes: Outcome) -> dict[str, object]:
    """With what was decided already, when it is one of these outcomes."""
    standing = decided_for(proposal)
    decided = standing.typed if standing and standing.outcome in outcomes else {}
    return decided | {"seen": proposal.latest_number}


def _take_in(
    proposal: Proposal,
    *,
    scope: str,
    onto: UUID | None,
    title: str,
    names_proposers: bool,
    by: User,
    **words: Any,
) -> PendingDecision:
    """As a topic of its own, or added to what stands."""
    if scope == TOPIC and onto:
        return workflow.extend(proposal, onto=onto, by=by, **words)
    if scope == SECTION and onto:
        return workflow.suggest(proposal, onto=onto, by=by, **words)
    return workflow.accept(
        proposal, scope=scope, title=title, names_proposers=names_proposers, by=by, **words
    )


Make = Callable[[Proposal, QueryDict | None], AcceptForm | RejectForm | MergeForm]
DECISIONS: dict[str, tuple[Make, Callable[..., object]]] = {
    "optag": (_accept_form, _take_in),
    "afvis": (_reject_form, workflow.reject),
    "saml": (_merge_form, workflow.merge),
}
