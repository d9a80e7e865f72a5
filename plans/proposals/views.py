"""The lokalråd's pages: its own page in a round, and a proposal being written."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from councils.models import Council
from councils.register.mailing import secretariat
from plans.document.models import Plan
from plans.proposals import workflow
from plans.proposals.filled import Needed, filled, looked_for, open_points, stored
from plans.proposals.forms import ProposalForm, WithdrawForm
from plans.proposals.models import (
    ChangeRequest,
    NoProposals,
    Proposal,
    ProposalRound,
    later_round,
    round_of,
)
from plans.proposals.models.attachments import has_unsent
from plans.proposals.permissions import (
    SENDERS_ALONE,
    load_answered_round,
    load_asked_council,
    load_own_proposal,
    load_own_round,
    load_sent_proposal,
    may_extend_for,
    may_lead,
    may_review_in,
    may_send_for,
    may_write_for,
    visible_proposals,
)
from plans.proposals.reading import Earlier, Glance, glance
from samarbejde import danish
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write, retyped
from samarbejde.transitions import UNSEEN, Refused, Stale


@login_required
@require_safe
def council_proposals(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    plan, council = load_asked_council(request.user, pk, council_pk)
    round_ = round_of(plan)
    found = visible_proposals(request.user).with_fate().filter(round__plan=plan, council=council)
    proposals = [glance(proposal, request.user) for proposal in found.with_titles()]
    context = {
        "plan": plan,
        "council": council,
        "round": round_,
        "proposals": proposals,
        "no_proposals": _no_proposals(plan, council, proposals),
        "writes": may_write_for(request.user, council),
        "sends": round_ is not None and may_send_for(request.user, council, round_),
        "leads": may_lead(request.user, council),
        "earlier": _of_the_year_before(request, plan, council),
        "reviews": may_review_in(request.user, council.district_id),
        "may_extend": may_extend_for(request.user, council),
        **(_deadline_of(round_, council) if round_ else {}),
    }
    return render(request, "plans/proposals/council.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def write_proposal(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    round_, council = load_own_round(request.user, pk, council_pk)
    source, asked = _source(request, council), round_.questions
    start = filled(source.words) if source else {}
    form = ProposalForm(
        typed(request),
        initial={"form_key": uuid4()} | start,
        questions=asked,
        unasked=source.words.unasked(asked) if source else [],
    )
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            key = form.cleaned_data["form_key"] or uuid4()
            proposal = workflow.write(
                round_, council, form.words, form_key=key, based_on=source, by=request.user
            )
            if attempt.is_autosave:
                return attempt.kept(proposal, "edit-proposal", proposal.pk)
            return _after_saving(request, proposal, [])
    return _form_page(attempt, round_, council)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_own_proposal(request.user, pk)
    points = open_points(proposal)
    if request.method != "POST" and not (proposal.may_be_written or proposal.may_be_corrected):
        messages.info(request, "Forslaget kan ikke rettes nu.")
        return redirect("proposal", pk)
    form = _form_of(proposal, typed(request), points, initial=stored(proposal))
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
    proposal = load_sent_proposal(request.user, pk)
    return _submit(request, proposal, stored(proposal))


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_sent_proposal(request.user, pk)
    form = WithdrawForm(typed(request)) if proposal.submitted_at else None
    with Attempt(request, form) as attempt:
        if request.method == "POST" and (form is None or form.is_valid()):
            workflow.withdraw(proposal, **(form.cleaned_data if form else {}), by=request.user)
            told = "Forslaget er trukket tilbage. Teksten er bevaret her på siden."
            return attempt.done(told, "proposal", pk)
    if attempt.refusal and form is None:
        return redirect("proposal", pk)
    return attempt.page("plans/proposals/withdraw.html", proposal=proposal)


@login_required
@require_POST
def reopen_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_sent_proposal(request.user, pk)
    with Attempt(request) as attempt:
        workflow.reopen(proposal, by=request.user)
        return attempt.done("Forslaget er en kladde igen. Husk at indsende det.", "edit-proposal", pk)
    return redirect("proposal", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def say_no_proposals(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    round_, council = load_answered_round(request.user, pk, council_pk)
    if request.method != "POST":
        context = {"round": round_, "plan": round_.plan, "council": council}
        return render(request, "plans/proposals/no_proposals.html", context)
    with Attempt(request):
        workflow.say_no_proposals(round_, council, by=request.user)
        messages.success(request, "Tak for svaret: sekretariatet kan se, at I ingen forslag har i år.")
    return redirect("council-proposals", pk, council_pk)


# --- saving and submitting ------------------------------------------------------------------------


def _after_saving(request: LoggedInRequest, proposal: Proposal, points: list[ChangeRequest]) -> HttpResponse:
    may_send = may_send_for(request.user, proposal.council, proposal.round)
    if "submit" in request.POST and may_send:
        return _submit(request, proposal, request.POST.dict())
    if "attach" in request.POST:
        messages.success(request, "Det, du skrev, er gemt.")
        return redirect("proposal-attachments", proposal.pk)
    told = "Rettelserne er gemt, men" if proposal.awaits_decision else "Kladden er gemt. Den er"
    if "submit" in request.POST:
        messages.error(request, SENDERS_ALONE)
    messages.success(request, f"{told} ikke indsendt endnu.")
    return redirect("proposal", proposal.pk)


def _submit(request: LoggedInRequest, proposal: Proposal, typed: Mapping[str, object]) -> HttpResponse:
    """Hand the saved proposal in; what is missing is shown in its form."""
    form = _form_of(proposal, typed, open_points(proposal), complete=True)
    corrects = proposal.awaits_decision
    if (proposal.may_be_written or corrects) and not form.is_valid():
        kept = "Rettelserne er gemt" if corrects else "Forslaget er gemt som kladde"
        messages.warning(request, f"{kept}, men ikke indsendt.")
        retyped(form, version=proposal.version)
        return _form_page(Attempt(request, form), proposal.round, proposal.council, proposal)
    with Attempt(request, page_tells=Refused) as attempt:
        workflow.submit(proposal, by=request.user)
        told = "Den nye udgave" if corrects else "Forslaget"
        return attempt.done(f"{told} er indsendt. Du får en kvittering på e-mail.", "proposal", proposal.pk)
    proposal = load_own_proposal(request.user, proposal.pk)
    if proposal.awaits_decision and not has_unsent(proposal):  # a second click, or a colleague's first
        messages.info(request, str(attempt.refusal))
    else:
        kept = " Teksten er gemt som kladde." if proposal.may_be_written or proposal.awaits_decision else ""
        messages.error(request, f"{attempt.refusal}{kept}")
    return redirect("proposal", proposal.pk)


# --- pages ----------------------------------------------------------------------------------------


def _form_page(
    attempt: Attempt, round_: ProposalRound, council: Council, proposal: Proposal | None = None
) -> HttpResponse:
    conflict = both_texts(attempt, stored, thing="forslaget")
    missing = [] if round_.is_closed else _looked_for(attempt, round_, proposal)
    return attempt.page(
        "plans/proposals/write.html",
        sends=may_send_for(attempt.request.user, council, round_),
        round=round_,
        plan=round_.plan,
        council=council,
        proposal=attempt.refusal.current if isinstance(attempt.refusal, Stale) else proposal,
        conflict=conflict,
        missing=missing,
        all_there=all(one.is_there for one in missing),
        attachments=proposal.attachments.all() if proposal else [],
        **_deadline_of(round_, council, proposal),
    )


def _looked_for(attempt: Attempt, round_: ProposalRound, proposal: Proposal | None) -> list[Needed]:
    form = attempt.form
    assert isinstance(form, ProposalForm)
    have = {field.name: field.value() for field in form}
    return looked_for(round_.questions, open_points(proposal) if proposal else [], have)


def _deadline_of(
    round_: ProposalRound, council: Council, proposal: Proposal | None = None
) -> dict[str, object]:
    is_open = round_.is_open_for(council)
    is_late = proposal is not None and proposal.is_late_with_answer
    return {
        "deadline": round_.deadline_for(council),
        "is_open": is_open,
        "opens": f"Den åbner {danish.moment_text(round_.opens_at)}. Lokalrådets formand får en e-mail da.",
        "following": later_round(round_.plan) if round_.is_closed else None,
        "contacts": [] if is_open and not is_late else secretariat(council.district_id),
    }


def _form_of(
    proposal: Proposal, typed: Mapping[str, object] | None, points: list[ChangeRequest], **how: Any
) -> ProposalForm:
    """With what its round asks; its answers to an earlier round's questions are kept beside."""
    asked = proposal.round.questions
    return ProposalForm(typed, points=points, questions=asked, unasked=proposal.words.unasked(asked), **how)


def _no_proposals(plan: Plan, council: Council, proposals: list[Glance]) -> NoProposals | None:
    """What the lokalråd has said, until it hands something in instead."""
    if any(proposal.submitted_at for proposal in proposals):
        return None
    return NoProposals.objects.filter(round__plan=plan, council=council).first()


def _of_the_year_before(request: LoggedInRequest, plan: Plan, council: Council) -> list[Earlier]:
    """Those of its latest earlier round, and what became of them."""
    mine = visible_proposals(request.user).filter(council=council)
    before = mine.filter(round__plan__council=plan.council_id, round__plan__year__lt=plan.year)
    latest = before.order_by("-round__plan__year").values("round")[:1]
    found = before.filter(round=latest).with_fate().with_titles()
    return [Earlier(one.round.plan, glance(one, request.user)) for one in found]


def _source(request: LoggedInRequest, council: Council) -> Proposal | None:
    """An earlier proposal of the same lokalråd, whose words a new one starts from."""
    source = request.GET.get("fra", "")
    if not source.isascii() or not source.isdigit():
        return None
    return Proposal.objects.filter(council=council, pk=source[:18]).first()
