from typing import ClassVar

from django import forms

from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField, TextField


class ItemForm(RowForm):
    """A point as whoever calls the meeting writes it."""

    ANSWERS: ClassVar[tuple[str, ...]] = ("title", "text", "presenter", "is_closed")

    title = LineField(label="Overskrift", max_length=200)
    text = TextField(
        label="Hvad det handler om",
        required=False,
        max_length=20_000,
        rows=8,
        help_text="Det, rådet skal vide for at tale om punktet. Skriv ikke om enkeltpersoners sager.",
    )
    presenter = LineField(label="Hvem lægger punktet frem", max_length=200, required=False)
    is_closed = forms.BooleanField(
        label="Punktet er lukket",
        required=False,
        help_text="Kun rådet selv ser et lukket punkt. Det kommer ikke med, når referatet offentliggøres.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class RequestForm(forms.Form):
    """A point that a member asks for."""

    title = LineField(label="Hvad skal rådet tale om?", max_length=200)
    text = TextField(label="Hvorfor", required=False, max_length=5_000, rows=6)


class DeclineForm(forms.Form):
    reason = TextField(
        label="Hvorfor kommer punktet ikke på?",
        max_length=1_000,
        rows=3,
        help_text="Det får den, der ønskede punktet, at vide.",
    )
