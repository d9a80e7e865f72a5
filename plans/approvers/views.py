"""The secretariat's pages of who approves the lokalråds' plans."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from councils.models import Council, PoliceDistrict
from plans.approvers import workflow
from plans.approvers.candidates import approver_candidates, parties, parties_in, rules_for
from plans.approvers.forms import ApprovalRulesForm
from plans.approvers.models import ApprovalRules
from plans.approvers.permissions import load_local_council
from plans.document.permissions import load_managed_district
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@require_safe
def approval_rules(request: LoggedInRequest, slug: str) -> HttpResponse:
    """Who approves in each kommune as it stands today."""
    district = load_managed_district(request.user, slug)
    rules = ApprovalRules.objects.filter(district=district, municipality=None).first()
    context = {
        "district": district,
        "rules": rules or ApprovalRules(district=district),
        "rows": parties_in(district),
        "year": timezone.localdate().year,
    }
    return render(request, "plans/approvers/approval_rules.html", context)


@login_required_to_write
@page
def edit_approval_rules(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_managed_district(request.user, slug)
    rules = ApprovalRules.objects.filter(district=district, municipality=None).first()
    return _edit(request, district, None, rules, rules or ApprovalRules(district=district))


@login_required_to_write
@page
def edit_approvers_of_place(request: LoggedInRequest, slug: str, place: str) -> HttpResponse:
    council = load_local_council(request.user, slug, place)
    own = ApprovalRules.objects.filter(municipality=council.municipality).first()
    return _edit(request, council.district, council, own, own or rules_for(council))


def _edit(
    request: LoggedInRequest,
    district: PoliceDistrict,
    council: Council | None,
    own: ApprovalRules | None,
    shown: ApprovalRules,
) -> HttpResponse:
    """`own` is None where the first ones are written."""
    initial = ApprovalRulesForm.stored(shown) | {"version": own.version if own else UNSEEN}
    form = ApprovalRulesForm(typed(request), initial=initial)
    place = council.municipality if council else None
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.set_approval_rules(district, place, form.answers, version=version, by=request.user)
            told = "Det er gemt, hvem der godkender. De planer, der er til underskrift nu, ændres ikke."
            return attempt.done(told, "approval-rules", district.slug)
    context: dict[str, object] = {"district": district, "place": place, "own": own}
    if council:
        context["today"] = parties(council, shown, list(approver_candidates(council)))
    conflict = both_texts(attempt, form.stored, thing="reglen")
    return attempt.page("plans/approvers/edit_rules.html", **context, conflict=conflict)


@login_required_to_write
@require_POST
def follow_the_district(request: LoggedInRequest, slug: str, place: str) -> HttpResponse:
    council = load_local_council(request.user, slug, place)
    own = ApprovalRules.objects.filter(municipality=council.municipality).first()
    if own is None:
        raise Http404
    with Attempt(request):
        workflow.follow_the_district(own, by=request.user)
        messages.success(request, f"{council.municipality} følger kredsens regel.")
    return redirect("approval-rules", slug)
