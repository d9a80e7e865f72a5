"""The plan is published, and a citizen reads it."""

import subprocess

from django.utils import timezone
from playwright.sync_api import Route

from samarbejde.danish import date_text
from tests.browser import PHONE, Visitor
from tests.journeys.year import BETTER_TOPIC, Year


def the_plan_is_published(year: Year) -> None:
    desk, cast = year.secretariat, year.cast
    desk.page.route("**/offentliggoerelse/", stand_still)
    desk.clicks("Offentliggør")
    assert "PDF'en bliver lavet" in desk.text
    desk.page.unroute("**/offentliggoerelse/")
    desk.page.goto(desk.page.url)
    desk.page.get_by_text("Planen er offentliggjort").wait_for(timeout=60_000)
    desk.look()
    for person in (cast.direktoer, cast.borgmester("Viborg"), cast.formand_herning, cast.sekretariat):
        assert f"{year.title} er offentliggjort" in year.post.to(person, "er offentliggjort")


def stand_still(route: Route) -> None:
    """Take the Refresh header off the page that waits for the PDF, so that it can be looked at in peace."""
    answer = route.fetch(max_redirects=0)
    headers = {name: value for name, value in answer.headers.items() if name != "refresh"}
    route.fulfill(response=answer, headers=headers)


def a_citizen_reads_it(year: Year) -> None:
    """Front page, district, kommune, plan, PDF, search, old edition; nobody asks who is reading.

    The plan of this year leads until it is over, and names the new one.
    """
    citizen = year.portal.visitor(size=PHONE)
    citizen.opens("/")
    citizen.clicks("Midt- og Vestjyllands Politi", within=citizen.page.locator(".map-key"))
    assert f"Gælder i {year.number - 1}" in citizen.text
    citizen.clicks(year.title, within=citizen.page.locator(".standing"))
    assert f"Gælder fra 1.\N{NO-BREAK SPACE}januar\N{NO-BREAK SPACE}{year.number}" in citizen.text
    citizen.page.get_by_text("Find din kommune").click()
    citizen.clicks("Lemvig", within=citizen.page.locator(".page-header"))
    assert citizen.heading == f"Det gør politi og kommune i Lemvig i {year.number}"
    citizen.clicks(f"Læs mere i planen om {BETTER_TOPIC}")
    assert citizen.page.locator(":target").inner_text().endswith(BETTER_TOPIC)
    assert "Forældrene inviteres med." in citizen.section(BETTER_TOPIC).inner_text()
    citizen.fills("Søg i planerne", "deling")
    citizen.clicks("Søg")
    citizen.clicks(f"3.3 {BETTER_TOPIC}")
    citizen.clicks("Midt- og Vestjyllands Politi", within=citizen.breadcrumb)
    citizen.clicks("Læs planen")
    assert citizen.heading == f"Samarbejdsplan {year.number - 1}"
    citizen.clicks("1. udgave")
    assert "Du læser en tidligere udgave" in citizen.text
    citizen.clicks("Midt- og Vestjyllands Politi", within=citizen.breadcrumb)
    citizen.clicks(year.title, within=citizen.page.locator(".standing"))
    assert citizen.heading == year.title
    assert citizen.context.cookies() == []
    the_pdf_says_the_same(year, citizen)


def the_pdf_says_the_same(year: Year, citizen: Visitor) -> None:
    with citizen.page.expect_response("**/*.pdf") as asked:
        citizen.control("Hent som PDF").click()
    answer = citizen.context.request.get(asked.value.url)
    assert answer.headers["content-type"] == "application/pdf"
    command = ["pdftotext", "-layout", "-", "-"]
    text = subprocess.run(command, input=answer.body(), capture_output=True, check=True).stdout.decode()
    words = " ".join(text.split())
    signers = [year.cast.direktoer, *year.cast.borgmestre]
    signed = f"Holstebro, den {date_text(timezone.localdate())}"
    told = [year.title, BETTER_TOPIC, "Forældrene inviteres med.", "og til jul", signed]
    assert [told for told in [*told, *map(str, signers)] if told not in words] == []
