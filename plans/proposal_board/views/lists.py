"""The secretariat's list of all proposals, and what it keeps of each for itself."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from councils.register.mailing import secretariat
from plans.decisions.permissions import load_handed_in_proposal
from plans.document.fields import Fields
from plans.proposal_board import workflow
from plans.proposal_board.forms import FilterForm, HandlingForm, ManyForm
from plans.proposal_board.models import Handling
from plans.proposal_board.reading import as_sheet, columns, lines_of
from plans.proposal_board.similar import similar_to
from plans.proposals.permissions import load_round
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.sheets import sheet_answer

A_PAGE = 100
MOST_CARDS = 20  # in a column
COLUMNS = "kolonner"


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def all_proposals(request: LoggedInRequest, pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    if "merge" in request.POST:
        named = urlencode({"forslag": ",".join(request.POST.getlist("proposals"))})
        return redirect(f"{reverse('merge-proposals', args=[pk])}?{named}")
    plan = round_.plan
    every = lines_of(round_, request.user)
    filters = FilterForm(request.GET.dict(), every)
    shown = [line for line in every if filters.lets_through(line)]
    form = ManyForm(typed(request), people=secretariat(plan.council.district_id), lines=every)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            chosen = [int(pk) for pk in form.cleaned_data["proposals"]]
            tags = form.cleaned_data["tags"]
            workflow.sort_many(round_, chosen, handler=form.person, tags=tags, by=request.user)
            messages.success(request, f"Gemt for {len(chosen)} forslag.")
            query = request.GET.urlencode()
            return redirect(f"{reverse('all-proposals', args=[pk])}{f'?{query}' if query else ''}")
    by_column = request.GET.get("vis") == COLUMNS
    query = urlencode(filters.chosen)
    return attempt.page(
        "plans/proposal_board/all_proposals.html",
        plan=plan,
        filters=filters,
        query=query,
        every=len(every),
        shown=len(shown),
        by_column=by_column,
        columns=columns(shown) if by_column else [],
        most=MOST_CARDS,
        page=Paginator(shown, A_PAGE).get_page(request.GET.get("side")),
    )


@login_required
@require_safe
def all_proposals_sheet(request: LoggedInRequest, pk: int, ending: str) -> HttpResponse:
    """What the page shows, all its pages."""
    round_ = load_round(request.user, pk)
    every = lines_of(round_, request.user)
    filters = FilterForm(request.GET.dict(), every)
    shown = [line for line in every if filters.lets_through(line)]
    return sheet_answer(as_sheet(shown, round_.plan), ending)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def handle_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Who looks after this one, and its words."""
    proposal = load_handed_in_proposal(request.user, pk)
    kept = Handling.objects.filter(proposal=proposal).first() or Handling()
    people = secretariat(proposal.council.district_id)
    initial = {"handler": str(kept.handler_id or ""), "tags": ", ".join(kept.tags)}
    form = HandlingForm(typed(request), people=people, initial=initial)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            tags = form.cleaned_data["tags"]
            workflow.sort(proposal, handler=form.person, tags=tags, by=request.user)
            return attempt.done("Behandler og emneord er gemt.", "proposal", pk)
    return attempt.page(
        "plans/proposal_board/handle_proposal.html", plan=proposal.round.plan, proposal=proposal
    )


@login_required
@require_safe
def similar_proposals(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The proposal, and beside it what says nearly the same."""
    proposal = load_handed_in_proposal(request.user, pk)
    context = {
        "plan": proposal.round.plan,
        "proposal": proposal,
        "words": proposal.latest.words if proposal.latest else proposal.words,
        "similar": similar_to(proposal, request.user),
        "fields": Fields(proposal.round.plan),
    }
    return render(request, "plans/proposal_board/similar_proposals.html", context)
