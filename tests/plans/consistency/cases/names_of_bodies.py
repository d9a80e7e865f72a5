from tests.plans.consistency.texts import text

FIRES = {
    "a sign for »og«": (text("<p>Midt- & Vestjyllands Politi.</p>"), ["Midt- & Vestjyllands Politi"]),
    "a letter wrong": (
        text("<p>Ringkøbing-Skern Kommune og Holsterbro.</p>"),
        ["Ringkøbing-Skern", "Holsterbro"],
    ),
    "a letter wrong in a short name": (text("<p>Skove Kommune er med.</p>"), ["Skove"]),
    "the district": (text("<p>I Midt- Vestjyllands politikreds.</p>"), ["Midt- Vestjyllands politikreds"]),
    "twice is one": (
        text("<p>Midt- og Vestjyllands politi.</p>", "<p>Midt- og Vestjyllands politi.</p>"),
        ["Midt- og Vestjyllands politi"],
    ),
    "a kommune": (text("<p>Ringkøbing Skjern Kommune.</p>"), ["Ringkøbing Skjern"]),
}
QUIET = {
    "of the kommune": text("<p>Holstebros borgmester, Skives skoler. Skove og enge i Struer.</p>"),
    "as the register has it": text(
        "<p>Midt- og Vestjyllands Politis plan, Midt- og Vestjyllands politikreds.</p>"
    ),
    "the place": text("<p>I Midt- og Vestjylland, det midt- og vestjyske.</p>"),
}
