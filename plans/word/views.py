"""The draft and its redline for those who work in Word."""

from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plans.approval.frozen import current_text
from plans.document.permissions import load_plan
from plans.document.register_data import Register
from plans.versions.forms import CompareForm
from plans.versions.reading import is_published, text_of, versions
from plans.word.drafts import as_word
from plans.word.redlines import as_redline
from plans.word.remarks import shared_remarks
from samarbejde.accounts.requests import LoggedInRequest

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@login_required
@require_safe
def draft_word(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    prefetch_related_objects([plan], "sections")
    register = Register(plan)
    content = as_word(current_text(plan, register), shared_remarks(request.user, plan, register))
    return word_answer(content, f"{plan.draft_name}.docx")


@login_required
@require_safe
def redline_word(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Where one of the versions is none, the page that compares says so."""
    plan = load_plan(request.user, pk)
    form = CompareForm(request.GET.dict(), versions=versions(plan))
    if not form.is_valid():
        return HttpResponseRedirect(f"{reverse('compare-versions', args=[pk])}?{request.GET.urlencode()}")
    older, newer = form.chosen
    content = as_redline(
        text_of(older),
        text_of(newer),
        names=(str(older), str(newer)),
        is_draft=not is_published(newer),
    )
    return word_answer(content, f"{plan.draft_name}-{older.key}-{newer.key}.docx")


def word_answer(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=WORD, headers=headers)
