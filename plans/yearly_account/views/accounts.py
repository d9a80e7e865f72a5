"""A kredsråd's yearly accounts, one of them as a page and as a PDF, and the words of its parts."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plans.publication.drafts import note_pdf
from plans.publication.views.publishing import pdf_answer
from plans.word.drafts import as_word
from plans.word.views import word_answer
from plans.yearly_account import workflow
from plans.yearly_account.forms import PartForm
from plans.yearly_account.models import PresentedAccountFile, YearlyAccount
from plans.yearly_account.permissions import (
    load_account,
    load_kredsraad,
    load_part,
    may_write_for,
    visible_accounts,
)
from plans.yearly_account.reading import shown_text, text_of
from plans.yearly_account.sheets import list_of_accounts, parts_of_account
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.sheets import sheet_answer
from samarbejde.transitions import UNSEEN, Stale


@login_required
@require_safe
def yearly_accounts(request: LoggedInRequest, pk: int) -> HttpResponse:
    council = load_kredsraad(request.user, pk)
    accounts = list(visible_accounts(request.user).filter(council=council))
    this_year, made = timezone.localdate().year, {account.year for account in accounts}
    writes = may_write_for(request.user, council)
    years = [year for year in (this_year - 1, this_year) if year not in made] if writes else []
    context = {"council": council, "accounts": accounts, "writes": writes, "years": years}
    return render(request, "plans/yearly_account/yearly_accounts.html", context)


@login_required
@require_safe
def yearly_accounts_sheet(request: LoggedInRequest, pk: int, ending: str) -> HttpResponse:
    council = load_kredsraad(request.user, pk)
    return sheet_answer(
        list_of_accounts(council, visible_accounts(request.user).filter(council=council)), ending
    )


@login_required
@require_safe
def account_sheet(request: LoggedInRequest, pk: int, ending: str) -> HttpResponse:
    return sheet_answer(parts_of_account(load_account(request.user, pk)), ending)


@login_required
@require_safe
def account_word(request: LoggedInRequest, pk: int) -> HttpResponse:
    """A draft, to be worked on at the meeting; what was presented lies fast, and has its PDF."""
    account = load_account(request.user, pk)
    if not account.is_draft:
        raise Http404
    return word_answer(as_word(text_of(account)), f"udkast-{_file_name(account)}.docx")


@login_required
@require_safe
def yearly_account(request: LoggedInRequest, pk: int) -> HttpResponse:
    account = load_account(request.user, pk)
    context = {
        "account": account,
        "council": account.council,
        "writes": may_write_for(request.user, account.council),
        "parts": account.parts.all() if account.is_draft else [],
        "snapshot": None if account.is_draft else shown_text(account),
    }
    return render(request, "plans/yearly_account/yearly_account.html", context)


@login_required
@never_cache
@require_safe
def account_pdf(request: LoggedInRequest, pk: int) -> HttpResponse:
    """What was presented, byte for byte; of a draft one that is made now."""
    account = load_account(request.user, pk)
    name = f"{_file_name(account)}.pdf"
    with Attempt(request):
        return pdf_answer(_pdf_of(account), name if not account.is_draft else f"udkast-{name}")
    return redirect("yearly-account", pk)


def _file_name(account: YearlyAccount) -> str:
    return f"redegoerelse-{account.council.district.slug}-{account.year}"


def _pdf_of(account: YearlyAccount) -> bytes:
    if account.is_draft:
        return note_pdf(text_of(account))
    return bytes(PresentedAccountFile.objects.get(presented=account.newest).content)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_part(request: LoggedInRequest, pk: int, part_pk: int) -> HttpResponse:
    part = load_part(request.user, pk, part_pk)
    form = PartForm(typed(request), part=part)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            answers = {name: form.cleaned_data[name] for name in PartForm.ANSWERS}
            workflow.edit_part(part, answers, version=version, by=request.user)
            return attempt.done(f"»{answers['heading']}« er rettet.", "yearly-account", pk)
    conflict = both_texts(attempt, form.stored, thing="delen")
    context = {"account": part.account, "part": part, "conflict": conflict}
    return attempt.page("plans/yearly_account/edit_part.html", **context)
