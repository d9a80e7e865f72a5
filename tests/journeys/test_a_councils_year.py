"""What the plan asks for comes to desks and meetings, is answered, and is read by citizens; by clicks."""

import pytest
from django.utils import timezone

from plans.follow_up.models import Duty
from tests.journeys.steps import action_plans, follow_up, meetings, people
from tests.journeys.year import PASSWORD, Year
from tests.making import a_focus_area, a_plan, an_edition

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def test_a_councils_year(cast, portal, post, worker):
    year = Year(cast, portal, post, number=timezone.localdate().year)
    everybody_has_an_office(year)
    this_years_plan_asks_for_a_report(year)
    year.secretariat.is_logged_in_as(cast.sekretariat)

    action_plans.herning_plans_its_first_meeting(year)
    action_plans.herning_makes_an_action_plan(year)
    follow_up.herning_answers_on_a_phone(year)
    follow_up.the_secretariat_asks_and_is_answered(year)
    follow_up.the_quarters_paper_lies_ready(year)
    meetings.the_kredsraads_meeting_is_planned(year)
    meetings.the_contact_committee_goes_through_the_agenda(year)
    meetings.the_kredsraad_is_called(year)
    people.a_new_mayor_and_a_new_chair(year)
    meetings.the_meeting_is_held(year)
    meetings.the_minutes_are_approved(year)
    meetings.a_citizen_reads_the_open_points(year)
    action_plans.the_year_is_evaluated(year)
    meetings.the_wheel_shows_it(year)


def everybody_has_an_office(year: Year) -> None:
    cast = year.cast
    for user in [cast.sekretariat, cast.direktoer, cast.kontaktudvalg, *cast.borgmestre, *cast.formaend]:
        user.set_password(PASSWORD)
        user.save()


def this_years_plan_asks_for_a_report(year: Year) -> None:
    plan = a_plan(year.cast.kredsraad(), year.number)
    a_focus_area(plan, "Natteliv i Herning", council=year.cast.lokalraad("Herning"))
    due = year.last_day_of_the_quarter
    Duty.objects.create(
        plan=plan,
        wording=follow_up.DUTY,
        addressee="named",
        council_ids=[year.cast.lokalraad(place).pk for place in ("Herning", "Viborg")],
        asked="report",
        due_on=due,
        due_year=due.year,
        due_quarter=(due.month + 2) // 3,
    )
    an_edition(plan)
