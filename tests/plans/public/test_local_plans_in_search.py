"""Search finds what a lokalråd's own plan says, beside the district's, and says whose it is."""

import re

import pytest
from django.urls import reverse

from plans.drafting import workflow as drafting
from plans.local_plans import workflow
from tests.making import an_edition
from tests.plans.local_plans import stages
from tests.plans.local_plans.stages import YEAR

pytestmark = pytest.mark.django_db
WORD = "kanindressur"
HEADING = "Lokalrådets organisering og ansvar"


@pytest.fixture
def plan(cast):
    """Herning's, beside the district's; a section of it has a word of its own."""
    stages.districts(cast)
    plan = stages.draft(cast)
    section = plan.sections.get(heading=HEADING)
    body = f"<p>Vi ser på {WORD} i midtbyen.</p>"
    drafting.save_section(
        section, by=cast.formand_herning, version=section.version, heading=HEADING, body=body
    )
    return stages.published(cast, plan)


def found(client, query=WORD, **where):
    return client.get("/soeg/", {"q": query} | where).text


def test_it_is_found_and_says_whose_it_is(client, cast, plan):
    page = found(client)
    address = reverse("local-edition", args=[cast.district.slug, YEAR, "herning"])
    link = re.search(rf'<h2><a href="({re.escape(address)}#[^"]+)">[^<]*{HEADING}</a></h2>', page)
    assert link
    assert f"Lokal samarbejdsplan {YEAR}, Herning, {cast.district.name}" in page
    assert f'id="{link[1].rpartition("#")[2]}"' in client.get(address).text


def test_it_is_found_in_its_own_kommune_alone(client, plan):
    assert HEADING in found(client, kommune="herning")
    assert "Intet fundet" in found(client, kommune="viborg")
    assert "Intet fundet" in found(client, kreds="fyn")
    assert HEADING in found(client, kreds="midt-og-vestjylland", aar=str(YEAR))


def test_a_draft_is_not_found_nor_an_edition_that_another_follows(client, cast, plan):
    plan.sections.filter(heading=HEADING).update(body="<p>Nu om cykler.</p>")
    assert HEADING in found(client)
    an_edition(plan)
    assert "Intet fundet" in found(client)


def test_the_kommunes_own_page_is_still_the_districts(client, cast, plan):
    page = found(client, "herning")
    assert reverse("municipality-page", args=[cast.district.slug, YEAR, "herning"]) in page


def test_two_lokalraad_with_the_same_heading_are_two_hits(client, cast, plan, django_assert_num_queries):
    with django_assert_num_queries(9) as counted:
        assert found(client, "organisering").count(f"{HEADING}</a></h2>") == 1
    other = cast.lokalraad("Viborg")
    beside = workflow.begin_local_plan(other, YEAR, previous=None, by=cast.formand_viborg)
    an_edition(beside)
    with django_assert_num_queries(len(counted)):
        assert found(client, "organisering").count(f"{HEADING}</a></h2>") == 2
