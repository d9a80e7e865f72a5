"""A district's multi-year agreements, each with the plans whose text refers to it. Reads only."""

from dataclasses import dataclass

from councils.models import PoliceDistrict
from plans.document.fields import AGREEMENT
from plans.document.models import MultiYearAgreement, Plan


@dataclass(frozen=True)
class InPlans:
    agreement: MultiYearAgreement
    plans: list[Plan]


def agreements_with_plans(district: PoliceDistrict) -> list[InPlans]:
    """The newest first. Two queries, however many there are."""
    agreements = list(district.agreements.all())
    naming = Plan.objects.filter(
        council__district=district, sections__body__icontains=f"{{{AGREEMENT}"
    ).distinct()
    found: dict[int, list[Plan]] = {}
    for plan in naming.select_related("council").order_by("-year"):
        holding = [one for one in agreements if one.from_year <= plan.year <= one.last_year]
        if holding:
            found.setdefault(holding[0].pk, []).append(plan)
    return [InPlans(one, found.get(one.pk, [])) for one in agreements]
