from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plans.approval.models import Consultation
from plans.consultation import workflow
from plans.consultation.bodies import author, body_of
from plans.consultation.forms import AnswerForm, ReplyForm
from plans.consultation.models import ConsultationReply, ReplyAnswer
from plans.consultation.permissions import load_replies, load_reply, load_seat
from plans.consultation.reading import reply_of, rows
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write, retyped
from samarbejde.transitions import UNSEEN, Stale


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def write_reply(request: LoggedInRequest, pk: int, seat_pk: int) -> HttpResponse:
    """One body's remarks, by whoever holds the seat that speaks for it."""
    consultation, seat = load_seat(request.user, pk, seat_pk)
    standing = reply_of(consultation, body_of(seat))
    shown = {"text": standing.newest, "version": standing.version} if standing else {"version": UNSEEN}
    form = ReplyForm(typed(request), initial=shown)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            written = workflow.reply(consultation, body_of(seat), **form.cleaned_data, by=request.user)
            _say_kept(request, consultation, written)
            return redirect("write-reply", pk, seat_pk)
    if conflict := both_texts(attempt, form.stored, thing="bemærkningen"):
        standing = reply_of(consultation, body_of(seat))
    elif attempt.refusal and standing is None:
        retyped(form, version=UNSEEN)
    return attempt.page(
        "plans/consultation/write_reply.html",
        plan=consultation.plan,
        consultation=consultation,
        body=body_of(seat),
        is_open=consultation.is_open,
        is_late=consultation.has_passed,
        standing=standing,
        conflict=conflict,
    )


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def answer_reply(request: LoggedInRequest, pk: int, reply_pk: int) -> HttpResponse:
    reply = load_reply(request.user, pk, reply_pk)
    body, standing = author(reply), ReplyAnswer.objects.filter(reply=reply).first()
    shown = AnswerForm.stored(standing) | {"version": standing.version} if standing else {"version": UNSEEN}
    form = AnswerForm(typed(request), initial=shown)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            workflow.answer(reply, **form.cleaned_data, by=request.user)
            return attempt.done(f"Svaret til {body} er gemt.", "consultation-replies", pk)
    conflict = both_texts(attempt, form.stored, thing="svaret")
    return attempt.page(
        "plans/consultation/answer_reply.html",
        plan=reply.consultation.plan,
        reply=reply,
        body=body,
        conflict=conflict,
    )


@login_required
@require_safe
def consultation_replies(request: LoggedInRequest, pk: int) -> HttpResponse:
    consultation = load_replies(request.user, pk)
    found = rows(consultation)
    context = {
        "plan": consultation.plan,
        "consultation": consultation,
        "written": [row for row in found if row.reply],
        "silent": [row.body for row in found if not row.reply],
    }
    return render(request, "plans/consultation/replies.html", context)


def _say_kept(request: LoggedInRequest, consultation: Consultation, reply: ConsultationReply) -> None:
    if reply.late_text and not consultation.is_open:
        but = "den kom efter fristen" if consultation.has_passed else "høringen er slut"
        messages.warning(
            request,
            f"Bemærkningen er gemt, men {but}. Sekretariatet har fået besked og afgør, om den kan nå med.",
        )
    else:
        messages.success(request, "Bemærkningen er sendt til sekretariatet.")
