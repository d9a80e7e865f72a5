"""What the tests of the administration type and read."""

import re

from councils.models import Council
from samarbejde.accounts.models import User


def page(response) -> str:
    """Its words, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode()))


def term(person: User, council: Council, **more) -> dict[str, object]:
    return {
        "user": person.pk,
        "council": council.pk,
        "role": "chair",
        "title": "Leder af lokalpolitiet",
        "side": "police",
        "municipality": "",
        "first_day": "01-01-2026",
        "last_day": "",
    } | more


def rows(prefix: str, *forms: dict[str, object], initial: int = 0) -> dict[str, object]:
    """The fields of an inline formset."""
    fields: dict[str, object] = {f"{prefix}-TOTAL_FORMS": len(forms), f"{prefix}-INITIAL_FORMS": initial}
    for number, form in enumerate(forms):
        fields |= {f"{prefix}-{number}-{name}": value for name, value in form.items()}
    return fields


def council_fields(council: Council) -> dict[str, object]:
    return {
        "kind": council.kind,
        "district": council.district_id,
        "municipality": council.municipality_id or "",
        "name": council.name,
    }
