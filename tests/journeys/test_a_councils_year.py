"""What the plan asks for comes to desks and meetings, is answered, and is read by citizens; by clicks."""

import pytest
from django.utils import timezone

from plans.document.models import Plan
from tests.journeys.steps import (
    action_plans,
    follow_up,
    local_plans,
    meetings,
    people,
    yearly_account,
)
from tests.journeys.year import PASSWORD, Year
from tests.making import a_focus_area, a_plan, an_edition

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def test_a_councils_year(cast, portal, post, worker):
    year = Year(cast, portal, post, number=timezone.localdate().year)
    everybody_has_an_office(year)
    plan = this_years_plan_asks_for_a_report(year)
    year.secretariat.is_logged_in_as(cast.sekretariat)
    follow_up.the_plans_sentence_becomes_a_duty(year)
    an_edition(plan)
    meetings.the_years_four_meetings_are_planned(year)

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
    local_plans.herning_writes_its_own_plan(year)
    local_plans.police_and_kommune_approve_it(year)
    local_plans.citizens_read_it_beside_the_districts(year)
    yearly_account.the_director_gives_account_of_the_year(year)
    meetings.the_wheel_shows_it(year)


def everybody_has_an_office(year: Year) -> None:
    cast = year.cast
    for user in [
        cast.sekretariat,
        cast.medlem_herning,
        cast.direktoer,
        cast.kontaktudvalg,
        *cast.borgmestre,
        *cast.formaend,
    ]:
        user.set_password(PASSWORD)
        user.save()


def this_years_plan_asks_for_a_report(year: Year) -> Plan:
    plan = a_plan(year.cast.kredsraad(), year.number)
    a_focus_area(plan, "Natteliv i Herning", council=year.cast.lokalraad("Herning"))
    plan.sections.filter(heading="Trivsel for unge").update(body=f"<p>{follow_up.DUTY}</p>")
    return plan
