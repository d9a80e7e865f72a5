from django import forms
from django.http import QueryDict

from plans.document.models import Scope
from plans.proposals.forms.reviewing import ReviewingForm
from plans.proposals.models import Proposal
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.forms.rich_text import RichTextField


class AcceptForm(ReviewingForm):
    scope = forms.ChoiceField(label="Hvordan optages emnet?", widget=forms.RadioSelect)
    title = LineField(
        label="Emnets titel i planen",
        widget=forms.TextInput({"class": "input-line"}),
        max_length=300,
        error_messages={"required": "Skriv den titel, emnet skal have i planen."},
    )
    text = RichTextField(
        label="Teksten i planen",
        help_text="Du kan rette teksten til. Lokalrådets egne ord bliver stående i forslaget.",
        error_messages={"required": "Skriv den tekst, der skal stå i planen."},
    )
    reason = TextField(label="Besked til lokalrådet", required=False, rows=3)

    def __init__(
        self, typed: QueryDict | None = None, *, initial: dict[str, object] | None = None, proposal: Proposal
    ) -> None:
        super().__init__(typed, initial=initial)
        scopes = [
            (Scope.DISTRICT, "Som kredsdækkende emne for alle lokalråd"),
            (Scope.LOCAL, f"Som lokalt emne for {proposal.council}"),
        ]
        offer(self, "scope", scopes)


class RejectForm(ReviewingForm):
    reason = TextField(
        label="Begrundelse",
        help_text="Lokalrådet får begrundelsen at se.",
        error_messages={"required": "Skriv, hvorfor forslaget afvises."},
        rows=8,
    )


class MergeForm(ReviewingForm):
    into = forms.ChoiceField(
        label="Hvilket forslag skal det samles med?",
        help_text="Det andet forslag bliver det, der afgøres. Dette forslags tekst vises på dets side. "
        "Bliver det et lokalt emne, står det på begge lokalråds lister.",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Vælg det forslag, som dette skal samles med.",
            "invalid_choice": "Det forslag kan ikke vælges længere. Vælg et andet i listen.",
        },
    )
    reason = TextField(
        label="Hvorfor samles de?",
        help_text="Begge lokalråd får begrundelsen at se.",
        error_messages={"required": "Skriv, hvorfor forslagene samles."},
        rows=3,
    )

    def __init__(
        self, typed: QueryDict | None = None, *, initial: dict[str, object] | None = None, proposal: Proposal
    ) -> None:
        super().__init__(typed, initial=initial)
        self.others = {str(other.pk): other for other in proposal.mergeable_with()}
        titles = [
            (pk, f"{other.council}: {other.public_title} ({other.get_state_display()})")
            for pk, other in self.others.items()
        ]
        offer(self, "into", titles)

    def clean_into(self) -> Proposal:
        return self.others[self.cleaned_data["into"]]
