"""The secretariat's pages of a round: the board, the call, the deadlines."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.document.models import Plan
from plans.proposals import workflow
from plans.proposals.board import board, counted
from plans.proposals.deadlines import end_of, suggested
from plans.proposals.forms import ExtensionForm, RoundForm
from plans.proposals.models import ProposalRound, round_of
from plans.proposals.permissions import load_asked_council, load_round, load_round_plan
from plans.proposals.workflow.rounds import Called
from samarbejde import danish
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.refusals import refusals_shown
from samarbejde.resending import login_required_to_write, retyped
from samarbejde.transitions import Refused


@login_required
@require_safe
def proposal_board(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_round_plan(request.user, pk)
    round_ = round_of(plan)
    rows = board(round_, request.user) if round_ else []
    missing = [row for row in rows if row.is_missing]
    context = {
        "plan": plan,
        "round": round_,
        "rows": rows,
        "missing": missing,
        "answered": len(rows) - len(missing),
        "counted": counted(rows),
        "now": timezone.now(),
        "reminded_today": round_ is not None and round_.reminded_on == timezone.localdate(),
    }
    return render(request, "plans/proposals/board.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def open_round(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The call before it goes out; afterwards the same page corrects it."""
    plan = load_round_plan(request.user, pk)
    round_ = round_of(plan)
    if request.method != "POST":
        if round_ is None and not plan.is_open:
            return redirect("proposal-board", plan.pk)
        return _round_page(request, plan, round_, RoundForm(plan=plan, initial=_standing(plan, round_)))
    form = RoundForm(request.POST, plan=plan)
    if not form.is_valid():
        return _round_page(request, plan, round_, form, status=422)
    data = form.cleaned_data
    wanted = {"guidance": data["guidance"], "deadline": end_of(data["deadline"]), "by": request.user}
    try:
        if round_ and data["version"]:
            called = workflow.change_round(round_, version=data["version"], **wanted)
        else:
            called = workflow.open_round(plan, **wanted)
    except Refused as refusal:
        messages.error(request, str(refusal))
        round_ = round_of(plan)
        retyped(form, version=round_.version if round_ else "")
        return _round_page(request, plan, round_, form, status=409)
    _say_called(request, called, "Runden er rettet." if round_ else "Forslagsrunden er åbnet.")
    return redirect("proposal-board", plan.pk)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def extend_deadline(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    _plan, council = load_asked_council(request.user, pk, council_pk)
    until = round_.deadline_for(council)
    form = ExtensionForm(request.POST if request.method == "POST" else None, plan=round_.plan)
    status = 200
    if form.is_valid():
        reason, deadline = form.cleaned_data["reason"], end_of(form.cleaned_data["deadline"])
        try:
            workflow.extend_deadline(round_, council, deadline=deadline, reason=reason, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
            status = 409
        else:
            messages.success(request, f"{council} har nu frist til {danish.moment_text(deadline)}.")
            return redirect("proposal-board", pk)
    elif request.method == "POST":
        status = 422
    context = {"plan": round_.plan, "council": council, "until": until, "form": form}
    return render(request, "plans/proposals/extend_deadline.html", context, status=status)


@login_required
@require_POST
def remind_councils(request: LoggedInRequest, pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    with refusals_shown(request):
        _say_called(request, workflow.remind(round_, by=request.user), "Påmindelsen er sendt.")
    return redirect("proposal-board", pk)


def _standing(plan: Plan, round_: ProposalRound | None) -> dict[str, object]:
    if round_ is None:
        return {"deadline": suggested(plan)}
    day = timezone.localdate(round_.deadline)
    return {"guidance": round_.guidance, "deadline": day, "version": round_.version}


def _round_page(
    request: LoggedInRequest, plan: Plan, round_: ProposalRound | None, form: RoundForm, status: int = 200
) -> HttpResponse:
    context = {"plan": plan, "round": round_, "form": form, "is_conflict": status == 409}
    return render(request, "plans/proposals/open_round.html", context, status=status)


def _say_called(request: LoggedInRequest, called: Called, text: str) -> None:
    messages.success(request, text)
    if called.unreached:
        names = danish.listing(str(council.municipality) for council in called.unreached)
        messages.warning(
            request,
            f"Registret har ingen formand med e-mail for lokalrådene i {names}. "
            "Giv dem besked på anden måde, og bed administratoren om at rette registret.",
        )
