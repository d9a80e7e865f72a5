from typing import Any

from django import forms
from django.http import QueryDict

from plans.approval.forms import ConsultationForm
from plans.consultation.models import NO_REMARKS, ConsultationReply, Outcome, ReplyAnswer
from plans.partners.forms import PartnersField
from plans.partners.models import Partner, PartnerQuerySet
from samarbejde.danish import DATE_HINT
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import TextField
from samarbejde.histories import Record


class SendingForm(ConsultationForm):
    partners = PartnersField(
        Partner.objects.none(),
        label="Partnere uden for rådene",
        help_text="De får hver et personligt link, som de læser og svarer med uden at logge ind.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["answer_by", "partners", "note"]

    def __init__(self, typed: QueryDict | None = None, *, offered: PartnerQuerySet) -> None:
        super().__init__(typed)
        offer(self, "partners", offered)
        if not offered:
            del self.fields["partners"]


class LaterForm(forms.Form):
    day = forms.DateField(label="Ny frist", help_text=f"{DATE_HINT} Fristen er til og med den dag.")
    reason = TextField(
        label="Hvorfor får de længere tid?",
        help_text="Begrundelsen står i brevet. Den kan være tom.",
        required=False,
        max_length=500,
        rows=3,
    )


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


class PartnerReplyForm(ReplyForm):
    """A draft may be empty; what is sent says something."""

    def __init__(self, typed: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(typed, **kwargs)
        self.fields["text"].label = "Jeres svar"
        self.is_draft = typed is not None and "draft" in typed
        self.fields["text"].required = not self.is_draft


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
