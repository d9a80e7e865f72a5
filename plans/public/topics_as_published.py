"""Which topics an edition speaks of: its text has their titles, and what hangs on them has their lineages."""

from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from councils.models import Municipality
from plans.document.models import FocusArea, Scope, Section
from plans.publication.models import Edition


def lineages_as_published(edition: Edition, place: Municipality) -> dict[str, UUID]:
    """Of the topics of all and of the kommune's own, by their section's anchor or else their title.

    As they stood when it was published: since then they may be renamed or deleted for the next one.
    """
    section = Section.history.filter(id=OuterRef("section_id")).values("lineage")[:1]
    stood = FocusArea.history.as_of(edition.published_at).filter(plan=edition.plan_id)
    stood = stood.filter(Q(scope=Scope.DISTRICT) | Q(council__municipality=place)).order_by("history_id")
    rows = stood.values_list("lineage", "own_title", Subquery(section))
    return {
        Section(lineage=section).anchor if section else own_title: lineage
        for lineage, own_title, section in rows
    }
