import re

from django import forms
from django.core.exceptions import ValidationError

from plans.follow_up.models import AnswerWords, DutyAnswer
from plans.follow_up.states import Progress
from samarbejde.forms.dkfds import FieldsHelper
from samarbejde.forms.plain_text import TextField
from samarbejde.histories import Record

_FIGURE = re.compile(r"\S.*:\s*[-–]?\d[\d.,]*\s*\S{0,20}$")


def _check_figures(text: str) -> None:
    for line in text.splitlines():
        if line.strip() and not _FIGURE.match(line.strip()):
            raise ValidationError(
                f"Skriv tallet som »Møder med skolerne: 4«. Her står »{line.strip()[:60]}«."
            )


class AnswerForm(forms.Form):
    progress = forms.ChoiceField(
        label="Hvordan går det?",
        choices=[(one.value, one.label.capitalize()) for one in Progress],
        widget=forms.RadioSelect,
        required=False,
        help_text="Borgerne kan se status, når sekretariatet har set svaret. De ser ikke selve svaret.",
    )
    text = TextField(
        label="Jeres svar",
        required=False,
        rows=8,
        help_text="Hvad er gjort, hvad mangler, og hvad sker der nu?",
    )
    figures = TextField(
        label="Tal, hvis I har nogen",
        required=False,
        rows=3,
        max_length=1000,
        help_text="Ét tal på hver linje, som »Møder med skolerne: 4«",
        validators=[_check_figures],
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    helper = FieldsHelper("progress", "text", "figures", "version")

    @staticmethod
    def stored(answer: DutyAnswer | Record) -> dict[str, object]:
        return {"progress": answer.progress, "text": answer.text, "figures": answer.figures}

    @property
    def words(self) -> AnswerWords:
        given = self.cleaned_data
        return AnswerWords(given["progress"], given["text"], given["figures"])


class ReviewForm(forms.Form):
    question = TextField(
        label="Dit spørgsmål",
        required=False,
        rows=4,
        help_text="Den, der svarede, får det at se i en e-mail.",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)
