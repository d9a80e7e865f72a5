"""A meeting from its agenda to the page that citizens read."""

from datetime import date

from django.utils import timezone

from councils.models import Council, CouncilKind
from samarbejde.danish import date_text
from tests.browser import PHONE, Visitor
from tests.journeys.steps.follow_up import DUTY
from tests.journeys.steps.people import MAYOR
from tests.journeys.year import Year

SECRET = "Trusler mod en skole"
PREPARED = "Klubberne skal med næste gang."
DECIDED = "Kredsrådet tog svarene til efterretning."


def the_years_four_meetings_are_planned(year: Year) -> None:
    """One in each quarter of next year, as the law wants; the wheel says what is missing until then."""
    desk, following = year.secretariat, year.number + 1
    wheel = f"/arbejdsbord/aarshjul/{year.cast.district.slug}/{following}/"
    desk.opens(wheel)
    assert "Ingen af kredsrådets møder er planlagt" in desk.text
    for month in (2, 5, 8, 11):
        plans_a_meeting(desk, year.cast.kredsraad(), day=date(following, month, 15))
    desk.opens(wheel)
    assert "møder er planlagt" not in desk.text
    assert "møder i kredsrådet" not in desk.text
    for quarter in range(1, 5):
        assert f"{quarter}. kvartal" in desk.text


def the_kredsraads_meeting_is_planned(year: Year) -> None:
    desk = year.secretariat
    plans_a_meeting(desk, year.cast.kredsraad())
    takes_up(desk, DUTY)
    desk.clicks("Skriv et punkt")
    desk.fills("Overskrift", SECRET)
    desk.ticks("Punktet er lukket")
    desk.clicks("Sæt på dagsordenen")
    assert SECRET in desk.text


def the_contact_committee_goes_through_the_agenda(year: Year) -> None:
    """Its open points alone; the kredsråd reads what was said of them."""
    desk = year.secretariat
    plans_a_meeting(desk, Council.objects.get(district=year.cast.district, kind=CouncilKind.CONTACT))
    desk.clicks("Skriv dagsordenen")
    assert SECRET not in desk.text
    takes_up(desk, DUTY)
    desk.clicks("Se mødet, som medlemmerne ser det")
    is_held(desk)
    writes_a_point(desk, 1, decision=PREPARED)
    desk.clicks("Send referatet")


def the_kredsraad_is_called(year: Year) -> None:
    desk, cast = year.secretariat, year.cast
    opens_the_meeting(desk, cast.kredsraad())
    assert PREPARED in desk.text
    desk.clicks("Indkald til mødet")
    desk.fills("Hvorfor indkaldes der så sent?", "Stormen flyttede mødet.")
    desk.clicks("Send indkaldelsen")
    mayor = cast.borgmester("Skive")
    assert "dagsorden.pdf" in year.post.to(mayor, "Indkaldelse til møde")
    phone = year.phone(mayor)
    opens_the_meeting(phone, cast.kredsraad())
    phone.clicks("Svar, om du kommer")
    phone.ticks("Jeg kan ikke komme")
    phone.clicks("Gem dit svar")
    assert "Dit afbud er meldt" in phone.text


def the_meeting_is_held(year: Year) -> None:
    desk = year.secretariat
    opens_the_meeting(desk, year.cast.kredsraad())
    is_held(desk)
    assert MAYOR in desk.text
    writes_a_point(desk, 1, minutes="Viborg svarer til næste møde.", decision=DECIDED)
    writes_a_point(desk, 2, decision=f"{SECRET}: politiet følger den.")
    desk.clicks("Send referatet")


def the_minutes_are_approved(year: Year) -> None:
    desk, cast = year.secretariat, year.cast
    mayor = cast.borgmester("Herning")
    phone = year.phone(mayor)
    phone.opens(year.post.link(mayor, "Referat"))
    phone.page.get_by_role("link", name="Skriv en bemærkning").first.click()
    phone.fills("Hvad er forkert?", "Viborg svarer allerede i morgen.")
    phone.clicks("Send bemærkningen")
    desk.opens(desk.page.url)
    desk.clicks("Svar på bemærkningen")
    desk.fills("Svar", "Det er noteret.")
    desk.clicks("Gem svaret")
    desk.clicks("Rådet har godkendt det")
    desk.clicks("Offentliggør")


def a_citizen_reads_the_open_points(year: Year) -> None:
    citizen = year.portal.visitor(size=PHONE, javascript=False)
    citizen.opens(f"/{year.cast.district.slug}/")
    citizen.clicks("Læs referater fra kredsråd og lokalråd")
    citizen.clicks(f"{year.cast.kredsraad().name}, {today()}")
    assert DECIDED in citizen.text
    assert SECRET not in citizen.page.content()


def the_wheel_shows_it(year: Year) -> None:
    desk = year.secretariat
    desk.opens(f"/arbejdsbord/aarshjul/{year.cast.district.slug}/{year.number}/")
    assert "Der mangler 3 møder i kredsrådet" in desk.text  # the law demands four
    assert DUTY in desk.text


def today() -> str:
    return date_text(timezone.localdate())


def plans_a_meeting(visitor: Visitor, council: Council, *, day: date | None = None) -> None:
    """Today, so that it can be held, unless a `day` is said."""
    visitor.opens("/arbejdsbord/moeder/")
    visitor.clicks(council.name)
    visitor.clicks("Planlæg et møde")
    visitor.fills("Dato", f"{day or timezone.localdate():%d-%m-%Y}")
    visitor.fills("Begynder", "10.00")
    visitor.fills("Sted", "Politigården i Holstebro")
    visitor.clicks("Planlæg mødet")


def takes_up(visitor: Visitor, *waiting: str) -> None:
    if visitor.heading != "Dagsorden":
        visitor.clicks("Skriv dagsordenen")
    visitor.ticks(*waiting)
    visitor.clicks("Sæt de valgte på dagsordenen")


def opens_the_meeting(visitor: Visitor, council: Council) -> None:
    visitor.opens("/arbejdsbord/moeder/")
    visitor.clicks(council.name)
    visitor.clicks(f"{today()} kl. 10.00")


def is_held(visitor: Visitor) -> None:
    visitor.clicks("Skriv fremmødet")
    visitor.clicks("Alle mødte")
    visitor.clicks("Gem fremmødet")
    assert "Fremmødet er skrevet" in visitor.text


def writes_a_point(visitor: Visitor, number: int, *, minutes: str = "", decision: str) -> None:
    point = visitor.page.locator("section").filter(
        has=visitor.page.get_by_role("heading", name=f"{number}. ")
    )
    visitor.clicks("Skriv referat af", within=point)
    visitor.fills("Hvad blev der sagt?", minutes)
    visitor.fills("Hvad blev besluttet?", decision)
    visitor.clicks("Gem punktet")
