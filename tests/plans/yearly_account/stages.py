"""A yearly account on its way to the kredsråd, of a year in which something was done."""

from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone

from councils.models import Figure, Meeting
from councils.register.models import Council
from plans.action_plans import workflow as action_plans
from plans.action_plans.models import ActionPlan
from plans.document.models import FocusArea, Plan
from plans.follow_up import workflow as follow_up
from plans.yearly_account import workflow
from plans.yearly_account.models import AccountPart, YearlyAccount
from tests.cast import Cast
from tests.kept import kept
from tests.plans.action_plans import stages as doing
from tests.plans.follow_up import stages as answering

YEAR = timezone.localdate().year
REASON = "Et tal var forkert."


@kept
def a_year(cast: Cast) -> Plan:
    """A figure of two years, an answer to a duty of the topic »Trivsel for unge«, and a meeting."""
    for year, value in ((YEAR, "120"), (YEAR - 1, "150")):
        Figure.objects.create(
            district=cast.district,
            table="Indbrud",
            row="I alt",
            value=Decimal(value),
            year=year,
            source="POLSAS",
        )
    Meeting.objects.create(council=cast.kredsraad(), held_on=date(YEAR, 1, 14), state="held", place="Viborg")
    plan = answering.published(cast)
    plan.duties.update(section=plan.sections.get(heading="Trivsel for unge"))
    answering.submitted(cast, plan)
    return plan


@kept
def evaluated(cast: Cast, plan: Plan, topic: FocusArea | None = None) -> ActionPlan:
    """Herning's action plan for the topic."""
    council: Council = cast.lokalraad("Herning")
    made = action_plans.make_action_plan(
        council, topic or plan.focus_areas.get(), YEAR, doing.WORDS, by=cast.medlem_herning
    )
    action_plans.add_activity(made, doing.usual(), by=cast.medlem_herning)
    made = action_plans.adopt(made, by=cast.formand_herning)
    return action_plans.evaluate(made, doing.EVALUATION, by=cast.formand_herning)


@kept
def draft(cast: Cast) -> YearlyAccount:
    a_year(cast)
    return workflow.make_account(cast.kredsraad(), YEAR, by=cast.sekretariat)


@kept
def presented(cast: Cast) -> YearlyAccount:
    return workflow.present(draft(cast), timezone.localdate(), by=cast.sekretariat)


@kept
def taken_back(cast: Cast) -> YearlyAccount:
    return workflow.take_back(presented(cast), REASON, by=cast.sekretariat)


REACH = {"draft": draft, "presented": presented}


def part(account: YearlyAccount, key: str = "ahead") -> AccountPart:
    return account.parts.get(key__startswith=key)


@kept
def edited(cast: Cast, account: YearlyAccount, key: str, body: str) -> AccountPart:
    found = part(account, key)
    answers = {"heading": found.heading, "body": body}
    return workflow.edit_part(found, answers, version=found.version, by=cast.sekretariat)


@kept
def answered_again(cast: Cast, account: YearlyAccount, text: str) -> None:
    """By Viborg, so that the portal has something new to say."""
    plan = Plan.objects.get(council=account.council, year=account.year)
    viborg, chair = cast.lokalraad("Viborg"), cast.formand_viborg
    words = answering.AnswerWords("in_place", text, "")
    answer = follow_up.write_answer(plan.duties.get(), viborg, words, version=0, by=chair)
    follow_up.submit_answer(answer, by=chair)


def at(name: str, account: YearlyAccount, *more: object) -> str:
    """The address of one of its pages."""
    return reverse(name, args=[account.pk, *more])
