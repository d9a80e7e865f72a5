"""The page on which undecided proposals go on to next year's round."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from plans.decisions import workflow
from plans.decisions.forms import PostponeForm
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import later_round
from plans.proposals.permissions import disqualification, load_round
from plans.proposals.states import UNDECIDED
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def postpone_proposals(request: LoggedInRequest, pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    plan = round_.plan
    undecided = list(round_.proposals.filter(state__in=UNDECIDED, pending_decision=None).with_places())
    mine = [proposal for proposal in undecided if not disqualification(request.user, proposal)]
    form = PostponeForm(typed(request), plan=plan, proposals=mine)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            moved = workflow.postpone(plan, **form.cleaned_data, by=request.user)
            told = f"{len(moved)} forslag er flyttet. Lokalrådene får besked på e-mail."
            return attempt.done(told, _back(plan), plan.pk)
    return attempt.page(
        "plans/decisions/postpone.html",
        plan=plan,
        undecided=undecided,
        barred=len(undecided) - len(mine),
        offered=bool(mine),
        following=later_round(plan),
    )


def _back(plan: Plan) -> str:
    """To the step that undecided proposals stop, where the plan has not taken it."""
    return "send-to-consultation" if plan.state == PlanState.DRAFT else "proposal-board"
