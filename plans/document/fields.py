"""What the register fills into a plan's words: `{planens år}`, `{borgmester i Herning}`, `{lov: …}`,
and what another section is called there: `{afsnit: …}`.

A text keeps the fields; a snapshot has what they stood for when it was made, and so has an edition for ever.
What cannot be filled stays as it was typed, and stops the plan: see `obstacles.unfilled_fields`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone

from plans.document.field_blocks import agreement_value, as_list, figure_values, law_value
from plans.document.field_facts import FieldFacts, field_facts
from plans.document.models import MultiYearAgreement, Plan
from plans.document.numbering import Numbered, numbered
from plans.document.references import reference_values
from samarbejde import danish
from samarbejde.text.rich_text_fields import FIELD, Value, filled, filled_in_line, folded, name_in, written

MAYOR, LAW, FIGURE, SECTION = "borgmester i ", "lov: ", "tal: ", "afsnit: "
AGREEMENT = "flerårsaftale"  # as the names of its fields begin
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
    """The fields of one plan, as its register stands. The register is asked when a text has one, and once."""

    def __init__(
        self,
        plan: Plan,
        day: date | None = None,
        entries: Iterable[Numbered] | None = None,
        facts: FieldFacts | None = None,
    ) -> None:
        """`entries` are the plan's sections, and `facts` its register's, where they are known."""
        self.plan = plan
        self.day = day or timezone.localdate()
        self.entries = entries
        self._known = facts

    def text(self, html: str) -> str:
        return filled(html, self.value)

    def line(self, words: str) -> str:
        return filled_in_line(words, self.value)

    def value(self, name: str) -> Value | None:
        """Of a field by its folded name; None where the register has nothing to say."""
        for made in self._simple.values():
            if name in made:
                return made[name]()
        if name.startswith(SECTION):
            field = self._references.get(name)
        elif name.startswith((MAYOR, LAW, FIGURE)):
            field = (self._mayors | self._laws | self._figures).get(name)
        else:
            field = None
        return field.value if field else None

    def offered(self) -> list[Field]:
        """All that can be filled in today, in the order of the menu."""
        found = [
            Field(name, group, value)
            for group, made in self._simple.items()
            for name, make in made.items()
            if (value := make())
        ]
        named = (self._mayors, self._laws, self._figures, self._references)
        return [*found, *(field for fields in named for field in fields.values())]

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
                "kommuner": lambda: _listed(self._facts.municipalities),
                "antal kommuner": lambda: _number(self._facts.municipalities),
                "kredsdækkende emner": lambda: _listed(self._topics),
                "antal kredsdækkende emner": lambda: _number(self._topics),
            },
            "Flerårsaftalen": {
                "flerårsaftale": lambda: self._agreed(agreement_value),
                "flerårsaftalens periode": lambda: self._agreed(lambda one: Value(one.period)),
                "flerårsaftalens sidste år": lambda: self._agreed(lambda one: Value(str(one.last_year))),
                "flerårsaftalens parter": lambda: self._agreed(lambda one: _line(one.parties)),
                "flerårsaftalens pejlemærker": lambda: self._agreed(lambda one: _listed(one.mark_list)),
                "flerårsaftalens temaer": lambda: self._agreed(lambda one: _listed(one.theme_list)),
            },
            "Personer": {
                "politidirektør": lambda: _line(danish.listing(self._facts.directors)),
                "borgmestre": lambda: _listed(f"{m.name} ({m.municipality})" for m in self._facts.mayors),
            },
        }

    def agreement_in(self, texts: Iterable[str]) -> MultiYearAgreement | None:
        """The agreement of the plan's year, where these texts name it by a field."""
        names = (name_in(found[0]) for text in texts for found in FIELD.finditer(text))
        return self._facts.agreement if any(name.startswith(AGREEMENT) for name in names) else None

    # --- what there is ------------------------------------------------------------------------------

    @cached_property
    def _facts(self) -> FieldFacts:
        return self._known or field_facts(self.plan, self.day)

    def _agreed(self, value: Callable[[MultiYearAgreement], Value | None]) -> Value | None:
        return value(self._facts.agreement) if self._facts.agreement else None

    @cached_property
    def _topics(self) -> list[str]:
        """A title may hold the simplest fields; one that lists the titles would have no end."""
        simple = self._simple["Planen"]

        def known(name: str) -> Value | None:
            return simple[name]() if name in simple else None

        return [filled_in_line(title, known) for title in self._facts.topics]

    @cached_property
    def _mayors(self) -> dict[str, Field]:
        names: dict[str, list[str]] = {}
        for seat in self._facts.mayors:
            names.setdefault(f"{MAYOR}{seat.municipality}", []).append(seat.name)
        return _by_name("Personer", ((name, Value(danish.listing(held))) for name, held in names.items()))

    @cached_property
    def _laws(self) -> dict[str, Field]:
        return _by_name("Love", ((f"{LAW}{law}", law_value(law)) for law in self._facts.laws))

    @cached_property
    def _figures(self) -> dict[str, Field]:
        found = figure_values(self._facts.figures, self.plan.year)
        return _by_name("Tal", ((f"{FIGURE}{name}", value) for name, value in found))

    @cached_property
    def _references(self) -> dict[str, Field]:
        entries = numbered(self.plan.sections.all()) if self.entries is None else self.entries
        found = reference_values(entries)
        return _by_name("Henvisninger", ((f"{SECTION}{heading}", value) for heading, value in found))


def _by_name(group: str, found: Iterable[tuple[str, Value]]) -> dict[str, Field]:
    return {folded(name): Field(name, group, value) for name, value in found}


def _line(words: str) -> Value | None:
    return Value(" ".join(words.split())) if words.strip() else None


def _listed(found: Iterable[str]) -> Value | None:
    """In a line »a, b og c«; by itself a list."""
    names = list(found)
    return Value(danish.listing(names), alone=as_list(names)) if names else None


def _number(found: list[str]) -> Value | None:
    return Value(str(len(found))) if found else None
