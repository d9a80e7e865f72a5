from tests.plans.consistency.texts import a_text, section

FIRES = {"a number": (a_text(section("1. Indsats"), section("3.2 Natteliv")), ["1. Indsats", "3.2 Natteliv"])}
QUIET = {"an age": a_text(section("18 år og derover"), section("Bilag 1"), section("2027 i tal"))}
