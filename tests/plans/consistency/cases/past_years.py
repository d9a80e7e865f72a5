from plans.consistency.facts import Topic
from tests.plans.consistency.texts import a_text, section, text

FIRES = {
    "the plan's year": (text("<p>I planåret 2026 arbejder vi med natteliv.</p>"), ["»I planåret 2026«"]),
    "in the year": (text("<p>Kredsrådet prioriterer i år 2026 de samme emner.</p>"), ["»i år 2026«"]),
    "a quarter": (text("<p>Lokalrådene afrapporterer i 2. kvartal 2026.</p>"), ["»i 2. kvartal 2026«"]),
    "a heading": (a_text(section("Mål for 2024")), ["2024"]),
    "a span that has ended": (a_text(section("Aftalen 2021-2024")), ["2021-2024"]),
    "a text": (text("<p>Det står vi sammen om i 2026.</p>"), ["»i 2026«"]),
    "a local topic": (
        text(topics=(Topic("Havnen", True, 4, "<p>Vi mødes i 2026.</p>", "t"),)),
        ["»i 2026«"],
    ),
}
QUIET = {
    "compared with": text("<p>Antallet er lavere end i 2025.</p>"),
    "to come": text("<p>Arbejdet fortsætter i 2028.</p>"),
    "a law's date": text("<p>Loven fra 2006 og lov nr. 538 af 8. juni 2006 er grundlaget.</p>"),
    "a span that lasts": a_text(section("Aftalen 2024–2027")),
    "what was": text("<p>Nævnet blev oprettet i 2019.</p>"),
    "what goes on": text("<p>Indsatsområdet er en videreførelse af et område i planen for 2026.</p>"),
}
FIRES["what others have done"] = (
    text("<p>I 2026 bruger lokalrådene de tre greb og fortæller, hvad de har betydet.</p>"),
    ["»I 2026«"],
)
QUIET["what was done that year"] = text("<p>Lokalrådene, som mødes tit, har drøftet det i 2026.</p>")
