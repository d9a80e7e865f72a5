from django import forms


class NamingForm(forms.Form):
    """Whether readers see who proposed a topic."""

    named = forms.BooleanField(required=False)
    version = forms.IntegerField(min_value=1, max_value=2**31 - 1)
