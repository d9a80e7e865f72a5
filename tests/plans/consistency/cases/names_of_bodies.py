from tests.plans.consistency.texts import text

FIRES = {
    "a sign for »og«": (text("<p>Midt- & Vestjyllands Politi.</p>"), ["Midt- & Vestjyllands Politi"]),
    "a letter wrong": (
        text("<p>Ringkøbing-Skern Kommune og Holsterbro.</p>"),
        ["Ringkøbing-Skern", "Holsterbro"],
    ),
    "a letter wrong in a short name": (text("<p>Skove Kommune er med.</p>"), ["Skove"]),
    "the district": (text("<p>I Midt- Vestjyllands politikreds.</p>"), ["Midt- Vestjyllands politikreds"]),
    "the place before the authority": (
        text("<p>I Midt- og Vestjylland Politikreds.</p>"),
        ["Midt- og Vestjylland Politikreds"],
    ),
    "a lokalråd of elsewhere": (text("<p>Lokalrådet i Randers er med.</p>"), ["lokalrådet i Randers"]),
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
    "its own lokalråd": text("<p>Lokalrådet i Herning, lokalrådets møde i Struer og lokalrådet i byen.</p>"),
    "the place": text("<p>I Midt- og Vestjylland, det midt- og vestjyske.</p>"),
}
SAYS = {
    "a kommune": ["Der står »Ringkøbing Skjern«. Registret skriver »Ringkøbing-Skjern«."],
    "twice is one": [
        "Der står »Midt- og Vestjyllands politi« 2 steder. Registret skriver »Midt- og Vestjyllands Politi«."
    ],
}
