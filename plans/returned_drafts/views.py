from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.consultation.permissions import latest
from plans.consultation.reading import reply_of
from plans.document.models import Plan, Section
from plans.document.permissions import may_manage_plan
from plans.returned_drafts import workflow
from plans.returned_drafts.forms import SendForm, UploadForm
from plans.returned_drafts.models import ReturnedDraft, ReturnedRemark
from plans.returned_drafts.permissions import load_bodies, load_returned_draft, returned
from plans.suggestions.comparing import Texts, redline, texts_at, texts_of
from plans.suggestions.forms import TextsForm
from plans.suggestions.permissions import may_suggest
from plans.word.views import word_answer
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import Part, both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Refused, Stale

Bases = Mapping[tuple[UUID, int], Texts]
WITH_THE_FILE = "Vi har rettet i udkastet. Se det i filen."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def return_draft(request: LoggedInRequest, pk: int) -> HttpResponse:
    consultation, bodies = load_bodies(request.user, pk)
    plan = consultation.plan
    form = UploadForm(typed(request), request.FILES or None, bodies=bodies)
    if form.is_valid():
        file, body = form.cleaned_data["document"], form.cleaned_data["body"]
        try:
            draft = workflow.upload_draft(consultation, body, file.name, file.read(), by=request.user)
            return redirect("returned-draft", pk, draft.pk)
        except Refused as refusal:
            form.add_error("document", str(refusal))
    return Attempt(request, form).page(
        "plans/returned_drafts/return_draft.html",
        plan=plan,
        may_send=may_suggest(request.user, plan),
        drafts=returned(consultation, bodies),
    )


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def returned_draft(request: LoggedInRequest, pk: int, draft_pk: int) -> HttpResponse:
    """What the file says; a POST sends it, as a part of the body's reply."""
    draft = load_returned_draft(request.user, pk, draft_pk)
    body, plan = draft.body, draft.consultation.plan
    standing = reply_of(draft.consultation, body)
    shown = {"text": WITH_THE_FILE, "version": UNSEEN}
    if standing:
        shown = {"text": standing.newest, "version": standing.version}
    form = SendForm(typed(request), initial=shown)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            workflow.send_draft(draft, **form.cleaned_data, by=request.user)
            return attempt.done(f"Udkastet er sendt tilbage fra {body}.", "returned-draft", pk, draft_pk)
    conflict = both_texts(attempt, form.stored, thing="bemærkningen")
    return attempt.page(
        "plans/returned_drafts/returned_draft.html",
        plan=plan,
        draft=draft,
        body=body,
        conflict=conflict,
        manages=may_manage_plan(request.user, plan),
        may_send=may_suggest(request.user, plan) and latest(plan) == draft.consultation,
        **_told(draft, plan),
    )


@login_required
@require_safe
def returned_file(request: LoggedInRequest, pk: int, draft_pk: int) -> HttpResponse:
    draft = load_returned_draft(request.user, pk, draft_pk)
    return word_answer(bytes(draft.file.content), f"svar-{draft.pk}.docx")


@login_required
@require_POST
def delete_returned_draft(request: LoggedInRequest, pk: int, draft_pk: int) -> HttpResponse:
    draft = load_returned_draft(request.user, pk, draft_pk)
    with Attempt(request) as attempt:
        workflow.delete_draft(draft, by=request.user)
        return attempt.done("Filen er slettet. Intet i den er sendt.", "return-draft", pk)
    return redirect("returned-draft", pk, draft_pk)


@dataclass(frozen=True)
class _Told:
    """A remark as the page shows it; `parts` are the redline of a change."""

    remark: ReturnedRemark
    section: Section | None
    parts: list[Part]
    has_moved_on: bool = False


def _told(draft: ReturnedDraft, plan: Plan) -> dict[str, list[_Told]]:
    """By what becomes of each; what has no section comes last. Three queries, however many there are."""
    sections = {section.lineage: section for section in plan.sections.all()}
    remarks = draft.remarks.select_related("suggestion", "comment")
    bases = texts_at(
        plan.pk, [(one.lineage, one.base_version) for one in remarks if one.lineage and one.base_version]
    )
    found = [_shown(remark, sections, bases) for remark in remarks]
    return {
        "changes": [one for one in found if one.remark.is_change],
        "comments": [one for one in found if not one.remark.is_change and one.section],
        "unplaced": [one for one in found if not one.remark.is_change and not one.section],
    }


def _shown(remark: ReturnedRemark, sections: Mapping[UUID, Section], bases: Bases) -> _Told:
    if remark.lineage is None or remark.base_version is None:
        return _Told(remark, sections.get(remark.lineage) if remark.lineage else None, [])
    section, base = sections.get(remark.lineage), bases[remark.lineage, remark.base_version]
    wanted = texts_of(remark)
    form = TextsForm(section=section or Section(closing=remark.closing), shown=wanted)
    is_open = remark.suggestion is None or remark.suggestion.is_waiting
    has_moved_on = section is not None and is_open and texts_of(section) != base
    return _Told(remark, section, redline(form, base, wanted), has_moved_on)
