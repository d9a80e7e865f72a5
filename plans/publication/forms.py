from django import forms

from samarbejde.forms.plain_text import LineField


class NoteForm(forms.Form):
    note = LineField(label="Note til læserne", max_length=300)

    def __init__(self, *args: object, first: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["note"]
        field.required = not first
        field.help_text = (
            "Står øverst i den offentlige plan, hvis du skriver noget."
            if first
            else "Hvad er ændret siden sidste udgave? Læserne får det at se."
        )
