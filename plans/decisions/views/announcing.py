"""The page on which the letters are read, and all decisions told at once."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from plans.decisions import letters, workflow
from plans.decisions.forms import AnnounceForm
from plans.decisions.pending import barred_from, ready, standing_in
from plans.decisions.sealing import seal
from plans.proposals.permissions import load_round
from samarbejde import danish
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write, retyped


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def announce_decisions(request: LoggedInRequest, pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    standing = standing_in(round_)
    if barred_from(request.user, [one.decision for one in standing]):
        raise PermissionDenied(
            "Du sidder selv i et af lokalrådene og kan derfor ikke se og meddele afgørelserne "
            "(forvaltningslovens § 3). Lad en anden i sekretariatet gøre det."
        )
    decisions = ready(standing)
    written = letters.announced(round_, decisions)
    form = AnnounceForm(typed(request), initial={"seen": seal(decisions, written)})
    with Attempt(request, form) as attempt:
        if form.is_valid():
            told = workflow.announce(round_, **form.cleaned_data, by=request.user)
            number = len(told.decisions)
            what = "1 afgørelse er" if number == 1 else f"{number} afgørelser er"
            held = form.cleaned_data["holds_letters"]
            next_ = "Brevene venter her, til du sender dem." if held else "Hvert lokalråd får ét brev."
            messages.success(request, f"{what} meddelt. {next_}")
            if told.unreached:
                places = danish.at_all(str(council.municipality) for council in told.unreached)
                messages.warning(
                    request,
                    f"Registret har ingen formand med e-mail for lokalrådene {places}. "
                    "Giv dem besked på anden måde.",
                )
            if held:
                return redirect("held-letters", round_.plan.council.district.slug)
            return redirect("proposal-board", pk)
    if form.is_bound:
        standing = standing_in(round_)
        decisions = ready(standing)
        written = letters.announced(round_, decisions)
        retyped(form, seen=seal(decisions, written))
    return attempt.page(
        "plans/decisions/announce.html",
        plan=round_.plan,
        standing=standing,
        ready=len(decisions),
        letters=written,
    )
