"""Search in the editions in force: parts of words count, and inflections."""

from dataclasses import dataclass
from functools import lru_cache

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import conditional_page, require_safe

from councils.models import Municipality
from plans.public.searching.finding import Found, InForce, find, in_force, nearest, years
from plans.public.searching.municipalities import municipality_in
from plans.public.searching.snippets import snippet
from plans.publication.models import Passage
from samarbejde.site.compression import compressed
from samarbejde.site.headers import kept_a_minute
from samarbejde.text.rich_text import line
from samarbejde.text.words import words

PER_PAGE = 20
LONGEST_QUERY = 200


@dataclass(frozen=True)
class Hit:
    passage: Passage
    snippet: SafeString
    other_years: list[int]

    @property
    def address(self) -> str:
        return self._address_in(self.passage.edition.plan.year)

    @property
    def addresses_of_other_years(self) -> list[tuple[str, str]]:
        """Each year with its address."""
        return [(str(year), self._address_in(year)) for year in self.other_years]

    @property
    def plan(self) -> str:
        """Which one it stands in: `Lokal samarbejdsplan 2026, Viborg, Midt- og Vestjyllands Politi`."""
        council = self.passage.edition.plan.council
        place = f", {council.municipality}" if council.municipality else ""
        return f"{self.passage.edition.plan.title}{place}, {council.district.name}"

    def _address_in(self, year: int) -> str:
        council = self.passage.edition.plan.council
        place = council.municipality.slug if council.municipality else ""
        return f"{_address_of_plan(council.district.slug, year, place)}#{self.passage.anchor}"


class SearchForm(forms.Form):
    """Where to look; what is unknown counts as not chosen."""

    kreds = forms.ChoiceField(label="Politikreds", required=False)
    kommune = forms.ChoiceField(label="Kommune", required=False)
    aar = forms.ChoiceField(label="År", required=False)

    def __init__(
        self, request: HttpRequest, editions: list[InForce], municipalities: list[Municipality]
    ) -> None:
        super().__init__(request.GET)
        districts = {one.district.slug: one.district.name for one in municipalities}
        all_years = sorted({edition.year for edition in editions}, reverse=True)
        self._offer("kreds", "Alle politikredse", districts)
        self._offer("kommune", "Alle kommuner", {one.slug: one.name for one in municipalities})
        self._offer("aar", "Alle år", {str(year): str(year) for year in all_years})
        self.is_valid()

    def _offer(self, name: str, everything: str, choices: dict[str, str]) -> None:
        self.fields[name].choices = [("", everything), *choices.items()]  # type: ignore[attr-defined]

    def chosen(self, name: str) -> str:
        return str(self.cleaned_data.get(name, ""))

    @property
    def is_used(self) -> bool:
        return any(map(self.chosen, self.fields))


@require_safe
@kept_a_minute
@conditional_page
@compressed
def results(request: HttpRequest) -> HttpResponse:
    query = line(request.GET.get("q", ""))[:LONGEST_QUERY]
    editions = in_force()
    municipalities = list(Municipality.objects.select_related("district"))
    form = SearchForm(request, editions, municipalities)
    kommune = next((one for one in municipalities if one.slug == form.chosen("kommune")), None)
    chosen = [edition for edition in editions if _is_chosen(edition, form, kommune)]
    found = find(query, chosen, words(kommune.name) if kommune else ())
    page = Paginator(found.shown, PER_PAGE).get_page(request.GET.get("side"))
    context = {
        "query": query,
        "form": form,
        "page": page,
        "count": found.count,
        "hits": _hits(list(page), found, chosen),
        "guesses": [word for word in found.asked if word.is_guess and word.found],
        "municipality": _page_of(kommune or municipality_in(found.asked, municipalities), editions),
        "parameters": _without_page(request),
    }
    return render(request, "plans/public/search.html", context)


def _is_chosen(edition: InForce, form: SearchForm, kommune: Municipality | None) -> bool:
    return (
        form.chosen("aar") in ("", str(edition.year))
        and form.chosen("kreds") in ("", edition.district)
        and (kommune is None or kommune.district.slug == edition.district)
        and (kommune is None or edition.place in ("", kommune.slug))
    )


def _hits(passages: list[int], found: Found, editions: list[InForce]) -> list[Hit]:
    council = "edition__plan__council"
    related = Passage.objects.select_related(f"{council}__district", f"{council}__municipality")
    related = related.defer("edition__snapshot")
    by_pk = related.in_bulk(passages)
    chosen = [by_pk[pk] for pk in passages]
    years_of = years([passage.lineage for passage in chosen], found.asked, editions)
    return [
        Hit(
            passage,
            snippet(passage, found.asked),
            [year for year in years_of[passage.lineage] if year != passage.edition.plan.year],
        )
        for passage in chosen
    ]


@lru_cache(maxsize=2_000)
def _address_of_plan(district: str, year: int, place: str) -> str:
    """There are hundreds of links to a few plans on a page."""
    if place:
        return reverse("local-edition", args=(district, year, place))
    return reverse("edition", args=(district, year))


def _page_of(municipality: Municipality | None, editions: list[InForce]) -> dict[str, object] | None:
    """The kommune's page in the plan of today, where its district has published any."""
    plan = nearest(editions).get((municipality.district.slug, "")) if municipality else None
    if municipality is None or plan is None:
        return None
    where = (plan.district, plan.year, municipality.slug)
    return {"name": municipality.name, "year": plan.year, "address": reverse("municipality-page", args=where)}


def _without_page(request: HttpRequest) -> str:
    parameters = request.GET.copy()
    parameters.pop("side", None)
    return parameters.urlencode()
