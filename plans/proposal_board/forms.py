from collections.abc import Iterable, Mapping

from django import forms
from django.http import QueryDict

from plans.decisions.forms.reviewing import STRAY
from plans.document.models import Scope
from plans.proposal_board.models import LONGEST_TAG, MOST_TAGS
from plans.proposal_board.reading import Line
from plans.proposals.models import Proposal
from plans.proposals.states import ProposalState
from samarbejde.accounts.models import User
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField, TextField

ANY = ("", "Alle")
NOBODY = "ingen"
AGES = {"7": "Over 1 uge", "14": "Over 2 uger", "28": "Over 4 uger"}
FILTERS = ("kommune", "emne", "behandler", "omfang", "alder", "tilstand")


class FilterForm(forms.Form):
    """Which proposals are shown; sent as an address, so that it can be kept and passed on."""

    kommune = forms.ChoiceField(label="Kommune", required=False)
    tilstand = forms.ChoiceField(label="Tilstand", required=False)
    behandler = forms.ChoiceField(label="Behandler", required=False)
    emne = forms.ChoiceField(label="Emneord", required=False)
    omfang = forms.ChoiceField(label="Omfang", required=False, choices=[ANY, *Scope.choices])
    alder = forms.ChoiceField(label="Indsendt for", required=False, choices=[ANY, *AGES.items()])

    def __init__(self, asked: Mapping[str, str], lines: Iterable[Line]) -> None:
        super().__init__({name: asked.get(name, "") for name in FILTERS})
        places: dict[str, str] = {}
        handlers: dict[str, str] = {}
        tags: set[str] = set()
        states: set[str] = set()
        for line in lines:
            places[str(line.council.pk)] = line.place
            tags |= set(line.tags)
            states.add(line.state)
            if line.handler:
                handlers[str(line.handler)] = line.handler_name
        offer(self, "kommune", [ANY, *places.items()])
        offer(self, "tilstand", [ANY, *((one.value, one.label) for one in ProposalState if one in states)])
        offer(self, "emne", [ANY, *((tag, tag) for tag in sorted(tags))])
        offer(self, "behandler", [ANY, (NOBODY, "Ingen endnu"), *handlers.items()])

    @property
    def chosen(self) -> dict[str, str]:
        """What cannot be chosen is as if it were not asked for."""
        self.is_valid()
        return {name: value for name in FILTERS if (value := self.cleaned_data.get(name))}

    def lets_through(self, line: Line) -> bool:
        found = {
            "kommune": str(line.council.pk),
            "behandler": str(line.handler or NOBODY),
            "omfang": line.scope,
            "tilstand": line.state,
        }
        wanted = self.chosen
        if any(found[name] != value for name, value in wanted.items() if name in found):
            return False
        if "emne" in wanted and wanted["emne"] not in line.tags:
            return False
        return "alder" not in wanted or line.days > int(wanted["alder"])


class TagsField(LineField):
    """Words with commas between them: in small letters, each once."""

    def clean(self, value: object) -> list[str]:
        words = [" ".join(word.split()).lower() for word in super().clean(value).split(",")]
        tags = list(dict.fromkeys(word for word in words if word))
        if too_long := next((tag for tag in tags if len(tag) > LONGEST_TAG), None):
            raise forms.ValidationError(
                f"»{too_long}« er for langt. Et emneord er højst {LONGEST_TAG} tegn. Sæt komma imellem."
            )
        if len(tags) > MOST_TAGS:
            raise forms.ValidationError(f"Skriv højst {MOST_TAGS} emneord.")
        return tags


class HandlingForm(forms.Form):
    """Of one proposal: all that is kept of it."""

    handler = forms.ChoiceField(label="Behandler", required=False)
    tags = TagsField(label="Emneord", help_text="Sæt komma imellem.", required=False)

    def __init__(
        self,
        typed: QueryDict | None,
        *,
        people: Iterable[User],
        initial: dict[str, str] | None = None,
        empty: str = "Ingen",
    ) -> None:
        super().__init__(typed, initial=initial)
        self.people = {str(person.pk): person for person in people}
        offer(self, "handler", [("", empty), *((pk, person.name) for pk, person in self.people.items())])

    @property
    def person(self) -> User | None:
        """Who is chosen as its handler."""
        return self.people.get(self.cleaned_data["handler"])


class ManyForm(HandlingForm):
    """Of the ticked proposals: what is left as it is has nothing chosen."""

    proposals = forms.MultipleChoiceField(
        required=False,
        error_messages={"invalid_choice": "Et af forslagene kan du ikke vælge. Se listen igennem."},
    )

    def __init__(self, typed: QueryDict | None, *, people: Iterable[User], lines: Iterable[Line]) -> None:
        super().__init__(typed, people=people, empty="Uændret")
        self.fields["tags"].label, self.fields["tags"].help_text = "Føj emneord til, med komma imellem", ""
        offer(self, "proposals", [(str(line.pk), line.title) for line in lines if not line.is_barred])

    @property
    def ticked(self) -> list[str]:
        return self.data.getlist("proposals") if isinstance(self.data, QueryDict) else []

    def clean(self) -> dict[str, object]:
        data = self.cleaned_data
        if not self.errors and not data["proposals"]:
            self.add_error(None, "Sæt kryds ved mindst ét forslag.")
        elif not self.errors and not (data["handler"] or data["tags"]):
            self.add_error(None, "Vælg en behandler, eller skriv et emneord.")
        return data


class MergeManyForm(forms.Form):
    """Which of the chosen stays; `read` says which submission of each was on the page."""

    into = forms.ChoiceField(
        label="Hvilket forslag skal blive stående?",
        help_text="De andre samles med det. Deres tekst bliver bevaret, og deres lokalråd nævnes med.",
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg det forslag, som de andre samles med."},
    )
    reason = TextField(
        label="Hvorfor samles de?",
        help_text="Alle lokalrådene får begrundelsen at se.",
        error_messages={"required": "Skriv, hvorfor forslagene samles."},
        rows=3,
    )
    read = forms.JSONField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(("required", "invalid"), STRAY)
    )

    def __init__(self, typed: QueryDict | None, *, proposals: Iterable[Proposal]) -> None:
        self.proposals = {str(proposal.pk): proposal for proposal in proposals}
        read = {pk: proposal.latest_number for pk, proposal in self.proposals.items()}
        super().__init__(typed, initial={"read": read})
        titles = [(pk, f"{one.council}: {one.public_title}") for pk, one in self.proposals.items()]
        offer(self, "into", titles)

    def clean_read(self) -> dict[int, int]:
        read = self.cleaned_data["read"]
        if not isinstance(read, dict) or any(type(number) is not int for number in read.values()):
            raise forms.ValidationError(STRAY)
        return {proposal.pk: read.get(pk, 0) for pk, proposal in self.proposals.items()}

    @property
    def target(self) -> Proposal:
        """The one that stays."""
        return self.proposals[self.cleaned_data["into"]]
