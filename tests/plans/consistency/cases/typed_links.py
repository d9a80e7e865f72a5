from tests.plans.consistency.texts import text

FIRES = {
    "an address": (text("<p>Se www.politi.dk/kontakt.</p>"), ["www.politi.dk/kontakt"]),
    "a website": (text("<p>Planen findes på kredsens hjemmeside.</p>"), ["hjemmeside"]),
}
QUIET = {
    "a link": text('<p>Se <a href="https://politi.dk/">politi.dk</a> og hjemmesiden.</p>'),
    "an e-mail address": text("<p>Skriv til kredsen@politi.dk.</p>"),
}
