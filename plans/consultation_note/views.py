from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from plans.consultation_note.note import note
from plans.consultation_note.permissions import load_note
from plans.document.permissions import may_manage_plan
from plans.publication.drafts import note_pdf
from plans.publication.views.publishing import pdf_answer
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt


@login_required
@require_safe
def consultation_note(request: LoggedInRequest, pk: int) -> HttpResponse:
    consultation = load_note(request.user, pk)
    plan = consultation.plan
    context = {"plan": plan, "snapshot": note(consultation), "manages": may_manage_plan(request.user, plan)}
    return render(request, "plans/consultation_note/note.html", context)


@login_required
@never_cache
@require_safe
def consultation_note_pdf(request: LoggedInRequest, pk: int) -> HttpResponse:
    consultation = load_note(request.user, pk)
    with Attempt(request):
        return pdf_answer(note_pdf(note(consultation)), f"hoeringsnotat-{consultation.plan.year}.pdf")
    return redirect("consultation-note", pk)
