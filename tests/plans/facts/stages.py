"""A law and a figure of the register, and the form that corrects them."""

from dataclasses import dataclass
from typing import Any

from django.forms.models import model_to_dict
from django.urls import reverse

from councils.models import Figure, LawQuote
from tests.cast import Cast
from tests.kept import kept


@dataclass
class Kept:
    slug: str
    fact: Figure | LawQuote

    def sent(self, **changed: object) -> tuple[str, dict[str, Any]]:
        """The address and what is sent to it."""
        self.fact.refresh_from_db()
        stands = model_to_dict(self.fact) | {"version": self.fact.version} | changed
        address = reverse("edit-fact", args=[self.fact.district.slug, self.slug, self.fact.pk])
        return address, {name: "" if value is None else str(value) for name, value in stands.items()}


@kept
def a_law(cast: Cast, **fields: Any) -> Kept:
    law = LawQuote.objects.get(district=cast.district, law="retsplejeloven", **fields)
    return Kept("love", law)


@kept
def a_figure(cast: Cast, **fields: Any) -> Kept:
    return Kept("tal", figure(cast, position=1, **fields))


@kept
def figure(cast: Cast, row: str = "Øvelser", year: int = 2026, value: object = 7, **fields: Any) -> Figure:
    """Behind those that stand."""
    told = {"table": "Beredskab", "unit": "øvelser", "source": "Politikredsen"} | fields
    told.setdefault("position", cast.district.figures.count())
    return Figure.objects.create(district=cast.district, row=row, year=year, value=value, **told)


def grid(cast: Cast, year: int = 2027) -> str:
    return reverse("figures-of-year", args=[cast.district.slug, year])


def fetch(cast: Cast) -> str:
    return reverse("fetch-figures", args=[cast.district.slug])
