from tests.plans.consistency.texts import text

FIRES = {
    "the district": (text("<p>I Midt- Vestjyllands politikreds.</p>"), ["Midt- Vestjyllands politikreds"]),
    "twice is one": (
        text("<p>Midt- og Vestjyllands politi.</p>", "<p>Midt- og Vestjyllands politi.</p>"),
        ["Midt- og Vestjyllands politi"],
    ),
    "a kommune": (text("<p>Ringkøbing Skjern Kommune.</p>"), ["Ringkøbing Skjern"]),
}
QUIET = {
    "as the register has it": text(
        "<p>Midt- og Vestjyllands Politis plan, Midt- og Vestjyllands politikreds.</p>"
    ),
    "the place": text("<p>I Midt- og Vestjylland, det midt- og vestjyske.</p>"),
}
