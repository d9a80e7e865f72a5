"""A forum is added, corrected, moved and deleted, and its kommuner said."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from councils.organisation import workflow
from councils.organisation.forms import ForumForm, ParticipationForm
from councils.organisation.permissions import load_kept_district, load_kept_forum
from councils.organisation.workflow.ordering import DOWN, UP
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.said import SAID, say_at
from samarbejde.transitions import UNSEEN, Stale

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required_to_write
@page
def add_forum(request: LoggedInRequest, slug: str) -> HttpResponse:
    """On to which kommuner take part."""
    district = load_kept_district(request.user, slug)
    form = ForumForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            forum = workflow.add_forum(district, form.answers, by=request.user)
            told = f"»{forum}« er oprettet. Sig nu, hvilke kommuner der deltager."
            return attempt.done(told, "say-who-takes-part", slug, forum.pk)
    return attempt.page("councils/organisation/edit_forum.html", district=district)


@login_required_to_write
@page
def edit_forum(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    forum = load_kept_forum(request.user, slug, pk)
    form = ForumForm(typed(request), initial=ForumForm.stored(forum) | {"version": forum.version})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            forum = workflow.edit_forum(forum, form.answers, version=version, by=request.user)
            return attempt.done(f"»{forum}« er rettet.", "forum", slug, pk)
    conflict = both_texts(attempt, form.stored, thing="forummet")
    context = {"district": forum.district, "forum": forum, "conflict": conflict}
    return attempt.page("councils/organisation/edit_forum.html", **context)


@login_required_to_write
@page
def say_who_takes_part(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    forum = load_kept_forum(request.user, slug, pk)
    form = ParticipationForm(typed(request), forum=forum, places=forum.district.municipalities.all())
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.say_who_takes_part(forum, form.answers, version=version, by=request.user)
            return attempt.done(f"Kommunerne i »{forum}« er gemt.", "forum", slug, pk)
    conflict = both_texts(attempt, form.stored, thing="listen")
    context = {"district": forum.district, "forum": forum, "conflict": conflict}
    return attempt.page("councils/organisation/say_who_takes_part.html", **context)


@login_required
@require_POST
def move_forum(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    forum = load_kept_forum(request.user, slug, pk)
    direction = request.POST.get("step", "")
    if direction not in (UP, DOWN):
        raise Http404
    with Attempt(request):
        number = workflow.move_forum(forum, direction, by=request.user)
        if number:
            say_at(request, forum.anchor, f"»{forum}« er nu nummer {number}.")
            return redirect(f"{reverse('forums', args=[slug])}#{SAID}")
    return redirect("forums", slug)


@login_required
@page
def delete_forum(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    forum = load_kept_forum(request.user, slug, pk)
    if request.method != "POST":
        context = {"district": forum.district, "forum": forum}
        return render(request, "councils/organisation/delete_forum.html", context)
    with Attempt(request):
        workflow.delete_forum(forum, by=request.user)
        messages.success(request, f"»{forum}« er slettet.")
    return redirect("forums", slug)
