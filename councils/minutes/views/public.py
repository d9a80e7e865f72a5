"""Citizens read the open points of minutes that were published, and nothing else."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import conditional_page, require_safe

from councils.minutes.models import PublishedMinutes, PublishedMinutesAttachment, PublishedMinutesFile
from councils.minutes.public_text import files_of
from councils.register.models import PoliceDistrict
from samarbejde.attachments.serving import file_answer
from samarbejde.site.compression import compressed
from samarbejde.site.headers import kept_a_minute


@require_safe
@kept_a_minute
@conditional_page
@compressed
def public_meetings(request: HttpRequest, district: str) -> HttpResponse:
    """The newest first, by year."""
    found = get_object_or_404(PoliceDistrict, slug=district)
    published = PublishedMinutes.objects.of(district).newest().order_by("-held_on", "address")
    years = [(year, list(group)) for year, group in groupby(published, lambda one: one.held_on.year)]
    return render(request, "councils/minutes/public_meetings.html", {"district": found, "years": years})


@require_safe
@kept_a_minute
@conditional_page
@compressed
def public_minutes(request: HttpRequest, district: str, name: str) -> HttpResponse:
    published = _load(district, name)
    context = {"published": published, "text": published.text, "district_slug": district}
    return render(request, "councils/minutes/public_minutes.html", context)


@require_safe
@kept_a_minute
@conditional_page
def public_minutes_pdf(request: HttpRequest, district: str, name: str) -> HttpResponse:
    published = _load(district, name)
    content = PublishedMinutesFile.objects.values_list("content", flat=True).get(minutes=published)
    headers = {"Content-Disposition": f'inline; filename="referat-{published.address}.pdf"'}
    return HttpResponse(bytes(content), content_type="application/pdf", headers=headers)


@require_safe
@kept_a_minute
@conditional_page
def public_minutes_file(request: HttpRequest, district: str, name: str, key: str) -> HttpResponse:
    """Of what was published last: a file that is no longer chosen is gone, as one of a closed point is."""
    published = _load(district, name)
    digest = next((one["digest"] for one in files_of(published.text) if one["key"] == key), None)
    kept = PublishedMinutesAttachment.objects.filter(minutes=published, file=digest)
    return file_answer(get_object_or_404(kept))


def _load(district: str, name: str) -> PublishedMinutes:
    found = PublishedMinutes.objects.of(district).newest().filter(address=name).order_by("-pk").first()
    if found is None:
        raise Http404
    return found
