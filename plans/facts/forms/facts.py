import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from plans.document.models import FIRST_YEAR, LAST_YEAR
from samarbejde.danish import DATE_HINT, number_text
from samarbejde.forms.addresses import AddressField
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField, TextField

THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")


class YearField(forms.IntegerField):
    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=FIRST_YEAR, max_value=LAST_YEAR + 20, **kwargs)


class NumberField(forms.DecimalField):
    """As Danes write numbers: `1.234,5`, with or without the points."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=14, decimal_places=2, localize=True, **kwargs)
        self.error_messages["invalid"] = "Skriv et gyldigt tal, som 1.234,5."

    def to_python(self, value: object) -> Any:
        if isinstance(value, str) and THOUSANDS.fullmatch(value.strip()):
            value = value.replace(".", "")
        return super().to_python(value)

    def prepare_value(self, value: object) -> object:
        """`7` and `7,5`, not `7,00`."""
        return number_text(value) if isinstance(value, Decimal) else value


class FactForm(RowForm):
    """One fact of the register as the secretariat writes it."""

    def __init__(
        self, typed: Mapping[str, Any] | None = None, *, initial: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(typed, initial=dict(initial or {}))
        self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, required=False)


class AgreementForm(FactForm):
    ANSWERS = ("name", "parties", "from_year", "to_year", "extended_to", "marks", "themes", "link")

    name = LineField(
        label="Aftalens navn", max_length=150, help_text="Som »Flerårsaftale for politiet«, uden år"
    )
    parties = TextField(label="Parter", required=False, rows=3)
    from_year = YearField(label="Gælder fra", help_text="Et årstal")
    to_year = YearField(label="Til og med", help_text="Som den blev aftalt")
    extended_to = YearField(
        label="Forlænget til og med", required=False, help_text="Tom, hvis den ikke er forlænget"
    )
    marks = TextField(
        label="Pejlemærker", required=False, rows=4, help_text="Det, aftalen måles på. Ét på hver linje"
    )
    themes = TextField(
        label="Temaer, vi har valgt",
        required=False,
        rows=4,
        help_text="Det fra aftalen, som kredsen arbejder med i sine planer. Ét på hver linje",
    )
    link = AddressField(label="Link til aftalen")

    def clean(self) -> dict[str, object]:
        given = self.cleaned_data
        first, last, extended = (given.get(name) for name in ("from_year", "to_year", "extended_to"))
        if first and last and last < first:
            self.add_error("to_year", "Aftalen slutter, før den begynder.")
        if last and extended and extended <= last:
            self.add_error("extended_to", f"Aftalen gælder allerede til og med {last}.")
        return given


class LawForm(FactForm):
    ANSWERS = ("law", "paragraph", "wording", "link", "checked_on")

    law = LineField(label="Lov eller bekendtgørelse", max_length=150, help_text="Som »retsplejeloven«")
    paragraph = LineField(
        label="Paragraf",
        max_length=60,
        required=False,
        help_text="Som »§ 113, stk. 1«. Tom, når det er det hele",
    )
    wording = TextField(
        label="Ordlyd",
        required=False,
        rows=8,
        max_length=10_000,
        help_text="Kopiér den fra loven, ord for ord. Uden ordlyd kan en plan ikke citere den.",
    )
    link = AddressField(label="Link til loven")
    checked_on = forms.DateField(
        label="Kontrolleret den",
        required=False,
        help_text=f"Den dag, ordlyden sidst er holdt op mod loven. {DATE_HINT}",
    )

    def clean_checked_on(self) -> object:
        day = self.cleaned_data["checked_on"]
        if day and day > timezone.localdate():
            raise ValidationError("Den dag er ikke kommet endnu.")
        return day


class FigureForm(FactForm):
    ANSWERS = ("table", "row", "value", "unit", "period", "year", "source", "as_of", "target")

    table = LineField(label="Tabel", max_length=100, help_text="Det, tallet hører under, som »Beredskab«")
    row = LineField(label="Tallet", max_length=100, help_text="Hvad der er talt, som »Øvelser«")
    value = NumberField(label="Værdi")
    unit = LineField(label="Enhed", max_length=30, required=False, help_text="Som »anmeldelser« eller »%«")
    period = LineField(
        label="Periode", max_length=30, required=False, help_text="Som »2026« eller »september 2026«"
    )
    year = YearField(label="Planår", help_text="Den plan, tallet skal stå i. Ældre tal viser udviklingen")
    source = LineField(label="Kilde", max_length=150)
    as_of = forms.DateField(label="Opgjort den", required=False, help_text=DATE_HINT)
    target = NumberField(label="Mål", required=False)


FORMS: dict[str, type[FactForm]] = {"aftaler": AgreementForm, "love": LawForm, "tal": FigureForm}
