from typing import Any

from plans.document.models import Plan
from tests.cast import Cast
from tests.making import a_plan, an_edition, section
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.desk import draft
from tests.permissions.rows import DISTRICT_READS, Row, secretariat


def following(cast: Cast) -> dict[str, Any]:
    """A plan that builds on one that is published."""
    earlier = a_plan(cast.kredsraad(), 2026)
    an_edition(earlier)
    return {"pk": a_plan(cast.kredsraad(), previous=earlier).pk}


def new_in_it(cast: Cast) -> dict[str, Any]:
    parts = following(cast)
    new = section(Plan.objects.get(pk=parts["pk"]), "Natteliv", "<p>Politiet går tur.</p>")
    return parts | {"lineage": new.lineage}


ROWS = {
    "plan-versions": Row(
        DISTRICT_READS,
        f"{secretariat('302')} {TYPED_IS_SENT_BACK}",
        draft,
        lambda cast, parts: {"name": "Til mødet 3. november"},
    ),
    "compare-versions": Row(DISTRICT_READS, make=draft),
    "plan-news": Row(DISTRICT_READS, make=following),
    "plan-news: den første plan": Row("*=404", make=draft),
    "write-news-line": Row(
        secretariat("200"),
        f"{secretariat('302')} {TYPED_IS_SENT_BACK}",
        new_in_it,
        lambda cast, parts: {"line": "Politiet går tur hver nat.", "version": 0},
    ),
}
