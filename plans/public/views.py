"""What citizens read: published editions, and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import condition, require_safe

from councils.models import Municipality, PoliceDistrict
from plans.public.editions import district_editions, etag, find
from plans.public.municipalities import in_municipality, listed, pages
from plans.publication.models import Edition, EditionFile
from samarbejde.headers import revalidated


@require_safe
@revalidated
def front(request: HttpRequest) -> HttpResponse:
    years = district_editions().order_by("plan__council__district", "-plan__year")
    newest = dict(
        years.distinct("plan__council__district").values_list("plan__council__district", "plan__year")
    )
    districts = PoliceDistrict.objects.prefetch_related("municipalities")
    rows = [(district, newest.get(district.pk)) for district in districts]
    return render(request, "plans/public/front.html", {"rows": rows})


@require_safe
@revalidated
def district(request: HttpRequest, district: str) -> HttpResponse:
    place = get_object_or_404(PoliceDistrict.objects.prefetch_related("municipalities"), slug=district)
    editions = district_editions().filter(plan__council__district=place).light().select_related("plan")
    current = list(editions.in_force().order_by("-plan__year"))
    context = {"district": place, "current": current[0] if current else None, "earlier": current[1:]}
    return render(request, "plans/public/district.html", context)


@require_safe
@revalidated
@condition(etag_func=etag)
def edition(request: HttpRequest, district: str, year: int, number: int | None = None) -> HttpResponse:
    found = find(request, district, year, number)
    edition = Edition.objects.get(pk=found.pk)
    context = {
        "edition": edition,
        "snapshot": edition.snapshot,
        "found": found,
        "municipality_pages": pages(edition.snapshot) if found.is_newest else {},  # they show the newest
        "others": [n for n in range(found.newest, 0, -1) if n != found.number],
    }
    return render(request, "plans/public/edition.html", context)


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
@revalidated
@condition(etag_func=etag)
def municipality_page(request: HttpRequest, district: str, year: int, municipality: str) -> HttpResponse:
    edition = Edition.objects.get(pk=find(request, district, year).pk)
    names = {place["slug"]: place["name"] for place in listed(edition.snapshot)}
    name = names.get(municipality) or _name_in_register(district, municipality)
    place = in_municipality(edition.snapshot, name, municipality)
    context = {"edition": edition, "snapshot": edition.snapshot, "place": place}
    return render(request, "plans/public/municipality.html", context)


def _name_in_register(district: str, municipality: str) -> str:
    """Of a kommune that the plan has no list for, so that the district's page leads nowhere in vain."""
    return get_object_or_404(Municipality, district__slug=district, slug=municipality).name
