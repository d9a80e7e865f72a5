from django import forms
from django.http import QueryDict

from councils.models import Council
from councils.register.members import members_of
from plans.proposals.models import ProposalRound
from samarbejde.accounts.models import User
from samarbejde.forms.choices import offer


class SendersForm(forms.Form):
    senders = forms.ModelMultipleChoiceField(
        label="Hvem må også indsende?",
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, typed: QueryDict | None, *, round_: ProposalRound, council: Council) -> None:
        named = round_.senders.filter(council=council).values_list("user", flat=True)
        super().__init__(typed, initial={"senders": list(named)})
        offer(self, "senders", members_of(council))
