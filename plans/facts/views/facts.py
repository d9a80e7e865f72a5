"""The register of a district as its secretariat keeps it: agreements, laws, figures."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plans.document.models import Plan
from plans.document.permissions import load_managed_district
from plans.document.states import OPEN
from plans.drafting.saying import told_on
from plans.facts import workflow
from plans.facts.agreements import agreements_with_plans
from plans.facts.figures import all_figures, series, wrong_sums
from plans.facts.forms import FORMS
from plans.facts.permissions import load_fact, load_kind
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale


@login_required
@require_safe
def facts(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_managed_district(request.user, slug)
    figures = list(all_figures(district))
    shown = series(figures)
    context = {
        "district": district,
        "agreements": agreements_with_plans(district),
        "laws": district.laws.all(),
        "open_plans": Plan.objects.filter(council__district=district, state__in=OPEN)
        .select_related("council")
        .order_by("-year"),
        "series": shown,
        "wrong_sums": wrong_sums(figures),
        "this_year": timezone.localdate().year,
        "next_year": timezone.localdate().year + 1,
    }
    return render(request, "plans/facts/facts.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def add_fact(request: LoggedInRequest, slug: str, kind_slug: str) -> HttpResponse:
    district, kind = load_managed_district(request.user, slug), load_kind(kind_slug)
    form = FORMS[kind.slug](typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            fact = workflow.add_fact(kind, district, form.answers, by=request.user, tell=told_on(request))
            return attempt.done(f"»{fact}« er føjet til registret.", "facts", district.slug)
    return attempt.page("plans/facts/edit_fact.html", district=district, kind=kind)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_fact(request: LoggedInRequest, slug: str, kind_slug: str, pk: int) -> HttpResponse:
    district, kind = load_managed_district(request.user, slug), load_kind(kind_slug)
    fact = load_fact(district, kind, pk)
    kept_form = FORMS[kind.slug]
    form = kept_form(typed(request), initial=kept_form.stored(fact) | {"version": fact.version})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            fact = workflow.edit_fact(
                kind, fact, form.answers, version=version, by=request.user, tell=told_on(request)
            )
            return attempt.done(f"»{fact}« er rettet.", "facts", district.slug)
    conflict = both_texts(attempt, form.stored, thing=kind.the)
    return attempt.page(
        "plans/facts/edit_fact.html", district=district, kind=kind, fact=fact, conflict=conflict
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_fact(request: LoggedInRequest, slug: str, kind_slug: str, pk: int) -> HttpResponse:
    district, kind = load_managed_district(request.user, slug), load_kind(kind_slug)
    fact = load_fact(district, kind, pk)
    if request.method != "POST":
        context = {"district": district, "kind": kind, "fact": fact}
        return render(request, "plans/facts/delete_fact.html", context)
    with Attempt(request):
        workflow.delete_fact(fact, by=request.user, tell=told_on(request))
        messages.success(request, f"»{fact}« er slettet. Det kan stadig ses i historikken.")
    return redirect("facts", district.slug)
