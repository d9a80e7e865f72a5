"""What a fact is called in the fields of a plan, and the plans that call it so."""

from collections.abc import Iterator

from councils.models import LawQuote, PoliceDistrict
from plans.document.field_blocks import named_figures
from plans.document.fields import FIGURE, LAW
from plans.document.models import Plan
from plans.drafting.workflow.following import Followed, Names, follow, still_named
from plans.facts.kinds import Fact
from samarbejde.accounts.models import User
from samarbejde.text.rich_text_fields import folded
from samarbejde.transitions import lock

Called = dict[int, dict[int, str]]  # by the plan's year: the names of the fields, by the facts' ids


def called(district: PoliceDistrict, model: type[Fact]) -> Called:
    """In the plans that are under way; an agreement is in no field's name."""
    years = {plan.year for plan in _under_way(district)}
    if model is LawQuote:
        laws = {law.pk: f"{LAW}{law}" for law in district.laws.all()}
        return dict.fromkeys(years, laws)
    return {year: dict(_figures(district, year)) for year in years}


def follow_facts(district: PoliceDistrict, before: Called, model: type[Fact], *, by: User) -> Followed:
    """`before` is what they were called before the change. A text that lies fast keeps the old name."""
    found, now = Followed(), called(district, model)
    for plan in _under_way(district):
        names = _changed(before.get(plan.year, {}), now[plan.year])
        if names:
            held = lock(plan)
            found += follow(held, names, by=by) if held.is_open else still_named(held, names, _fast(held))
    return found


def _under_way(district: PoliceDistrict) -> Iterator[Plan]:
    return Plan.objects.under_way().filter(council__district=district).order_by("pk").iterator()


def _figures(district: PoliceDistrict, year: int) -> Iterator[tuple[int, str]]:
    rows = district.figures.filter(year__lte=year).order_by("table", "position", "row", "unit", "year")
    for name, years in named_figures(rows, year):
        yield years[-1].pk, f"{FIGURE}{name}"


def _changed(before: dict[int, str], now: dict[int, str]) -> Names:
    return {
        folded(name): now[pk] for pk, name in before.items() if pk in now and folded(now[pk]) != folded(name)
    }


def _fast(plan: Plan) -> str:
    return f" i {plan.title} (ligger fast)"
