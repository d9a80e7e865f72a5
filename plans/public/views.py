"""What citizens read: published editions, and nothing else."""

from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import condition, conditional_page, require_safe

from councils.models import Municipality, PoliceDistrict
from councils.register.tile_map import TileMap, district_map, kommune_map
from plans.document.snapshot import read_snapshot
from plans.pictures.models import Picture
from plans.pictures.showing import picture_answer
from plans.public.changes import changes_page
from plans.public.editions import changes_etag, district_editions, etag, find, find_with_earlier
from plans.public.local_editions import local_editions
from plans.public.municipalities import in_municipality, listed
from plans.public.municipality_today import MunicipalityToday
from plans.public.pages import edition_page
from plans.public.standing import Standing, leading
from plans.publication.models import Edition, EditionFile
from samarbejde.site.compression import coding_for, compressed, say_coding
from samarbejde.site.headers import kept_a_minute, revalidated


@require_safe
@kept_a_minute
@conditional_page
@compressed
def front(request: HttpRequest) -> HttpResponse:
    years: dict[int, set[int]] = {}
    for district, year in district_editions().values_list("plan__council__district", "plan__year"):
        years.setdefault(district, set()).add(year)
    this_year = timezone.localdate().year
    districts = list(PoliceDistrict.objects.prefetch_related("municipalities"))
    leads = {district: leading(of_it, this_year) for district, of_it in years.items()}
    with_year = [(district, leads.get(district.pk)) for district in districts]
    context = {
        "districts": with_year,
        "with_plan": [(district, year) for district, year in with_year if year],
        "without_plan": [district for district, year in with_year if not year],
        "map": district_map(
            districts,
            address=lambda district: reverse("district", args=[district.slug]),
            kind=lambda district: "plain" if district.pk in leads else "none",
        ),
        "this_year": this_year,
    }
    return render(request, "plans/public/front.html", context)


@require_safe
@kept_a_minute
@conditional_page
@compressed
def district(request: HttpRequest, district: str) -> HttpResponse:
    """The plan in force leads until its year is over; until then the next one stands below it."""
    found = get_object_or_404(PoliceDistrict.objects.prefetch_related("municipalities"), slug=district)
    editions = district_editions().filter(plan__council__district=found).light().select_related("plan")
    plans = {edition.plan.year: edition for edition in editions.in_force().order_by("-plan__year")}
    this_year = timezone.localdate().year
    first = plans.pop(leading(plans, this_year)) if plans else None
    context = {
        "district": found,
        "district_slug": found.slug,
        "current": first,
        "standing": Standing.of(first.plan.year, [first.plan.year, *plans], this_year) if first else None,
        "earlier": list(plans.values()),
        "map": _map_of(found, first.plan.year) if first else None,
    }
    return render(request, "plans/public/district.html", context)


def _map_of(district: PoliceDistrict, year: int) -> TileMap | None:
    return kommune_map(
        district.municipalities.all(),
        address=lambda place: reverse("municipality-page", args=[district.slug, year, place.slug]),
    )


@require_safe
@revalidated
@condition(etag_func=etag)
def edition(request: HttpRequest, district: str, year: int, number: int | None = None) -> HttpResponse:
    coding = coding_for(request)
    response = HttpResponse(edition_page(find(request, district, year, number), coding))
    say_coding(response, coding)
    return response


@require_safe
@revalidated
@condition(etag_func=etag)
def edition_pdf(request: HttpRequest, district: str, year: int, number: int | None = None) -> HttpResponse:
    found = find(request, district, year, number)
    content = EditionFile.objects.values_list("content", flat=True).get(edition=found.pk)
    name = f"samarbejdsplan-{district}-{year}-udgave-{found.number}.pdf"
    return HttpResponse(
        bytes(content),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


@require_safe
def edition_picture(request: HttpRequest, district: str, year: int, name: str) -> HttpResponse:
    """A picture that an edition of a plan of the year shows, the district's or a lokalråd's."""
    editions = Edition.objects.filter(plan__council__district__slug=district, plan__year=year)
    if not editions.showing_picture(name).exists():
        raise Http404
    kept = Picture.objects.filter(council__district__slug=district)
    return picture_answer(request, kept, name, public=True)


@require_safe
@revalidated
@condition(etag_func=changes_etag)
def edition_changes(request: HttpRequest, district: str, year: int) -> HttpResponse:
    """What is new since the published plan before this one."""
    coding = coding_for(request)
    response = HttpResponse(changes_page(*find_with_earlier(request, district, year), coding))
    say_coding(response, coding)
    return response


@require_safe
@kept_a_minute
@conditional_page
@compressed
def municipality_page(request: HttpRequest, district: str, year: int, municipality: str) -> HttpResponse:
    """The edition, and what has come of it since: so it is made at each visit."""
    found = find(request, district, year)
    own = Exists(local_editions(district, year, municipality))
    editions = Edition.objects.select_related("plan__council__district").annotate(has_local_plan=own)
    edition = editions.get(pk=found.pk)
    text = read_snapshot(edition.snapshot)
    names = {row["slug"]: row["name"] for row in listed(text)}
    place = _place(district, municipality, is_named=municipality in names)
    said = in_municipality(text, names.get(municipality) or place.name, municipality)
    context = {
        "edition": edition,
        "snapshot": text,
        "municipality": said,
        "today": MunicipalityToday(place, edition.plan, edition, said.areas),
        "found": found,
        "standing": found.standing,
        "district_slug": district,
    }
    return render(request, "plans/public/municipality.html", context)


def _place(district: str, municipality: str, *, is_named: bool) -> Municipality:
    """Of the district, or one that the plan has a list for, wherever it belongs today."""
    places = Municipality.objects.all() if is_named else Municipality.objects.filter(district__slug=district)
    return get_object_or_404(places, slug=municipality)
