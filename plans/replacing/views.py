"""Words found all over a plan, with ticks at those that are to be others."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.document.models import Plan
from plans.document.permissions import load_managed_plan
from plans.drafting.saying import told_on
from plans.replacing import workflow
from plans.replacing.finding import counted, first, found
from plans.replacing.forms import MendForm, ReplaceForm, SoughtForm
from plans.replacing.mending import CHANGED, mend
from plans.replacing.models import Replacement
from plans.replacing.outdated import outdated
from plans.replacing.permissions import load_replacement
from samarbejde import danish
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import Refused

MOST = 300  # places on one page


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def find_and_replace(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = ReplaceForm(request.POST) if request.method == "POST" else _asked(request)
    with Attempt(request, form) as attempt:
        if isinstance(form, ReplaceForm) and form.is_valid():
            tell = told_on(request)
            done = workflow.replace(
                plan, form.sought, form.put_words, chosen=form.chosen, by=request.user, tell=tell
            )
            messages.success(request, f"{done}: {done.where}. Det kan fortrydes herunder.")
            return redirect("find-and-replace", plan.pk)
    return attempt.page("plans/replacing/find_and_replace.html", plan=plan, **_found(plan, form))


@login_required
@require_safe
def outdated_values(request: LoggedInRequest, pk: int) -> HttpResponse:
    """What the register said before and the plan says still: each is put right with one click."""
    plan = load_managed_plan(request.user, pk)
    prefetch_related_objects([plan], "sections")
    context = {"plan": plan, "found": outdated(plan)}
    return render(request, "plans/replacing/outdated_values.html", context)


@login_required
@require_POST
def undo_replacement(request: LoggedInRequest, pk: int, replacement_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    replacement = load_replacement(plan, replacement_pk)
    with Attempt(request):
        left = workflow.undo(replacement, by=request.user, tell=told_on(request))
        messages.success(request, f"{replacement}: det er fortrudt.")
        if left:
            names = danish.listing(f"»{row}«" for row in left)
            messages.warning(
                request, f"{names} er ændret siden og står, som det er nu. Se det under »Historik«."
            )
    again = {"q": replacement.words, "put": replacement.put}
    return redirect(f"{reverse('find-and-replace', args=[plan.pk])}?{urlencode(again)}")


@login_required
@require_POST
def mend_finding(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = MendForm(request.POST)
    with Attempt(request):
        if not form.is_valid():
            raise Refused(CHANGED)
        given = form.cleaned_data
        done = mend(plan, given.pop("finding"), **given, by=request.user, tell=told_on(request))
        messages.success(request, f"{done}: {done.where}. Det kan fortrydes under »Find og erstat«.")
    return redirect("plan-consistency", plan.pk)


def _asked(request: LoggedInRequest) -> SoughtForm:
    return SoughtForm(request.GET if request.GET.get("q") else None)


def _found(plan: Plan, form: SoughtForm) -> dict[str, object]:
    """The places, all ticked but those that were sent without a tick."""
    shown: dict[str, object] = {
        "asked": SoughtForm(form.data) if form.is_bound else form,
        "newest": Replacement.objects.filter(plan=plan).select_related("by").first(),
    }
    if not form.is_valid():
        return shown
    texts = found(plan, form.sought, form.put_words)
    return shown | {
        "texts": first(texts, MOST),
        "count": counted(texts),
        "in_texts": len(texts),
        "most": MOST,
        "chosen": form.chosen if isinstance(form, ReplaceForm) else None,
    }
