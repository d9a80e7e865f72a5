from tests.plans.consistency.texts import text

FIRES = {"here": (text('<p>Læs om det <a href="https://a.dk/">her</a>.</p>'), ["https://a.dk/"])}
QUIET = {"its name": text('<p>Læs <a href="https://a.dk/">årsberetningen</a>.</p>')}
