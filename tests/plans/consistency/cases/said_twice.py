from tests.plans.consistency.texts import text

LONG = "Lokalrådene er det sted, hvor politi og kommuner taler sammen om det, der sker i byen, og hvad de gør"

FIRES = {
    "a word changed": (
        text(
            f"<p>{LONG}, når noget i kommunen ændrer sig for nogen.</p>",
            f"<p>{LONG}, når noget i området ændrer sig for nogen.</p>",
        ),
        [f"{LONG[:70].rsplit(' ', 1)[0]} …"],
    ),
    "a paragraph": (
        text(f"<p>{LONG}</p>", f"<p>Før.</p><p>{LONG}</p>"),
        [f"{LONG[:70].rsplit(' ', 1)[0]} …"],
    ),
}
QUIET = {
    "the beginning alone": text(
        f"<p>{LONG} alene og sammen med andre i løbet af et år, hvor meget sker.</p>",
        "<p>Lokalrådene er det sted, hvor politi og kommuner drøfter planer, og hvor forslag til næste år "
        "bliver til, før kredsrådet tager stilling til dem alle.</p>",
    ),
    "a short one": text(
        "<p>Indsatsområdet er en videreførelse.</p>", "<p>Indsatsområdet er en videreførelse.</p>"
    ),
}
