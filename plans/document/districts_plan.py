"""The district's plan beside a lokalråd's of the same year, as its newest edition has it."""

from datetime import datetime

from councils.models import CouncilKind, PreventionArea
from plans.document.duty_words import Addressee
from plans.document.models import Plan
from samarbejde.histories import Record

NONE = 0  # no record has it: a list of nothing would be no list for the database


def districts_plan(plan: Plan) -> Plan | None:
    """Of the local plan's district and year, once it has been published."""
    found = Plan.objects.filter(
        council__kind=CouncilKind.DISTRICT,
        council__district=plan.council.district_id,
        year=plan.year,
        editions__isnull=False,
    )
    return found.distinct().first()


def published_at(of_district: Plan) -> datetime:
    """When its newest edition was."""
    moments = of_district.editions.order_by("-number").values_list("published_at", flat=True)
    return moments[0]


def duties_of_lokalraad(plan: Plan) -> Record:
    """What the district's published plan lays on the lokalråd whose plan this is."""
    duties = plan.duties.model
    of_district = districts_plan(plan)
    area = PreventionArea.objects.listed_in(plan.year).filter(municipality=plan.council.municipality_id)
    every = [Addressee.ALL_LOCAL, *([Addressee.PREVENTION] if area.exists() else [])]
    mine = [NONE]
    if of_district is not None:
        stood = duties.history.as_of(published_at(of_district)).filter(plan=of_district.pk)
        mine += [duty._history.pk for duty in stood if _is_laid_on(duty, plan.council_id, every)]
    return duties.history.filter(history_id__in=mine).order_by(*(duties._meta.ordering or ()))


def _is_laid_on(duty: Record, council: int, every: list[Addressee]) -> bool:
    return duty.addressee in every or (duty.addressee == Addressee.NAMED and council in duty.council_ids)
