"""The kredsråd's paper of a quarter, on a page and as a PDF."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from plans.document.permissions import may_manage_plan
from plans.follow_up.paper import quarter_paper
from plans.follow_up.permissions import load_paper
from plans.publication.drafts import note_pdf
from plans.publication.views.publishing import pdf_answer
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt

QUARTERS = range(1, 5)


@login_required
@require_safe
def meeting_paper(request: LoggedInRequest, pk: int, quarter: int) -> HttpResponse:
    plan = load_paper(request.user, pk)
    _refuse_unknown(quarter)
    context = {
        "plan": plan,
        "quarter": quarter,
        "quarters": QUARTERS,
        "snapshot": quarter_paper(plan, quarter),
        "manages": may_manage_plan(request.user, plan),
    }
    return render(request, "plans/follow_up/paper.html", context)


@login_required
@never_cache
@require_safe
def meeting_paper_pdf(request: LoggedInRequest, pk: int, quarter: int) -> HttpResponse:
    plan = load_paper(request.user, pk)
    _refuse_unknown(quarter)
    with Attempt(request):
        text = quarter_paper(plan, quarter)
        return pdf_answer(note_pdf(text), f"lokalraadenes-svar-{plan.year}-{quarter}-kvartal.pdf")
    return redirect("meeting-paper", pk, quarter)


def _refuse_unknown(quarter: int) -> None:
    if quarter not in QUARTERS:
        raise Http404
