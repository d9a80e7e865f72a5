from plans.consistency.facts import Agreement
from tests.plans.consistency.texts import a_text, section

HEADING = section("Flerårsaftalen 2021-2024", "<p>Aftalen er forlænget til og med 2025.</p>")
RIGHT = section("Flerårsaftalen 2024-2027", "<p>Aftalen gælder til og med 2027.</p>")

FIRES = {
    "when it ends": (
        a_text(
            section("Rammen", "<p>Flerårsaftalen slutter ved udgangen af 2026.</p>"),
            agreements=(Agreement("Politiet", 2024, 2027),),
        ),
        ["2026"],
    ),
    "to the end of another year": (
        a_text(
            section("Rammen", "<p>Flerårsaftalen løber frem til udgangen af 2026.</p>"),
            agreements=(Agreement("Politiet", 2024, 2027),),
        ),
        ["2026"],
    ),
    "when it begins": (
        a_text(
            section("Rammen", "<p>Flerårsaftalen gælder i perioden 2023 til 2027.</p>"),
            agreements=(Agreement("Politiet", 2024, 2027),),
        ),
        ["2023 til 2027"],
    ),
    "two ends": (a_text(HEADING), ["»Flerårsaftalen 2021-2024« og »til og med 2025«"]),
    "extended in the register": (
        a_text(RIGHT, agreements=(Agreement("Politiet", 2024, 2027, extended_to=2028),)),
        ["2027"],
    ),
    "not the register's": (a_text(RIGHT, agreements=(Agreement("Politiet", 2021, 2026),)), ["2027"]),
}
QUIET = {
    "one end": a_text(RIGHT, agreements=(Agreement("Politiet", 2024, 2027),)),
    "to the end of the extension": a_text(
        section("Rammen", "<p>Flerårsaftalen er forlænget til 2025.</p>"),
        agreements=(Agreement("Politiet", 2021, 2024, extended_to=2025),),
    ),
    "one that came before": a_text(
        RIGHT,
        section(
            "Baggrund", "<p>Den tidligere aftale 2019-2023 blev fulgt.</p><p>Aftalen 2016-2019 udløb.</p>"
        ),
        section("Ny aftale", "<p>Flerårsaftalen 2024-2027 afløser aftalen for 2021-2023.</p>"),
    ),
    "no agreement": a_text(section("Strategien 2021-2024", "<p>Den gælder til og med 2025.</p>")),
}
