from plans.consistency.facts import Remark
from tests.plans.consistency.texts import a_text, section

FIRES = {
    "a topic's other title": (
        a_text(section("Unge"), import_remarks=(Remark("Det hed også »De unge«.", "De unge", "Unge"),)),
        ["De unge"],
    ),
    "of a section that is gone": (
        a_text(section("Unge"), import_remarks=(Remark("Det hed også »Torvet«.", "Torvet", "væk"),)),
        ["Torvet"],
    ),
}
QUIET = {"a plan that was written here": a_text(section("Unge"))}
