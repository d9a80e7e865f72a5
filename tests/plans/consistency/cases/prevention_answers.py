from plans.consistency.facts import Area, Topic
from tests.plans.consistency.texts import text

AREAS = (Area("Trekanten", "Holstebro"), Area("Havrevej", "Thisted"))
ANSWER = Topic("Indsats i boligområdet Trekanten", True, 2)
LISTS = {2: (ANSWER.title,), 10: ("Unge",)}

FIRES = {
    "one without": (text(prevention_areas=AREAS, topics=(ANSWER,), lists=LISTS), ["Havrevej"]),
    "two are one finding": (text(prevention_areas=AREAS, lists={10: ("Unge",)}), ["Trekanten og Havrevej"]),
}
QUIET = {
    "answered": text(prevention_areas=AREAS[:1], topics=(ANSWER,), lists=LISTS),
    "no lists yet": text(prevention_areas=AREAS),
}
