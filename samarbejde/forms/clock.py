from django import forms


class ClockField(forms.TimeField):
    """A time of the Danish clock, as `10.00`."""

    widget = forms.TimeInput(format="%H.%M", attrs={"class": "input-width-xs"})

    def __init__(self, *, label: str, required: bool = True, help_text: str = "") -> None:
        super().__init__(
            label=label,
            required=required,
            help_text=help_text,
            input_formats=["%H.%M", "%H:%M", "%H"],
            error_messages={"invalid": "Skriv et gyldigt klokkeslæt, som 10.00."},
        )
