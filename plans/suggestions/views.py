"""Words are suggested for a section, read as a redline, and accepted, declined or withdrawn."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.comments.permissions import load_commented_plan
from plans.document.models import Section
from plans.document.permissions import load_section, may_manage_plan
from plans.drafting.saying import told_on
from plans.suggestions import workflow
from plans.suggestions.comparing import compared, texts_of
from plans.suggestions.forms import DeclineForm, SuggestionForm, TextsForm
from plans.suggestions.models import Suggestion, SuggestionState
from plans.suggestions.permissions import load_suggestion, load_suggestion_to_decide, may_suggest
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import Stale

A_PAGE = 25


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def suggest_change(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_commented_plan(request.user, pk)
    section = load_section(plan, section_pk)
    section.plan = plan
    form = SuggestionForm(typed(request), section=section, shown=texts_of(section))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = form.cleaned_data
            made = workflow.suggest(
                section,
                form.texts,
                reason=given["reason"],
                version=given["version"],
                form_key=given["form_key"],
                by=request.user,
            )
            return attempt.done("Forslaget er sendt til sekretariatet.", "suggestion", plan.pk, made.pk)
    may = may_suggest(request.user, plan)
    return attempt.page("plans/suggestions/suggest.html", plan=plan, section=section, may_suggest=may)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def suggestion(request: LoggedInRequest, pk: int, suggestion_pk: int) -> HttpResponse:
    """The redline, and for the secretariat the text that accepting makes of it."""
    found = load_suggestion(request.user, pk, suggestion_pk)
    manages = may_manage_plan(request.user, found.plan)
    if request.method == "POST" and not manages:
        raise PermissionDenied("Kun sekretariatet afgør ændringsforslag.")
    standing = found.plan.sections.filter(lineage=found.lineage).first()
    section = standing or Section(plan=found.plan, closing=found.closing)
    form = TextsForm(typed(request), section=section, shown=compared(found, section).wanted)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"]
            saved = workflow.accept(
                found, form.texts, version=version, by=request.user, tell=told_on(request)
            )
            return attempt.done(
                f"Forslaget er optaget i »{saved}«.", "section-history", found.plan.pk, saved.pk
            )
    conflict = both_texts(attempt, texts_of, thing="afsnittet")
    return attempt.page(
        "plans/suggestions/suggestion.html",
        section=standing,
        conflict=conflict,
        manages=manages,
        **_shown(request, found, standing, form),
    )


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def decline_suggestion(request: LoggedInRequest, pk: int, suggestion_pk: int) -> HttpResponse:
    found = load_suggestion_to_decide(request.user, pk, suggestion_pk)
    form = DeclineForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.decline(found, form.cleaned_data["answer"], by=request.user)
            return attempt.done("Forslaget er afvist.", "suggestion", found.plan.pk, found.pk)
    return attempt.page("plans/suggestions/decline.html", plan=found.plan, suggestion=found)


@login_required
@require_POST
def withdraw_suggestion(request: LoggedInRequest, pk: int, suggestion_pk: int) -> HttpResponse:
    found = load_suggestion(request.user, pk, suggestion_pk)
    with Attempt(request) as attempt:
        workflow.withdraw(found, by=request.user)
        return attempt.done("Forslaget er trukket tilbage.", "suggestion", found.plan.pk, found.pk)
    return redirect("suggestion", found.plan.pk, found.pk)


@login_required
@require_safe
def plan_suggestions(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Those that wait come first."""
    plan = load_commented_plan(request.user, pk)
    rows = Suggestion.objects.filter(plan=plan).select_related("by")
    waiting = rows.filter(state=SuggestionState.WAITING)
    page = Paginator(rows.exclude(state=SuggestionState.WAITING), A_PAGE).get_page(request.GET.get("side"))
    context = {"plan": plan, "waiting": waiting, "page": page}
    return render(request, "plans/suggestions/plan_suggestions.html", context)


def _shown(
    request: LoggedInRequest, found: Suggestion, standing: Section | None, form: TextsForm
) -> dict[str, object]:
    """As things are now: what accepting would make of the section, or what was suggested of that of then."""
    plan = found.plan
    found = load_suggestion(request.user, plan.pk, found.pk)
    if standing is None or not found.is_waiting:
        comparison = compared(found, form.section)
        return {"plan": plan, "suggestion": found, "becomes": comparison.as_written(form)}
    standing.refresh_from_db()
    comparison = compared(found, standing)
    return {
        "plan": plan,
        "suggestion": found,
        "comparison": comparison,
        "becomes": comparison.becomes(form),
        "since": comparison.since(form) if comparison.has_moved_on else [],
        "decides": may_manage_plan(request.user, plan) and plan.is_open,
    }
