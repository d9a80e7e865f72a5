"""Comments beside a section's text, one with its answers, and all of a plan's."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.comments import workflow
from plans.comments.forms import OPEN, RESOLVED, AnswerForm, CommentFilter, CommentForm, MarkForm, QuotedForm
from plans.comments.models import Comment, CommentQuerySet
from plans.comments.panel import SAYS, entry, panel
from plans.comments.permissions import (
    load_comment,
    load_commented_plan,
    readable,
    readable_channels,
    writable_channels,
)
from plans.comments.reading import threads_of
from plans.document.excerpt import excerpt
from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan, Section
from plans.document.numbering import numbered
from plans.document.permissions import load_section, may_manage_plan
from plans.document.register_data import Register
from plans.document.snapshot import SectionText
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.said import SAID, say_at
from samarbejde.transitions import Refused

A_PAGE = 25


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def section_comments(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    """A section's text with its comments beside it, for whoever does not write it too."""
    plan = load_commented_plan(request.user, pk)
    section = load_section(plan, section_pk)
    section.plan = plan
    form = CommentForm(
        typed(request),
        section=section,
        channels=writable_channels(request.user, plan),
        quoted=QuotedForm(request.GET).quoted,
    )
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = form.cleaned_data
            workflow.comment(
                section,
                given["text"],
                quotation=form.quotation,
                channel=given["channel"],
                for_next_year=given["for_next_year"],
                form_key=given["form_key"],
                by=request.user,
            )
            return _said(request, plan, section_pk, "Kommentaren er gemt.")
    prefetch_related_objects([plan], "sections")
    register = Register(plan)
    comments = panel(request.user, plan, section, register, form=form)
    return attempt.page(
        "plans/comments/section_comments.html",
        plan=plan,
        section=section,
        entry=next(one for one in numbered(plan.sections.all()) if one.section.pk == section.pk),
        comments=comments,
        read=_as_read(plan, section, register),
        writes=plan.is_open and may_manage_plan(request.user, plan),
    )


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: LoggedInRequest, pk: int, comment_pk: int) -> HttpResponse:
    """One comment with its answers: where it is answered, and where one stands whose section is gone."""
    plan = load_commented_plan(request.user, pk)
    found = load_comment(request.user, plan, comment_pk)
    form = AnswerForm(typed(request), comment_pk=found.pk)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = form.cleaned_data
            workflow.answer(found, given["text"], form_key=given["form_key"], by=request.user)
            return _said_of(request, found, "Svaret er gemt.")
    [thread] = threads_of(readable(request.user, plan).filter(pk=found.pk), plan)
    shown = entry(request.user, thread, writable_channels(request.user, plan))
    return attempt.page("plans/comments/comment.html", plan=plan, entry=shown, answer=form)


@login_required
@require_POST
def mark_comment(request: LoggedInRequest, pk: int, comment_pk: int) -> HttpResponse:
    """Resolved, opened again, withdrawn; or an answer to it is withdrawn."""
    plan = load_commented_plan(request.user, pk)
    found = load_comment(request.user, plan, comment_pk)
    form = MarkForm(request.POST)
    said = ""
    with Attempt(request):
        if not form.is_valid():
            raise Refused("Siden er sendt ufuldstændigt. Prøv igen.")
        said = _marked(found, form, request)
    return _said_of(request, found, said)


@login_required
@require_safe
def plan_comments(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_commented_plan(request.user, pk)
    channels = readable_channels(request.user, plan)
    entries = numbered(plan.sections.all())
    places = [(str(one.section.pk), one.title or str(one.section)) for one in entries]
    asked = CommentFilter(request.GET, channels=channels, sections=places)
    lineages = {str(one.section.pk): one.section.lineage for one in entries}
    found = readable(request.user, plan).standing().order_by("-at", "-pk")
    page = Paginator(_filtered(found, asked.chosen, lineages), A_PAGE).get_page(request.GET.get("side"))
    writable = writable_channels(request.user, plan)
    shown = readable(request.user, plan).filter(pk__in=[one.pk for one in page.object_list])
    query = request.GET.copy()
    query.pop("side", None)
    context = {
        "plan": plan,
        "page": page,
        "entries": [entry(request.user, thread, writable) for thread in threads_of(shown, plan)],
        "asked": asked,
        "is_narrowed": any(asked.chosen[name] for name in ("kanal", "afsnit")),
        "query": query.urlencode(),
        "has_channels": len(channels) > 1,
    }
    return render(request, "plans/comments/plan_comments.html", context)


def _as_read(plan: Plan, section: Section, register: Register) -> list[SectionText]:
    """The section as its readers will see it, for a page that is its own."""
    text = excerpt(make_snapshot(plan, register), str(section.lineage))["sections"][-1]
    return [{**text, "heading_level": 2}]


def _filtered(found: CommentQuerySet, chosen: dict[str, str], lineages: dict[str, UUID]) -> CommentQuerySet:
    if chosen["tilstand"] in (OPEN, RESOLVED):
        found = found.filter(resolved_at__isnull=chosen["tilstand"] == OPEN)
    if chosen["kanal"]:
        found = found.filter(channel=chosen["kanal"])
    return found.filter(lineage=lineages[chosen["afsnit"]]) if chosen["afsnit"] else found


STEPS = {
    "resolve": (workflow.resolve, "Kommentaren er markeret som løst."),
    "reopen": (workflow.reopen, "Kommentaren er åbnet igen."),
    "remember": (workflow.remember, "Kommentaren tages med til næste år."),
    "forget": (workflow.forget, "Kommentaren tages kun med til næste år, hvis den stadig er åben."),
    "withdraw": (workflow.withdraw, "Kommentaren er trukket tilbage."),
}


def _marked(found: Comment, form: MarkForm, request: LoggedInRequest) -> str:
    if form.cleaned_data["step"] == "withdraw" and (answer := form.cleaned_data["answer"]):
        own = found.replies.filter(pk=answer).first()
        if own is None:
            raise Refused("Svaret findes ikke længere.")
        workflow.withdraw_answer(own, by=request.user)
        return "Svaret er trukket tilbage."
    take, said = STEPS[form.cleaned_data["step"]]
    take(found, by=request.user)
    return said


def _said_of(request: LoggedInRequest, found: Comment, text: str) -> HttpResponse:
    """Back to the comment beside its section; without a section to the list."""
    section = found.plan.sections.filter(lineage=found.lineage).first()
    if section:
        return _said(request, found.plan, section.pk, text)
    if text:
        say_at(request, SAYS, text)
    return redirect(f"{reverse('plan-comments', args=[found.plan_id])}#{SAID}")


def _said(request: LoggedInRequest, plan: Plan, section_pk: int, text: str) -> HttpResponse:
    if text:
        say_at(request, SAYS, text)
    return redirect(f"{reverse('section-comments', args=[plan.pk, section_pk])}#{SAID}")
