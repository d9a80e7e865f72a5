from django import forms
from django.http import QueryDict

from councils.models import Council
from plans.document.models import Plan, Section, WritingStatus
from plans.drafting.owners import owners
from samarbejde.accounts.models import User
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField


class CancelForm(forms.Form):
    """What the page showed would go."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class StartForm(forms.Form):
    council = forms.ModelChoiceField(label="Kredsråd", queryset=Council.objects.none(), empty_label=None)
    year = forms.TypedChoiceField(label="Planens år", coerce=int)
    source = forms.ChoiceField(
        label="Hvad skal planen begynde med?",
        choices=[
            ("forward", "Tekst, emner og lister fra den seneste plan"),
            ("empty", "De sædvanlige overskrifter, uden tekst"),
        ],
        initial="forward",
        widget=forms.RadioSelect,
    )
    anyway = forms.BooleanField(label="Begynd alligevel med den tekst, som den har nu", required=False)

    def __init__(
        self,
        typed: QueryDict | None,
        *,
        councils: list[Council],
        years: list[int],
        initial: dict[str, object],
    ) -> None:
        super().__init__(typed, initial=initial)
        offer(self, "council", Council.objects.filter(pk__in=[c.pk for c in councils]))
        offer(self, "year", [(year, str(year)) for year in years])
        if len(councils) == 1:
            self.fields["council"].widget = forms.HiddenInput()
            self.fields["council"].initial = councils[0].pk

    def ask_about(self, unfinished: Plan | None) -> None:
        """The question is asked where the plan to begin with is not finished, and there alone."""
        if unfinished is None:
            del self.fields["anyway"]
        elif self.is_bound and not self.errors and not self.cleaned_data["anyway"]:
            text = (
                f"{unfinished.title} er ikke færdig. Sæt kryds, hvis du vil begynde med dens tekst alligevel."
            )
            self.add_error("anyway", text)


class BoardFilter(forms.Form):
    """Which sections of the board are shown; empty is all."""

    ansvarlig = LineField(required=False, max_length=20)
    status = forms.ChoiceField(required=False, choices=[("", ""), *WritingStatus.choices])


class AssignForm(forms.Form):
    """An owner or a status for the sections that are ticked."""

    owner = forms.ModelChoiceField(
        label="Ansvarlig", queryset=User.objects.none(), required=False, empty_label="Uændret"
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[
            ("", "Uændret"),
            *((value, str(label).capitalize()) for value, label in WritingStatus.choices),
        ],
    )
    sections = forms.ModelMultipleChoiceField(
        label="Afsnit",
        queryset=Section.objects.none(),
        error_messages={"required": "Sæt kryds ved de afsnit, det gælder."},
    )

    def __init__(self, typed: QueryDict | None, *, plan: Plan) -> None:
        super().__init__(typed)
        offer(self, "owner", owners(plan))
        offer(self, "sections", plan.sections.all())

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        if not given.get("owner") and not given.get("status") and not self.errors:
            self.add_error("owner", "Vælg en ansvarlig, en status eller begge.")
        return given
