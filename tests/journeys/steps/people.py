"""People come and go in the middle of the year."""

from django.urls import reverse
from django.utils import timezone

from councils.models import Council
from samarbejde.accounts.models import User
from tests.journeys.year import Year

MAYOR, CHAIR = "Den nye borgmester i Viborg", "Den nye formand for Lokalrådet i Viborg"


def a_new_mayor_and_a_new_chair(year: Year) -> None:
    """Whoever had the post goes off it the day before; the new one sits at the meeting."""
    cast, today = year.cast, f"{timezone.localdate():%d-%m-%Y}"
    told = {"Navn": MAYOR, "E-mail": "borgmester@example.dk", "Titel": "Borgmester i Viborg Kommune"}
    takes_a_post(year, cast.kredsraad(), "Viborg", told | {"Første dag": today})
    told = {"Navn": CHAIR, "E-mail": "formand@example.dk", "Titel": "Formand"}
    takes_a_post(year, cast.lokalraad("Viborg"), "Formand", told | {"Første dag": today}, "kommunen")
    year.post.to(User.objects.get(name=MAYOR), "Invitation til Samarbejde")


def takes_a_post(year: Year, council: Council, post: str, told: dict[str, str], *ticks: str) -> None:
    desk = year.secretariat
    desk.opens(reverse("council-people", args=[year.cast.district.slug, council.pk]))
    desk.clicks("Skift", within=desk.page.get_by_role("row", name=post).first)
    for label, words in told.items():
        desk.fills(label, words)
    desk.ticks(*ticks)
    desk.clicks("Sæt på posten")
    assert told["Navn"] in desk.text
