"""The page of what a round asks."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from plans.proposals.permissions import load_round
from plans.rounds import workflow
from plans.rounds.question_forms import QuestionsForm, stored
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def round_questions(request: LoggedInRequest, pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    if "more" in request.POST:
        form = QuestionsForm(initial=request.POST.dict(), round_=round_, more=round_.may_be_asked_anew)
    else:
        form = QuestionsForm(typed(request), round_=round_)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.ask(round_, form.questions, version=version, by=request.user)
            return attempt.done("Spørgsmålene er gemt.", "proposal-board", pk)
    conflict = both_texts(attempt, stored, thing="spørgsmålene")
    return attempt.page("plans/rounds/questions.html", plan=round_.plan, round=round_, conflict=conflict)
