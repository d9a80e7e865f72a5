"""How many may sit in a lokalråd from each side, and for how long."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from councils.people import workflow
from councils.people.forms import SeatRulesForm
from councils.people.permissions import load_district
from councils.register.models import SeatRules
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def seat_rules(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_district(request.user, slug)
    rules = SeatRules.of(district)
    form = SeatRulesForm(typed(request), initial=SeatRulesForm.stored(rules) | {"version": rules.version})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.set_seat_rules(district, form.answers, version=version, by=request.user)
            return attempt.done("Reglerne er gemt. De, der sidder nu, bliver siddende.", "people", slug)
    conflict = both_texts(attempt, form.stored, thing="reglerne")
    return attempt.page("councils/people/seat_rules.html", district=district, conflict=conflict)
