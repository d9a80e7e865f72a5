from tests.plans.consistency.texts import text

FIRES = {
    "a day": (text("<p>Mødet holdes den XX. marts.</p>"), ["XX"]),
    "words in brackets": (text("<p>Formand er [indsæt navn].</p>"), ["[indsæt navn]"]),
    "a question": (text("<p>Mødet holdes den ?? marts.</p>"), ["??"]),
    "a line": (text("<p>Antal: ____ sager.</p>"), ["____"]),
}
QUIET = {
    "a Roman number": text("<p>Kapitel XXI og del XIX.</p>"),
    "brackets": text("<p>Han sagde, at de [lokalrådene] mødes. Hvorfor?</p>"),
}
