"""The secretariat's lists of words, which the check reads: one page, and a button beside what it finds."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from plans.consistency import workflow
from plans.consistency.forms import FORMS, WordForm
from plans.consistency.models import ListedWord, WordKind
from plans.consistency.permissions import load_listed_word
from plans.consistency.spelling import dictionary
from plans.document.permissions import load_managed_district, load_managed_plan
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt
from samarbejde.forms.resending import login_required_to_write

EXPLAINED = {
    WordKind.HOUSE: "Ord, der skal skrives på én måde her.",
    WordKind.ABBREVIATION: "Dem skal planen ikke forklare.",
    WordKind.WORD: "Ord, som ordbogen ikke kender, men som er rigtige.",
}


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def word_lists(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_managed_district(request.user, slug)
    kind = request.POST.get("kind", "")
    form = FORMS.get(kind, WordForm)(request.POST, auto_id=f"{kind}_%s") if request.method == "POST" else None
    with Attempt(request, form) as attempt:
        if form is not None and form.is_valid():
            word = workflow.list_word(district, **form.cleaned_data, by=request.user)
            return attempt.done(f"»{word}« står på listen.", "word-lists", district.slug)
    rows = list(ListedWord.objects.filter(district=district))
    lists = [
        (
            of_list,
            EXPLAINED[of_list],
            [word for word in rows if word.kind == of_list],
            form
            if form is not None and kind == of_list
            else FORMS[of_list](initial={"kind": of_list}, auto_id=f"{of_list.value}_%s"),
        )
        for of_list in WordKind
    ]
    return attempt.page(
        "plans/consistency/word_lists.html", district=district, lists=lists, has_dictionary=bool(dictionary())
    )


@login_required
@require_POST
def unlist_word(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    district = load_managed_district(request.user, slug)
    word = load_listed_word(district, pk)
    with Attempt(request):
        workflow.unlist_word(word, by=request.user)
        messages.success(request, f"»{word}« står ikke på listen mere.")
    return redirect("word-lists", district.slug)


@login_required
@require_POST
def list_found_word(request: LoggedInRequest, pk: int) -> HttpResponse:
    """From »Kontrol«, beside the word."""
    plan = load_managed_plan(request.user, pk)
    district = load_managed_district(request.user, plan.council.district.slug)
    form = WordForm(request.POST)
    with Attempt(request):
        if form.is_valid():
            word = workflow.list_word(district, **form.cleaned_data, by=request.user)
            messages.success(request, f"»{word}« står på listen, og kontrollen kender det fra nu af.")
    return redirect("plan-consistency", plan.pk)
