from django import forms

from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.outbox.letters import LONGEST_SUBJECT


class LetterForm(RowForm):
    """What a letter says between salutation and farewell."""

    ANSWERS = ("subject", "text")

    subject = LineField(
        label="Emne", max_length=LONGEST_SUBJECT, widget=forms.TextInput({"class": "input-line"})
    )
    text = TextField(
        label="Tekst",
        rows=16,
        help_text="Hilsen først og sidst kommer af sig selv. En tom linje begynder et nyt afsnit.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
