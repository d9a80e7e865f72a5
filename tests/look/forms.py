"""A form with one of every control."""

from django import forms


class EveryControl(forms.Form):
    title = forms.CharField(
        label="Titel", help_text="Kort og konkret", widget=forms.TextInput(attrs={"placeholder": "Titel"})
    )
    reason = forms.CharField(label="Begrundelse", widget=forms.Textarea, required=False)
    deadline = forms.DateField(label="Frist")
    topic = forms.ChoiceField(label="Emne", choices=[("", "Vælg"), ("t", "Tryghed")])
    scope = forms.ChoiceField(
        label="Hvem gælder det?",
        help_text="Vælg én",
        choices=[("d", "Hele kredsen"), ("l", "En kommune")],
        widget=forms.RadioSelect,
    )
    parties = forms.MultipleChoiceField(
        label="Hvem deltager?",
        choices=[("p", "Politiet"), ("k", "Kommunen")],
        widget=forms.CheckboxSelectMultiple,
    )
    discussed = forms.BooleanField(label="Drøftet i lokalrådet", help_text="På et møde")
    file = forms.FileField(label="Bilag", required=False)
    quarter = forms.ChoiceField(
        label="Kvartal", choices=[("", "Intet bestemt"), ("1", "1. kvartal")], required=False
    )
    recommendation = forms.ChoiceField(
        label="Indstilling",
        choices=[("", "Ingen"), ("accept", "Optag")],
        widget=forms.RadioSelect,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> None:
        if "title" in self.data:
            raise forms.ValidationError("Fristen er overskredet.")
