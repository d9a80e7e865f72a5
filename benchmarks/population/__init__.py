"""Believable data for any number of districts and years, written in bulk. No text of it says anything."""

from benchmarks.population.follow_up import follow_up
from benchmarks.population.meetings import hold_meetings
from benchmarks.population.people import fill_offices
from benchmarks.population.plans import add_topics, publish, write_sections
from benchmarks.population.proposals import EACH, add_proposals
from benchmarks.population.prose import Prose
from benchmarks.population.register import fill_register
from benchmarks.population.signatures import sign
from councils.models import Council, CouncilKind, Membership, MembershipRole, PoliceDistrict
from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan, Section
from plans.document.states import PlanState
from samarbejde.events.models import Event

LAST_YEAR = 2027
SECTIONS = 600


def populate(districts: int, years: int, sections: int = SECTIONS, proposals: int = EACH) -> PoliceDistrict:
    """Fill the register's first `districts` with people and `years` of plans, the last one under way.

    Each plan has so many `sections`, and each lokalråd so many `proposals` in its round.
    Returns a district that got everything. The register itself must stand.
    """
    chosen = list(PoliceDistrict.objects.order_by("pk")[:districts])
    first_year = LAST_YEAR - years + 1
    for district in chosen:
        councils = list(Council.objects.filter(district=district).select_related("municipality"))
        members = fill_offices(district, councils)
        fill_register(district, first_year, LAST_YEAR)
        prose, written = Prose(district.pk), []
        for year in range(first_year, LAST_YEAR + 1):
            written = _year(councils, members, year, written, sections, proposals, prose)
    return chosen[0]


def _year(
    councils: list[Council],
    members: list[Membership],
    year: int,
    previous: list[Section],
    number: int,
    proposals: int,
    prose: Prose,
) -> list[Section]:
    kredsraad = next(council for council in councils if council.kind == CouncilKind.DISTRICT)
    local = [council for council in councils if council.kind == CouncilKind.LOCAL]
    state = PlanState.SIGNING if year == LAST_YEAR else PlanState.PUBLISHED
    plan = Plan.objects.create(council=kredsraad, year=year, state=state)
    sections = write_sections(plan, previous, number, prose)
    add_topics(plan, sections, local, prose)
    add_proposals(plan, local, prose, proposals)
    follow_up(plan, local, prose)
    hold_meetings(councils, members, year, prose, is_over=year < LAST_YEAR)
    text = make_snapshot(plan)
    kept = (m for m in members if m.council_id == kredsraad.pk and m.role != MembershipRole.SECRETARIAT)
    sign(plan, text, list(kept))
    publish(plan, text)  # the last one too: a new edition of it is being signed
    Event.objects.bulk_create(
        Event(verb="plan.edited", text="Et afsnit blev rettet", actor_name="Sekretariatet", subject=plan)
        for _ in range(number)
    )
    return sections
