from tests.plans.consistency.texts import text

LONG = "Lokalrådene er det sted, hvor politi og kommuner taler sammen om det, der sker i byen, og hvad de gør"

FIRES = {
    "a paragraph": (text(f"<p>{LONG}</p>", f"<p>Før.</p><p>{LONG}</p>"), [f"{LONG[:70].rsplit(' ', 1)[0]} …"])
}
QUIET = {
    "a short one": text(
        "<p>Indsatsområdet er en videreførelse.</p>", "<p>Indsatsområdet er en videreførelse.</p>"
    )
}
