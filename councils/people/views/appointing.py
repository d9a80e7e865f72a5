"""Somebody takes a post."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from councils.people import workflow
from councils.people.forms import AppointForm
from councils.people.overview import people_of
from councils.people.permissions import load_post, load_term
from councils.people.posts import Post
from councils.people.warnings import before_replacing
from councils.register.models import CouncilKind, Membership
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required_to_write
@page
def appoint(request: LoggedInRequest, slug: str, pk: int, key: str) -> HttpResponse:
    post = load_post(request.user, slug, pk, key)
    if post.is_elected:
        return redirect("elect-vice-chair", slug, pk)
    holder = _holder(post)
    warnings = _warnings(holder)
    followed = _followed(request, slug, post)
    form = AppointForm(typed(request), post=post, asks=bool(warnings), follows=followed)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            term = workflow.appoint(post, form.newcomer, form.term, by=request.user)
            return attempt.done(_told(term), "council-people", slug, pk)
    context = {"post": post, "council": post.council, "district": post.council.district}
    shown = list(dict.fromkeys([*warnings, *form.given_up]))
    full = "" if followed else _full(post)
    return attempt.page("councils/people/appoint.html", holder=holder, warnings=shown, full=full, **context)


def _holder(post: Post) -> Membership | None:
    """Who has the post to themselves today."""
    if post.is_shared:
        return None
    terms = Membership.objects.current().filter(council=post.council).with_places()
    return next((term for term in terms if post.is_held_in(term)), None)


def _warnings(holder: Membership | None) -> list[str]:
    """Of what is lost though somebody follows."""
    return before_replacing(holder) if holder else []


def _full(post: Post) -> str:
    """Said, and no more, where one more would be above what the rules say."""
    if not post.is_shared or post.council.kind != CouncilKind.LOCAL:
        return ""
    sides = people_of(post.council).seats
    return next((one.words for one in sides if one.side == post.side and one.is_full), "")


def _followed(request: LoggedInRequest, slug: str, post: Post) -> Membership | None:
    """The term that is to be renewed."""
    asked = request.GET.get("efter", "")
    if not asked:
        return None
    term = load_term(request.user, slug, int(asked) if asked.isdecimal() and len(asked) < 10 else 0)
    if not post.is_held_in(term):
        raise Http404
    return term


def _told(term: Membership) -> str:
    told = f"{term.user} er sat på posten."
    if not term.user.email:
        return f"{told} Uden e-mail kan personen ikke logge ind."
    return f"{told} Der er sendt en e-mail til {term.user.email}."
