"""The district-year in full swing that `bin/demo` shows."""

from django.db import transaction
from django.utils import timezone

from councils.models import PoliceDistrict
from councils.register.seeding import load_register
from plans.demo.action_plans import make_action_plans
from plans.demo.answering import answer_duties
from plans.demo.facts import add_agreement, add_forums, add_seat_rules, add_stations, add_units
from plans.demo.local_decisions import decide_locally
from plans.demo.lokalraad_plans import write_own_plans
from plans.demo.meetings import set_days
from plans.demo.minutes import hold_meetings
from plans.demo.offices import change_hands
from plans.demo.people import People
from plans.demo.published import FIRST, publish_first_plan, publish_this_year
from plans.demo.second_district import tell_of_second_district
from plans.demo.under_way import begin_next_year
from plans.demo.wordings import word_the_reminder
from plans.demo.yearly_accounts import give_accounts
from plans.document.models import Plan

DISTRICT = "midt-og-vestjylland"


def is_told() -> bool:
    return Plan.objects.filter(council__district__slug=DISTRICT).exists()


@transaction.atomic
def tell() -> None:
    """Fill an empty database: register, people, published plans, next year's under way, and a neighbour."""
    load_register()
    people = People(PoliceDistrict.objects.get(slug=DISTRICT))
    people.appoint_all()
    add_forums(people.district)
    add_stations(people.district)
    add_units(people.district)
    add_seat_rules(people.district)
    add_agreement(people.district)
    plan = publish_first_plan(people)
    this_year = timezone.localdate().year
    if this_year > FIRST:
        plan = publish_this_year(plan, people, this_year)
        answer_duties(plan, people)
    word_the_reminder(people)
    begin_next_year(plan, people)
    make_action_plans(people)
    decide_locally(people)
    hold_meetings(people)
    set_days(people)
    write_own_plans(people)
    give_accounts(people)
    change_hands(people)
    tell_of_second_district()
