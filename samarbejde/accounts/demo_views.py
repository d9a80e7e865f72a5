"""Pages of the demo only: `samarbejde.urls` leaves them out elsewhere."""

from allauth.account.adapter import get_adapter
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from samarbejde.accounts.demo import demo_groups, errand
from samarbejde.accounts.forms import DemoLoginForm
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message

MESSAGES_ON_A_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        form = DemoLoginForm(request.POST)
        if not form.is_valid():
            raise Http404
        return _logged_in(request, form.cleaned_data["person"])
    first, others = demo_groups()
    context = {"first": _with_errands(first), "others": _with_errands(others)}
    return render(request, "accounts/demo_login.html", context)


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """In the demo no e-mail leaves: one's own are read here, or everybody's, where invitations are opened."""
    found, person = Message.objects.select_related("to", "link"), request.user
    is_own = person.is_authenticated and "alle" not in request.GET
    if is_own:
        found = found.filter(to=person.pk)
    page = Paginator(found, MESSAGES_ON_A_PAGE).get_page(request.GET.get("side"))
    return render(request, "accounts/demo_mailbox.html", {"page": page, "is_own": is_own})


def _logged_in(request: HttpRequest, person: User) -> HttpResponse:
    """As allauth does at the end of a login, without asking for a second factor: it is one click."""
    adapter = get_adapter(request)
    adapter.login(request, person)
    login = {"email": None, "email_verification": None, "signal_kwargs": None}
    response: HttpResponse = adapter.post_login(request, person, signup=False, redirect_url=None, **login)
    return response


def _with_errands(people: list[User]) -> list[tuple[User, str]]:
    return [(person, errand(person)) for person in people]
