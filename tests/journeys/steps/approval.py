"""The plan is read, discussed, signed, taken back, and signed again."""

from datetime import timedelta

from django.utils import timezone

from tests.browser import PHONE, Visitor
from tests.journeys.year import BETTER_TOPIC, PASSWORD, Year


def the_plan_is_read_before_it_is_discussed(year: Year) -> None:
    is_sent_to_consultation(year)
    head = year.portal.visitor()
    head.opens(year.post.link(year.cast.kontaktudvalg, "i høring"))
    head.logs_in(year.cast.kontaktudvalg, PASSWORD)
    assert "Forældrene inviteres med." in head.section(BETTER_TOPIC).inner_text()
    head.opens("/arbejdsbord/")
    head.clicks("Læs udkastet")
    assert head.heading == year.title
    head.clicks("Skriv bemærkning")
    head.fills("Bemærkning til udkastet", "Nævn klubberne.")
    head.clicks("Send bemærkning")
    assert "Bemærkningen er sendt til sekretariatet" in head.text
    desk = year.secretariat
    desk.opens(year.post.link(year.cast.sekretariat, "har skrevet om", "udkastet"))
    assert "Kontaktudvalget i Midt- og Vestjylland" in desk.text
    assert "Nævn klubberne." in desk.text


def is_sent_to_consultation(year: Year) -> None:
    desk = year.secretariat
    desk.opens("/arbejdsbord/planer/")
    desk.clicks(year.title)
    desk.clicks("Send i høring")
    desk.fills("Besked til modtagerne", "Se især på årets emner.")
    desk.clicks("Send i høring")
    assert "Planen er i høring" in desk.text


def the_discussion_is_recorded(year: Year) -> None:
    desk = year.secretariat
    desk.opens("/arbejdsbord/")
    desk.clicks("Registrér drøftelsen")
    desk.fills("Mødets dato", timezone.localdate().strftime("%d.%m.%Y"))
    desk.fills("Sted", "Politigården i Holstebro")
    desk.clicks("Alle mødte")
    desk.ticks("Tiltrådt")
    desk.fills("Hvad blev der sagt?", "Kredsrådet tilsluttede sig årets emner.")
    desk.clicks("Registrér drøftelsen", role="button")
    assert "Drøftelsen er registreret" in desk.text


def is_sent_for_signature(year: Year) -> None:
    desk = year.secretariat
    desk.clicks("Send til underskrift")
    desk.fills("Sted", "Holstebro")
    desk.fills("Underskrives senest", (timezone.localdate() + timedelta(days=14)).strftime("%d-%m-%Y"))
    desk.clicks("Send til underskrift", role="button")
    assert "Planen prøvetrykkes" in desk.text
    desk.page.get_by_text("0 af 12 har underskrevet").wait_for(timeout=60_000)  # the worker prints it


def signs(phone: Visitor) -> None:
    phone.clicks("Gå til underskrift")
    phone.clicks("Underskriv samarbejdsplanen")
    assert "Du har underskrevet" in phone.text


def one_mayor_signs_and_then_an_error_is_found(year: Year) -> None:
    is_sent_for_signature(year)
    cast, desk = year.cast, year.secretariat
    hasty = cast.borgmester("Herning")
    phone = year.portal.visitor(size=PHONE)
    phone.opens(year.post.link(hasty, f"Underskriv {year.title}"))
    phone.logs_in(hasty, PASSWORD)
    signs(phone)
    desk.opens("/arbejdsbord/")
    desk.clicks("Se, hvem der mangler")
    assert "1 af 12 har underskrevet" in desk.text
    desk.clicks("Tag planen tilbage til kladde")
    assert "Borgmesteren i Herning" in desk.text
    desk.fills("Hvorfor?", "Antallet af møder var forkert.")
    desk.clicks("Tag planen tilbage")
    letter = year.post.to(hasty, "er bortfaldet")
    assert "Antallet af møder var forkert." in letter
    assert not year.post.letters(cast.borgmester("Viborg"), "er bortfaldet")
    phone.opens(phone.page.url.partition("#")[0])
    assert "Din underskrift er bortfaldet." in phone.text


def the_corrected_plan_comes_back_to_be_signed(year: Year) -> None:
    desk = year.secretariat
    desk.clicks("Ret teksten")
    desk.clicks("Ret »1. Kredsrådet«")
    desk.writes("Tekst", " og til jul")
    desk.clicks("Gem")
    is_sent_to_consultation(year)
    the_discussion_is_recorded(year)
    is_sent_for_signature(year)


def everybody_signs_in_three_taps(year: Year) -> None:
    """The link in the mail, to the signature, sign."""
    cast, desk = year.cast, year.secretariat
    for person in [cast.direktoer, *cast.borgmestre]:
        phone = year.phone(person)
        phone.opens(year.post.link(person, f"Underskriv {year.title}", number=2))
        signs(phone)
    desk.opens(year.post.link(cast.sekretariat, "Alle har underskrevet"))
