"""The secretariat begins and writes the plan."""

from django.urls import reverse

from tests.journeys.year import PASSWORD, Year


def the_secretariat_starts_next_years_plan(year: Year) -> None:
    desk = year.secretariat
    desk.opens("/")
    desk.clicks("Log ind")
    desk.logs_in(year.cast.sekretariat, PASSWORD)
    assert desk.heading == "Hvad venter på mig"
    desk.opens(reverse("mfa_index"))
    desk.clicks("Send nyheder med det samme")
    assert "Nyheder kommer nu med det samme" in desk.text
    desk.opens(reverse("desk"))
    desk.clicks("Se alle planer")
    desk.clicks("Begynd en ny plan")
    desk.clicks("Begynd planen")
    assert desk.heading == "Fra sidste år"
    assert f"{year.title} er begyndt" in desk.text
    read = desk.page.get_by_role("button", name="Læst, kan stå")
    while read.count():
        with desk.page.expect_event("load"):
            read.first.click()
    desk.look()
    assert "Alt, der er videreført, er læst." in desk.text
    desk.clicks(year.title)
    desk.clicks("Planens tekst")


def the_secretariat_edits_a_section(year: Year) -> None:
    desk = year.secretariat
    desk.clicks("Ret »1. Kredsrådet«")
    desk.writes("Tekst", "", "Kredsrådet mødes fire gange i året. ")
    desk.presses("Fed")
    desk.types("Hvert møde begynder med opfølgning.")
    desk.presses("Fed")
    desk.types("Enter")
    desk.presses("Liste med punkter")
    desk.types("i marts og juni", "Enter", "i september og november")
    desk.clicks("Gem")
    assert "er gemt" in desk.text
    section = desk.section("Kredsrådet")
    assert section.locator("strong").inner_text() == "Hvert møde begynder med opfølgning."
    assert section.locator("li").all_inner_texts()[-2:] == ["i marts og juni", "i september og november"]
