from django import forms
from django.http import QueryDict

from councils.register.members import members_of
from plans.document.models import Plan
from samarbejde.accounts.models import User
from samarbejde.forms.choices import offer

FORWARD, EMPTY = "forward", "empty"


class BeginForm(forms.Form):
    year = forms.TypedChoiceField(label="Planens år", coerce=int)
    source = forms.ChoiceField(label="Hvad skal planen begynde med?", widget=forms.RadioSelect)

    def __init__(self, typed: QueryDict | None, *, years: list[int], latest: Plan | None) -> None:
        first = FORWARD if latest else EMPTY
        super().__init__(typed, initial={"year": years[0] if years else None, "source": first})
        offer(self, "year", [(year, str(year)) for year in years])
        forward = [(FORWARD, f"Tekst og emner fra {latest.title}")] if latest else []
        offer(self, "source", [*forward, (EMPTY, "De sædvanlige overskrifter, uden tekst")])


class WritersForm(forms.Form):
    writers = forms.ModelMultipleChoiceField(
        label="Hvem skriver med?",
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, typed: QueryDict | None, *, plan: Plan) -> None:
        super().__init__(typed, initial={"writers": list(plan.writers.values_list("user", flat=True))})
        offer(self, "writers", members_of(plan.council))
