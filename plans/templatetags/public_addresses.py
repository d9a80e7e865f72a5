"""Where citizens read a plan: the district's, or a lokalråd's beside it."""

from typing import TYPE_CHECKING

from django import template
from django.urls import reverse

if TYPE_CHECKING:
    from plans.document.models import Plan

register = template.Library()


@register.simple_tag
def public_address(plan: "Plan", page: str = "edition", *args: object) -> str:
    """`page` is »edition«, »edition-pdf«, »numbered-edition« or »numbered-edition-pdf«, with its number."""
    district, place = plan.council.district.slug, plan.council.municipality
    if place is not None:
        return reverse(f"local-{page}", args=[district, plan.year, place.slug, *args])
    return reverse(page, args=[district, plan.year, *args])
