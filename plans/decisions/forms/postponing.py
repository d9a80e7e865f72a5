from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from plans.document.models import Plan
from plans.proposals.models import Proposal
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import TextField


class ProposalsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, proposal: Proposal) -> str:
        return (
            f"{proposal.council}: {proposal.public_title} ({proposal.number}, {proposal.get_state_display()})"
        )


class PostponeForm(forms.Form):
    """Which undecided proposals go on to next year; all of them, unless somebody says otherwise."""

    proposals = ProposalsField(
        label="Hvilke forslag skal flyttes?",
        queryset=Proposal.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Sæt kryds ved mindst ét forslag.",
            "invalid_choice": "Et af forslagene blev afgjort eller taget tilbage imens. Se listen igennem.",
        },
    )
    reason = TextField(label="Hvorfor?", help_text="Lokalrådene får det at se.", max_length=1_000, rows=3)

    def __init__(self, typed: QueryDict | None, *, plan: Plan, proposals: Iterable[Proposal]) -> None:
        keys = [proposal.pk for proposal in proposals]
        reason = f"Forslaget nåede ikke at blive afgjort, inden {plan.title} skulle videre."
        super().__init__(typed, initial={"proposals": keys, "reason": reason})
        offer(self, "proposals", Proposal.objects.filter(pk__in=keys).with_places().with_titles())
