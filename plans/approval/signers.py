"""Who signs a plan: the office holders of a day, or those whom an old document names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from councils.models import Membership, MembershipRole, Municipality
from councils.register.councils import MembershipQuerySet
from plans.approval.models import GivenSignature, Signature, SignatureRound
from plans.approvers.candidates import approver_candidates, parties_of
from plans.approvers.models import successor_of
from plans.document.models import Plan
from samarbejde import danish
from samarbejde.transitions import Refused


@dataclass(frozen=True)
class Signer:
    key: str  # names the signer in a form
    name: str
    title: str
    municipality: Municipality | None
    membership: Membership | None = None

    @classmethod
    def in_office(cls, holder: Membership) -> "Signer":
        return cls(f"m{holder.pk}", holder.user.name, holder.title, holder.municipality, holder)

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"

    def signature(self, position: int) -> Signature:
        return Signature(
            position=position,
            name=self.name,
            title=self.title,
            municipality=self.municipality,
            membership=self.membership,
        )


@dataclass(frozen=True)
class Departure:
    """Somebody who left office before having signed."""

    signature: Signature
    successor: Membership | None  # None where the register knows of none yet

    def __str__(self) -> str:
        held = danish.in_a_sentence(self.signature.title)
        return f"{self.signature.name} har ikke længere hvervet som {held}"


def signers_today(plan: Plan) -> list[Signer]:
    """The director and every mayor; raises `Refused` when the register lacks one of them.

    A lokalråd's plan: those who were named, where all of them still hold their posts.
    """
    if plan.is_local:
        return _approvers(plan)
    holders = list(_holders(plan, timezone.localdate()))
    if missing := _missing(plan, holders):
        raise Refused(
            f"Registret kender i dag ingen {danish.listing(missing)}. "
            "Planen kan ikke sendes til underskrift, før alle pladser er besat. "
            "Sæt dem på posterne under »Personer«, og prøv igen."
        )
    return [Signer.in_office(holder) for holder in holders]


def _approvers(plan: Plan) -> list[Signer]:
    named = [one.membership for one in plan.approvers.select_related("membership")]
    today = {one.pk: one for one in approver_candidates(plan.council)}
    if gone := [str(one.user) for one in named if one.pk not in today]:
        raise Refused(
            f"{danish.listing(gone)} kan ikke længere underskrive. Send planen igen, og vælg en anden."
        )
    return [Signer.in_office(today[one.pk]) for one in named]


def departures(round_: SignatureRound) -> list[Departure]:
    gone = list(round_.signatures.out_of_office().select_related("membership"))
    if gone and round_.plan.is_local:
        return _replaced(round_, gone)
    holders = _holders(round_.plan, timezone.localdate()) if gone else []
    holding = {holder.municipality_id: holder for holder in holders}
    return [Departure(signature, holding.get(signature.municipality_id)) for signature in gone]


def _replaced(round_: SignatureRound, gone: list[Signature]) -> list[Departure]:
    """Those who approve a lokalråd's plan: whoever took over the post, else whoever the rules name."""
    held = list(approver_candidates(round_.plan.council))
    asked = set(round_.signatures.in_office().values_list("membership__user", flat=True))
    free = [one for one in held if one.user_id not in asked]
    named = [one for one in parties_of(round_.plan).people if one.user_id not in asked]
    found = []
    for signature in gone:
        left = signature.membership
        assert left is not None
        next_one = successor_of(left, free) or next((one for one in named if one.side == left.side), None)
        found.append(Departure(signature, next_one))
    return found


def approvers_to_ask(round_: SignatureRound, left: Iterable[Departure]) -> list[Membership]:
    """Those who approve a lokalråd's plan and still may, and the successors of the others, in their order."""
    taking_over = {departure.signature.pk: departure.successor for departure in left}
    held = {(one.user_id, one.council_id): one for one in approver_candidates(round_.plan.council)}
    found = []
    for signature in round_.signatures.select_related("membership"):
        own = signature.membership
        now = held.get((own.user_id, own.council_id)) if own else None
        found.append(taking_over.get(signature.pk, now))
    return [one for one in found if one]


def signers_on_paper(plan: Plan, day: date) -> list[Signer]:
    """Those whom the old document names, else the director and the mayors of that day."""
    named = plan.signatories.select_related("municipality")
    return [Signer(f"d{s.pk}", s.name, s.title, s.municipality) for s in named] or [
        Signer.in_office(holder) for holder in _holders(plan, day)
    ]


def _holders(plan: Plan, day: date) -> MembershipQuerySet:
    return plan.council.memberships.on(day).signatories().with_places()


def _missing(plan: Plan, holders: Iterable[Membership]) -> list[str]:
    seats = {holder.municipality_id for holder in holders}
    director = [] if any(h.role == MembershipRole.CHAIR for h in holders) else ["politidirektør"]
    return director + [
        f"borgmester {danish.at(place.name)}"
        for place in plan.council.district.municipalities.all()
        if place.pk not in seats
    ]


def given_in_its_life(plan: Plan) -> list[GivenSignature]:
    """The latest of each person, under whichever of the plan's texts; those on paper are nobody's account."""
    given = GivenSignature.objects.filter(signature__round__plan=plan)
    latest = given.order_by("signature__membership__user_id", "signature__name", "-pk").distinct(
        "signature__membership__user_id", "signature__name"
    )
    return list(latest.select_related("signature__membership__user"))
