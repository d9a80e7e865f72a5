from plans.consistency.facts import Holder
from tests.plans.consistency.texts import text

DIRECTOR = Holder("Anden Direktør", "Politidirektør", "chair", "Kredsrådet", "district")

MAYORS = (
    Holder("Skives Borgmester", "Borgmester", municipality="Skive"),
    Holder("Viborgs Borgmester", "Borgmester", municipality="Viborg"),
)
VICE_CHAIR = Holder("Skives Næste", "Viceborgmester", "vice_chair", "Kredsrådet", "district", "Skive")

FIRES = {
    "another vice chair": (
        text("<p>Næstformand er borgmester Ny Navngiven.</p>", holders=(VICE_CHAIR, *MAYORS)),
        ["borgmester Ny Navngiven", "næstformand Ny Navngiven"],
    ),
    "another director": (
        text("<p>Formand er politidirektør Ny Navngiven.</p>", holders=(DIRECTOR,)),
        ["politidirektør Ny Navngiven"],
    ),
    "a mayor by the kommune": (
        text("<p>Ny Navngiven, borgmester i Skive, er med.</p>", holders=(*MAYORS, DIRECTOR)),
        ["borgmester Ny Navngiven"],
    ),
    "the mayor of another kommune": (
        text("<p>Borgmester i Skive Viborgs Borgmester er med.</p>", holders=MAYORS),
        ["borgmester Viborgs Borgmester"],
    ),
    "and the kommune after the name": (
        text("<p>Borgmester Viborgs Borgmester i Skive Kommune er med.</p>", holders=MAYORS),
        ["borgmester Viborgs Borgmester"],
    ),
}
SAYS = {
    "and the kommune after the name": [
        "»Afsnit 1« kalder Viborgs Borgmester borgmester i Skive. "
        "I registret er borgmesteren Skives Borgmester."
    ],
}
QUIET = {
    "the vice chair": text("<p>Næstformand er Skives Næste.</p>", holders=(VICE_CHAIR,)),
    "a lokalråd's": text("<p>Næstformand i lokalrådet er Ny Navngiven.</p>", holders=(VICE_CHAIR,)),
    "the right one": text("<p>Formand er politidirektør Anden Direktør.</p>", holders=(DIRECTOR,)),
    "a mayor by the kommune": text(
        "<p>Skives Borgmester, borgmester i Skive Kommune, og borgmester Viborgs Borgmester.</p>",
        holders=MAYORS,
    ),
    "somewhere": text("<p>Borgmester Viborgs Borgmester i Lemvig er med.</p>", holders=MAYORS),
    "an organisation chart": text(
        "<p>Politidirektør Chefanklager Stab</p><p>En chefanklager leder.</p>", holders=(DIRECTOR,)
    ),
    "a register without holders": text("<p>Formand er politidirektør Ny Navngiven.</p>"),
}
