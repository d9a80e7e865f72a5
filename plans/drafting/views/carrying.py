"""What came along from last year's plan, and what becomes of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from plans.document.models import FocusArea, Plan, Section
from plans.document.numbering import numbered
from plans.document.permissions import load_managed_plan, load_section
from plans.drafting import carried_over as carried
from plans.drafting import later, workflow
from plans.drafting.carried_forms import CarriedForm
from plans.drafting.later_forms import LaterForm
from plans.drafting.saying import told_on
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def carried_over(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    over = carried.carried_over(plan)
    form = CarriedForm(typed(request), rows=over.rows)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            messages.success(request, _take(request, plan, form))
            return redirect(request.get_full_path())  # with the filter
    only_unread = request.GET.get("vis") == "ulaest"
    return attempt.page(
        "plans/drafting/carried_over.html",
        plan=plan,
        only_unread=only_unread,
        sections=form.shown(over.sections, only_unread=only_unread),
        topics=form.shown(over.topics, only_unread=only_unread),
        new=over.new,
        number_later=len(later.later_changes(plan)) if plan.is_open else 0,
        number_unread=sum(row.is_unread for row in over.rows),
        choices=list(carried.Choice),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def later_changes(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = LaterForm(typed(request), changes=later.later_changes(plan))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            number = workflow.decide_later(plan, form.decisions, by=request.user, tell=told_on(request))
            told = f"{number} valg er gemt." if number else "Intet er ændret."
            return attempt.done(told, "later-changes", plan.pk)
    return attempt.page("plans/drafting/later_changes.html", plan=plan, rows=form.rows)


def _take(request: LoggedInRequest, plan: Plan, form: CarriedForm) -> str:
    """One thing is read, or all that was chosen is stored."""
    if name := form.cleaned_data["read"]:
        row = _row(plan, name)
        workflow.say_read(row, by=request.user)
        return f"»{row}« er læst og kan stå."
    number = workflow.decide_carried(plan, form.decisions, by=request.user)
    return f"{number} valg er gemt." if number else "Intet er ændret."


def _row(plan: Plan, name: str) -> Section | FocusArea:
    kind, _, key = name.partition("-")
    rows = plan.sections if kind == "afsnit" else plan.focus_areas
    row: Section | FocusArea | None = rows.filter(pk=int(key)).first()
    if row is None:
        raise Http404
    return row


@login_required
@require_POST
def say_read(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    """From the section's own page, and on to the next that nobody has read."""
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    with Attempt(request):
        workflow.say_read(section, by=request.user)
        messages.success(request, f"»{section}« er læst og kan stå.")
    unread = [entry.section.pk for entry in numbered(plan.sections.all()) if entry.section.unread]
    if unread and plan.is_open:
        return redirect("edit-section", plan.pk, unread[0])
    return redirect("carried-over", plan.pk)
