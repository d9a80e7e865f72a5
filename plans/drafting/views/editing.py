"""One section: its text, what two people make of it, and its history."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from plans.comments.panel import panel
from plans.consistency.preparing import findings_in_section
from plans.document.models import EditMode, Plan, Section
from plans.document.numbering import Numbered, numbered
from plans.document.permissions import load_managed_plan, load_section
from plans.document.register_data import Register
from plans.drafting import workflow
from plans.drafting.forms import RestoreForm, SectionForm
from plans.drafting.origins import origins
from plans.drafting.register_links import source_of
from plans.drafting.saying import told_on
from plans.drafting.versions import history_of, versions
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.danish import date_text
from samarbejde.forms.attempts import AUTOSAVED, Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write, sent_back
from samarbejde.histories import Record
from samarbejde.site.said import SAID, say_at
from samarbejde.transitions import Refused, Stale

A_PAGE = 20  # versions


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = _section(request, plan, section_pk)
    if section is None:
        return _gone(request, plan, section_pk)
    form = SectionForm(typed(request), section=section)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            saved = workflow.save_section(
                section,
                by=request.user,
                version=form.cleaned_data["version"],
                reason=AUTOSAVED if attempt.is_autosave else "",
                read=True,
                tell=told_on(request, quietly=attempt.is_autosave),
                **form.text,
            )
            if attempt.is_autosave:
                return attempt.kept(saved)
            say_at(request, saved.anchor, f"»{saved}« er gemt.")
            return redirect(f"{reverse('plan-text', args=[plan.pk])}#{SAID}")
    if isinstance(attempt.refusal, Stale):
        section = attempt.refusal.current
    elif attempt.refusal:
        section = _section(request, plan, section_pk)
        if section is None:
            return _gone(request, plan, section_pk)
    conflict = both_texts(attempt, form.stored, thing="afsnittet")
    register = Register(plan)
    # Where two texts are to be made one, nothing else asks to be looked at.
    is_looked_at = plan.is_open and conflict is None
    # A section of the register's facts has no words that a proposal could have brought.
    has_origins = conflict is None and not section.data
    return attempt.page(
        "plans/drafting/edit_section.html",
        conflict=conflict,
        comments=panel(request.user, plan, section, register) if is_looked_at else None,
        findings=findings_in_section(plan, section, register.fields) if is_looked_at else [],
        origins=origins(plan, request.user).get(section.lineage, []) if has_origins else [],
        last=_last_saved(section) if conflict is None else None,
        **_shown(plan, section, form, register),
    )


def _section(request: LoggedInRequest, plan: Plan, pk: int) -> Section | None:
    """With the one it stands below; with all the others, where the page is to show what is beside it."""
    if request.method == "POST":
        return plan.sections.select_related("parent").filter(pk=pk).first()
    prefetch_related_objects([plan], "sections")
    by_key: dict[int | None, Section] = {section.pk: section for section in plan.sections.all()}
    if pk not in by_key:
        raise Http404
    section = by_key[pk]
    section.parent = by_key.get(section.parent_id)
    return section


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def section_history(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    if request.method == "POST":
        _restore(request, section)
        return redirect("section-history", plan.pk, section.pk)
    records = history_of(section)
    page = Paginator(records, A_PAGE).get_page(request.GET.get("side"))
    # One more than the page shows: what its oldest is compared with.
    rows = records[page.start_index() - 1 : page.end_index() + 1] if page.paginator.count else []
    context = {
        "plan": plan,
        "section": section,
        "entry": _entry(plan, section),
        "page": page,
        "versions": versions(rows),
    }
    return render(request, "plans/drafting/section_history.html", context)


def _restore(request: LoggedInRequest, section: Section) -> None:
    form = RestoreForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Vælg en udgave, og prøv igen.")
        return
    old: Record = get_object_or_404(section.history, pk=form.cleaned_data["record"])
    day = date_text(localdate(old.history_date))
    with Attempt(request):
        try:
            workflow.save_section(
                section,
                by=request.user,
                version=form.cleaned_data["version"],
                heading=old.heading,
                body=old.body,
                closing=old.closing,
                reason=f"Udgaven fra {day} gendannet",
                read=False,
                tell=told_on(request),
            )
        except Stale as stale:
            raise Refused(f"{stale} Se, hvad der er ændret, og gendan så igen.") from stale
        messages.success(request, f"Udgaven fra {day} er gendannet som den nyeste.")


def _gone(request: LoggedInRequest, plan: Plan, section_pk: int) -> HttpResponse:
    """Deleted while it was being written: the text comes back, to be saved once the section is restored."""
    if not Section.history.filter(id=section_pk, plan_id=plan.pk).exists():
        raise Http404
    return sent_back(request, "plans/drafting/section_gone.html", status=409, plan=plan)


def _shown(plan: Plan, section: Section, form: SectionForm, register: Register) -> dict[str, object]:
    prefetch_related_objects([plan], "sections")
    return {
        "plan": plan,
        "section": section,
        "is_written": form.is_bound or (plan.is_open and section.mode != EditMode.LOCKED),
        "fields": register.fields,
        "data": _without_links(register.data_for(section.data)),
        "shown_at": {"heading_level": 3, "anchor": "vist"},
        "source": source_of(plan, section),
        **_surroundings(plan, section),
    }


def _entry(plan: Plan, section: Section) -> Numbered:
    return next(entry for entry in numbered(plan.sections.all()) if entry.section.pk == section.pk)


def _surroundings(plan: Plan, section: Section) -> dict[str, object]:
    """Where the section stands, and what is before and after it."""
    entries = numbered(plan.sections.all())
    here = next(number for number, entry in enumerate(entries) if entry.section.pk == section.pk)
    return {
        "entry": entries[here],
        "before": entries[here - 1] if here else None,
        "after": entries[here + 1] if here + 1 < len(entries) else None,
    }


def _last_saved(section: Section) -> Record | None:
    return section.history.select_related("history_user").order_by("-history_date", "-history_id").first()


def _without_links(data: object) -> object:
    """The register's data for a page that shows one section: what its anchors lead to is not there."""
    if isinstance(data, dict):
        return {name: "" if name == "anchor" else _without_links(value) for name, value in data.items()}
    return [_without_links(row) for row in data] if isinstance(data, list) else data
