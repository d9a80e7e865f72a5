"""What citizens read of a lokalråd's plan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import conditional_page, require_safe

from plans.document.snapshot import read_snapshot
from plans.public.editions import district_editions
from plans.public.local_editions import find_local
from plans.publication.models import EditionFile
from samarbejde.site.compression import compressed
from samarbejde.site.headers import kept_a_minute


@require_safe
@kept_a_minute
@conditional_page
@compressed
def local_edition(
    request: HttpRequest, district: str, year: int, municipality: str, number: int | None = None
) -> HttpResponse:
    found = find_local(district, year, municipality, number)
    plan = found.edition.plan
    beside = district_editions().filter(plan__council__district=plan.council.district_id, plan__year=year)
    context = {
        "found": found,
        "edition": found.edition,
        "snapshot": read_snapshot(found.edition.snapshot),
        "of": plan,  # not »plan«: pictures are then those of a draft
        "place": plan.council.municipality,
        "this_year": timezone.localdate().year,
        "has_districts": beside.exists(),
    }
    return render(request, "plans/public/local_edition.html", context)


@require_safe
@kept_a_minute
@conditional_page
def local_edition_pdf(
    request: HttpRequest, district: str, year: int, municipality: str, number: int | None = None
) -> HttpResponse:
    found = find_local(district, year, municipality, number)
    content = EditionFile.objects.values_list("content", flat=True).get(edition=found.edition.pk)
    name = f"lokal-samarbejdsplan-{municipality}-{year}-udgave-{found.edition.number}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(bytes(content), content_type="application/pdf", headers=headers)
