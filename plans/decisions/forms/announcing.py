from django import forms

from samarbejde.forms.dkfds import FieldsHelper


class AnnounceForm(forms.Form):
    """`seen` is the seal of the decisions and letters that stand on the page."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    holds_letters = forms.BooleanField(
        label="Hold brevene tilbage",
        required=False,
        help_text="Så kan de rettes eller standses, før de går. Afgørelserne kan ses med det samme.",
    )
    helper = FieldsHelper("seen", "holds_letters")
