"""Many figures at once: a year's in a grid, and what comes out of a spreadsheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from councils.models import Figure
from plans.facts.figures import Key, Series
from plans.facts.forms.facts import NumberField, YearField
from samarbejde.danish import DATE_HINT
from samarbejde.forms.plain_text import LineField
from samarbejde.text import personal_numbers
from samarbejde.text.characters import composed

COMMON = ("period", "source", "as_of")


@dataclass(frozen=True)
class GridRow:
    series: Series
    before: Figure | None
    field: BoundField


@dataclass(frozen=True)
class GridTable:
    """A table of the grid: what is told once for all its rows, and a value for each."""

    name: str
    common: list[BoundField]
    rows: list[GridRow]


class FiguresForm(forms.Form):
    """The values of one year, beside the ones before it. An empty field leaves its figure as it is."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200_000)

    def __init__(
        self, typed: QueryDict | None = None, *, year: int, series: Sequence[Series], seen: str
    ) -> None:
        super().__init__(typed, initial={"seen": seen})
        self.year, self.series = year, list(series)
        self.names = list(dict.fromkeys(one.key[0] for one in self.series))
        for name in self.names:
            self._add_common(name, next(one for one in self.series if one.key[0] == name))
        for one in self.series:
            self.fields[value_name(one.key)] = _value(one, year)

    def _add_common(self, table: str, one: Series) -> None:
        standing = one.of(self.year)
        source = (standing or one.newest).source
        given = {
            "period": LineField(label="Periode", max_length=30, required=False),
            "source": LineField(label="Kilde", max_length=150, required=False),
            "as_of": forms.DateField(label="Opgjort den", required=False, help_text=DATE_HINT),
        }
        initial = {
            "period": standing.period if standing else "",
            "source": source,
            "as_of": standing.as_of if standing else None,
        }
        for name, field in given.items():
            field.initial = initial[name]
            self.fields[common_name(name, table)] = field

    @property
    def tables(self) -> Iterator[GridTable]:
        for name in self.names:
            rows = [
                GridRow(one, one.before(self.year), self[value_name(one.key)])
                for one in self.series
                if one.key[0] == name
            ]
            yield GridTable(name, [self[common_name(common, name)] for common in COMMON], rows)

    def clean(self) -> dict[str, object]:
        given = self.cleaned_data
        for name in self.names:
            values = [given.get(value_name(one.key)) for one in self.series if one.key[0] == name]
            source = common_name("source", name)
            if (
                any(value is not None for value in values)
                and not given.get(source)
                and source not in self.errors
            ):
                self.add_error(source, "Skriv, hvor tallene kommer fra.")
        return given

    @property
    def rows(self) -> Iterator[dict[str, object]]:
        """The answers of each figure that has a value."""
        given = self.cleaned_data
        for one in self.series:
            value = given[value_name(one.key)]
            if value is None:
                continue
            table, row, unit = one.key
            standing = one.of(self.year)
            yield {
                "table": table,
                "row": row,
                "unit": unit,
                "year": self.year,
                "value": value,
                "target": standing.target if standing else one.newest.target,
                **{name: given[common_name(name, table)] for name in COMMON},
            }


def value_name(key: Key) -> str:
    """Of what the figure is, not of its place: others may come in between while somebody types."""
    return f"value_{_mark(*key)}"


def common_name(name: str, table: str) -> str:
    return f"{name}_{_mark(table)}"


def _mark(*words: str) -> str:
    return sha256("\0".join(words).encode()).hexdigest()[:12]


def _value(one: Series, year: int) -> NumberField:
    standing = one.of(year)
    table, row, unit = one.key
    return NumberField(
        label=f"{table}: {row}" + (f" ({unit})" if unit else ""),
        required=False,
        initial=standing.value if standing else None,
    )


class RowsField(forms.CharField):
    """Rows as a spreadsheet copies them, with their tabs."""

    widget = forms.Textarea(attrs={"rows": 8})
    default_validators = [personal_numbers.validate]

    def to_python(self, value: object) -> str:
        return composed(super().to_python(value) or "")


class SpreadsheetForm(forms.Form):
    """Rows out of a spreadsheet, and what is meant where a cell is empty."""

    file = forms.FileField(
        label="Fil",
        required=False,
        help_text="Et regneark (.xlsx) eller en .csv med overskrifterne Tabel, Række og Værdi",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    pasted = RowsField(
        label="Eller indsæt rækkerne her",
        required=False,
        strip=False,
        max_length=500_000,
        help_text="Kopiér dem i Excel med overskrifterne, og sæt dem ind",
    )
    year = YearField(label="Planår", help_text="For rækker uden et årstal")
    source = LineField(label="Kilde", max_length=150, required=False, help_text="For rækker uden en kilde")

    @property
    def usual(self) -> dict[str, str]:
        return {"year": str(self.cleaned_data["year"]), "source": self.cleaned_data["source"]}

    def clean(self) -> dict[str, object]:
        given = self.cleaned_data
        if not given.get("file") and not (given.get("pasted") or "").strip() and not self.errors:
            self.add_error("pasted", "Vælg en fil, eller indsæt rækker.")
        return given
