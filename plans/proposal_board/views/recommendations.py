"""The recommendations as a paper for the kredsråd's meeting, and all of them followed at once."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plans.decisions import workflow
from plans.decisions.recommended import recommended_for
from plans.proposal_board.paper import recommendations_paper
from plans.proposals.permissions import load_round
from plans.publication.drafts import note_pdf
from plans.publication.views.publishing import pdf_answer
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def recommendations(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Sent, it follows every recommendation that has no decision yet."""
    round_ = load_round(request.user, pk)
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            _say_followed(request, workflow.follow_all(round_, by=request.user))
        return redirect("recommendations", pk)
    found = recommended_for(round_, request.user)
    return attempt.page(
        "plans/proposal_board/recommendations.html",
        plan=round_.plan,
        snapshot=recommendations_paper(round_.plan, found),
        total=len(found),
        undecided=sum(not one.is_decided for one in found),
    )


@login_required
@never_cache
@require_safe
def recommendations_pdf(request: LoggedInRequest, pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    with Attempt(request):
        text = recommendations_paper(round_.plan, recommended_for(round_, request.user))
        return pdf_answer(note_pdf(text), f"indstillinger-{round_.plan.year}.pdf")
    return redirect("recommendations", pk)


def _say_followed(request: LoggedInRequest, followed: workflow.Followed) -> None:
    if followed.decided:
        number = len(followed.decided)
        what = "1 indstilling er fulgt." if number == 1 else f"{number} indstillinger er fulgt."
        messages.success(request, f"{what} Lokalrådene ser det først, når du meddeler afgørelserne.")
    for one in followed.left:
        messages.warning(request, f"»{one.proposal.public_title}« blev ikke afgjort. {one.why}")
    if not (followed.decided or followed.left):
        messages.info(request, "Alle indstillinger har en afgørelse.")
