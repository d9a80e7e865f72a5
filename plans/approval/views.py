from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.approval import workflow
from plans.approval.board import board, renewal
from plans.approval.forms import (
    DiscussionForm,
    PaperSignaturesForm,
    ReopenForm,
    RoundForm,
    SignaturesForm,
    SignForm,
)
from plans.approval.frozen import signed_text
from plans.approval.models import STANDING, Signature, SignatureState
from plans.approval.permissions import load_followed_plan, load_signature
from plans.document.models import Plan
from plans.document.permissions import load_managed_plan, may_manage_plan
from plans.document.states import PLAN_TRANSITIONS, PlanState
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.refusals import refusals_shown
from samarbejde.resending import login_required_to_write
from samarbejde.transitions import Refused, may_move

page = require_http_methods(["GET", "HEAD", "POST"])


def _status(request: LoggedInRequest) -> int:
    return 422 if request.method == "POST" else 200


@login_required_to_write
@page
def record_discussion(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = DiscussionForm(request.POST if request.method == "POST" else None, plan=plan)
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            answers = {name: form.cleaned_data[name] for name in ("held_on", "place", "present", "minutes")}
            workflow.record_discussion(plan, **answers, by=request.user)
            next_step = "sendes til underskrift" if plan.signatures_required else "offentliggøres"
            messages.success(request, f"Drøftelsen er registreret, og planen kan {next_step}.")
            return redirect("plan", plan.pk)
    context = {
        "plan": plan,
        "form": form,
        "standing": plan.discussions.standing().select_related("meeting", "agenda_item").first(),
        "may_record": may_move(plan, PlanState.DISCUSSED, PLAN_TRANSITIONS),
    }
    return render(request, "plans/approval/record_discussion.html", context, status=_status(request))


@login_required_to_write
@page
def signatures(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The board of a round; before it, the form that opens one."""
    plan = load_followed_plan(request.user, pk)
    manages = may_manage_plan(request.user, plan)
    form = RoundForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not manages:
            raise PermissionDenied("Kun sekretariatet kan sende planen til underskrift.")
        if form.is_valid():
            with refusals_shown(request):
                workflow.open_round(plan, **form.cleaned_data, by=request.user)
                messages.success(request, "Planen er sendt til underskrift. Alle får en e-mail med et link.")
                return redirect("signatures", plan.pk)
    context = board(plan) | {"form": form, "manages": manages}
    return render(request, "plans/approval/signatures.html", context, status=_status(request))


@login_required_to_write
@page
def renew_signatures(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The way on when somebody left office before signing."""
    plan = load_managed_plan(request.user, pk)
    context = renewal(plan)
    form = RoundForm(request.POST if request.method == "POST" else None, initial=context.get("known"))
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            workflow.renew_round(plan, **form.cleaned_data, by=request.user)
            messages.success(request, "Planen er sendt til underskrift igen. Alle får en e-mail med et link.")
            return redirect("signatures", plan.pk)
    context |= {"form": form}
    return render(request, "plans/approval/renew_signatures.html", context, status=_status(request))


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
@require_POST
def remind_signatories(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    standing = plan.signature_rounds.standing().first()
    with refusals_shown(request):
        if standing is None:
            raise Refused("Planen er ikke til underskrift.")
        count = workflow.remind(standing, by=request.user)
        messages.success(request, f"{count}, der mangler at underskrive, får en e-mail.")
    return redirect("signatures", plan.pk)


@login_required
@require_POST
def switch_signatures(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = SignaturesForm(request.POST)
    if form.is_valid():
        required = form.cleaned_data["required"] == "ja"
        with refusals_shown(request):
            workflow.switch_signatures(plan, required=required, by=request.user)
            answer = (
                "Planen skal underskrives." if required else "Planen kan offentliggøres uden underskrifter."
            )
            messages.success(request, answer)
    return redirect("signatures", plan.pk)


@login_required_to_write
@page
def record_paper_signatures(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    known = {"place": plan.signed_place, "signed_on": plan.signed_on}
    form = PaperSignaturesForm(request.POST if request.method == "POST" else None, plan=plan, initial=known)
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            answers = {name: form.cleaned_data[name] for name in ("place", "signed_on", "signers")}
            workflow.record_paper_signatures(plan, **answers, by=request.user)
            messages.success(request, "Underskrifterne er registreret, og planen kan offentliggøres.")
            return redirect("plan", plan.pk)
    context = {
        "plan": plan,
        "form": form,
        "may_record": plan.state == PlanState.DISCUSSED and plan.signatures_required,
    }
    return render(request, "plans/approval/record_paper_signatures.html", context, status=_status(request))


@login_required_to_write
@page
def reopen_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = ReopenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            workflow.reopen(plan, reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, "Planen er kladde igen, og teksten kan ændres.")
            return redirect("plan", plan.pk)
    context = {
        "plan": plan,
        "form": form,
        "may_reopen": may_move(plan, PlanState.DRAFT, PLAN_TRANSITIONS),
        "discussed": plan.discussions.standing().exists(),
        "told": _told(plan),
    }
    return render(request, "plans/approval/reopen_plan.html", context, status=_status(request))


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
    form = SignForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            workflow.sign(signature, seen_hash=form.cleaned_data["seen_hash"], by=request.user)
        return redirect("sign", signature.pk)
    context = {
        "signature": signature,
        "round": signature.round,
        "plan": signature.round.plan,
        "snapshot": signature.round.snapshot,
        "may_sign": signature.state == SignatureState.PENDING,
        "newer": _newer(signature, request.user) if signature.state == SignatureState.VOIDED else None,
    }
    return render(request, "plans/approval/sign.html", context, status=_status(request))


def _newer(lapsed: Signature, person: User) -> Signature | None:
    """The person's own under the text that took this one's place, if there is one."""
    standing = Signature.objects.filter(round__plan=lapsed.round.plan_id, round__state__in=STANDING)
    return standing.filter(membership__user=person).first()
