"""A plan, or a new edition, that was begun by mistake."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from plans.desk import workflow
from plans.desk.as_published import Rows, changes_in_words, fingerprint, published_record, rows_of
from plans.desk.deletable import why_it_stays
from plans.desk.forms import CancelForm
from plans.document.models import Section
from plans.document.permissions import load_decided_plan
from plans.document.states import PlanState
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt
from samarbejde.text.redline import difference, line_difference


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_decided_plan(request.user, pk)
    with Attempt(request) as attempt:
        if request.method == "POST":
            workflow.delete_plan(plan, by=request.user)
            return attempt.done(f"{plan.title} er slettet.", "plans")
    return attempt.page(
        "plans/desk/delete_plan.html",
        plan=plan,
        reasons=why_it_stays(plan),
        is_called=hasattr(plan, "proposal_round"),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def cancel_edition(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_decided_plan(request.user, pk)
    with Attempt(request) as attempt:
        if request.method == "POST":
            form = CancelForm(request.POST)
            seen = form.cleaned_data["seen"] if form.is_valid() else ""
            workflow.cancel_edition(plan, seen=seen, by=request.user)
            told = "Den nye udgave er fortrudt, og planen er offentliggjort som før."
            return attempt.done(told, "plan", plan.pk)
    before = published_record(plan)
    may_cancel = plan.state == PlanState.DRAFT and before is not None
    context: dict[str, object] = {"plan": plan, "may_cancel": may_cancel}
    if may_cancel and before is not None:
        rows = rows_of(plan, before.history_date)
        context |= {
            "form": CancelForm(initial={"seen": fingerprint(rows)}),
            "sections": _sections(rows["sections"]),
            "said": changes_in_words(rows),
        }
    return attempt.page("plans/desk/cancel_edition.html", **context)


def _sections(rows: Rows[Section]) -> list[dict[str, str]]:
    """Each section that was changed, with what goes in <ins> and what comes back in <del>."""
    return [
        *(_compared(was, now) for was, now in rows.changed),
        *({"heading": row.heading, "html": row.body + row.closing, "what": "nyt"} for row in rows.new),
        *({"heading": row.heading, "html": row.body + row.closing, "what": "slettet"} for row in rows.gone),
    ]


def _compared(was: Section, now: Section) -> dict[str, str]:
    before, after = (row.body + row.closing for row in (was, now))
    heading = line_difference(was.heading, now.heading)
    return {"heading": heading, "html": difference(before, after).html, "what": "rettet"}
