"""How a lokalråd changed its own topics stands in the year's wheel and in people's calendars."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.year_cycle import workflow
from plans.year_cycle.entries import Span, council_entries, district_entries
from tests.plans.local_decisions import stages
from tests.plans.local_decisions.stages import YEAR

pytestmark = pytest.mark.django_db
SPAN = Span.of_year(YEAR)


@pytest.fixture
def change(cast):
    return stages.changed(cast)


def changes(entries):
    return [(entry.day, entry.text, entry.whose) for entry in entries if entry.kind == "change"]


def test_it_stands_on_its_day_for_its_lokalraad_and_the_kredsraad(cast, change):
    told = [(change.changed_on, "Ændret emne: Uro ved torvet", "Lokalrådet i Herning")]
    by = cast.sekretariat
    assert changes(council_entries(by, cast.lokalraad("Herning"), SPAN)) == told
    assert changes(council_entries(by, cast.kredsraad(), SPAN)) == told
    assert changes(district_entries(by, cast.district, SPAN)) == told
    assert changes(council_entries(by, cast.lokalraad("Viborg"), SPAN)) == []
    assert changes(district_entries(by, cast.other_district, SPAN)) == []
    assert changes(council_entries(by, cast.lokalraad("Herning"), Span.of_year(YEAR - 1))) == []
    contact = cast.kontaktudvalg.memberships.get().council
    assert changes(council_entries(by, contact, SPAN)) == []


def test_the_page_leads_to_where_citizens_read_it(cast, as_user, change):
    page = as_user(cast.formand_viborg).get(reverse("district-year", args=[cast.district.slug, YEAR])).text
    address = reverse("municipality-page", args=[cast.district.slug, YEAR, "herning"])
    assert f'<a href="{address}">Ændret emne: Uro ved torvet</a>' in page
    assert "mark-change" in page
    assert stages.CHANGE in as_user(cast.formand_viborg).get(address).text


def test_it_comes_into_the_lokalraads_calendars(cast, client, change):
    def calendar(person) -> str:
        made = workflow.make_calendar_address(person, by=person)
        return client.get(made.address).text

    mine = calendar(cast.medlem_herning)
    assert "Ændret emne: Uro ved torvet" in mine.replace("\r\n ", "")
    assert f"{change.changed_on:%Y%m%d}" in mine
    assert "Ændret emne" not in calendar(cast.formand_viborg)


def test_one_and_three(cast, change):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            district_entries(cast.sekretariat, cast.district, SPAN)
        return len(captured)

    topic = change.plan.focus_areas.get(lineage=change.lineage)
    queries()  # who asks is known from here on
    one = queries()
    for text in ("Nu også skolen.", "Nu også banegården."):
        stages.changed(cast, topic, text=text)
    assert queries() == one
    assert len(changes(district_entries(cast.sekretariat, cast.district, SPAN))) == 3


def test_a_change_of_another_year_is_not_of_this(cast, change):
    next_year = Span(date(YEAR + 1, 1, 1), date(YEAR + 1, 12, 31))
    assert changes(district_entries(cast.sekretariat, cast.district, next_year)) == []
