from tests.plans.consistency.texts import a_text, section

FIRES = {"the last": (a_text(section("Del", ""), section("Tomt", "", depth=1)), ["Tomt"])}
QUIET = {
    "it has sections": a_text(section("Del", ""), section("Tekst", depth=1)),
    "it has facts": a_text(section("Tal", "", data_kind="figures"), section("Slut", "", closing="<p>a</p>")),
}
