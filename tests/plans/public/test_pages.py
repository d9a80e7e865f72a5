"""What citizens read: editions only, at addresses that last."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from councils.models import Municipality, PoliceDistrict
from plans.document.models import Section
from plans.publication.models import Edition
from tests.making import PDF, a_plan, an_edition, section

PLAN = "/midt-og-vestjylland/2026/"


def queries(client, address, **headers):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = client.get(address, headers=headers)
    return len(captured), answer


def test_front_page_lists_the_districts_and_their_newest_plan(client, edition):
    page = client.get("/").content.decode()
    assert page.count("<h3><a href=") == 12
    assert f'href="{PLAN}"' in page
    assert "11 politikredse har ikke offentliggjort en plan her endnu" in page


def test_the_map_of_denmark_leads_to_every_district_and_marks_those_with_a_plan(client, edition):
    page = html.fromstring(client.get("/").content)
    areas = page.xpath("//*[local-name()='svg'][contains(@class, 'denmark')]/a")
    key = page.xpath("//ol[@class='map-key']//a")
    assert [area.get("aria-label") for area in areas] == [
        f"{n}. {link.text}" for n, link in enumerate(key, 1)
    ]
    assert [area.get("href") for area in areas] == [link.get("href") for link in key]
    with_plan = [area for area in areas if area.xpath(".//*[contains(@class, 'tile-plain')]")]
    assert [area.get("aria-label") for area in with_plan] == ["5. Midt- og Vestjyllands Politi"]
    assert len(areas) == 12


def test_the_map_of_a_district_leads_to_its_kommuner(client, cast, edition):
    page = html.fromstring(client.get("/midt-og-vestjylland/").content)
    tiles = page.xpath("//*[local-name()='svg'][contains(@class, 'tile-map')]/a")
    pages = {place.name: f"{PLAN}kommuner/{place.slug}/" for place in cast.municipalities}
    assert {tile.get("aria-label"): tile.get("href") for tile in tiles} == pages


def test_a_citizen_reads_the_plan_with_contents_and_anchors(client, edition):
    page = client.get(PLAN).content.decode()
    assert "<h1>Samarbejdsplan 2026</h1>" in page
    youth = Section.objects.get(plan=edition.plan, heading="Trivsel for unge")
    assert f'href="#{youth.anchor}"' in page
    assert f'id="{youth.anchor}"' in page
    assert "Flere unge skal trives i skolen." in page


def test_a_draft_is_nowhere_to_be_read(client, plan):
    assert client.get(PLAN).status_code == 404
    assert client.get(f"{PLAN}plan.pdf").status_code == 404
    assert client.get(f"{PLAN}kommuner/herning/").status_code == 404
    assert "Flere unge" not in client.get("/soeg/?q=unge").content.decode()
    assert "Samarbejdsplan 2026" not in client.get("/midt-og-vestjylland/").content.decode()


def test_what_is_written_after_publication_stays_unseen(client, edition):
    Section.objects.filter(plan=edition.plan, heading="Kredsrådet").update(body="<p>Hemmelig kladde</p>")
    section(edition.plan, "Nyt hemmeligt afsnit")
    page = client.get(PLAN).content.decode()
    assert "Hemmelig kladde" not in page
    assert "Nyt hemmeligt afsnit" not in page


def test_kommune_page_shows_its_list_and_what_the_register_said(client, edition):
    page = client.get(f"{PLAN}kommuner/herning/").content.decode()
    assert "<h3>1. Trivsel for unge</h3>" in page
    assert "Flere unge skal trives i skolen." in page
    assert "<h3>2. Tryg gågade</h3>" in page
    assert "Gågaden skal være rar." in page
    assert "Holtbjerg" in page
    assert "SSP-samarbejdet" in page
    assert "Tryg gågade" not in client.get(f"{PLAN}kommuner/viborg/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/findes-ikke/",
        "/findes-ikke/2026/",
        "/midt-og-vestjylland/1999/",
        "/midt-og-vestjylland/99999999999999999999/",
        "/midt-og-vestjylland/2026/udgave/0/",
        "/midt-og-vestjylland/2026/udgave/2/",
        "/midt-og-vestjylland/2026/udgave/2/plan.pdf",
        "/midt-og-vestjylland/2026/kommuner/odense/",
    ],
)
def test_addresses_of_nothing_are_404_in_danish(client, edition, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "<h1>Siden findes ikke</h1>" in answer.content.decode()


def test_old_editions_stay_and_point_to_the_one_in_force(client, edition):
    Section.objects.filter(plan=edition.plan, heading="Kredsrådet").update(
        body="<p>Rettet i anden udgave</p>"
    )
    an_edition(edition.plan, note="En rettelse i kapitel 1")
    newest = client.get(PLAN).content.decode()
    first = client.get(f"{PLAN}udgave/1/").content.decode()
    assert "Rettet i anden udgave" in newest
    assert "En rettelse i kapitel 1" in newest
    assert f'href="{PLAN}udgave/1/"' in newest
    assert "Rettet i anden udgave" not in first
    assert "Du læser en tidligere udgave" in first


def test_the_pdf_is_served_as_a_pdf(client, edition):
    for address in (f"{PLAN}plan.pdf", f"{PLAN}udgave/1/plan.pdf"):
        answer = client.get(address)
        assert answer["Content-Type"] == "application/pdf"
        assert "samarbejdsplan-midt-og-vestjylland-2026-udgave-1.pdf" in answer["Content-Disposition"]
        assert answer.content == PDF


def test_plan_page_costs_two_queries_and_an_unchanged_one_a_single(client, edition):
    cold, answer = queries(client, PLAN)
    again, unchanged = queries(client, PLAN, if_none_match=answer["ETag"])
    assert (cold, again) == (2, 1)
    assert unchanged.status_code == 304
    an_edition(edition.plan)
    assert client.get(PLAN, headers={"If-None-Match": answer["ETag"]}).status_code == 200


def test_citizens_pages_set_no_cookie(client, edition):
    for address in ("/", "/midt-og-vestjylland/", PLAN, f"{PLAN}kommuner/herning/", "/soeg/?q=unge", "/was/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert not answer.cookies, address


def test_lists_cost_the_same_with_one_row_and_with_three(client, cast, edition):
    one = [queries(client, address)[0] for address in ("/", "/midt-og-vestjylland/")]
    for year in (2024, 2025):
        an_edition(a_plan(cast.kredsraad(), year))
    an_edition(a_plan(cast.kredsraad(cast.other_district), 2026))
    three = [queries(client, address)[0] for address in ("/", "/midt-og-vestjylland/")]
    assert one == three
    assert max(three) <= 12


def test_a_page_answers_only_reading(client, edition):
    for method in ("POST", "TRACE"):
        answer = client.generic(method, PLAN)
        assert answer.status_code == 405
        assert method not in answer["Allow"]
        assert edition.plan.title not in answer.text


def test_every_kommune_of_the_district_has_its_page(client, cast, edition):
    for municipality in Municipality.objects.filter(district=cast.district):
        page = html.fromstring(client.get(f"{PLAN}kommuner/{municipality.slug}/").content)
        assert municipality.name in page.xpath("string(//h1)")


def test_the_plan_leads_to_the_page_of_each_kommune_it_names(client, cast, edition):
    page = html.fromstring(client.get(PLAN).content)
    pages = {place.name: f"{PLAN}kommuner/{place.slug}/" for place in cast.municipalities}
    lists = page.xpath("//section[@class='municipality']//a[contains(@href, '/kommuner/')]")
    assert {link.text: link.get("href") for link in lists} == pages
    assert {link.getparent().tag for link in lists} == {"h5"}
    short = page.xpath("//details[summary='Find din kommune']//a")
    assert {link.text: link.get("href") for link in short} == pages
    [housing] = page.xpath("//table[contains(@class, 'prevention-areas')]//td/a")
    assert (housing.text, housing.get("href")) == ("Herning", pages["Herning"])


def test_an_edition_that_knows_no_addresses_or_is_not_in_force_has_no_links_to_kommuner(client, edition):
    text = json.loads(json.dumps(edition.snapshot))
    [lists] = [
        part["data"]["municipalities"] for part in text["sections"] if part["data_kind"] == "priorities"
    ]
    for place in lists:
        del place["slug"]
    fields = {"content_hash": "0" * 64, "pdf_sha256": "0" * 64}
    Edition.objects.create(plan=edition.plan, number=2, snapshot=text, **fields)
    for address in (PLAN, f"{PLAN}udgave/1/"):
        page = client.get(address).content.decode()
        assert "Viborg" in page
        assert "/kommuner/" not in page
        assert "Find din kommune" not in page


def test_a_kommune_that_the_plan_has_no_list_for_still_has_its_page(client, edition):
    edition.plan.sections.filter(data="priorities").update(data="")
    an_edition(edition.plan)
    assert f'href="{PLAN}kommuner/herning/"' in client.get("/midt-og-vestjylland/").content.decode()
    page = client.get(f"{PLAN}kommuner/herning/").content.decode()
    assert "Lokalrådet har ingen indsatsområder i denne plan" in page
    assert "Holtbjerg" in page
    assert client.get(f"{PLAN}kommuner/odense/").status_code == 404


def test_a_kommune_that_is_a_district_of_its_own_has_no_others_beside_it(client, cast):
    bornholm = PoliceDistrict.objects.get(slug="bornholm")
    edition = an_edition(a_plan(cast.kredsraad(bornholm)))
    page = client.get(f"/bornholm/{edition.plan.year}/kommuner/bornholm/").text
    assert "Det gør politi og kommune på Bornholm i" in page
    assert "Andre kommuner" not in page
