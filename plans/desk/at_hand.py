"""Plans on the desks of those outside the secretariat: drafts to read, and a lokalråd's own. In one query."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone

from councils.models import Council, CouncilKind, Membership
from councils.register.offices import Offices
from plans.approval.models import Consultation, Signature
from plans.consultation.bodies import body_of, key_of
from plans.desk.next_step import next_step
from plans.desk.progress import Progress, with_progress
from plans.desk.tasks import Task
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.publication.models import Edition

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class AtHand(Progress):
    not_begun: list[int]  # the lokalråd that the person leads, and that have no plan beside this one
    mine: int | None  # the person's signature that is missing
    sign_by: date | None


def plans_at_hand(own: Offices) -> Iterator[Task]:
    seats = [seat for seat in own.memberships if seat.is_heard]
    districts = {seat.council.district_id for seat in seats} - own.secretariat_districts
    if not districts and not own.chaired:
        return
    plans = list(_plans(own, districts))
    heard = [plan for plan in plans if plan.state == PlanState.CONSULTATION]
    prefetch_related_objects(heard, "consultations__replies")
    for plan in plans:
        if plan.is_local:
            yield _to_sign(plan) if plan.mine else next_step(plan)
        elif plan.state == PlanState.CONSULTATION:
            yield from _to_read(plan, seats)
        yield from _to_begin(plan, own)


def _plans(own: Offices, districts: set[int]) -> "QuerySet[WithAnnotations[Plan, AtHand]]":
    this_year = timezone.localdate().year
    led = [council.district_id for council in own.local_councils if council.pk in own.chaired]
    public = Exists(Edition.objects.filter(plan=OuterRef("pk")))
    of_the_year = Q(public, year__in=(this_year, this_year + 1), council__district__in=led)
    local = Q(council__in=own.chaired) & ~Q(state=PlanState.PUBLISHED)
    asked = Q(state=PlanState.CONSULTATION, council__district__in=districts)
    wanted = local | Q(council__kind=CouncilKind.DISTRICT) & (asked | of_the_year)
    begun = Plan.objects.filter(council=OuterRef("pk"), year=OuterRef(OuterRef("year")))
    lacking = Council.objects.filter(
        ~Exists(begun), pk__in=own.chaired, district=OuterRef("council__district")
    )
    mine = Signature.objects.pending().in_office()
    mine = mine.filter(round__plan=OuterRef("pk"), membership__user=own.person.pk)
    return (
        with_progress(Plan.objects.filter(wanted).with_places())
        .annotate(
            not_begun=ArraySubquery(lacking.values("pk")),
            mine=Subquery(mine.values("pk")[:1]),
            sign_by=Subquery(mine.values("round__deadline")[:1]),
        )
        .order_by("year", "pk")
    )


def _to_sign(plan: "WithAnnotations[Plan, AtHand]") -> Task:
    return Task(
        title=f"Underskriv {plan.title}",
        text="Teksten er låst, og den er den samme for alle, der underskriver.",
        due=plan.sign_by,
        action="Læs og underskriv",
        url=reverse("sign", args=[plan.mine]),
    )


def _to_begin(plan: "WithAnnotations[Plan, AtHand]", own: Offices) -> Iterator[Task]:
    """Beside the district's, once that is public."""
    if plan.is_local or not plan.has_editions or not own.chaired:
        return
    for council in own.local_councils:
        if council.pk in plan.not_begun and plan.year >= timezone.localdate().year:
            yield Task(
                title=f"Begynd den lokale samarbejdsplan for {plan.year}",
                text=f"Kredsens plan er offentliggjort, og {council.name} har ingen lokal plan endnu.",
                action="Begynd planen",
                url=reverse("start-local-plan", args=[council.pk]),
            )


def _to_read(plan: Plan, seats: list[Membership]) -> Iterator[Task]:
    """Until each body that they speak for has written."""
    consultation: Consultation | None = next(iter(plan.consultations.all()), None)
    written = consultation.replies.all() if consultation else []
    answered = {key_of(reply) for reply in written}
    speaking = {body_of(seat).key for seat in seats if seat.speaks_in(plan.council.district_id)}
    if speaking <= answered:
        return
    note = f" Sekretariatet skriver: {consultation.note}" if consultation and consultation.note else ""
    yield Task(
        title=f"Læs udkastet til {plan.title}",
        text=f"Udkastet er i høring. Læs det, og skriv jeres bemærkning.{note}",
        due=consultation.answer_by if consultation else None,
        action="Læs udkastet",
        url=reverse("plan-text", args=[plan.pk]),
    )
