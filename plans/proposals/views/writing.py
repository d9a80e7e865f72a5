"""The lokalråd's pages: its own page in a round, and a proposal being written."""

from collections.abc import Mapping
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from councils.models import Council
from councils.register.mailing import secretariat
from plans.proposals import workflow
from plans.proposals.forms import ProposalForm
from plans.proposals.models import (
    WORDS,
    ChangeRequest,
    NoProposals,
    Proposal,
    ProposalRound,
    later_round,
    round_of,
)
from plans.proposals.permissions import (
    load_asked_council,
    load_own_proposal,
    load_own_round,
    may_extend_for,
    may_review_in,
    may_write_for,
    visible_proposals,
)
from plans.proposals.reading import glance
from plans.proposals.states import ProposalState
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write, retyped
from samarbejde.histories import Record
from samarbejde.transitions import UNSEEN, Refused, Stale


@login_required
@require_safe
def council_proposals(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    plan, council = load_asked_council(request.user, pk, council_pk)
    round_ = round_of(plan)
    proposals = visible_proposals(request.user).with_fate().filter(round__plan=plan, council=council)
    context = {
        "plan": plan,
        "council": council,
        "round": round_,
        "proposals": [glance(proposal, request.user) for proposal in proposals.with_titles()],
        "no_proposals": NoProposals.objects.filter(round__plan=plan, council=council).first(),
        "writes": may_write_for(request.user, council),
        "reviews": may_review_in(request.user, council.district_id),
        "may_extend": may_extend_for(request.user, council),
        **(_deadline_of(round_, council) if round_ else {}),
    }
    return render(request, "plans/proposals/council.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def write_proposal(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    round_, council = load_own_round(request.user, pk, council_pk)
    form = ProposalForm(typed(request), initial={"form_key": uuid4()} | _copied(request, council))
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            key = form.cleaned_data["form_key"] or uuid4()
            proposal = workflow.write(round_, council, form.words, form_key=key, by=request.user)
            if attempt.is_autosave:
                return attempt.kept(proposal, "edit-proposal", proposal.pk)
            return _after_saving(request, proposal, [])
    return _form_page(attempt, round_, council)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_own_proposal(request.user, pk)
    points = _open_points(proposal)
    if request.method != "POST" and not proposal.may_be_written:
        messages.info(request, "Forslaget kan ikke rettes nu.")
        return redirect("proposal", pk)
    form = ProposalForm(typed(request), initial=_stored(proposal), points=points)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            saved = workflow.rewrite(
                proposal, form.words, version=version, answers=form.answers, by=request.user
            )
            if attempt.is_autosave:
                return attempt.kept(saved)
            return _after_saving(request, saved, points)
    return _form_page(attempt, proposal.round, proposal.council, proposal)


@login_required
@require_POST
def submit_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_own_proposal(request.user, pk)
    return _submit(request, proposal, _stored(proposal))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_own_proposal(request.user, pk)
    if request.method != "POST":
        return render(request, "plans/proposals/withdraw.html", {"proposal": proposal})
    with Attempt(request):
        workflow.withdraw(proposal, by=request.user)
        messages.success(request, "Forslaget er trukket tilbage. Teksten er bevaret her på siden.")
    return redirect("proposal", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def say_no_proposals(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    round_, council = load_own_round(request.user, pk, council_pk)
    if request.method != "POST":
        context = {"round": round_, "plan": round_.plan, "council": council}
        return render(request, "plans/proposals/no_proposals.html", context)
    with Attempt(request):
        workflow.say_no_proposals(round_, council, by=request.user)
        messages.success(request, "Tak for svaret: sekretariatet kan se, at I ingen forslag har i år.")
    return redirect("council-proposals", pk, council_pk)


# --- saving and submitting ------------------------------------------------------------------------


def _after_saving(request: LoggedInRequest, proposal: Proposal, points: list[ChangeRequest]) -> HttpResponse:
    if "submit" in request.POST:
        return _submit(request, proposal, request.POST.dict())
    messages.success(request, "Kladden er gemt. Den er ikke indsendt endnu.")
    return redirect("proposal", proposal.pk)


def _submit(request: LoggedInRequest, proposal: Proposal, filled: Mapping[str, object]) -> HttpResponse:
    """Hand the saved proposal in; what is missing is shown in its form."""
    form = ProposalForm(filled, points=_open_points(proposal), complete=True)
    if proposal.may_be_written and not form.is_valid():
        messages.warning(request, "Forslaget er gemt som kladde, men ikke indsendt.")
        retyped(form, version=proposal.version)
        return _form_page(Attempt(request, form), proposal.round, proposal.council, proposal)
    with Attempt(request, page_tells=Refused) as attempt:
        workflow.submit(proposal, by=request.user)
        told = "Forslaget er indsendt. Du får en kvittering på e-mail."
        return attempt.done(told, "proposal", proposal.pk)
    proposal.refresh_from_db()
    if proposal.state == ProposalState.SUBMITTED:  # a second click, or a colleague's first
        messages.info(request, str(attempt.refusal))
    else:
        kept = " Teksten er gemt som kladde." if proposal.may_be_written else ""
        messages.error(request, f"{attempt.refusal}{kept}")
    return redirect("proposal", proposal.pk)


# --- pages ----------------------------------------------------------------------------------------


def _form_page(
    attempt: Attempt, round_: ProposalRound, council: Council, proposal: Proposal | None = None
) -> HttpResponse:
    conflict = both_texts(attempt, _stored, thing="forslaget")
    return attempt.page(
        "plans/proposals/write.html",
        round=round_,
        plan=round_.plan,
        council=council,
        proposal=attempt.refusal.current if isinstance(attempt.refusal, Stale) else proposal,
        conflict=conflict,
        **_deadline_of(round_, council),
    )


def _deadline_of(round_: ProposalRound, council: Council) -> dict[str, object]:
    is_open = round_.is_open_for(council)
    return {
        "deadline": round_.deadline_for(council),
        "is_open": is_open,
        "following": later_round(round_.plan) if round_.is_closed else None,
        "contacts": [] if is_open else secretariat(council.district_id),
    }


def _open_points(proposal: Proposal) -> list[ChangeRequest]:
    return list(proposal.change_requests.filter(answered_at=None))


def _stored(proposal: Proposal | Record) -> dict[str, object]:
    """The proposal, or a record of its history, as its form has it; answers are in no history."""
    points = _open_points(proposal) if isinstance(proposal, Proposal) else []
    answers = {f"answer_{point.pk}": point.answer for point in points}
    return {name: getattr(proposal, name) for name in WORDS} | {"version": proposal.version} | answers


def _copied(request: LoggedInRequest, council: Council) -> dict[str, object]:
    """The words of an earlier proposal of the same lokalråd, as the start of a new one."""
    source = request.GET.get("fra", "")
    if not source.isascii() or not source.isdigit():
        return {}
    found = Proposal.objects.filter(council=council, pk=source[:18]).first()
    return {name: getattr(found, name) for name in WORDS} if found else {}
