from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone

from councils.people.posts import Post
from councils.people.warnings import before_taking
from councils.people.workflow import Newcomer, Term
from councils.register.models import Council, CouncilKind, Membership, MembershipRole, SeatRules
from councils.register.seat_rules import LONGEST_TERM
from samarbejde.accounts.email_addresses import as_kept, validate_address
from samarbejde.accounts.models import User
from samarbejde.danish import DATE_HINT, in_a_sentence
from samarbejde.forms.choices import offer
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField
from samarbejde.text.rich_text import line

NO_END = "Så foreslås den sidste dag. Tomt, hvis perioden ikke har en fast længde"
NEW = "new"
WHICH = "Portalen kender nogen, det kan være. Vælg, hvem du mener."


class SureForm(forms.Form):
    """Where something is lost, it is said above the form, and the form asks."""

    sure = forms.BooleanField(
        label="Ja, det er meningen",
        error_messages={"required": "Sæt hak, hvis det er meningen. Ellers fortryd."},
    )

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        asks: bool,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(typed, initial=dict(initial or {}))
        if not asks:
            del self.fields["sure"]


class AppointForm(SureForm):
    """A new holder of a post. `person` is asked only where the portal may know them already."""

    name = LineField(label="Navn", max_length=200)
    email = forms.EmailField(
        label="E-mail",
        required=False,
        validators=[validate_address],
        help_text="Hertil går invitationen. Uden e-mail kan personen ikke logge ind.",
    )
    person = forms.ChoiceField(
        label="Hvem er det?",
        widget=forms.RadioSelect,
        error_messages={"required": WHICH, "invalid_choice": WHICH},
    )
    title = LineField(label="Titel", max_length=150, help_text="Som »Borgmester i Herning Kommune«")
    side = forms.ChoiceField(
        label="Fra", widget=forms.RadioSelect, choices=[("police", "politiet"), ("municipality", "kommunen")]
    )
    first_day = forms.DateField(label="Første dag", help_text=DATE_HINT)
    last_day = forms.DateField(label="Sidste dag", required=False, help_text="Tom, så længe den ikke kendes")
    gives_up = forms.BooleanField(
        label="Ja, personen skal gå af fra sin post i rådet",
        error_messages={"required": "Sæt hak, hvis det er meningen. Ellers fortryd."},
    )
    field_order = ("name", "email", "person", "title", "side", "first_day", "last_day", "sure", "gives_up")

    def __init__(
        self, typed: QueryDict | None = None, *, post: Post, asks: bool, follows: Membership | None = None
    ) -> None:
        super().__init__(typed, asks=asks, initial=_usual(post, follows))
        self.post = post
        self.known: dict[str, User] = self._known()
        if post.side:
            del self.fields["side"]
        if self.known and not self._is_plain:
            offer(self, "person", self._choices())
        else:
            del self.fields["person"]
        self.given_up = self._given_up()
        if not self.given_up:
            del self.fields["gives_up"]

    @property
    def newcomer(self) -> Newcomer:
        told = self.cleaned_data
        return Newcomer(told["name"], told["email"], self.known.get(told.get("person", "")))

    @property
    def term(self) -> Term:
        told = self.cleaned_data
        side = told.get("side") or self.post.side
        return Term(told["title"], side, told["first_day"], told["last_day"])

    def clean(self) -> dict[str, object]:
        told = self.cleaned_data
        first, last = told.get("first_day"), told.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "Den sidste dag ligger før den første.")
        return told

    def _known(self) -> dict[str, User]:
        """By address, of everybody; by name alone, of those who sit in the district or did."""
        name = line(str(self["name"].value() or ""))
        email = as_kept(line(str(self["email"].value() or "")))
        if not self.is_bound or not (name or email):
            return {}
        here = Q(memberships__council__district=self.post.council.district_id)
        found = User.objects.filter(Q(email=email) if email else Q(pk=None))
        found = found or User.objects.filter(here, name__iexact=name).distinct()
        return {f"p{person.pk}": person for person in found[:5]}

    def _given_up(self) -> list[str]:
        """What the person loses by it, as soon as it is known who is meant, and from when."""
        chosen = self["person"].value() if "person" in self.fields else next(iter(self.known), None)
        person = self.known.get(chosen or "")
        try:
            first_day = self.fields["first_day"].clean(self["first_day"].value())
        except ValidationError:
            return []
        return before_taking(self.post, person, first_day) if person else []

    @property
    def _is_plain(self) -> bool:
        """Address and name are those of one person, who sits in this council or nowhere: no need to ask."""
        [person, *others] = self.known.values()
        same = person.email == self._address and person.name == str(self["name"].value() or "").strip()
        elsewhere = person.memberships.not_over().exclude(council=self.post.council)
        return same and not others and not elsewhere.exists()

    def _choices(self) -> list[tuple[str, str]]:
        choices = [(key, _told_of(person)) for key, person in self.known.items()]
        taken = any(person.email == self._address for person in self.known.values() if person.email)
        return choices if taken else [*choices, (NEW, "En anden, som portalen ikke kender")]

    @property
    def _address(self) -> str | None:
        return as_kept(str(self["email"].value() or ""))


class LeaveForm(SureForm):
    last_day = forms.DateField(label="Sidste dag på posten", help_text=DATE_HINT)
    field_order = ("last_day", "sure")


def _told_of(person: User) -> str:
    """`Anna Holm, anna@example.org: Formand i Lokalrådet i Herning`."""
    terms = person.memberships.not_over().select_related("council")
    posts = "; ".join(f"{term.title} i {term.council}" for term in terms) or "har ingen post i dag"
    who = ", ".join(filter(None, [person.name, person.email]))
    return f"{who}: {posts}"


def _usual(post: Post, follows: Membership | None) -> dict[str, object]:
    """What is filled in beforehand; after a term that ends, for the same person once more."""
    today = timezone.localdate()
    first = max(today, follows.last_day + timedelta(days=1)) if follows and follows.last_day else today
    known = Membership.objects.filter(council=post.council).with_places().order_by("-period")
    last = next((term for term in known if post.is_held_in(term) and not post.is_shared), None)
    told: dict[str, object] = {
        "title": (last.title if last else "") or post.usual_title,
        "side": last.side if last else "",
        "first_day": first,
        "last_day": _usual_last_day(post, first),
    }
    if follows:
        told |= {"name": follows.user.name, "email": follows.user.email, "title": follows.title}
    return told


def _usual_last_day(post: Post, first_day: date) -> date | None:
    """The district's own length of a member's term in a lokalråd."""
    if not post.is_shared or post.council.kind != CouncilKind.LOCAL:
        return None
    return SeatRules.of(post.council.district).last_day(post.side, first_day)


class MayorField(forms.ModelChoiceField):
    def label_from_instance(self, term: Membership) -> str:
        return f"{term.user}, {in_a_sentence(term.title)}"


class ElectForm(forms.Form):
    mayor = MayorField(
        label="Hvem er valgt?",
        queryset=Membership.objects.none(),
        empty_label="Vælg en borgmester",
        error_messages={"required": "Vælg den borgmester, som er valgt."},
    )
    first_day = forms.DateField(label="Første dag", help_text=DATE_HINT, initial=timezone.localdate)

    def __init__(self, typed: QueryDict | None = None, *, council: Council) -> None:
        super().__init__(typed)
        seated = council.memberships.current().filter(role=MembershipRole.MEMBER, municipality__isnull=False)
        offer(self, "mayor", seated.with_places().order_by("municipality__sort_key"))


class CountField(forms.IntegerField):
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "input-width-xs"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"min_value": 1, "max_value": 99, "required": False} | kwargs))


class SeatRulesForm(RowForm):
    ANSWERS = ("most_police", "most_municipality", "most_civil", "municipality_years", "civil_years")

    most_police = CountField(label="Højst fra politiet", help_text="Tomt, hvis der ikke er et loft")
    most_municipality = CountField(label="Højst fra kommunen", help_text="Tomt, hvis der ikke er et loft")
    most_civil = CountField(label="Højst fra civilsamfundet", help_text="Tomt, hvis der ikke er et loft")
    municipality_years = CountField(
        max_value=LONGEST_TERM, label="År ad gangen for kommunens medlemmer", help_text=NO_END
    )
    civil_years = CountField(
        max_value=LONGEST_TERM, label="År ad gangen for civilsamfundets medlemmer", help_text=NO_END
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
