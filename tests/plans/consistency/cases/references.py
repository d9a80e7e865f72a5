from tests.plans.consistency.texts import a_text, section

FIRES = {
    "short": (a_text(section("Et", "<p>Se pkt. 7.4 og kap. 9.</p>", number="1.")), ["pkt. 7.4", "kap. 9"]),
    "a letter": (
        a_text(section("Et", "<p>Se bilag C.</p>"), section("Bilag A", kind="appendix")),
        ["bilag c"],
    ),
    "by its name": (a_text(section("Et", "<p>Se afsnittet »Natteliv«.</p>")), ["»Natteliv«"]),
    "a section": (a_text(section("Et", "<p>Se afsnit 7.4.</p>", number="1.")), ["afsnit 7.4"]),
    "an appendix": (a_text(section("Et", "<p>Se bilag 1.</p>", number="1.")), ["bilag 1"]),
    "twice is one": (
        a_text(section("Et", "<p>Se kapitel 9.</p>"), section("To", "<p>Se kapitel 9.</p>")),
        ["kapitel 9"],
    ),
}
QUIET = {
    "by its name": a_text(section("Et", "<p>Se afsnittet »Natteliv«.</p>"), section("Vold i natteliv")),
    "they are there": a_text(
        section("Et", "<p>Se afsnit 1.2 og bilag 1.</p>", number="1."),
        section("To", number="1.2"),
        section("Bilag 1: Fora", number="2.", kind="appendix"),
    ),
    "of a law": a_text(section("Et", "<p>Efter kapitel 11 i retsplejeloven.</p>", number="1.")),
}
