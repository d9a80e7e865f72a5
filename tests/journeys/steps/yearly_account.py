"""The director's account of the year (retsplejeloven § 112), drafted of what the year has brought."""

from django.utils import timezone

from tests.journeys.year import Year


def the_director_gives_account_of_the_year(year: Year) -> None:
    desk = year.secretariat
    desk.opens("/arbejdsbord/moeder/")
    desk.clicks(year.cast.kredsraad().name)
    desk.clicks("Politidirektørens årlige redegørelser")
    desk.clicks(f"Begynd redegørelsen for {year.number}")
    assert "Vi har talt med alle skoler. 120 kom." in desk.text  # what Herning told
    desk.clicks("Forelæg kredsrådet")
    desk.fills("Forelagt kredsrådet den", f"{timezone.localdate():%d-%m-%Y}")
    desk.clicks("Forelæg redegørelsen")
    assert "forelagt" in desk.text
    mayor = year.cast.borgmester("Skive")
    phone = year.phone(mayor)
    phone.opens(year.post.link(mayor, "kan læses nu"))
    assert "120 kom." in phone.text
