"""A lokalråd's own plan, from its first word to the page that citizens read."""

from datetime import timedelta

from django.utils import timezone

from plans.approval.models import Signature
from tests.browser import PHONE
from tests.journeys.year import Year

OWN_WORDS = "Vi holder åbent hus på stationen hver måned."


def herning_writes_its_own_plan(year: Year) -> None:
    chair = year.herning
    chair.opens("/arbejdsbord/planer/")
    chair.clicks("Begynd en lokal plan")
    chair.field("Planens år").select_option(str(year.number))
    chair.clicks("Begynd planen")
    chair.clicks("Ret teksten")
    assert "Trivsel for unge" in chair.text  # the district's topic, under the district's title
    chair.clicks("Ret »Forord«")
    chair.writes("Tekst", OWN_WORDS)
    chair.clicks("Gem")
    assert OWN_WORDS in chair.text


def police_and_kommune_approve_it(year: Year) -> None:
    """Those whom the district's rule names: the lokalråd's leader and the kommune's mayor."""
    chair = year.herning
    opens_the_plan(year)
    chair.clicks("Send til underskrift")
    chair.fills("Sted", "Herning")
    chair.fills("Underskrives senest", f"{timezone.localdate() + timedelta(days=14):%d-%m-%Y}")
    chair.clicks("Send til underskrift", role="button")
    chair.page.get_by_text("0 af 2 har underskrevet").wait_for(timeout=60_000)  # the worker prints it
    for signature in Signature.objects.filter(round__plan__council=year.cast.lokalraad("Herning")):
        phone = year.phone(signature.membership.user)
        phone.opens("/arbejdsbord/")
        phone.clicks("Læs og underskriv")
        phone.clicks("Gå til underskrift")
        phone.clicks("Underskriv samarbejdsplanen")


def citizens_read_it_beside_the_districts(year: Year) -> None:
    opens_the_plan(year)
    year.herning.clicks("Offentliggør")
    year.herning.clicks("Offentliggør", role="button")
    year.herning.page.get_by_text("1. udgave").first.wait_for(timeout=60_000)
    citizen = year.portal.visitor(size=PHONE, javascript=False)
    citizen.opens(f"/{year.cast.district.slug}/{year.number}/kommuner/herning/")
    citizen.clicks("Læs lokalrådets egen samarbejdsplan")
    assert OWN_WORDS in citizen.text
    assert "Trivsel for unge" in citizen.text


def opens_the_plan(year: Year) -> None:
    year.herning.opens("/arbejdsbord/planer/")
    year.herning.clicks(f"Lokal samarbejdsplan {year.number}")
