from tests.plans.consistency.texts import a_text, section, text

FIRES = {
    "the wrong way round": (text("<p>Rådet )og udvalget( mødes.</p>"), ["Rådet )og udvalget( mødes."]),
    "a bracket": (text("<p>Rådet (og udvalget mødes.</p>"), ["Rådet (og udvalget mødes."]),
    "a heading": (a_text(section("Forebyggelse)")), ["Forebyggelse)"]),
    "a quotation": (text("<p>De kalder det »tryghed.</p>"), ["De kalder det »tryghed."]),
}
QUIET = {
    "pairs": text("<p>Rådet (og »udvalget«) mødes [altid] ”her”.</p>"),
    "points of a list": text("<p>a) først</p><p>*) dernæst</p>"),
}
