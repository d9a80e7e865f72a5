"""What next year's plan names of the register: a law's words, and how many topics each plan has had.

The words are those of bekendtgørelse nr. 1426 af 13. december 2006; nobody has held them up against it here,
so no day says so. The figures are counted in the plans of the demo itself.
"""

from django.utils import timezone

from councils.models import Figure, LawQuote
from plans.demo.people import People
from plans.document.models import Plan, Scope
from plans.drafting import workflow as drafting
from plans.facts import workflow as facts
from plans.facts.kinds import KINDS
from samarbejde.accounts.models import User

LAW = {
    "law": "bekendtgørelse om kredsråd vedrørende politiets virksomhed",
    "paragraph": "§ 2, stk. 1",
    "wording": "Politidirektøren er formand for kredsrådet og etablerer et sekretariat, "
    "der har ansvaret for sekretariatsbetjeningen af rådet.",
    "link": "https://www.retsinformation.dk/eli/lta/2006/1426",
}
COUNTED = {"table": "Samarbejdsplanen", "row": "Indsatsområder", "unit": "emner"}
APART = "Emner i planen"
SOURCE = "Politikredsens samarbejdsplaner"


def name_a_law(plan: Plan, people: People) -> None:
    law = facts.add_fact(KINDS["love"], people.district, LAW, by=people.secretariat)
    assert isinstance(law, LawQuote)
    _say_in(plan, "Kredsrådet", f"{{lov: {law}}}", people)


def count_topics(plan: Plan, people: People) -> None:
    """One figure a year, of the plan's own year last: a table, and what is drawn of it."""
    for one in [*_before(plan), plan]:
        answers = {
            **COUNTED,
            "value": one.focus_areas.count(),
            "year": one.year,
            "source": SOURCE,
            "as_of": timezone.localdate(),
        }
        figure = facts.add_fact(KINDS["tal"], people.district, answers, by=people.secretariat)
        assert isinstance(figure, Figure)
        count_topics_apart(one, people.secretariat)
    _say_in(plan, "Årets indsatsområder", f"{{tal: {COUNTED['table']}, {COUNTED['row']}}}", people)


def count_topics_apart(plan: Plan, by: User) -> None:
    """Those of the whole district and those of single lokalråd, and both together."""
    local = plan.focus_areas.filter(scope=Scope.LOCAL).count()
    both = plan.focus_areas.count()
    for row, value in (("Kredsdækkende emner", both - local), ("Lokale emner", local), ("I alt", both)):
        answers = {"table": APART, "row": row, "unit": "emner", "value": value, "year": plan.year}
        answers |= {"period": str(plan.year), "source": SOURCE, "as_of": timezone.localdate()}
        facts.add_fact(KINDS["tal"], plan.council.district, answers, by=by)


def _before(plan: Plan) -> list[Plan]:
    """Those that it was carried forward from, the oldest first."""
    return [*_before(plan.previous), plan.previous] if plan.previous else []


def _say_in(plan: Plan, heading: str, field: str, people: People) -> None:
    section = plan.sections.get(heading=heading)
    drafting.save_section(
        section,
        by=people.secretariat,
        version=section.version,
        heading=heading,
        body=f"{section.body}<p>{field}</p>",
        closing=section.closing,
    )
