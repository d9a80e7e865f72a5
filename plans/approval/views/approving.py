from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.approval import workflow
from plans.approval.board import as_sheet, board
from plans.approval.forms import (
    PaperSignaturesForm,
    ReopenForm,
    SignaturesForm,
    SignForm,
    round_form,
)
from plans.approval.frozen import signed_text
from plans.approval.in_the_way import in_the_way, obstacles_of
from plans.approval.left_open import left_open
from plans.approval.models import STANDING, Signature, SignatureState
from plans.approval.permissions import load_followed_plan, load_signature, may_follow_signatures
from plans.document.models import Plan
from plans.document.news import lines_of_news
from plans.document.obstacles import Unpublishable
from plans.document.permissions import load_decided_plan, load_managed_district_plan, may_decide_plan
from plans.document.snapshot import read_snapshot
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.sheets import sheet_answer
from samarbejde.transitions import Refused, may_move

page = require_http_methods(["GET", "HEAD", "POST"])


def signatures_page(attempt: Attempt, person: User, plan: Plan, **more: object) -> HttpResponse:
    """The board of a round; before it, the form that orders one. `more` tells of its trial print."""
    manages = may_decide_plan(person, plan)
    context = {"form": round_form(plan), "switch": SignaturesForm(), "manages": manages} | board(plan)
    context["left"] = left_open(plan) if manages and context["may_open"] else None
    return attempt.page("plans/approval/signatures.html", **context | more)


@login_required
@require_safe
def text_to_sign(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_followed_plan(request.user, pk)
    standing = plan.signature_rounds.standing().first()
    if standing is None:
        raise Http404
    context = {"plan": plan, "round": standing, "snapshot": signed_text(standing)}
    return render(request, "plans/approval/text_to_sign.html", context)


@login_required
@require_safe
def signatures_sheet(request: LoggedInRequest, pk: int, ending: str) -> HttpResponse:
    plan = load_followed_plan(request.user, pk)
    standing = plan.signature_rounds.standing().first()
    if standing is None:
        raise Http404
    return sheet_answer(as_sheet(standing), ending)


@login_required
@require_POST
def remind_signatories(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_decided_plan(request.user, pk)
    standing = plan.signature_rounds.standing().first()
    with Attempt(request):
        if standing is None:
            raise Refused("Planen er ikke til underskrift.")
        count = workflow.remind(standing, by=request.user)
        messages.success(request, f"{count}, der mangler at underskrive, får en e-mail.")
    return redirect("signatures", plan.pk)


@login_required_to_write
@require_POST
def switch_signatures(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_district_plan(request.user, pk)
    form = SignaturesForm(request.POST)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            required, reason = form.cleaned_data["required"] == "ja", form.cleaned_data["reason"]
            workflow.switch_signatures(plan, required=required, reason=reason, by=request.user)
            told = "skal underskrives" if required else "kan offentliggøres uden underskrifter"
            return attempt.done(f"Planen {told}.", "signatures", plan.pk)
    return signatures_page(attempt, request.user, plan, switch=form)


@login_required_to_write
@page
def record_paper_signatures(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_district_plan(request.user, pk)
    known: dict[str, object] = {"place": plan.signed_place, "signed_on": plan.signed_on}
    form = PaperSignaturesForm(typed(request), plan=plan, initial=known)
    with Attempt(request, form, page_tells=Unpublishable) as attempt:
        if form.is_valid():
            answers = {name: form.cleaned_data[name] for name in ("place", "signed_on", "signers")}
            workflow.record_paper_signatures(plan, **answers, by=request.user)
            told = "Underskrifterne er registreret, og planen kan offentliggøres."
            return attempt.done(told, "plan", plan.pk)
    may_record = plan.state == PlanState.DISCUSSED and plan.signatures_required
    return attempt.page(
        "plans/approval/record_paper_signatures.html",
        plan=plan,
        may_record=may_record,
        left=left_open(plan) if may_record else None,
        **in_the_way(plan, obstacles_of(attempt.refusal)),
    )


@login_required_to_write
@page
def reopen_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_decided_plan(request.user, pk)
    form = ReopenForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.reopen(plan, reason=form.cleaned_data["reason"], by=request.user)
            return attempt.done("Planen er kladde igen, og teksten kan ændres.", "plan", plan.pk)
    return attempt.page(
        "plans/approval/reopen_plan.html",
        plan=plan,
        may_reopen=may_move(plan, PlanState.DRAFT, plan.transitions),
        discussed=plan.discussions.standing().exists(),
        told=_told(plan),
    )


def _told(plan: Plan) -> list[str]:
    """Those whose signature lapses when the plan becomes a draft."""
    standing = plan.signature_rounds.standing().first()
    if standing is None or plan.state == PlanState.PUBLISHED:
        return []
    return [str(signature) for signature in standing.signatures.signed()]


@login_required
@never_cache
@page
def sign(request: LoggedInRequest, pk: int) -> HttpResponse:
    try:
        signature = load_signature(request.user, pk)
    except PermissionDenied:
        if request.method == "POST":
            workflow.record_denied_signature(pk, by=request.user)
        raise
    form = SignForm(typed(request))
    if form.is_valid():
        with Attempt(request):
            workflow.sign(signature, seen_hash=form.cleaned_data["seen_hash"], by=request.user)
        return redirect("sign", signature.pk)
    round_ = signature.round
    text, may_sign = read_snapshot(round_.snapshot), signature.state == SignatureState.PENDING
    return Attempt(request, form).page(
        "plans/approval/sign.html",
        signature=signature,
        round=round_,
        plan=round_.plan,
        snapshot=text,
        news=lines_of_news(round_.plan, text, round_.content_hash) if may_sign else None,
        may_sign=may_sign,
        sees_plan=may_follow_signatures(request.user, round_.plan),
        newer=_newer(signature, request.user) if signature.state == SignatureState.VOIDED else None,
    )


def _newer(lapsed: Signature, person: User) -> Signature | None:
    """The person's own under the text that took this one's place, if there is one."""
    standing = Signature.objects.filter(round__plan=lapsed.round.plan_id, round__state__in=STANDING)
    return standing.filter(membership__user=person).first()
