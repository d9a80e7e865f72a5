"""The lokalråd propose, the secretariat decides."""

from datetime import timedelta

from django.utils import timezone

from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from tests.browser import Visitor
from tests.journeys.year import BETTER_TOPIC, PASSWORD, TOPIC, Year


def the_secretariat_asks_for_proposals(year: Year) -> None:
    desk, deadline = year.secretariat, timezone.localdate() + timedelta(days=30)
    desk.clicks(year.title)
    desk.clicks("Forslag")
    desk.clicks("Åbn forslagsrunden")
    desk.fills("Vejledning til lokalrådene", "Tænk på de unge i år, og skriv kort.")
    desk.fills("Frist", deadline.strftime("%d-%m-%Y"))
    desk.clicks("Åbn forslagsrunden")
    assert "0 af 11 lokalråd har svaret" in desk.text
    for chair in year.cast.formaend:
        letter = year.post.to(chair, year.title, date_text(deadline))
        assert "Tænk på de unge i år" in letter


def the_chair_of_herning_writes_on_a_phone_and_submits(year: Year) -> None:
    chair = year.herning
    chair.opens(year.post.link(year.cast.formand_herning, "forslag"))
    chair.logs_in(year.cast.formand_herning, PASSWORD)
    assert chair.heading == "Forslag fra Lokalrådet i Herning"
    assert "Tænk på de unge i år" in chair.text
    chair.clicks("Skriv forslag")
    chair.fills("Titel", TOPIC)
    chair.ticks("Alle lokalråd i politikredsen")
    chair.writes("Baggrund", "Sagerne om deling af billeder er blevet flere.")
    chair.clicks("Gem kladde")
    assert "Den er ikke indsendt endnu" in chair.text
    chair.clicks("Ret forslaget")
    chair.clicks("Indsend forslag")
    assert "Skriv, hvad der skal stå i planen, før du indsender." in chair.text
    chair.writes("Forslag til planens tekst", "Politi og skoler møder hver 7. klasse én gang om året.")
    _answers_what_the_round_asks(chair)
    chair.clicks("Indsend forslag")
    assert "Forslaget er indsendt" in chair.text


def the_others_answer(year: Year) -> None:
    cast = year.cast
    for place, title in (("Viborg", "Flere cykelpatruljer"), ("Skive", "Billeddeling blandt unge")):
        proposes(year, cast.formand(place), title)
    lemvig = year.phone(cast.formand("Lemvig"))
    lemvig.opens("/arbejdsbord/")
    lemvig.clicks("Skriv forslag")
    lemvig.clicks("Vi har ingen forslag i år")
    lemvig.clicks("Meld, at vi ingen forslag har")
    assert "sekretariatet kan se, at I ingen forslag har i år" in lemvig.text


def proposes(year: Year, person: User, title: str) -> None:
    chair = year.phone(person)
    chair.opens("/arbejdsbord/")
    chair.clicks("Skriv forslag")
    chair.clicks("Skriv forslag")
    chair.fills("Titel", title)
    chair.writes("Baggrund", f"{title} fylder meget hos os.")
    chair.writes("Forslag til planens tekst", f"{title}: politi og kommune aftaler en fælles indsats.")
    _answers_what_the_round_asks(chair)
    chair.clicks("Indsend forslag")


def _answers_what_the_round_asks(chair: Visitor) -> None:
    chair.fills("Målgruppe", "Unge mellem 13 og 18 år.")
    chair.fills("Ønsket virkning", "Færre unge bliver truet eller lokket.")


def the_secretariat_asks_for_changes(year: Year) -> None:
    desk = year.secretariat
    desk.opens(year.post.link(year.cast.sekretariat, "har indsendt et forslag", TOPIC))
    desk.clicks("Bed om ændringer")
    desk.fills("Punkt 1", "Hvem kalder til mødet?")
    desk.fills("Punkt 2", "Skriv også om billeddeling i titlen.")
    desk.clicks("Send til lokalrådet")
    assert "Lokalrådet er ved at svare" in desk.text


def the_chair_of_herning_answers_and_resubmits(year: Year) -> None:
    chair = year.herning
    letter = year.post.to(year.cast.formand_herning, "beder om ændringer", TOPIC)
    assert "1. Hvem kalder til mødet?" in letter
    chair.opens(year.post.link(year.cast.formand_herning, "beder om ændringer"))
    chair.clicks("Svar på punkterne")
    chair.fills("1. Hvem kalder til mødet?", "SSP-konsulenten kalder til mødet.")
    chair.fills("2. Skriv også om billeddeling i titlen.", "Titlen er ændret.")
    chair.fills("Titel", BETTER_TOPIC)
    chair.clicks("Indsend igen")
    assert "Forslaget er indsendt" in chair.text
    answered = year.post.to(year.cast.sekretariat, "har svaret", BETTER_TOPIC)
    year.secretariat.opens(year.post.link(year.cast.sekretariat, "har svaret"))
    assert "SSP-konsulenten kalder til mødet." in year.secretariat.text
    assert BETTER_TOPIC in answered


def the_secretariat_rejects_one_and_merges_one(year: Year) -> None:
    desk = year.secretariat
    desk.clicks("Forslag", within=desk.breadcrumb)
    assert "7 lokalråd mangler at svare" in desk.text
    desk.clicks("Flere cykelpatruljer")
    desk.clicks("Afvis med begrundelse")
    desk.clicks("Afvis forslaget")
    assert "Skriv, hvorfor forslaget afvises." in desk.text
    desk.fills("Begrundelse", "Patruljer planlægges af lokalpolitiet fra uge til uge.")
    desk.clicks("Afvis forslaget")
    desk.clicks("Forslag", within=desk.breadcrumb)
    desk.clicks("Billeddeling blandt unge")
    desk.clicks("Saml med et andet forslag")
    desk.ticks(f"Lokalrådet i Herning: {BETTER_TOPIC}")
    desk.clicks("Saml forslagene")
    assert "Skriv, hvorfor forslagene samles." in desk.text
    desk.fills("Hvorfor samles de?", "De handler om det samme.")
    desk.clicks("Saml forslagene")
    assert "Skive kan ikke se det endnu." in desk.text


def the_secretariat_accepts_for_the_whole_district(year: Year) -> None:
    desk = year.secretariat
    desk.clicks("Forslag", within=desk.breadcrumb)
    desk.clicks(BETTER_TOPIC)
    desk.clicks("Optag i planen")
    desk.ticks("Som kredsdækkende emne")
    desk.writes("Teksten i planen", " Forældrene inviteres med.")
    desk.fills("Besked til lokalrådet", "Godt set. Vi har føjet forældrene til.")
    desk.clicks("Optag i planen", role="button")
    assert "Afgjort, ikke meddelt" in desk.text


def the_secretariat_reads_the_letters_and_tells_all_at_once(year: Year) -> None:
    desk = year.secretariat
    desk.clicks("Læs brevene, og meddel")
    assert "Til Formanden for Lokalrådet i Herning" in desk.text
    desk.clicks("Meddel 3 afgørelser")
    assert "3 afgørelser er meddelt. Hvert lokalråd får ét brev." in desk.text
    assert "Patruljer planlægges" in year.post.to(year.cast.formand_viborg, "Afgørelse")
    skive = year.post.to(year.cast.formand("Skive"), "Afgørelse")
    assert "Jeres tekst er bevaret" in skive
    assert f"med titlen »{BETTER_TOPIC}«" in skive


def the_chair_of_herning_finds_the_text_in_the_plan(year: Year) -> None:
    chair = year.herning
    assert "Godt set" in year.post.to(year.cast.formand_herning, "Afgørelse af jeres forslag")
    chair.opens("/arbejdsbord/planer/")
    chair.clicks(year.title)
    chair.clicks("Forslag fra Lokalrådet i Herning")
    chair.clicks(BETTER_TOPIC)
    chair.clicks("Se, hvor teksten står i planen")
    section = chair.page.locator(":target")
    assert BETTER_TOPIC in section.inner_text()
    assert section.is_visible()
    assert "Forældrene inviteres med." in chair.section(BETTER_TOPIC).inner_text()
