from collections.abc import Iterable, Mapping

from django import forms
from django.http import QueryDict

from councils.organisation.units import Placed
from samarbejde.forms.choices import offer
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField

ON_TOP = "Ingen: den står øverst"


class UnitForm(RowForm):
    ANSWERS = ("name", "parent_id")

    name = LineField(label="Navn", max_length=150, help_text="Som »Lokalpolitiet i Herning«")
    parent_id = forms.TypedChoiceField(
        label="Hører under",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Den enhed, den er en del af",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        offered: Iterable[Placed],
        initial: Mapping[str, object] | None = None,
    ) -> None:
        """`offered`: the units that it may be under, each before those under it."""
        super().__init__(typed, initial=dict(initial or {}))
        named = [(str(row.unit.pk), f"{'– ' * row.depth}{row.unit.name}") for row in offered]
        offer(self, "parent_id", [("", ON_TOP), *named])
