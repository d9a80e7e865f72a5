"""The district's topics come into a local plan that is being written."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from plans.document.districts_plan import districts_plan
from plans.drafting import workflow
from plans.drafting.districts_topics import changes_of_topics
from plans.local_plans.permissions import load_written_plan
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_over_topics(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_written_plan(request.user, pk)
    with Attempt(request) as attempt:
        if request.method == "POST":
            number = workflow.take_over_topics(plan, by=request.user)
            told = f"{number} af kredsens emner er hentet." if number else "Der er ikke mere at hente."
            return attempt.done(told, "focus-areas", plan.pk)
    return attempt.page(
        "plans/local_plans/take_over.html",
        plan=plan,
        of_district=districts_plan(plan),
        changes=changes_of_topics(plan),
    )
