from plans.consistency.facts import Holder
from tests.plans.consistency.texts import text

DIRECTOR = Holder("Anden Direktør", "Politidirektør", "chair", "Kredsrådet", "district")

FIRES = {
    "another director": (
        text("<p>Formand er politidirektør Ny Navngiven.</p>", holders=(DIRECTOR,)),
        ["politidirektør Ny Navngiven"],
    )
}
QUIET = {
    "the right one": text("<p>Formand er politidirektør Anden Direktør.</p>", holders=(DIRECTOR,)),
    "an organisation chart": text(
        "<p>Politidirektør Chefanklager Stab</p><p>En chefanklager leder.</p>", holders=(DIRECTOR,)
    ),
    "a register without holders": text("<p>Formand er politidirektør Ny Navngiven.</p>"),
}
