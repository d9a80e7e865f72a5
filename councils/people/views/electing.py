"""The kredsråd's næstformand."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods

from councils.people import workflow
from councils.people.forms import ElectForm
from councils.people.permissions import load_council
from councils.register.models import CouncilKind
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def elect_vice_chair(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    council = load_council(request.user, slug, pk)
    if council.kind != CouncilKind.DISTRICT:
        raise Http404
    form = ElectForm(typed(request), council=council)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            elected = workflow.elect_vice_chair(**form.cleaned_data, by=request.user)
            return attempt.done(f"{elected.user} er valgt til næstformand.", "council-people", slug, pk)
    return attempt.page("councils/people/elect_vice_chair.html", council=council, district=council.district)
