from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import WHOLE_PLAN, Finding, Place
from plans.consistency.municipality_lists import are_listed, named_in, units


class MunicipalityOrder(Check):
    """One order of the kommuner: lists are compared with each other, and the odd one out is told."""

    code = "municipality-order"
    title = "Kommunernes rækkefølge"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        lists = list(_lists(plan))
        if len(lists) < 2:
            return
        danish = plan.facts.municipalities
        agree = [sum(_same(one, other) for _, other in lists) for _, one in lists]
        # The one that most agree with; where none is more usual than another, the alphabet's.
        best = max(range(len(lists)), key=lambda at: (agree[at], _same(lists[at][1], danish), -at))
        usual = lists[best][1]
        for place, names in lists:
            if not _same(names, usual):
                here, elsewhere = _where_they_part(names, usual)
                yield self.finding(
                    f"Kommunerne står i en anden rækkefølge {_where(place)} end ellers i planen: "
                    f"{here} Andre steder står der {elsewhere}",
                    place,
                    ", ".join(names),
                )


def _lists(plan: CheckedPlan) -> Iterator[tuple[Place, list[str]]]:
    names = plan.facts.municipalities
    signed = [one.municipality for one in plan.facts.signed_by if one.municipality in names]
    if are_listed(signed, names):
        yield WHOLE_PLAN, signed
    for text in plan.sections:
        for unit in units(text):
            named = named_in(unit, names)
            if are_listed(named, names):
                yield text.place, list(dict.fromkeys(named))


def _where_they_part(one: list[str], other: list[str]) -> tuple[str, str]:
    """The first names that differ, with the one before them, of two lists that are not the same."""
    both = [[name for name in names if name in set(one) & set(other)] for names in (one, other)]
    parted = next(at for at, (here, there) in enumerate(zip(*both, strict=True)) if here != there)
    begun = max(0, parted - 1)
    here, there = (f"{'… ' if begun else ''}{', '.join(names[begun : begun + 3])} …" for names in both)
    return here, there


def _same(one: list[str] | tuple[str, ...], other: list[str] | tuple[str, ...]) -> bool:
    """As far as both go."""
    common = set(one) & set(other)
    return [name for name in one if name in common] == [name for name in other if name in common]


def _where(place: Place) -> str:
    return f"i »{place.title}«" if place.title else "blandt underskriverne"
