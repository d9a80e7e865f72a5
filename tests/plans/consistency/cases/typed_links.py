from tests.plans.consistency.texts import text

FIRES = {
    "an address": (text("<p>Se www.politi.dk/kontakt.</p>"), ["www.politi.dk/kontakt"]),
    "a website": (text("<p>Planen findes på kredsens hjemmeside.</p>"), ["hjemmeside"]),
    "nowhere to read more": (text("<p>Læs mere her.</p>"), ["Læs mere her"]),
}
QUIET = {
    "a link": text('<p>Se <a href="https://politi.dk/">politi.dk</a> og hjemmesiden.</p>'),
    "somewhere to read more": text('<p>Læs mere her: <a href="https://politi.dk/">politi.dk</a>.</p>'),
    "no way of speaking of a link": text("<p>Her kan man se mere til politiet.</p>"),
    "an e-mail address": text("<p>Skriv til kredsen@politi.dk.</p>"),
}
