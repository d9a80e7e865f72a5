"""What the register fills into a plan's words: `{{planens år}}`, `{{borgmester i Herning}}`, `{{lov: …}}`.

A text keeps the fields; a snapshot has what they stood for when it was made, and so has an edition for ever.
What cannot be filled stays as it was typed, and stops the plan: see `obstacles.unfilled_fields`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import format_html, format_html_join

from councils.models import CouncilKind, Figure, LawQuote, Membership, MembershipRole
from plans.document.field_blocks import figure_values, law_value
from plans.document.models import MultiYearAgreement, Scope
from plans.document.register_data import Register
from samarbejde import danish
from samarbejde.text.rich_text_fields import Value, filled, filled_in_line, folded, written

MAYOR, LAW, FIGURE = "borgmester i ", "lov: ", "tal: "
Make = Callable[[], Value | None]


@dataclass(frozen=True)
class Field:
    """A field that can be put into the text, and what it stands for today."""

    name: str
    group: str
    value: Value

    @property
    def written(self) -> str:
        return written(self.name)


class Fields:
    """The fields of one plan, as its register stands. Asks the register for no more than a text has."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.plan = register.plan

    def text(self, html: str) -> str:
        return filled(html, self.value)

    def line(self, words: str) -> str:
        return filled_in_line(words, self.value)

    def value(self, name: str) -> Value | None:
        """Of a field by its folded name; None where the register has nothing to say."""
        for start, fields in ((MAYOR, self._mayors), (LAW, self._laws), (FIGURE, self._figures)):
            if name.startswith(start):
                field = fields().get(name)
                return field.value if field else None
        return next((made[name]() for made in self._simple.values() if name in made), None)

    def offered(self) -> list[Field]:
        """All that can be filled in today, in the order of the menu."""
        found = [
            Field(name, group, value)
            for group, made in self._simple.items()
            for name, make in made.items()
            if (value := make())
        ]
        return [*found, *self._mayors().values(), *self._laws().values(), *self._figures().values()]

    @cached_property
    def _simple(self) -> dict[str, dict[str, Make]]:
        return {
            "Planen": {
                "planens år": lambda: Value(str(self.plan.year)),
                "året før": lambda: Value(str(self.plan.year - 1)),
                "politikreds": lambda: Value(self.plan.council.district.name),
                "kredsråd": lambda: Value(self.plan.council.name),
            },
            "Kommuner og emner": {
                "kommuner": lambda: _listed(self._municipalities),
                "antal kommuner": lambda: _number(self._municipalities),
                "kredsdækkende emner": lambda: _listed(self._topics),
                "antal kredsdækkende emner": lambda: _number(self._topics),
            },
            "Flerårsaftalen": {
                "flerårsaftale": lambda: self._agreed(lambda one: Value(one.name, one.link)),
                "flerårsaftalens periode": lambda: self._agreed(lambda one: Value(one.period)),
                "flerårsaftalens sidste år": lambda: self._agreed(lambda one: Value(str(one.last_year))),
                "flerårsaftalens parter": lambda: self._agreed(lambda one: _line(one.parties)),
            },
            "Personer": {
                "politidirektør": lambda: _line(danish.listing(self._directors)),
                "borgmestre": lambda: _listed(f"{m.user.name} ({m.municipality})" for m in self._seats),
            },
        }

    # --- people and places ------------------------------------------------------------------------

    @cached_property
    def _of_council(self) -> list[Membership]:
        return [m for m in self.register.memberships if m.council.kind == CouncilKind.DISTRICT]

    @property
    def _directors(self) -> list[str]:
        return [m.user.name for m in self._of_council if m.role == MembershipRole.CHAIR]

    @cached_property
    def _seats(self) -> list[Membership]:
        """The mayors, in the order of their kommuner."""
        found = [m for m in self._of_council if m.municipality and m.role != MembershipRole.DEPUTY]
        return sorted(found, key=lambda m: m.municipality.sort_key if m.municipality else "")

    def _mayors(self) -> dict[str, Field]:
        names: dict[str, list[str]] = {}
        for seat in self._seats:
            names.setdefault(f"{MAYOR}{seat.municipality}", []).append(seat.user.name)
        fields = (Field(name, "Personer", Value(danish.listing(held))) for name, held in names.items())
        return {folded(field.name): field for field in fields}

    @cached_property
    def _municipalities(self) -> list[str]:
        councils = self.register.local_councils
        return [str(council.municipality) for council in councils if council.municipality]

    @cached_property
    def _topics(self) -> list[str]:
        """A title may hold the simplest fields; one that lists the titles would have no end."""
        simple = self._simple["Planen"]

        def known(name: str) -> Value | None:
            return simple[name]() if name in simple else None

        areas = self.register.focus_areas.values()
        return [filled_in_line(area.title, known) for area in areas if area.scope == Scope.DISTRICT]

    # --- what the secretariat keeps -----------------------------------------------------------------

    @cached_property
    def _agreement(self) -> MultiYearAgreement | None:
        """That of the plan's year; the newest, where two are."""
        known = MultiYearAgreement.objects.filter(district=self.plan.council.district_id)
        return known.of_year(self.plan.year).first()

    def _agreed(self, value: Callable[[MultiYearAgreement], Value | None]) -> Value | None:
        return value(self._agreement) if self._agreement else None

    @cached_property
    def _law_rows(self) -> list[LawQuote]:
        return list(LawQuote.objects.filter(district=self.plan.council.district_id))

    def _laws(self) -> dict[str, Field]:
        fields = (Field(f"{LAW}{law}", "Love", law_value(law)) for law in self._law_rows)
        return {folded(field.name): field for field in fields}

    @cached_property
    def _figure_rows(self) -> list[Figure]:
        known = Figure.objects.filter(district=self.plan.council.district_id, year__lte=self.plan.year)
        return list(known.order_by("table", "position", "row", "unit", "year"))

    def _figures(self) -> dict[str, Field]:
        found = figure_values(self._figure_rows, self.plan.year)
        fields = (Field(f"{FIGURE}{name}", "Tal", value) for name, value in found)
        return {folded(field.name): field for field in fields}


def _line(words: str) -> Value | None:
    return Value(" ".join(words.split())) if words.strip() else None


def _listed(found: Iterable[str]) -> Value | None:
    """In a line »a, b og c«; by itself a list."""
    names = list(found)
    items = format_html_join("", "<li>{}</li>", ((name,) for name in names))
    return Value(danish.listing(names), alone=format_html("<ul>{}</ul>", items)) if names else None


def _number(found: list[str]) -> Value | None:
    return Value(str(len(found))) if found else None
