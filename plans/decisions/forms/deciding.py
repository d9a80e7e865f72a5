from uuid import UUID

from django import forms
from django.http import QueryDict

from plans.decisions.forms.reviewing import ReviewingForm
from plans.decisions.models import SECTION, TOPIC
from plans.decisions.onto import topics_and_sections
from plans.document.models import Scope
from plans.proposals.models import Proposal
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.forms.rich_text import RichTextField

ADD = "Føj teksten til et emne, der står i planen"
CHANGE = "Giv teksten videre som forslag til et afsnit"
CHOOSE = {
    TOPIC: "Vælg det emne, teksten skal føjes til.",
    SECTION: "Vælg det afsnit, teksten er et forslag til.",
}


class AcceptForm(ReviewingForm):
    scope = forms.ChoiceField(label="Hvordan optages emnet?", widget=forms.RadioSelect)
    topic = forms.ChoiceField(label="Hvilket emne?", help_text=f"Vælg kun her ved »{ADD}«.", required=False)
    section = forms.ChoiceField(
        label="Hvilket afsnit?", help_text=f"Vælg kun her ved »{CHANGE}«.", required=False
    )
    title = LineField(
        label="Et nyt emnes titel i planen",
        widget=forms.TextInput({"class": "input-line"}),
        max_length=300,
        required=False,
    )
    text = RichTextField(
        label="Teksten i planen",
        help_text="Du kan rette teksten til. Lokalrådets egne ord bliver stående i forslaget.",
        error_messages={"required": "Skriv den tekst, der skal stå i planen."},
    )
    names_proposers = forms.BooleanField(
        label="Nævn i planen, hvem der foreslog det nye emne",
        help_text="Borgerne læser så »Foreslået af lokalrådet« og navnet på kommunen.",
        required=False,
    )
    reason = TextField(label="Besked til lokalrådet", required=False, rows=3)

    def __init__(
        self, typed: QueryDict | None = None, *, initial: dict[str, object] | None = None, proposal: Proposal
    ) -> None:
        super().__init__(typed, initial=initial)
        plan = proposal.round.plan
        scopes = [
            (Scope.DISTRICT, "Som kredsdækkende emne for alle lokalråd"),
            (Scope.LOCAL, f"Som lokalt emne for {proposal.council}"),
            (TOPIC, ADD),
            (SECTION, CHANGE),
        ]
        offer(self, "scope", scopes)
        topics, sections = topics_and_sections(plan)
        offer(self, "topic", [("", "Intet valgt"), *topics])
        offer(self, "section", [("", "Intet valgt"), *sections])

    def clean(self) -> dict[str, object]:
        """With `onto`, the lineage of what the words are added to, in place of the two choices."""
        given = self.cleaned_data
        chosen = {TOPIC: given.pop("topic", ""), SECTION: given.pop("section", "")}
        scope = given.get("scope", "")
        onto = chosen.get(scope, "")
        if scope in chosen and not onto and scope not in self.errors:
            self.add_error(scope, CHOOSE[scope])
        if scope not in chosen and not given.get("title") and "title" not in self.errors:
            self.add_error("title", "Skriv den titel, emnet skal have i planen.")
        return given | {"onto": UUID(onto) if onto else None}


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
            (pk, f"{other.council}: {other.public_title} ({other.number}, {other.get_state_display()})")
            for pk, other in self.others.items()
        ]
        offer(self, "into", titles)

    def clean_into(self) -> Proposal:
        return self.others[self.cleaned_data["into"]]
