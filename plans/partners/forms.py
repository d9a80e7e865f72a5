from django import forms
from django.http import QueryDict

from plans.partners.models import Partner, PartnerQuerySet
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.text import personal_numbers


class PartnersField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Partner) -> str:
        return f"{obj.name} ({obj.contact or obj.email})"


class InviteForm(forms.Form):
    partners = PartnersField(
        Partner.objects.none(),
        label="Hvem skal have et brev?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Sæt kryds ved dem, der skal inviteres.",
            "invalid_choice": "En af dem er inviteret i mellemtiden. Se listen igen, og vælg derfra.",
        },
    )

    def __init__(self, typed: QueryDict | None = None, *, offered: PartnerQuerySet) -> None:
        super().__init__(typed)
        offer(self, "partners", offered)


class PartnerForm(forms.Form):
    name = LineField(
        label="Partnerens navn",
        help_text="Foreningen, institutionen eller virksomheden, sådan som den skal stå i høringsnotatet.",
        max_length=120,
        error_messages={"required": "Skriv, hvem der skal høres."},
    )
    contact = LineField(
        label="Kontakt",
        help_text="Stilling eller navn på den, der får brevet.",
        max_length=120,
        error_messages={"required": "Skriv, hvem brevet er til."},
    )
    email = forms.EmailField(
        label="E-mail",
        max_length=254,
        validators=[personal_numbers.validate],
        error_messages={"required": "Skriv den e-mail, brevet sendes til."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_version(self) -> int:
        return self.cleaned_data["version"] or 0


class WithdrawForm(forms.Form):
    reason = TextField(
        label="Hvorfor trækkes invitationen tilbage?",
        help_text="Partneren får begrundelsen at se.",
        max_length=500,
        rows=3,
        error_messages={"required": "Skriv, hvorfor invitationen trækkes tilbage."},
    )
