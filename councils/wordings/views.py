"""»Breve«: what the district's letters say."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from councils.register.models import PoliceDistrict
from councils.wordings import workflow
from councils.wordings.forms import RestoreForm, WordingForm
from councils.wordings.kinds import GROUPS, KINDS, Kind, Worded
from councils.wordings.models import LetterWording
from councils.wordings.permissions import load_district, load_kind
from councils.wordings.previewing import previewed
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale

HISTORY_SHOWN = 20


@login_required
@require_safe
def letter_kinds(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_district(request.user, slug)
    own = {row.kind: row for row in district.letter_wordings.exclude(text="")}
    kinds = sorted(KINDS.values(), key=lambda kind: GROUPS.index(kind.group))
    groups = [
        (group, [(kind, own.get(kind.key)) for kind in found])
        for group, found in groupby(kinds, key=lambda kind: kind.group)
    ]
    context = {"district": district, "groups": groups, "own": len(own)}
    return render(request, "councils/wordings/letter_kinds.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def word_letter(request: LoggedInRequest, slug: str, key: str) -> HttpResponse:
    """The button »Vis brevet« shows what is typed as it will be read, and saves nothing."""
    district, kind = load_kind(request.user, slug, key)
    row = _row(district, kind)
    initial = WordingForm.standing(kind, row) | {"version": UNSEEN if row._state.adding else row.version}
    form = WordingForm(typed(request), kind=kind, initial=initial)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid() and "show" not in request.POST:
            subject, text = form.cleaned_data["subject"], form.cleaned_data["text"]
            version = form.cleaned_data["version"] or UNSEEN
            workflow.word_letter(district, kind, subject=subject, text=text, version=version, by=request.user)
            return attempt.done(f"Teksten til »{kind.title}« er gemt.", "letter-kinds", slug)
    conflict = both_texts(attempt, lambda record: WordingForm.standing(kind, record), thing="teksten")
    return attempt.page(
        "councils/wordings/word_letter.html",
        district=district,
        kind=kind,
        row=_row(district, kind),
        conflict=conflict,
        shown=previewed(_shown(form, kind), district),
        history=_history(row),
    )


@login_required
@require_POST
def restore_standard(request: LoggedInRequest, slug: str, key: str) -> HttpResponse:
    district, kind = load_kind(request.user, slug, key)
    form = RestoreForm(request.POST)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"]
            workflow.restore_standard(district, kind, version=version, by=request.user)
            return attempt.done(f"»{kind.title}« har standardteksten igen.", "letter-kinds", slug)
    return redirect("word-letter", slug, key)


def _row(district: PoliceDistrict, kind: Kind) -> LetterWording:
    """Not saved where the district has never worded it."""
    found = LetterWording.objects.filter(district=district, kind=kind.key).first()
    return found or LetterWording(district=district, kind=kind.key)


def _shown(form: WordingForm, kind: Kind) -> Worded:
    """What is typed, where it may be sent so; else what stands."""
    source = form.cleaned_data if form.is_bound and form.is_valid() else form.initial
    return Worded(kind, str(source["subject"]), str(source["text"]))


def _history(row: LetterWording) -> list[object]:
    if row._state.adding:
        return []
    records = row.history.select_related("history_user").exclude(version=1, text="")
    return list(records.order_by("-history_date", "-history_id")[:HISTORY_SHOWN])
