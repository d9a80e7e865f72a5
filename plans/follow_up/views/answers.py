"""A body's answer to a duty: written and handed in by itself, read and asked about by the secretariat."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from plans.document.permissions import load_managed_district_plan
from plans.duties.whom import with_whom
from plans.follow_up import workflow
from plans.follow_up.board import as_sheet, board_of
from plans.follow_up.forms import AnswerForm, ReviewForm
from plans.follow_up.models import DutyAnswer
from plans.follow_up.permissions import Access, load_laid, load_own_laid, load_reviewed
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.sheets import sheet_answer
from samarbejde.transitions import UNSEEN, Stale


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def answer_duty(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    """The duty with all its answers, and for the body itself the form; who may submit has a button for it."""
    load = load_own_laid if request.method == "POST" else load_laid
    access = load(request.user, pk, council_pk)
    answer = access.laid.answer
    initial = AnswerForm.stored(answer) | {"version": answer.version} if answer and access.writes else {}
    form = AnswerForm(typed(request), initial=initial)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            answer = _written(request, access, form)
            return attempt.kept(answer) if attempt.is_autosave else _saved(request, attempt, access, answer)
    conflict = both_texts(attempt, form.stored, thing="svaret")
    return attempt.page("plans/follow_up/answer.html", conflict=conflict, **_shown(access))


def _written(request: LoggedInRequest, access: Access, form: AnswerForm) -> DutyAnswer:
    version = form.cleaned_data["version"] or UNSEEN
    duty, council = access.laid.duty, access.council
    return workflow.write_answer(duty, council, form.words, version=version, by=request.user)


def _saved(request: LoggedInRequest, attempt: Attempt, access: Access, answer: DutyAnswer) -> HttpResponse:
    duty, council = access.laid.duty, access.council
    if "attach" in request.POST:
        return attempt.done("Kladden er gemt.", "answer-attachments", duty.pk, council.pk)
    if "submit" in request.POST and access.submits:
        attempt_to_submit = Attempt(request)
        with attempt_to_submit:
            workflow.submit_answer(answer, by=request.user)
            return attempt.done("Svaret er sendt til sekretariatet.", "answer-duty", duty.pk, council.pk)
        return attempt.done("Kladden er gemt.", "answer-duty", duty.pk, council.pk)
    return attempt.done("Kladden er gemt. Kun I selv kan se den.", "answer-duty", duty.pk, council.pk)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def review_answer(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    access = load_reviewed(request.user, pk, council_pk)
    shown = _shown(access)
    form = ReviewForm(typed(request), initial={"seen": shown["newest"]})
    answer, plan = access.laid.answer, access.laid.duty.plan_id
    with Attempt(request, form) as attempt:
        if form.is_valid() and answer:
            seen, by = form.cleaned_data["seen"], request.user
            if "return" in request.POST:
                question = form.cleaned_data["question"]
                workflow.return_answer(answer, question=question, seen=seen, by=by)
                return attempt.done("Svaret er sendt tilbage med dit spørgsmål.", "duty-board", plan)
            workflow.see_answer(answer, seen=seen, by=by)
            return attempt.done("Svaret er set.", "duty-board", plan)
    return attempt.page("plans/follow_up/review_answer.html", **shown)


def _shown(access: Access) -> dict[str, object]:
    laid = access.laid
    submissions = []
    if laid.answer:
        found = laid.answer.submissions.select_related("submitted_by", "question")
        submissions = list(found.prefetch_related("attachments"))
    [said] = with_whom([laid.duty])
    return {
        "access": access,
        "laid": laid,
        "plan": laid.duty.plan,
        "whom": said.whom,
        "submissions": submissions,
        "attachments": laid.answer.attachments.all() if laid.answer and access.writes else [],
        "newest": submissions[0].number if submissions else 0,
    }


@login_required
@require_safe
def duties_sheet(request: LoggedInRequest, pk: int, ending: str) -> HttpResponse:
    """The board as a file, narrowed down as the page is."""
    plan = load_managed_district_plan(request.user, pk)
    return sheet_answer(as_sheet(plan, request.GET.get("vis", "")), ending)


@login_required
@require_safe
def duty_board(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Every duty of a published plan, and who has answered it; may be filtered."""
    plan = load_managed_district_plan(request.user, pk)
    only = request.GET.get("vis", "")
    context = {"plan": plan, "board": board_of(plan, only), "only": only}
    return render(request, "plans/follow_up/board.html", context)
