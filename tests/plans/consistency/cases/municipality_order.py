from tests.plans.consistency.texts import PLACES, text

DANISH = f"<p>Med er {', '.join(PLACES)}.</p>"
BACKWARDS = f"<p>Nævn har {', '.join(reversed(PLACES))}.</p>"
CHANGED = (*PLACES[:2], PLACES[3], PLACES[2], *PLACES[4:])
SWAPPED = f"<p>Steder: {', '.join(CHANGED)}.</p>"

FIRES = {
    "the odd one out": (text(DANISH, BACKWARDS), [", ".join(reversed(PLACES))]),
    "of two that changed places": (text(DANISH, SWAPPED, DANISH), [", ".join(CHANGED)]),
    "of three": (text(BACKWARDS, DANISH, BACKWARDS), [", ".join(PLACES)]),
}
SAYS = {
    "of two that changed places": [
        "Kommunerne står i en anden rækkefølge i »Afsnit 2« end ellers i planen: … Holstebro, Lemvig, "
        "Ikast-Brande … Andre steder står der … Holstebro, Ikast-Brande, Lemvig …"
    ],
}
QUIET = {
    "one order of its own": text(BACKWARDS, BACKWARDS),
    "one list": text(BACKWARDS),
    "one lacks a kommune": text(DANISH, f"<p>Med er {', '.join(PLACES[1:])}.</p>"),
}
