"""The round of the plan in force: one lokalråd proposed something that could not be taken in that year."""

import json
from datetime import date

from plans.demo.clock import on
from plans.demo.facts import FOLDER
from plans.demo.people import People
from plans.demo.proposing import DECIDED, WRITTEN, Story, announce
from plans.document.models import Plan
from plans.proposals import workflow as proposals
from plans.rounds import workflow as rounds
from samarbejde.deadlines import end_of

GUIDANCE = "Skriv kort, hvad I vil have med i planen. Har I ingen forslag i år, så meld det også."


def hold_last_round(plan: Plan, people: People) -> None:
    """Called, answered, decided and told in the autumn before the plan's year."""
    before = plan.year - 1
    told_by = date(before, 9, 28)
    with on(date(before, 8, 25)):
        called = rounds.open_round(
            plan, guidance=GUIDANCE, deadline=end_of(date(before, 9, 15)), by=people.secretariat
        )
    told = json.loads((FOLDER / "last_years_proposals.json").read_text(encoding="utf-8"))
    with on(told_by - WRITTEN):
        for place in people.lokalraad.keys() - {one["municipality"] for one in told}:
            proposals.say_no_proposals(called.round, people.lokalraad[place], by=people.chair(place))
    for one in told:
        Story(one, called.round, people, told_by).tell()
    with on(told_by - DECIDED, hour=14):
        announce(called.round, people)
