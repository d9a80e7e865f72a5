"""What a copy in the browser changes in the text that stands, for whoever is asked what to do with it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt
from samarbejde.text.redline import difference
from samarbejde.text.rich_text import clean, line

MOST = 20  # fields


@login_required
@require_POST
def compare_typed(request: LoggedInRequest) -> HttpResponse:
    """Fields `label`, `before` and `after`, as often as there are texts. Nothing of it is kept."""
    texts = list(zip(*(request.POST.getlist(name) for name in ("label", "before", "after")), strict=False))
    parts: list[dict[str, str]] = []
    with Attempt(request) as attempt:
        for label, before, after in texts[:MOST]:
            parts.append({"label": line(label), "html": difference(clean(before), clean(after)).html})
    return attempt.page("components/typed_before.html", parts=parts)
