"""A proposal's page, and the secretariat's steps beside it."""

from collections.abc import Callable
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from councils.register.mailing import leaders, secretariat
from plans.document.fields import Fields
from plans.proposals import workflow
from plans.proposals.anew import handed_in_anew
from plans.proposals.forms import AcceptForm, MergeForm, PointsForm, RejectForm, ReviewForm
from plans.proposals.models import Proposal, later_round
from plans.proposals.permissions import disqualification, load_handed_in_proposal, load_proposal
from plans.proposals.reading import shown
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
            workflow.request_changes(proposal, form.points, seen=form.cleaned_data["seen"], by=request.user)
            _say_told(request, proposal, "Punkterne er sendt.")
            return redirect("proposal", pk)
    return _form_page(attempt, request.user, proposal, "points")


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def review_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_handed_in_proposal(request.user, pk)
    form = ReviewForm(typed(request), initial={"seen": proposal.latest_number, "form_key": uuid4()})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            workflow.review(proposal, **form.answers, by=request.user)
            return attempt.done("Bemærkningen er gemt.", "proposal", pk)
    return _form_page(attempt, request.user, proposal, "review")


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def decide_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    """One address for the three decisions; `?valg=` says which."""
    proposal = load_handed_in_proposal(request.user, pk)
    choice = request.GET.get("valg", "")
    if choice not in DECISIONS:
        if request.method == "POST":
            messages.error(request, "Vælg, hvad der skal ske med forslaget, og send så igen.")
        return redirect("proposal", pk)
    make, decide = DECISIONS[choice]
    form = make(proposal, typed(request))
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            decide(proposal, by=request.user, **form.cleaned_data)
            _say_told(request, proposal, "Afgørelsen er truffet.")
            return redirect("proposal", pk)
    return _form_page(attempt, request.user, proposal, choice)


# --- the forms of the three decisions -------------------------------------------------------------


def _accept_form(proposal: Proposal, data: QueryDict | None) -> AcceptForm:
    words = proposal.latest.words if proposal.latest else proposal.words
    initial = {"scope": words.scope, "title": words.title, "text": words.text, "seen": proposal.latest_number}
    return AcceptForm(data, proposal=proposal, initial=initial)


def _reject_form(proposal: Proposal, data: QueryDict | None) -> RejectForm:
    return RejectForm(data, initial={"seen": proposal.latest_number})


def _merge_form(proposal: Proposal, data: QueryDict | None) -> MergeForm:
    return MergeForm(data, proposal=proposal, initial={"seen": proposal.latest_number})


Make = Callable[[Proposal, QueryDict | None], AcceptForm | RejectForm | MergeForm]
DECISIONS: dict[str, tuple[Make, Callable[..., object]]] = {
    "optag": (_accept_form, workflow.accept),
    "afvis": (_reject_form, workflow.reject),
    "saml": (_merge_form, workflow.merge),
}


STEPS = {
    "optag": "Optag i planen",
    "afvis": "Afvis med begrundelse",
    "saml": "Saml med et andet forslag",
    "points": "Bed om ændringer",
    "review": "Skriv en bemærkning eller indstilling",
}


# --- the page -------------------------------------------------------------------------------------


def _form_page(attempt: Attempt, person: User, proposal: Proposal, panel: str) -> HttpResponse:
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
    return proposal.awaits_decision if panel == "points" else proposal.may_be_decided


def _page(
    attempt: Attempt, person: User, proposal: Proposal, panel: str = "", conflict: Conflict | None = None
) -> HttpResponse:
    page = shown(proposal, person, with_events=attempt.form is None)
    too_late = attempt.refusal is not None and not _may_be_sent(proposal, panel)
    is_open = proposal.round.is_open_for(proposal.council)
    return attempt.page(
        "plans/proposals/proposal.html",
        page=page,
        proposal=proposal,
        plan=proposal.round.plan,
        fields=Fields(proposal.round.plan),
        panel="" if too_late else panel,
        step=STEPS.get(panel, ""),
        conflict=conflict,
        deadline=proposal.round.deadline_for(proposal.council),
        is_open=is_open,
        following=later_round(proposal.round.plan) if proposal.round.is_closed and page.writes else None,
        colleagues=_others_who_may_judge(proposal) if page.disqualification else [],
        contacts=[] if is_open or not page.writes else secretariat(proposal.council.district_id),
    )


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
