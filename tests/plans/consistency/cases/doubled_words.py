from tests.plans.consistency.texts import text

FIRES = {
    "a word twice": (text("<p>Det er er vigtigt.</p>"), ["er er"]),
    "a capital": (text("<p>Vi vi.</p>"), ["Vi vi"]),
}
QUIET = {
    "what may be right": text("<p>Alle, der der er brug for. Hvad det er, er klart. 20 20.</p>"),
    "in two blocks": text("<p>Unge</p><p>Unge</p>"),
    "with a hyphen": text("<p>Politi politi-samarbejdet, lokalråd lokalrådene.</p>"),
}
