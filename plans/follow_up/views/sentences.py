from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from plans.document.permissions import load_managed_district_plan
from plans.follow_up import workflow
from plans.follow_up.forms import answered_forms, sentence_forms
from plans.follow_up.proposing import proposed_in
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt
from samarbejde.forms.resending import login_required_to_write


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def propose_duties(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The sentences of the plan that may be duties, all of them on one page, each to be answered."""
    plan = load_managed_district_plan(request.user, pk)
    is_sent = request.method == "POST"
    rows = answered_forms(plan, request.POST) if is_sent else sentence_forms(plan, proposed_in(plan))
    wrong = [form for form in rows if form.is_bound and not form.is_valid()]
    with Attempt(request, wrong[0] if wrong else None) as attempt:
        if is_sent and not wrong:
            taken = {form.said: form.answers for form in rows if form.is_taken}
            declined = [form.said for form in rows if form.is_declined]
            done = workflow.answer_sentences(plan, taken, declined, by=request.user)
            text = f"{done.taken} sætninger er blevet opgaver, og {done.declined} er lagt til side."
            return attempt.done(text, "duties", plan.pk)
    return attempt.page("plans/follow_up/propose_duties.html", plan=plan, rows=rows, wrong=wrong)
