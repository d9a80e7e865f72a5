"""»Breve, der venter«: read, worded by hand, sent or stopped."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from councils.held_letters import workflow
from councils.held_letters.forms import SendForm, StopForm
from councils.held_letters.permissions import load_district, load_held_letter
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.outbox.forms import LetterForm
from samarbejde.transitions import UNSEEN, Stale


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def held_letters(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_district(request.user, slug)
    form = SendForm(typed(request), district.held_letters.waiting().with_message())
    with Attempt(request, form) as attempt:
        if form.is_valid():
            number = workflow.send(district, form.seen, by=request.user)
            told = "1 brev er sendt." if number == 1 else f"{number} breve er sendt."
            return attempt.done(told, "held-letters", slug)
    groups = groupby(form.by_key.items(), key=lambda item: (item[1].step, item[1].held_by))
    return attempt.page(
        "councils/held_letters/held_letters.html",
        district=district,
        number=len(form.by_key),
        groups=[(step, by, list(letters)) for (step, by), letters in groups],
    )


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def held_letter(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    """Worded by hand for as long as it is held; afterwards to be read."""
    held = load_held_letter(request.user, slug, pk)
    form = LetterForm(typed(request), initial=LetterForm.stored(held) | {"version": held.version})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            subject, text = form.cleaned_data["subject"], form.cleaned_data["text"]
            version = form.cleaned_data["version"] or UNSEEN
            workflow.reword(held, subject=subject, text=text, version=version, by=request.user)
            return attempt.done(f"{held} er rettet.", "held-letters", slug)
    conflict = both_texts(attempt, LetterForm.stored, thing="brevet")
    held = load_held_letter(request.user, slug, pk)
    return attempt.page(
        "councils/held_letters/held_letter.html", district=held.district, held=held, conflict=conflict
    )


@login_required
@require_POST
def stop_held_letter(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    held = load_held_letter(request.user, slug, pk)
    form = StopForm(request.POST)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.stop(held, version=form.cleaned_data["version"], by=request.user)
            return attempt.done(f"{held} er standset. Det bliver ikke sendt.", "held-letters", slug)
    return redirect("held-letter", slug, pk)
