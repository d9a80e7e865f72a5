from tests.plans.consistency.texts import a_text, section, text

FIRES = {
    "per cent": (text("<p>Antallet faldt med 12 pct. og 100 %.</p>"), ["12 pct, 100 %"]),
    "a figure": (text("<p>Politiet har 768 medarbejdere, og 17 % er nye.</p>"), ["768, 17 %"]),
}
QUIET = {
    "a source": text("<p>Politiet har 768 medarbejdere.</p><p>(Kilde: kredsen)</p>"),
    "a condition": text("<p>Områder med mindst 1.000 beboere, hvor andelen overstiger 30 procent.</p>"),
    "a law": text("<p>Bekendtgørelse nr. 1426 og lovens § 113.</p>"),
    "a year": text("<p>Siden 2021 er der elleve råd.</p>"),
    "the old status is told": text("<p>Status september 2026: 2800 er spurgt.</p>"),
    "what the register shows": a_text(section("Tal", "<p>Der er 768 ansatte.</p>", data_kind="figures")),
}
