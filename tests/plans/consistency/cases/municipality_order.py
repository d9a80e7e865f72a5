from tests.plans.consistency.texts import PLACES, text

DANISH = f"<p>Med er {', '.join(PLACES)}.</p>"
BACKWARDS = f"<p>Nævn har {', '.join(reversed(PLACES))}.</p>"

FIRES = {
    "the odd one out": (text(DANISH, BACKWARDS), [", ".join(reversed(PLACES))]),
    "of three": (text(BACKWARDS, DANISH, BACKWARDS), [", ".join(PLACES)]),
}
QUIET = {
    "one order of its own": text(BACKWARDS, BACKWARDS),
    "one list": text(BACKWARDS),
    "one lacks a kommune": text(DANISH, f"<p>Med er {', '.join(PLACES[1:])}.</p>"),
}
