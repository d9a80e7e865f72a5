"""The secretariat's pages of a round: the board, the call, the deadlines."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.document.models import Plan
from plans.document.states import OPEN
from plans.proposals.models import ProposalRound, round_of
from plans.proposals.permissions import load_asked_council, load_round, load_round_plan
from plans.proposals.states import UNDECIDED
from plans.rounds import workflow
from plans.rounds.asking import questions_for
from plans.rounds.board import StateCount, as_sheet, board, board_map, counted, in_state
from plans.rounds.deadlines import suggested
from plans.rounds.forms import ExtensionForm, RoundForm
from plans.rounds.workflow import Called, Shortening
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.deadlines import is_over
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write, retyped
from samarbejde.outbox.models import Message
from samarbejde.site.sheets import sheet_answer
from samarbejde.transitions import Stale

LETTERS_ON_A_PAGE = 50


@login_required
@require_safe
def proposal_board(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_round_plan(request.user, pk)
    round_ = round_of(plan)
    rows = board(round_, request.user) if round_ else []
    missing = [row for row in rows if row.is_missing]
    counts = counted(rows)
    shown = _shown_state(request, counts)
    context = {
        "plan": plan,
        "round": round_,
        "map": board_map(rows, plan),
        "rows": in_state(rows, shown[0]) if shown else rows,
        "shown": shown,
        "missing": missing,
        "asked": len(rows),
        "answered": len(rows) - len(missing),
        "counted": counts,
        "is_over": round_ is not None and is_over(round_.deadline),
        "undecided": any(proposal.state in UNDECIDED for row in rows for proposal in row.proposals),
        "unannounced": sum(len(row.pending) for row in rows),
        "may_remind": any(row.may_be_reminded for row in missing),
    }
    return render(request, "plans/rounds/board.html", context)


@login_required
@require_safe
def proposals_sheet(request: LoggedInRequest, pk: int, ending: str) -> HttpResponse:
    """The board as a file, narrowed down as the page is."""
    plan = load_round_plan(request.user, pk)
    round_ = round_of(plan)
    rows = board(round_, request.user) if round_ else []
    shown = _shown_state(request, counted(rows))
    return sheet_answer(as_sheet(in_state(rows, shown[0]) if shown else rows, plan), ending)


def _shown_state(request: LoggedInRequest, counts: list[StateCount]) -> StateCount | None:
    return next((count for count in counts if count[0] == request.GET.get("tilstand")), None)


@login_required
@require_safe
def round_letters(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The call, what was changed in it and the reminders: whom they went to, and what became of each."""
    round_ = load_round(request.user, pk)
    causes = [round_, *round_.extensions.all(), *round_.reminders.all()]
    found = Message.objects.caused_by(*causes).select_related("to")
    page = Paginator(found, LETTERS_ON_A_PAGE).get_page(request.GET.get("side"))
    return render(request, "plans/rounds/letters.html", {"plan": round_.plan, "page": page})


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def open_round(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The call before it goes out; afterwards the same page corrects it."""
    plan = load_round_plan(request.user, pk)
    round_ = round_of(plan)
    if request.method != "POST" and plan.state not in OPEN:
        return redirect("proposal-board", plan.pk)
    is_called = round_ is not None and round_.is_called
    form = RoundForm(typed(request), plan=plan, initial=_standing(plan, round_), is_called=is_called)
    with Attempt(request, form, page_tells=(Stale, Shortening)) as attempt:
        if form.is_valid():
            called = _called(plan, round_, form, request.user)
            _say_called(request, called, _told(called.round, was_called=is_called))
            if form.cleaned_data.get("holds_letters"):
                return redirect("held-letters", plan.council.district.slug)
            return redirect("proposal-board", plan.pk)
    hit = None
    if isinstance(warning := attempt.refusal, Shortening):
        messages.warning(request, str(warning))
        retyped(form, confirmed=form.until.isoformat())
        hit = warning.hit
    if conflict := both_texts(attempt, form.stored, thing="forslagsrunden"):
        round_ = round_of(plan)
    asked = round_.questions if round_ else questions_for(plan)
    context = {"plan": plan, "round": round_, "hit": hit, "conflict": conflict, "asked": asked}
    return attempt.page("plans/rounds/open_round.html", **context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def extend_deadline(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    _plan, council = load_asked_council(request.user, pk, council_pk)
    until = round_.deadline_for(council)
    form = ExtensionForm(typed(request), plan=round_.plan)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            reason, deadline = form.cleaned_data["reason"], form.until
            workflow.extend_deadline(round_, council, deadline=deadline, reason=reason, by=request.user)
            told = f"{council} har nu frist til {danish.moment_text(deadline)}."
            return attempt.done(told, "proposal-board", pk)
    return attempt.page("plans/rounds/extend_deadline.html", plan=round_.plan, council=council, until=until)


@login_required
@require_POST
def remind_councils(request: LoggedInRequest, pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    with Attempt(request):
        _say_called(request, workflow.remind(round_, by=request.user), "Påmindelsen er sendt.")
    return redirect("proposal-board", pk)


def _standing(plan: Plan, round_: ProposalRound | None) -> dict[str, object]:
    if round_ is None:
        return {"deadline": suggested(plan)}
    return RoundForm.stored(round_) | {"version": round_.version}


def _called(plan: Plan, round_: ProposalRound | None, form: RoundForm, by: User) -> Called:
    """Opened, or changed by a page that knows of it."""
    data, opens_at = form.cleaned_data, form.opens_at
    wanted: dict[str, Any] = {
        "guidance": data["guidance"],
        "deadline": form.until,
        "opens_at": opens_at,
        "holds_letters": data.get("holds_letters", False),
    }
    if round_ is None or not data["version"]:
        return workflow.open_round(plan, **wanted, by=by)
    confirmed = data["confirmed"]
    return workflow.change_round(round_, **wanted, version=data["version"], confirmed=confirmed, by=by)


def _told(round_: ProposalRound, *, was_called: bool) -> str:
    if not round_.is_called:
        return f"Forslagsrunden åbner af sig selv {danish.moment_text(round_.opens_at)}."
    return "Runden er rettet." if was_called else "Forslagsrunden er åbnet."


def _say_called(request: LoggedInRequest, called: Called, text: str) -> None:
    messages.success(request, text)
    if called.unreached:
        places = danish.at_all(str(council.municipality) for council in called.unreached)
        messages.warning(
            request,
            f"Registret har ingen formand med e-mail for lokalrådene {places}. "
            "Giv dem besked på anden måde, og bed administratoren om at rette registret.",
        )
