"""A district's figures, many at once: a year in a grid, rows out of a spreadsheet, and the list as a file."""

from hashlib import sha256

from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plans.document.models import FIRST_YEAR, LAST_YEAR
from plans.document.permissions import load_managed_district
from plans.drafting.saying import told_on
from plans.facts.figures import all_figures, series, sums_made_wrong, wrong_sums
from plans.facts.forms import FiguresForm, SpreadsheetForm
from plans.facts.spreadsheet import CHANGED, NEW, WRONG, ReadRow, read_rows, table_of_file
from plans.facts.workflow import take_figures
from plans.facts.workflow.figures import seen_of
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write, retyped
from samarbejde.site.sheets import Sheet, sheet_answer

YEARS = range(FIRST_YEAR, LAST_YEAR + 21)


@login_required
@require_safe
def figures_sheet(request: LoggedInRequest, slug: str, ending: str) -> HttpResponse:
    district = load_managed_district(request.user, slug)
    headings = ["Tabel", "Række", "Planår", "Periode", "Værdi", "Enhed", "Mål", "Kilde", "Opgjort den"]
    rows = [
        [one.table, one.row, one.year, one.period, one.value, one.unit, one.target, one.source, one.as_of]
        for one in all_figures(district)
    ]
    return sheet_answer(Sheet(f"tal-{district.slug}", "Tal", headings, rows), ending)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def figures_of_year(request: LoggedInRequest, slug: str, year: int) -> HttpResponse:
    """All values of a year, to be written one after the other."""
    district = load_managed_district(request.user, slug)
    if year not in YEARS:
        raise Http404
    figures = list(all_figures(district))
    form = FiguresForm(typed(request), year=year, series=series(figures), seen=seen_of(district))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            seen = form.cleaned_data["seen"]
            taken = take_figures(district, form.rows, seen=seen, by=request.user, tell=told_on(request))
            return attempt.done(f"Tallene for {year} er gemt: {taken}.", "facts", district.slug)
    if attempt.refusal:
        retyped(form, seen=seen_of(district))
    own = [one for one in figures if one.year == year]
    return attempt.page(
        "plans/facts/figures_of_year.html", district=district, year=year, wrong_sums=wrong_sums(own)
    )


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def fetch_figures(request: LoggedInRequest, slug: str) -> HttpResponse:
    """First the rows are read and shown; nothing is written before the person has seen them."""
    district = load_managed_district(request.user, slug)
    next_year = timezone.localdate().year + 1
    form = SpreadsheetForm(typed(request), request.FILES or None, initial={"year": next_year})
    rows: list[ReadRow] = []
    chosen: list[dict[str, object]] = []
    with Attempt(request, form) as attempt:
        if form.is_valid():
            _put_in_place(form, request.FILES.get("file"))
            rows = read_rows(form.cleaned_data["pasted"], district, form.usual)
            chosen = [row.form.answers for row in rows if row.state in (NEW, CHANGED)]
            if "take" in request.POST and request.POST.get("shown") == shown_of(chosen):
                seen, tell = request.POST.get("seen", ""), told_on(request)
                taken = take_figures(district, chosen, seen=seen, by=request.user, tell=tell)
                return attempt.done(f"Hentet: {taken}.", "facts", district.slug)
    return attempt.page(
        "plans/facts/fetch_figures.html",
        district=district,
        rows=rows,
        counted=_counted(rows),
        wrong_sums=sums_made_wrong(all_figures(district), chosen) if chosen else [],
        may_take=bool(chosen),
        shown=shown_of(chosen),
        seen=seen_of(district),
    )


def shown_of(chosen: list[dict[str, object]]) -> str:
    """What a person has seen before it is taken: other rows are shown first."""
    return sha256(repr(chosen).encode()).hexdigest()


def _counted(rows: list[ReadRow]) -> str:
    """`9 nye, 1 rettes`; "" where nothing would change."""
    counts = [(state, sum(row.state == state for row in rows)) for state in (NEW, CHANGED, WRONG)]
    words = {NEW: "nye"}
    return ", ".join(f"{n} {words.get(state, state) if n > 1 else state}" for state, n in counts if n)


def _put_in_place(form: SpreadsheetForm, file: UploadedFile | None) -> None:
    """What a file holds stands in the form as if it had been pasted, since a file cannot be sent twice."""
    if file is not None:
        pasted = table_of_file(file.name or "", file.read())
        form.cleaned_data["pasted"] = pasted
        retyped(form, pasted=pasted)
