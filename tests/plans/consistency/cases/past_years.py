from plans.consistency.facts import Topic
from tests.plans.consistency.texts import a_text, section, text

FIRES = {
    "a heading": (a_text(section("Mål for 2024")), ["2024"]),
    "a span that has ended": (a_text(section("Aftalen 2021-2024")), ["2021-2024"]),
    "a text": (text("<p>Det står vi sammen om i 2026.</p>"), ["»i 2026«"]),
    "a local topic": (
        text(topics=(Topic("Havnen", True, 4, "<p>Vi mødes i 2026.</p>", "t"),)),
        ["»i 2026«"],
    ),
}
QUIET = {
    "a span that lasts": a_text(section("Aftalen 2024–2027")),
    "what was": text("<p>Nævnet blev oprettet i 2019.</p>"),
    "what goes on": text("<p>Indsatsområdet er en videreførelse af et område i planen for 2026.</p>"),
}
