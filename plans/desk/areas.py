"""Prevention areas that a chair has to write the lokalråd's decision on."""

from collections.abc import Iterator

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.urls import reverse

from councils.models import Council
from plans.desk.tasks import Task
from plans.document.short_lists import rows_as_list
from plans.local_decisions.reading import undecided


def undecided_areas(year: int) -> ArraySubquery:
    """Of the lokalråd of the row outside: each its id and name."""
    return rows_as_list(undecided(year).filter(municipality=OuterRef("municipality")), "id", "name")


def areas_to_decide_on(council: Council, areas: list[dict[str, object]]) -> Iterator[Task]:
    for area in areas:
        yield Task(
            title=f"Skriv beslutningen om {area['name']}",
            text=f"Området står på årets liste. Når {council.name} har besluttet, får borgerne et kort svar.",
            action="Skriv beslutningen",
            url=reverse("decide-on-area", args=[council.pk, area["id"]]),
        )
