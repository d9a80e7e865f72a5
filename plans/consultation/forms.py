from django import forms

from plans.consultation.models import ConsultationReply
from samarbejde.forms.plain_text import TextField
from samarbejde.histories import Record


class ReplyForm(forms.Form):
    text = TextField(
        label="Bemærkning til udkastet",
        help_text="Skriv, hvilket afsnit I mener, og hvad der skal stå i stedet.",
        error_messages={"required": "Skriv bemærkningen, før du gemmer."},
        max_length=20_000,
        rows=14,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def stored(reply: ConsultationReply | Record) -> dict[str, str]:
        """The reply, or a record of its history, as the form has it."""
        return {"text": reply.late_text or reply.text}
