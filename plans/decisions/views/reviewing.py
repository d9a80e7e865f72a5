"""A proposal's page, and the secretariat's steps beside it."""

from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.module_loading import import_string
from django.views.decorators.http import require_http_methods, require_safe

from councils.register.mailing import leaders, secretariat
from plans.decisions import workflow
from plans.decisions.anew import changed, handed_in_anew
from plans.decisions.forms import AnswerDeadlineForm, PointsForm, ReviewForm
from plans.decisions.pending import decided_for
from plans.decisions.permissions import load_handed_in_proposal
from plans.document.fields import Fields
from plans.proposals.models import Proposal, later_round
from plans.proposals.permissions import disqualification, load_proposal
from plans.proposals.reading import shown
from plans.proposals.states import ProposalState
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import Conflict
from samarbejde.forms.resending import login_required_to_write, retyped, words_in
from samarbejde.transitions import Stale


@login_required
@require_safe
def proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    return _page(Attempt(request), request.user, load_proposal(request.user, pk))


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def request_changes(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_handed_in_proposal(request.user, pk)
    total = _number(request.POST.get("total")) or 3
    if "more" in request.POST:
        filled: dict[str, object] = {**request.POST.dict(), "total": str(total + 1)}
        form = PointsForm(initial=filled, total=total + 1)
        return _page(Attempt(request, form), request.user, proposal, "points")
    form = PointsForm(typed(request), total=total, initial={"seen": proposal.latest_number})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            seen = form.cleaned_data["seen"]
            workflow.request_changes(
                proposal, form.points, until=form.last_minute, seen=seen, by=request.user
            )
            _say_told(request, proposal, "Punkterne er sendt.")
            return redirect("proposal", pk)
    return form_page(attempt, request.user, proposal, "points")


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def extend_answer(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_handed_in_proposal(request.user, pk)
    form = AnswerDeadlineForm(typed(request), initial={"seen": proposal.latest_number})
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.extend_answer(proposal, until=form.last_minute, by=request.user)
            _say_told(request, proposal, "Fristen er ændret.")
            return redirect("proposal", pk)
    return form_page(attempt, request.user, proposal, "until")


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def review_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_handed_in_proposal(request.user, pk)
    form = ReviewForm(typed(request), initial={"seen": proposal.latest_number, "form_key": uuid4()})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            workflow.review(proposal, **form.answers, by=request.user)
            return attempt.done("Bemærkningen er gemt.", "proposal", pk)
    return form_page(attempt, request.user, proposal, "review")


STEPS = {
    "optag": "Optag i planen",
    "afvis": "Afvis med begrundelse",
    "saml": "Saml med et andet forslag",
    "points": "Bed om ændringer",
    "until": "Giv længere frist for svaret",
    "review": "Skriv en bemærkning eller indstilling",
}


# --- the page -------------------------------------------------------------------------------------


def form_page(attempt: Attempt, person: User, proposal: Proposal, panel: str) -> HttpResponse:
    """The page as it is now, with what was typed, and what is new in the words that it was typed about."""
    form = attempt.form
    assert form is not None
    if not form.is_bound and (reason := _why_not_now(proposal, panel)):
        messages.info(attempt.request, reason)
        return redirect("proposal", proposal.pk)
    conflict = None
    if attempt.refusal:
        proposal = load_handed_in_proposal(person, proposal.pk)
        if isinstance(attempt.refusal, Stale):
            conflict = handed_in_anew(proposal, form.cleaned_data["seen"], words_in(form))
        retyped(form, seen=proposal.latest_number)
    return _page(attempt, person, proposal, panel, conflict)


def _why_not_now(proposal: Proposal, panel: str) -> str:
    if not _may_be_sent(proposal, panel):
        return f"Forslaget er »{proposal.get_state_display()}«, så det kan ikke gøres nu."
    if panel == "optag" and not proposal.round.plan.is_open:
        return proposal.round.plan.why_locked
    return ""


def _may_be_sent(proposal: Proposal, panel: str) -> bool:
    if panel == "until":
        return proposal.state == ProposalState.CHANGES_REQUESTED and not proposal.round.is_closed
    return proposal.awaits_decision if panel == "points" else proposal.may_be_decided


def _page(
    attempt: Attempt, person: User, proposal: Proposal, panel: str = "", conflict: Conflict | None = None
) -> HttpResponse:
    page = shown(proposal, person, with_events=attempt.form is None)
    too_late = attempt.refusal is not None and not _may_be_sent(proposal, panel)
    is_open = proposal.round.is_open_for(proposal.council)
    is_late = proposal.is_late_with_answer or not is_open
    return attempt.page(
        "plans/decisions/proposal.html",
        page=page,
        proposal=proposal,
        plan=proposal.round.plan,
        fields=Fields(proposal.round.plan),
        panel="" if too_late else panel,
        step=STEPS.get(panel, ""),
        conflict=conflict,
        changed=None if panel else changed(proposal, page.words, _number(attempt.request.GET.get("mod"))),
        deadline=proposal.round.deadline_for(proposal.council),
        is_open=is_open,
        following=later_round(proposal.round.plan) if proposal.round.is_closed and page.writes else None,
        colleagues=_others_who_may_judge(proposal) if page.disqualification else [],
        outcome=import_string(settings.AFTER_A_PROPOSAL)(proposal, person) if page.decision else None,
        pending=decided_for(proposal) if page.reviews else None,
        contacts=secretariat(proposal.council.district_id) if page.writes and is_late else [],
        **(_beside(attempt, proposal, person) if page.reviews and not attempt.form else {}),
    )


def _beside(attempt: Attempt, proposal: Proposal, person: User) -> dict[str, object]:
    """What a room above has to show beside it, by the names that its templates have for it."""
    beside = import_string(settings.BESIDE_A_PROPOSAL)
    shown: dict[str, object] = beside(attempt.request, proposal, person)
    return shown


def _others_who_may_judge(proposal: Proposal) -> list[User]:
    people = secretariat(proposal.council.district_id)
    return [person for person in people if not disqualification(person, proposal)]


def _say_told(request: LoggedInRequest, proposal: Proposal, done: str) -> None:
    council = proposal.council
    if leaders([council]).get(council.pk):
        messages.success(request, f"{done} {council} får besked på e-mail.")
    else:
        messages.warning(
            request,
            f"{done} {council} kan se det i portalen, men registret har ingen formand med e-mail. "
            "Giv lokalrådet besked på anden måde.",
        )


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else 0
