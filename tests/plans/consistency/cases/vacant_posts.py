from plans.consistency.facts import Holder
from tests.plans.consistency.texts import text

CHAIR = Holder("En Direktør", "Politidirektør", "chair", "Kredsrådet", "district")
VICE = Holder("En Borgmester", "Borgmester", "vice_chair", "Kredsrådet", "district")

FIRES = {
    "no vice chair": (text("<p>En vælges som næstformand.</p>", holders=(CHAIR,)), ["næstformand"]),
    "the chair is not the vice chair": (
        text("<p>Vores næstformand er Anden Navngiven.</p>", holders=(VICE,)),
        ["formand"],
    ),
    "no chair": (text("<p>Tekst</p>", holders=(VICE,)), ["formand"]),
}
QUIET = {
    "the other way round": text("<p>Borgmester Anden Navngiven er næstformand.</p>", holders=(CHAIR,)),
    "elected": text("<p>Som borgmester er Anden P. Navngiven valgt til næstformand.</p>", holders=(CHAIR,)),
    "both": text("<p>Tekst</p>", holders=(CHAIR, VICE)),
    "named in the text": text("<p>Vores næstformand er Anden Navngiven.</p>", holders=(CHAIR,)),
    "a lokalråd's plan": text("<p>Tekst</p>", council_kind="local"),
}
