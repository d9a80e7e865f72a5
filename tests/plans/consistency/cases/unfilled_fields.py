from tests.plans.consistency.texts import text

FIRES = {"a placeholder": (text("<p>Formand er {{politidirektør}}.</p>"), ["{{politidirektør}}"])}
QUIET = {"braces": text("<p>Mængden {1, 2} er lille.</p>")}
