"""Who may approve a lokalråd's plan: parties from the police and from the kommune."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from councils.models import Council, Membership, MembershipRole, PoliceDistrict, Side
from councils.register.councils import MembershipQuerySet
from plans.approvers.models import ApprovalRules
from plans.document.models import Plan

NEITHER = (MembershipRole.DEPUTY, MembershipRole.SECRETARIAT)
BOTH = "Vælg mindst én fra politiet og én fra kommunen."


def approver_candidates(council: Council) -> MembershipQuerySet:
    """Of today: the lokalråd's own from police and kommune; the kommune's mayor and its member of the
    kontaktudvalg; the director.
    """
    place = council.municipality_id
    above = Q(council__district=council.district_id, council__kind__in=("district", "contact"))
    of_place = Q(municipality=place) | Q(role=MembershipRole.CHAIR, council__kind="district")
    own = Q(council=council, side__in=[Side.POLICE, Side.MUNICIPALITY])
    return _able(Membership.objects.filter(own | above & of_place))


def has_both_sides(people: Iterable[Membership]) -> bool:
    return {Side.POLICE, Side.MUNICIPALITY} <= {Side(one.side) for one in people}


def rules_for(council: Council) -> ApprovalRules:
    """Of the lokalråd's kommune, else of its district; not saved where neither has any."""
    of_place = Q(municipality=council.municipality_id) | Q(municipality=None)
    found = ApprovalRules.objects.filter(of_place, district=council.district_id)
    own = sorted(found.select_related("municipality"), key=lambda rules: rules.municipality_id is None)
    return own[0] if own else ApprovalRules(district_id=council.district_id)


@dataclass(frozen=True)
class Parties:
    """Of one lokalråd today, as the rules say; None where nobody has the post."""

    council: Council
    rules: ApprovalRules
    police: Membership | None
    municipality: Membership | None

    @property
    def people(self) -> list[Membership]:
        return [one for one in (self.police, self.municipality) if one]

    @property
    def is_own(self) -> bool:
        return self.rules.municipality_id is not None


def parties(council: Council, rules: ApprovalRules, held: Sequence[Membership]) -> Parties:
    return Parties(council, rules, rules.for_police(held), rules.for_municipality(held))


def parties_of(plan: Plan) -> Parties:
    return parties(plan.council, rules_for(plan.council), list(approver_candidates(plan.council)))


def parties_in(district: PoliceDistrict) -> list[Parties]:
    """Of each of the district's lokalråd, in four queries however many they are."""
    found = {rules.municipality_id: rules for rules in ApprovalRules.objects.filter(district=district)}
    usual = found.get(None) or ApprovalRules(district=district)
    above: list[Membership] = []
    by_place: dict[int | None, list[Membership]] = defaultdict(list)
    by_council: dict[int, list[Membership]] = defaultdict(list)
    for one in _able(Membership.objects.filter(council__district=district)):
        if one.council.kind == "local":
            by_council[one.council_id].append(one)
        elif one.municipality_id:
            by_place[one.municipality_id].append(one)
        elif one.council.kind == "district" and one.role == MembershipRole.CHAIR:
            above.append(one)
    return [
        parties(
            council,
            found.get(council.municipality_id, usual),
            [*by_council[council.pk], *by_place[council.municipality_id], *above],
        )
        for council in Council.objects.local_in(district.pk)
    ]


def _able(memberships: MembershipQuerySet) -> MembershipQuerySet:
    held = memberships.current().filter(user__is_active=True).exclude(role__in=NEITHER)
    return held.exclude(side=Side.CIVIL).with_places().order_by("-side", "council__kind", "pk")
