from uuid import uuid4

from django import forms
from django.http import QueryDict

from plans.comments.anchoring import WHOLE, Quotation, found_in, quotation_at, words
from plans.comments.models import LONGEST_QUOTATION, Channel
from plans.comments.wording import Wording
from plans.document.models import Section
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField, TextField

STRAY = "Siden er sendt ufuldstændigt. Hent den igen, og prøv en gang til."
AUDIENCES = {
    Channel.INTERNAL: "Kun sekretariatet",
    Channel.SHARED: "Delt: også dem, planen høres hos",
}
ANY = [("", "Alle")]
OPEN, RESOLVED = "aabne", "loeste"


class AnswerForm(forms.Form):
    text = TextField(
        label="Svar", rows=3, max_length=5_000, error_messages={"required": "Skriv svaret, før du gemmer."}
    )
    form_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(("required", "invalid"), STRAY)
    )

    def __init__(self, typed: QueryDict | None = None, *, comment_pk: int) -> None:
        super().__init__(typed, initial={"form_key": uuid4()}, auto_id=f"id_{comment_pk}_%s")


class CommentForm(forms.Form):
    """Some words of the section, or none for all of it; and what is said of them, to whom."""

    exact = TextField(
        label="Sted i teksten",
        help_text="Kopiér ordene fra afsnittet. Lad feltet stå tomt, hvis det gælder hele afsnittet.",
        required=False,
        rows=2,
        max_length=LONGEST_QUOTATION,
    )
    before = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    after = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    text = TextField(
        label="Kommentar", rows=4, error_messages={"required": "Skriv kommentaren, før du gemmer."}
    )
    channel = forms.ChoiceField(
        label="Hvem kan læse den?",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Vælg, hvem der kan læse kommentaren."),
    )
    for_next_year = forms.BooleanField(label="Tag med til næste år", required=False)
    form_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(("required", "invalid"), STRAY)
    )

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        section: Section,
        channels: list[Channel],
        quoted: dict[str, str] | None = None,
    ) -> None:
        channel = channels[0] if channels else Channel.SHARED
        initial = {"form_key": uuid4(), "channel": channel} | (quoted or {})
        super().__init__(typed, initial=initial, auto_id="id_comment_%s")
        self.section = section
        offered = channels or [Channel.SHARED]
        offer(self, "channel", [(channel.value, AUDIENCES[channel]) for channel in offered])
        if len(offered) == 1:
            self.fields["channel"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, object]:
        """The quotation as it stands in the section, with the words around it."""
        given = super().clean() or self.cleaned_data
        asked = Quotation(*(words(given.get(name) or "") for name in ("exact", "before", "after")))
        if asked.exact and (found := found_in(asked, Wording(self.section.plan).texts(self.section))):
            place, text = found
            given["quotation"] = quotation_at(place, asked.exact, text)
        elif asked.exact:
            self.add_error(
                "exact",
                "Ordene står ikke i det gemte afsnit. Kopiér dem fra teksten, gem teksten først, "
                "eller lad feltet stå tomt.",
            )
        return given

    @property
    def quotation(self) -> Quotation:
        found: Quotation = self.cleaned_data.get("quotation", WHOLE)
        return found


class QuotedForm(forms.Form):
    """The words that were selected on another page; sent as an address."""

    exact = LineField(max_length=LONGEST_QUOTATION)
    before = LineField(required=False, max_length=200)
    after = LineField(required=False, max_length=200)

    @property
    def quoted(self) -> dict[str, str]:
        return dict(self.cleaned_data) if self.is_valid() else {}


class MarkForm(forms.Form):
    """What is done to a comment; `answer` is the one of its answers that is withdrawn."""

    step = forms.ChoiceField(
        choices=[
            ("resolve", "løst"),
            ("reopen", "åbn igen"),
            ("remember", "tag med til næste år"),
            ("forget", "tag ikke med"),
            ("withdraw", "træk tilbage"),
        ]
    )
    answer = forms.IntegerField(min_value=1, max_value=2**62, required=False)


class CommentFilter(forms.Form):
    """What is shown of a plan's comments; sent as an address."""

    tilstand = forms.ChoiceField(
        label="Vis", required=False, choices=[(OPEN, "Åbne"), (RESOLVED, "Løste"), *ANY]
    )
    kanal = forms.ChoiceField(label="Hvem kan læse dem?", required=False)
    afsnit = forms.ChoiceField(label="Afsnit", required=False)

    def __init__(self, asked: QueryDict, *, channels: list[Channel], sections: list[tuple[str, str]]) -> None:
        super().__init__({"tilstand": OPEN} | asked.dict())
        offer(self, "kanal", [*ANY, *((one.value, AUDIENCES[one]) for one in channels)])
        offer(self, "afsnit", [*ANY, *sections])
        if len(channels) < 2:
            del self.fields["kanal"]

    @property
    def chosen(self) -> dict[str, str]:
        """What cannot be chosen is as if it were not asked for."""
        self.is_valid()
        return {name: str(self.cleaned_data.get(name) or "") for name in ("tilstand", "kanal", "afsnit")}
