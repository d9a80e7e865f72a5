"""A duty from the plan's text to the kredsråd's paper."""

from tests.journeys.year import Year

DUTY = "Lokalrådene i Herning og Viborg skal melde tilbage om tryghed ved skolerne i dette kvartal."


def the_plans_sentence_becomes_a_duty(year: Year) -> None:
    """The portal has seen the sentence; the secretariat says who has it, and when."""
    desk = year.secretariat
    desk.opens("/arbejdsbord/planer/")
    desk.clicks(year.title)
    desk.clicks("Opgaver og afrapporteringer")
    desk.clicks("Find opgaver i teksten")
    sentence = desk.page.locator("fieldset").filter(has_text=DUTY)
    sentence.locator("label", has_text="Det er en opgave").click()
    sentence.locator("summary").click()
    sentence.get_by_label("Kvartal", exact=True).select_option(str(year.quarter))
    sentence.get_by_label("År", exact=True).fill(str(year.number))
    desk.clicks("Gem svarene")
    assert DUTY in desk.text


def herning_answers_on_a_phone(year: Year) -> None:
    phone = year.herning
    phone.is_logged_in_as(year.cast.formand_herning)
    phone.opens("/arbejdsbord/")
    phone.clicks("Svar")
    _says(year, "Vi har talt med alle skoler.")


def the_secretariat_asks_and_is_answered(year: Year) -> None:
    desk, phone = year.secretariat, year.herning
    _opens_the_answer(year)
    desk.fills("Dit spørgsmål", "Hvor mange kom?")
    desk.clicks("Send tilbage med spørgsmålet")
    phone.opens(year.post.link(year.cast.formand_herning, "Hvor mange kom?"))
    assert "Hvor mange kom?" in phone.text
    _says(year, "Vi har talt med alle skoler. 120 kom.")
    _opens_the_answer(year)
    assert "120 kom." in desk.text
    desk.clicks("Sæt som set")
    assert "Svaret er set" in desk.text


def _says(year: Year, text: str) -> None:
    phone = year.herning
    phone.ticks("I gang")
    phone.fills("Jeres svar", text)
    phone.fills("Tal, hvis I har nogen", "Møder med skolerne: 4")
    phone.clicks("Send til sekretariatet")
    assert "sendt" in phone.text


def _opens_the_answer(year: Year) -> None:
    desk = year.secretariat
    desk.opens("/arbejdsbord/")
    desk.clicks("Læs svarene")
    desk.clicks("Lokalrådet i Herning")
    desk.clicks("Sæt som set, eller spørg")


def the_quarters_paper_lies_ready(year: Year) -> None:
    desk = year.secretariat
    desk.opens("/arbejdsbord/planer/")
    desk.clicks(year.title)
    desk.clicks("Opgaver og afrapporteringer")
    desk.clicks("Se svarene")
    desk.clicks(f"Mødepapir, {year.quarter}. kvartal")
    assert "120 kom." in desk.text
    assert "Møder med skolerne" in desk.text
    missing = desk.page.get_by_role("row", name="Viborg").inner_text()
    assert "mangler" in missing
