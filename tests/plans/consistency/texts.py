"""Plans as checks read them, made of plain words: no database."""

from typing import Any

from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.facts import Facts, LocalCouncil
from plans.consistency.findings import Place

YEAR = 2027
PLACES = (
    *("Herning", "Holstebro", "Ikast-Brande", "Lemvig", "Morsø", "Ringkøbing-Skjern"),
    *("Silkeborg", "Skive", "Struer", "Thisted", "Viborg"),
)
COUNCILS = tuple(
    LocalCouncil(number, f"Lokalrådet i {name}", name) for number, name in enumerate(PLACES, start=1)
)


def section(heading: str, body: str = "<p>Tekst.</p>", **fields: Any) -> Text:
    """Its lineage is its heading, unless another is given."""
    place = Place(title=heading, lineage=fields.pop("lineage", heading), section=1, version=1)
    return Text(place, heading, body, **({"kind": "chapter"} | fields))


def text(*bodies: str, **facts: Any) -> CheckedPlan:
    """A plan with one section for each of these texts."""
    return a_text(*(section(f"Afsnit {number}", body) for number, body in enumerate(bodies, 1)), **facts)


def a_text(*sections: Text, **facts: Any) -> CheckedPlan:
    usual = {
        "plan": 1,
        "year": YEAR,
        "district": "Midt- og Vestjyllands Politi",
        "place": "Midt- og Vestjylland",
        "municipalities": PLACES,
        "local_councils": COUNCILS,
    }
    return CheckedPlan(sections, Facts(**(usual | facts)))
