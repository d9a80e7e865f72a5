from tests.plans.consistency.texts import text

FIRES = {
    "a topic": (text("<p>Rådet har valgt to kredsdækkende emne.</p>"), ["to kredsdækkende emne"]),
    "kommuner": (text("<p>De elleve kommune mødes.</p>"), ["elleve kommune"]),
}
QUIET = {
    "several": text("<p>To kredsdækkende emner, fire medarbejdere og elleve kommuner.</p>"),
    "one": text("<p>Et emne, én kommune, og kl. 10 møde. Det tredje emne.</p>"),
    "in a word": text("<p>Fire kommune-politi-møder.</p>"),
}
