from django import forms

from samarbejde.forms.plain_text import TextField


class ReasonForm(forms.Form):
    """Why a meeting is cancelled."""

    reason = TextField(
        label="Hvorfor aflyses mødet?", max_length=1_000, rows=3, help_text="Det kan alle i rådet læse."
    )
