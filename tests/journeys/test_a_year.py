"""A whole year by clicks, as the people who work it. Each page on the way is looked at (tests/browser.py)."""

import pytest

from plans.document.models import MultiYearAgreement
from plans.importing.admission import read_document
from plans.importing.workflow import import_plan
from tests.journeys.documents import last_years_document
from tests.journeys.steps import approval, drafting, proposals, publication
from tests.journeys.year import PASSWORD, Year
from tests.making import an_edition

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def test_a_year(cast, portal, post, worker):
    year = Year(cast, portal, post)
    everybody_has_an_office(year)
    last_year_has_a_plan(year)

    drafting.the_secretariat_starts_next_years_plan(year)
    drafting.the_secretariat_edits_a_section(year)
    proposals.the_secretariat_asks_for_proposals(year)
    proposals.the_chair_of_herning_writes_on_a_phone_and_submits(year)
    proposals.the_others_answer(year)
    proposals.the_secretariat_asks_for_changes(year)
    proposals.the_chair_of_herning_answers_and_resubmits(year)
    proposals.the_secretariat_rejects_one_and_merges_one(year)
    proposals.the_secretariat_accepts_for_the_whole_district(year)
    proposals.the_secretariat_reads_the_letters_and_tells_all_at_once(year)
    proposals.the_chair_of_herning_finds_the_text_in_the_plan(year)
    approval.the_plan_is_read_before_it_is_discussed(year)
    approval.the_discussion_is_recorded(year)
    approval.one_mayor_signs_and_then_an_error_is_found(year)
    approval.the_corrected_plan_comes_back_to_be_signed(year)
    approval.everybody_signs_in_three_taps(year)
    publication.the_plan_is_published(year)
    publication.a_citizen_reads_it(year)


def everybody_has_an_office(year: Year) -> None:
    cast = year.cast
    people = [cast.sekretariat, cast.direktoer, cast.kontaktudvalg, *cast.borgmestre, *cast.formaend]
    for person in people:
        person.set_password(PASSWORD)
        person.save()


def last_year_has_a_plan(year: Year) -> None:
    """Read from its document, which names the multi-year agreement, and published twice."""
    last, district, by = year.number - 1, year.cast.district, year.cast.sekretariat
    MultiYearAgreement.objects.create(
        district=district, name="Flerårsaftalen", from_year=last - 1, to_year=last + 2
    )
    reading = read_document("plan.md", last_years_document(last), district=district, year=last)
    plan = import_plan(reading, district=district, year=last, by=by)
    an_edition(plan)
    an_edition(plan, note="Telefonnummeret i bilag 5 er rettet.")
