from tests.plans.consistency.texts import a_text, section

FIRES = {"twice": (a_text(section("Natteliv"), section("natteliv", lineage="b")), ["Natteliv"])}
QUIET = {"parts without a heading": a_text(section("", kind="part"), section("", kind="part", lineage="b"))}
