"""An action plan from the year's first meeting to its evaluation."""

from tests.journeys.steps.meetings import plans_a_meeting, takes_up
from tests.journeys.year import Year

ACTIVITY = "Natteravne hver fredag"


def herning_plans_its_first_meeting(year: Year) -> None:
    phone = year.herning
    phone.is_logged_in_as(year.cast.formand_herning)
    plans_a_meeting(phone, year.cast.lokalraad("Herning"))
    takes_up(phone, f"Handleplaner for {year.number}")


def herning_makes_an_action_plan(year: Year) -> None:
    phone = year.herning
    opens_the_action_plans(year)
    phone.page.get_by_role("link", name="Lav en handleplan for Natteliv i Herning").click()
    phone.fills("Mål", "Færre slagsmål ved lukketid.")
    phone.clicks("Lav handleplanen")
    phone.clicks("Tilføj en aktivitet")
    phone.fills("Hvad gør I?", ACTIVITY)
    phone.fills("Senest", f"{year.last_day_of_the_quarter:%d-%m-%Y}")
    phone.clicks("Gem aktiviteten")
    phone.clicks("Vedtag handleplanen")
    assert "vedtaget" in phone.text.lower()


def the_year_is_evaluated(year: Year) -> None:
    phone = year.herning
    opens_the_action_plans(year)
    phone.clicks("Natteliv i Herning")
    phone.page.get_by_role("link", name="Ret status").click()
    phone.clicks("På plads")
    phone.clicks("Evaluer handleplanen")
    phone.fills("Hvordan gik det?", "Der var færre slagsmål.")
    phone.clicks("Gem evalueringen")
    phone.clicks(f"Før videre til {year.number + 1}")
    assert f"Handleplan {year.number + 1}" in phone.text


def opens_the_action_plans(year: Year) -> None:
    phone = year.herning
    phone.opens(f"/arbejdsbord/raad/{year.cast.lokalraad('Herning').pk}/handleplaner/{year.number}/")
