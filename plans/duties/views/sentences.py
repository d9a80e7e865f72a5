from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from plans.document.permissions import load_managed_district_plan
from plans.duties import workflow
from plans.duties.forms import DeclinedForm, answered_forms, sentence_forms
from plans.duties.permissions import load_declined
from plans.duties.proposing import declined_in, proposed_in
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
    return attempt.page("plans/duties/propose_duties.html", plan=plan, rows=rows, wrong=wrong)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def declined_sentences(request: LoggedInRequest, pk: int) -> HttpResponse:
    """What was found to be no duty; each is taken back with its button."""
    plan = load_managed_district_plan(request.user, pk)
    if request.method != "POST":
        context = {"plan": plan, "declined": declined_in(plan)}
        return render(request, "plans/duties/declined_sentences.html", context)
    form = DeclinedForm(request.POST)
    with Attempt(request):
        workflow.propose_again(plan, load_declined(plan, form.named), by=request.user)
        messages.success(request, "Sætningen er ikke fravalgt mere. Sig nu, om den er en opgave.")
    return redirect("declined-sentences", pk)
