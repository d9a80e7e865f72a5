from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from plans.approval.consulted import latest_consultation
from plans.document.models import Plan
from plans.document.permissions import load_managed_district_plan
from plans.partners import workflow
from plans.partners.forms import InviteForm, PartnerForm, WithdrawForm
from plans.partners.permissions import load_invitation, load_partner
from plans.partners.reading import has_open_link, offered, sent
from samarbejde import danish
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write, retyped
from samarbejde.transitions import Refused, Stale


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def partners(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The district's list; while the draft is heard, who is invited, and more may be."""
    plan = load_managed_district_plan(request.user, pk)
    consultation = latest_consultation(plan)
    is_open = consultation is not None and consultation.is_open
    form = InviteForm(typed(request), offered=offered(plan, consultation))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            if consultation is None:
                raise Refused("Send planen i høring først. Der sætter du kryds ved dem, der skal inviteres.")
            made = workflow.invite(consultation, form.cleaned_data["partners"], by=request.user)
            names = danish.listing(str(one.partner) for one in made)
            return attempt.done(f"Inviteret: {names}.", "partners", pk)
    return attempt.page(
        "plans/partners/partners.html",
        plan=plan,
        is_open=is_open,
        sent=sent(consultation),
        listed=plan.council.district.partners.all(),
    )


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def add_partner(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Onto the list, and with the button for it straight into the hearing that runs."""
    plan = load_managed_district_plan(request.user, pk)
    consultation = latest_consultation(plan)
    form = PartnerForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            return _added(attempt, plan, form)
    return attempt.page(
        "plans/partners/edit_partner.html", plan=plan, can_invite=consultation and consultation.is_open
    )


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_partner(request: LoggedInRequest, pk: int, partner_pk: int) -> HttpResponse:
    plan, partner = load_partner(request.user, pk, partner_pk)
    fields = ("name", "contact", "email", "version")
    form = PartnerForm(typed(request), initial={name: getattr(partner, name) for name in fields})
    stands, is_asked = None, has_open_link(partner)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            edited = workflow.edit_partner(partner, **form.cleaned_data, by=request.user)
            told = "Partneren er rettet."
            if is_asked and edited.email != partner.email:
                told += " Partneren får et nyt link, og det gamle er lukket."
            return attempt.done(told, "partners", pk)
    if isinstance(attempt.refusal, Stale):
        stands = attempt.refusal.current
        retyped(form, version=stands.version)
    return attempt.page(
        "plans/partners/edit_partner.html", plan=plan, partner=partner, stands=stands, is_asked=is_asked
    )


@login_required
@require_POST
def send_new_link(request: LoggedInRequest, pk: int, invitation_pk: int) -> HttpResponse:
    _plan, invitation = load_invitation(request.user, pk, invitation_pk)
    with Attempt(request) as attempt:
        workflow.send_new_link(invitation, by=request.user)
        told = f"{invitation.partner} får et nyt link. Det gamle virker ikke mere."
        return attempt.done(told, "partners", pk)
    return redirect("partners", pk)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_invitation(request: LoggedInRequest, pk: int, invitation_pk: int) -> HttpResponse:
    plan, invitation = load_invitation(request.user, pk, invitation_pk)
    form = WithdrawForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.withdraw(invitation, form.cleaned_data["reason"], by=request.user)
            told = f"{invitation.partner} er taget ud af høringen."
            return attempt.done(told, "partners", pk)
    return attempt.page("plans/partners/withdraw.html", plan=plan, invitation=invitation)


def _added(attempt: Attempt, plan: Plan, form: PartnerForm) -> HttpResponse:
    person = attempt.request.user
    assert person.is_authenticated
    words = {name: form.cleaned_data[name] for name in ("name", "contact", "email")}
    consultation = latest_consultation(plan)
    invites = "invite" in attempt.request.POST and consultation is not None
    partner = workflow.add_partner(
        plan.council.district, **words, invited_to=consultation if invites else None, by=person
    )
    told = f"{partner} er inviteret og står på listen." if invites else f"{partner} står nu på listen."
    return attempt.done(told, "partners", plan.pk)
