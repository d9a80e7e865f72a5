"""The addresses of many sections at once: a page of 600 would take longest to look them up."""

from collections.abc import Callable

from django.urls import reverse

_STAND_IN = 9_999_999_999  # no plan or section has this key


def of_sections(name: str, plan_pk: int) -> Callable[[int], str]:
    """`of_sections("edit-section", plan.pk)(section.pk)` is `reverse("edit-section", args=…)`."""
    before, after = reverse(name, args=[plan_pk, _STAND_IN]).split(str(_STAND_IN))
    return lambda pk: f"{before}{pk}{after}"
