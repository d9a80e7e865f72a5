"""Prevention areas that a chair has to write the lokalråd's decision on."""

from collections.abc import Iterator

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.urls import reverse
from django.utils import timezone

from councils.models import Council
from plans.desk.tasks import Task
from plans.document.short_lists import rows_as_list
from plans.local_decisions.reading import undecided


def undecided_areas(year: int) -> ArraySubquery:
    """Of the lokalråd of the row outside: each its id and name."""
    return rows_as_list(undecided(year).filter(municipality=OuterRef("municipality")), "id", "name")


def areas_to_decide_on(council: Council, areas: list[dict[str, object]], year: int) -> Iterator[Task]:
    is_past = year < timezone.localdate().year
    of, listed = (f"for {year} om", f"stod på listen i {year}") if is_past else ("om", "står på årets liste")
    for area in areas:
        yield Task(
            title=f"Skriv beslutningen {of} {area['name']}",
            text=f"Området {listed}. Når {council.name} har besluttet, får borgerne et kort svar.",
            action="Skriv beslutningen",
            url=reverse("decide-on-area", args=[council.pk, year, area["id"]]),
        )
