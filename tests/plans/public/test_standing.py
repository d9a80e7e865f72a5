"""Which plan is in force: said on every page of a plan, and changed by the year itself."""

import pytest
import time_machine
from lxml import html

from plans.public.standing import leading
from tests.making import a_plan, an_edition

DISTRICT = "/midt-og-vestjylland/"
SUMMER = "2026-07-01T12:00:00+02:00"
LAST_SECOND = "2026-12-31T23:59:59+01:00"
NEW_YEAR = "2027-01-01T00:00:00+01:00"


@pytest.fixture
def publish(cast):
    return lambda *years: [an_edition(a_plan(cast.kredsraad(), year)) for year in years]


def words(client, address: str) -> str:
    """What the page says of where the plan stands, with the addresses of its links."""
    [said] = html.fromstring(client.get(address).content).find_class("standing")
    links = [link.get("href") for link in said.iter("a")]
    return " ".join([*said.text_content().replace("\xa0", " ").split(), *links])


def of(client, year: int) -> str:
    return words(client, f"{DISTRICT}{year}/")


@pytest.mark.parametrize(
    ("years", "this_year", "first"),
    [
        ([2025, 2026, 2027], 2026, 2026),
        ([2024, 2025, 2027], 2026, 2025),
        ([2027, 2028], 2026, 2027),
        ([2020], 2026, 2020),
    ],
)
def test_which_plan_leads(years, this_year, first):
    assert leading(years, this_year) == first


@time_machine.travel(SUMMER)
def test_the_plan_of_this_year_is_in_force(client, publish):
    publish(2026)
    assert of(client, 2026) == "Gælder i 2026"
    publish(2027)
    ahead = "Samarbejdsplan 2027 er også offentliggjort og gælder fra 1. januar 2027."
    assert of(client, 2026) == f"Gælder i 2026 {ahead} {DISTRICT}2027/"
    waits = "Gælder fra 1. januar 2027. Indtil da gælder Samarbejdsplan 2026."
    assert of(client, 2027) == f"{waits} {DISTRICT}2026/"


@time_machine.travel(SUMMER)
def test_a_plan_that_is_over_leads_to_the_one_in_force(client, publish):
    publish(2024, 2025, 2026, 2027)
    for year in (2024, 2025):
        assert of(client, year) == f"En nyere plan gælder: Samarbejdsplan 2026. {DISTRICT}2026/"


@time_machine.travel(SUMMER)
def test_no_plan_is_said_to_be_in_force_when_there_is_none_of_this_year(client, publish):
    publish(2023, 2024)
    last = "Planen er fra 2024 og den senest offentliggjorte. Der er ikke offentliggjort en plan for 2026."
    assert of(client, 2024) == last
    assert of(client, 2023) == f"En nyere plan er offentliggjort: Samarbejdsplan 2024. {DISTRICT}2024/"
    publish(2027)
    assert of(client, 2024) == f"{last} Samarbejdsplan 2027 gælder fra 1. januar 2027. {DISTRICT}2027/"
    before = "Gælder fra 1. januar 2027. Den senest offentliggjorte før den er Samarbejdsplan 2024."
    assert of(client, 2027) == f"{before} {DISTRICT}2024/"


@time_machine.travel(SUMMER)
def test_a_first_plan_that_waits_for_its_year_has_none_before_it(client, publish):
    publish(2027, 2028)
    assert of(client, 2027) == "Gælder fra 1. januar 2027."
    assert of(client, 2028) == "Gælder fra 1. januar 2028."


def test_the_new_year_changes_every_page_by_itself(client, publish):
    publish(2026, 2027)
    addresses = [DISTRICT, f"{DISTRICT}2026/", f"{DISTRICT}2027/", f"{DISTRICT}2026/kommuner/herning/"]
    with time_machine.travel(LAST_SECOND, tick=False):
        before = {address: client.get(address) for address in addresses}
        assert "Gælder i 2026" in words(client, DISTRICT)
        assert f'href="{DISTRICT}2026/"' in client.get("/").content.decode()
    with time_machine.travel(NEW_YEAR, tick=False):
        for address, answer in before.items():
            again = client.get(address, headers={"If-None-Match": answer["ETag"]})
            assert again.status_code == 200, address
            assert "2027" in words(client, address)
        assert of(client, 2026) == f"En nyere plan gælder: Samarbejdsplan 2027. {DISTRICT}2027/"
        assert of(client, 2027) == "Gælder i 2027"
        page = client.get(DISTRICT).content.decode()
        assert "<h1>Samarbejdsplan 2027</h1>" in page
        assert f'href="{DISTRICT}2027/"' in client.get("/").content.decode()


@time_machine.travel(SUMMER)
def test_the_plan_in_force_leads_the_district_and_the_others_stand_below(client, publish):
    """The plan of next year is published before the year ends."""
    publish(2025, 2026, 2027)
    page = client.get(DISTRICT).content.decode()
    assert "<h1>Samarbejdsplan 2026</h1>" in page
    others = page.partition("<h2>Andre planer</h2>")[2]
    assert others.index("Samarbejdsplan 2027</a>") < others.index("Samarbejdsplan 2025</a>")
    assert others.count("Gælder fra") == 1
    assert "Samarbejdsplan 2026</a>" not in others


@time_machine.travel(SUMMER)
def test_the_front_page_says_of_a_plan_that_is_not_of_this_year_what_it_is(client, cast, publish):
    publish(2025)
    an_edition(a_plan(cast.kredsraad(cast.other_district), 2027))
    page = client.get("/").content.decode()
    assert page.count("Senest offentliggjorte") == 1
    assert page.count("Gælder fra 1.&nbsp;januar&nbsp;2027") == 1


@time_machine.travel(SUMMER)
def test_an_earlier_edition_says_so_first_of_all(client, publish):
    [first] = publish(2026)
    an_edition(first.plan)
    said = words(client, f"{DISTRICT}2026/udgave/1/")
    assert said == f"Du læser en tidligere udgave. Gå til den nyeste udgave. {DISTRICT}2026/"
