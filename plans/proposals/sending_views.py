"""A lokalråd's chair says who else hands in its proposals."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from councils.register.members import members_of
from plans.proposals import workflow
from plans.proposals.permissions import load_led_round
from plans.proposals.sending_forms import SendersForm
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def name_senders(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    round_, council = load_led_round(request.user, pk, council_pk)
    form = SendersForm(typed(request), round_=round_, council=council)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.name_senders(round_, council, form.cleaned_data["senders"], by=request.user)
            return attempt.done("Det er gemt, hvem der indsender.", "council-proposals", pk, council_pk)
    return attempt.page(
        "plans/proposals/senders.html", plan=round_.plan, council=council, people=members_of(council)
    )
