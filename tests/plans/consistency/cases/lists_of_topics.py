from plans.consistency.facts import Topic
from tests.plans.consistency.texts import COUNCILS, text

YOUTH, NIGHT = Topic("Unge", section="unge"), Topic("Natteliv", section="natteliv")
LOCAL = Topic("Havnen", True, 4)
ALL = {council.pk: ("Unge", "Natteliv") for council in COUNCILS}

FIRES = {
    "one without a list": (
        text(topics=(YOUTH,), lists={pk: ("Unge",) for pk in ALL if pk != 4}),
        ["Lokalrådet i Lemvig har ingen prioriterede indsatsområder."],
    ),
    "ten without lists are one fact": (
        text(topics=(YOUTH,), lists={4: ("Unge",)}),
        [
            "10 lokalråd (Herning, Holstebro, Ikast-Brande, Morsø, Ringkøbing-Skjern, Silkeborg, Skive, "
            "Struer, Thisted og Viborg) har ingen prioriterede indsatsområder."
        ],
    ),
    "one topic is lacking": (
        text(topics=(YOUTH, NIGHT), lists=ALL | {8: ("Unge",)}),
        [
            "Lokalrådet i Skive mangler »Natteliv« på sin liste. Kredsdækkende emner står på alle lister.",
        ],
    ),
}
QUIET = {
    "all have all": text(topics=(YOUTH, NIGHT, LOCAL), lists=ALL | {4: ("Unge", "Havnen", "Natteliv")}),
    "no topics yet": text(),
    "a lokalråd's own plan": text(topics=(YOUTH,), lists={4: ("Unge",)}, council_kind="local"),
}
