"""The lokalråds' own plans: one public, one to be signed, others being written, most not begun."""

from datetime import timedelta

from django.utils import timezone

from plans.approval import workflow as approval
from plans.approvers import workflow as approvers
from plans.approvers.candidates import parties_of
from plans.approvers.models import MunicipalityPost, PolicePost
from plans.demo.clock import on
from plans.demo.people import People
from plans.document.models import Plan
from plans.drafting import workflow as drafting
from plans.local_plans import workflow as local_plans
from plans.publication import workflow as publication
from samarbejde.accounts.models import User
from samarbejde.transitions import UNSEEN

WHERE, BESIDE, SENT, PUBLIC = "Herning", "Holstebro", "Skive", "Viborg"
HEADING = "Lokalrådets organisering og ansvar"
FIRST = "<p>Lokalrådet mødes fire gange om året og holder øje med midtbyen, stationen og skolerne.</p>"
SINCE = "<p>Ungdomsskolen er kommet med i lokalrådet og deltager i alle møder.</p>"
TEXTS = {
    "Forord": "<p>Her står, hvad politi og kommune gør sammen i år, og hvem der gør det.</p>",
    HEADING: FIRST,
    "Møder i årets løb": "<p>Hvert møde begynder med en runde om, hvad der rører sig i kommunen.</p>",
}
OF_A_TOPIC = "<p>Politi og kommune ser på emnet på hvert møde i lokalrådet og aftaler, hvem der gør hvad.</p>"
BEGUN, CARRIED, CHANGED = timedelta(days=200), timedelta(days=30), timedelta(days=6)
MADE_PUBLIC, ASKED, TO_SIGN = timedelta(days=170), timedelta(days=4), timedelta(days=10)


def write_own_plans(people: People) -> Plan:
    today, chair = timezone.localdate(), people.chair(WHERE)
    with on(today - BEGUN):
        _choose_approvers(people)
    with on(today - BEGUN):
        plan = _begin(people, WHERE, today.year)
        _write(plan, HEADING, FIRST, chair)
        public = _written(people, PUBLIC, today.year)
        sent = _written(people, SENT, today.year)
    with on(today - MADE_PUBLIC):
        _publish(public, people)
    with on(today - CARRIED):
        later = local_plans.begin_local_plan(people.lokalraad[WHERE], today.year + 1, previous=plan, by=chair)
        _begin(people, BESIDE, today.year)
    with on(today - CHANGED):
        _write(plan, HEADING, FIRST + SINCE, chair)
    with on(today - ASKED):
        _ask(sent, people.chair(SENT))
        _sign(sent, people.chair(SENT))
    return later


def _choose_approvers(people: People) -> None:
    """The leader of the local police and the mayor; in one kommune its head of office."""
    place = people.lokalraad[BESIDE].municipality
    usual = {"police_post": PolicePost.LEADER, "municipality_post": MunicipalityPost.MAYOR}
    beside = usual | {"municipality_post": MunicipalityPost.OFFICE}
    for where, answers in ((None, usual), (place, beside)):
        approvers.set_approval_rules(people.district, where, answers, version=UNSEEN, by=people.secretariat)


def _begin(people: People, where: str, year: int) -> Plan:
    return local_plans.begin_local_plan(people.lokalraad[where], year, previous=None, by=people.chair(where))


def _written(people: People, where: str, year: int) -> Plan:
    plan, chair = _begin(people, where, year), people.chair(where)
    for heading, body in TEXTS.items():
        _write(plan, heading, body, chair)
    for area in plan.focus_areas.filter(section__isnull=False):
        _write(plan, area.title, OF_A_TOPIC, chair)
    return plan


def _ask(plan: Plan, chair: User) -> None:
    approvers.name_approvers(plan, parties_of(plan).people, by=chair)
    place = plan.council.municipality
    assert place is not None
    deadline = timezone.localdate() + TO_SIGN
    approval.open_round(plan, place=place.name, deadline=deadline, by=chair)


def _sign(plan: Plan, *people: User) -> None:
    round_ = plan.signature_rounds.standing().get()
    for signature in round_.signatures.select_related("membership__user"):
        if signature.membership and (not people or signature.membership.user in people):
            approval.sign(signature, seen_hash=round_.content_hash, by=signature.membership.user)


def _publish(plan: Plan, people: People) -> None:
    chair = people.chair(PUBLIC)
    _ask(plan, chair)
    _sign(plan)
    order = publication.order_publication(plan, note="", by=chair)
    publication.publish(order.pk)


def _write(plan: Plan, heading: str, body: str, chair: User) -> None:
    section = plan.sections.get(heading=heading)
    drafting.save_section(section, by=chair, version=section.version, heading=heading, body=body)
