"""Citizens read action plans as they were published, and nothing else."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from plans.action_plans.freezing import published_activities
from plans.action_plans.models import PublishedActionPlan, PublishedActionPlanFile, Status
from plans.action_plans.timeline import timeline
from samarbejde.site.compression import compressed
from samarbejde.site.headers import kept_a_minute


@require_safe
@kept_a_minute
@conditional_page
@compressed
def public_action_plan(
    request: HttpRequest, district: str, year: int, municipality: str, name: str
) -> HttpResponse:
    published = _load(district, year, municipality, name)
    activities = published_activities(published.text)
    context = {
        "published": published,
        "text": published.text,
        "activities": activities,
        "timeline": timeline(activities, published.text["year"]),
        "statuses": Status.choices,
        "place": (district, year, municipality),
    }
    return render(request, "plans/action_plans/public_action_plan.html", context)


@require_safe
@kept_a_minute
@conditional_page
def public_action_plan_pdf(
    request: HttpRequest, district: str, year: int, municipality: str, name: str
) -> HttpResponse:
    published = _load(district, year, municipality, name)
    content = PublishedActionPlanFile.objects.values_list("content", flat=True).get(published=published)
    file_name = f"handleplan-{municipality}-{year}-{published.address}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{file_name}"'}
    return HttpResponse(bytes(content), content_type="application/pdf", headers=headers)


def _load(district: str, year: int, municipality: str, name: str) -> PublishedActionPlan:
    found = PublishedActionPlan.objects.in_municipality(district, year, municipality).newest()
    one = found.filter(address=name).first()
    if one is None:
        raise Http404
    return one
