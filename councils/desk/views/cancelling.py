from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from councils.desk import workflow
from councils.desk.forms import ReasonForm
from councils.meetings.permissions import load_own_meeting
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def cancel_meeting(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_own_meeting(request.user, pk)
    form = ReasonForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            workflow.cancel_meeting(meeting, reason=reason, by=request.user)
            return attempt.done("Mødet er aflyst.", "meeting", meeting.pk)
    return attempt.page("councils/desk/cancel_meeting.html", meeting=meeting, council=meeting.council)
