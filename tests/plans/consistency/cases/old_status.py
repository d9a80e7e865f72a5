from tests.plans.consistency.texts import text

FIRES = {
    "without a source": (text("<p>Status september 2026: 2800 er spurgt.</p>"), ["Status september 2026"])
}
QUIET = {
    "with a source": text("<p>Status september 2026: 2800 er spurgt.</p><p>Kilde: POLSAS.</p>"),
    "of the plan's year": text("<p>Status marts 2027: 2800 er spurgt.</p>"),
    "told as a year that is past": text("<p>Status juni 2026: halvdelen er i gang.</p>"),
}
