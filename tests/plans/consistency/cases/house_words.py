from tests.plans.consistency.texts import text

FIRES = {
    "two words": (text("<p>Kreds rådet og de kreds dækkende emner.</p>"), ["Kreds rådet", "kreds dækkende"]),
    "one finding, however often": (
        text("<p>Et kredsdekkende emne. Kredsdekkende er også dette.</p>", "<p>Det kredsdekkende.</p>"),
        ["kredsdekkende"],
    ),
    "a slip that nobody has listed": (text("<p>Det kredsdæknende emne.</p>"), ["kredsdæknende"]),
    "words that are right one by one": (text("<p>Andel del beskriver aftalen.</p>"), ["Andel del"]),
    "the secretariat's own": (
        text("<p>Vi har et info-hus.</p>", house_words=(("info-hus", "infohus"),)),
        ["info-hus"],
    ),
}
QUIET = {
    "as we write it": text("<p>Det kredsdækkende emne er radikalisering, og anden del beskriver det.</p>"),
    "inflected": text("<p>Bekymringssamtalerne og forebyggelsesområderne, samarbejdsplaner.</p>"),
    "a word of its own that holds it": text(
        "<p>Antiradikaliseringsindsatsen og radikaliseringsindsatsen.</p>"
    ),
}
