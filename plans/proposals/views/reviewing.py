"""A proposal's page, and the secretariat's steps beside it."""

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms.boundfield import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from councils.register.mailing import leaders, secretariat
from plans.drafting.workflow.standing import lies_fast
from plans.proposals import workflow
from plans.proposals.forms import AcceptForm, MergeForm, PointsForm, RejectForm, ReviewForm
from plans.proposals.models import Proposal
from plans.proposals.permissions import disqualification, load_handed_in_proposal, load_proposal
from plans.proposals.reading import shown
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.resending import login_required_to_write, retyped
from samarbejde.rich_text import clean, plain_text
from samarbejde.rich_text_field import RichTextField
from samarbejde.transitions import Refused


@login_required
@require_safe
def proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    return _page(request, load_proposal(request.user, pk))


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def request_changes(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_handed_in_proposal(request.user, pk)
    total = _number(request.POST.get("total")) or 3
    if request.method != "POST":
        form = PointsForm(initial={"seen": _seen(proposal)})
        return _open_form(request, proposal, form, "points")
    if "more" in request.POST:
        typed = request.POST.dict() | {"total": str(total + 1)}
        return _page(request, proposal, PointsForm(initial=typed, total=total + 1), "points")
    form = PointsForm(request.POST, total=total)
    if not form.is_valid():
        return _page(request, proposal, form, "points", status=422)
    try:
        workflow.request_changes(proposal, form.points, seen=form.cleaned_data["seen"], by=request.user)
    except Refused as refusal:
        return _refused(request, pk, refusal, form, "points")
    _say_told(request, proposal, "Punkterne er sendt.")
    return redirect("proposal", pk)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def review_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_handed_in_proposal(request.user, pk)
    if request.method != "POST":
        form = ReviewForm(initial={"seen": _seen(proposal), "form_key": uuid4()})
        return _open_form(request, proposal, form, "review")
    form = ReviewForm(request.POST)
    if not form.is_valid():
        return _page(request, proposal, form, "review", status=422)
    data = form.cleaned_data
    try:
        workflow.review(
            proposal,
            comment=data["comment"],
            shared=data["audience"] == "shared",
            recommendation=data["recommendation"],
            form_key=data["form_key"],
            by=request.user,
        )
    except Refused as refusal:
        return _refused(request, pk, refusal, form, "review")
    messages.success(request, "Bemærkningen er gemt.")
    return redirect("proposal", pk)


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
    if request.method != "POST":
        return _open_form(request, proposal, make(proposal, None), choice)
    form = make(proposal, request.POST)
    if not form.is_valid():
        return _page(request, proposal, form, choice, status=422)
    try:
        decide(proposal, by=request.user, **form.cleaned_data)
    except Refused as refusal:
        return _refused(request, pk, refusal, form, choice)
    _say_told(request, proposal, "Afgørelsen er truffet.")
    return redirect("proposal", pk)


# --- the forms of the three decisions -------------------------------------------------------------


def _accept_form(proposal: Proposal, data: Any) -> AcceptForm:
    words = proposal.latest.words if proposal.latest else proposal.words
    initial = {"scope": words.scope, "title": words.title, "text": words.text, "seen": _seen(proposal)}
    return AcceptForm(data, proposal=proposal, initial=initial)


def _reject_form(proposal: Proposal, data: Any) -> RejectForm:
    return RejectForm(data, initial={"seen": _seen(proposal)})


def _merge_form(proposal: Proposal, data: Any) -> MergeForm:
    return MergeForm(data, proposal=proposal, initial={"seen": _seen(proposal)})


DECISIONS: dict[str, tuple[Any, Any]] = {
    "optag": (_accept_form, workflow.accept),
    "afvis": (_reject_form, workflow.reject),
    "saml": (_merge_form, workflow.merge),
}


# --- the page -------------------------------------------------------------------------------------


def _open_form(request: LoggedInRequest, proposal: Proposal, form: forms.Form, panel: str) -> HttpResponse:
    """The page with an empty form, unless there is nothing to decide any more."""
    if not _may_be_sent(proposal, panel):
        messages.info(request, f"Forslaget er »{proposal.get_state_display()}«, så det kan ikke gøres nu.")
        return redirect("proposal", proposal.pk)
    if panel == "optag" and not proposal.round.plan.is_open:
        messages.info(request, lies_fast(proposal.round.plan))
        return redirect("proposal", proposal.pk)
    return _page(request, proposal, form, panel)


def _may_be_sent(proposal: Proposal, panel: str) -> bool:
    return proposal.awaits_decision if panel == "points" else proposal.may_be_decided


def _refused(
    request: LoggedInRequest, pk: int, refusal: Refused, form: forms.Form, panel: str
) -> HttpResponse:
    """The page as it is now, with what was typed."""
    messages.error(request, str(refusal))
    proposal = load_handed_in_proposal(request.user, pk)
    retyped(form, seen=_seen(proposal))
    return _page(request, proposal, form, panel, status=409)


def _page(
    request: LoggedInRequest,
    proposal: Proposal,
    form: forms.Form | None = None,
    panel: str = "",
    *,
    status: int = 200,
) -> HttpResponse:
    page = shown(proposal, request.user, with_events=form is None)
    too_late = form is not None and status == 409 and not _may_be_sent(proposal, panel)
    is_open = proposal.round.is_open_for(proposal.council)
    context = {
        "page": page,
        "proposal": proposal,
        "plan": proposal.round.plan,
        "form": None if too_late else form,
        "panel": "" if too_late else panel,
        "kept": _kept(form) if too_late else [],
        "deadline": proposal.round.deadline_for(proposal.council),
        "is_open": is_open,
        "colleagues": _others_who_may_judge(proposal) if page.disqualification else [],
        "contacts": [] if is_open or not page.writes else secretariat(proposal.council.district_id),
    }
    return render(request, "plans/proposals/proposal.html", context, status=status)


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


def _kept(form: forms.Form | None) -> list[tuple[str, str]]:
    """The words that were typed into a form that cannot be sent any more."""
    typed = (
        [field for field in form.visible_fields() if isinstance(field.field, forms.CharField)] if form else []
    )
    return [(str(field.label), _words(field)) for field in typed if field.value()]


def _words(field: BoundField) -> str:
    text = str(field.value())
    return plain_text(clean(text)) if isinstance(field.field, RichTextField) else text


def _seen(proposal: Proposal) -> int:
    return proposal.latest.number if proposal.latest else 0


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else 0
