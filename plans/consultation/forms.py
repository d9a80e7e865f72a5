from typing import Any

from django import forms
from django.http import QueryDict

from plans.consultation.models import NO_REMARKS, ConsultationReply, Outcome, ReplyAnswer
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

    def __init__(self, typed: QueryDict | None = None, **kwargs: Any) -> None:
        """The button »Ingen bemærkninger« says it in words."""
        if typed is not None and "none" in typed:
            typed = typed.copy()
            typed["text"] = NO_REMARKS
        super().__init__(typed, **kwargs)

    @staticmethod
    def stored(reply: ConsultationReply | Record) -> dict[str, str]:
        """The reply, or a record of its history, as the form has it."""
        return {"text": reply.late_text or reply.text}


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label="Hvad bliver der af bemærkningen?",
        choices=[(value, str(label).capitalize()) for value, label in Outcome.choices],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad der bliver af bemærkningen."},
    )
    text = TextField(
        label="Sekretariatets svar",
        required=False,
        help_text="Skriv hvorfor, hvis den ikke følges helt. Svaret vises for den, der "
        "skrev, og står i høringsnotatet.",
        max_length=5_000,
        rows=6,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def stored(answer: ReplyAnswer | Record) -> dict[str, str]:
        """The answer, or a record of its history, as the form has it."""
        return {"outcome": answer.outcome, "text": answer.text}
