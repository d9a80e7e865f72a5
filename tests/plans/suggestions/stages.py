"""A section that somebody has suggested other words for."""

from uuid import uuid4

from plans.document.models import Section
from plans.drafting.workflow import save_section
from plans.suggestions import workflow
from plans.suggestions.models import Suggestion
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.kept import kept
from tests.plans.comments.stages import nightlife

FIRST = "<p>Politiet går tur i <strong>natte</strong>livet.</p>"
SECOND = "<p>Skolerne går tur med de unge på torvet.</p>"
SUGGESTED = "<p>Natteravnene går tur med de unge på torvet.</p>"


@kept
def suggested(
    cast: Cast, *, by: User | None = None, heading: str = "Natteliv", body: str = f"{FIRST}{SUGGESTED}"
) -> Suggestion:
    """Over the section's first version, by the kontaktudvalg unless somebody else is named."""
    at = nightlife(cast)
    return workflow.suggest(
        at,
        {"heading": heading, "body": body, "closing": ""},
        reason="Skolerne er holdt op.",
        version=at.version,
        form_key=uuid4(),
        by=by or cast.kontaktudvalg,
    )


def section_of(suggestion: Suggestion) -> Section:
    return Section.objects.get(lineage=suggestion.lineage, plan=suggestion.plan_id)


@kept
def moved_on(cast: Cast, suggestion: Suggestion, body: str) -> Section:
    section = section_of(suggestion)
    return save_section(
        section, by=cast.sekretariat, version=section.version, heading=section.heading, body=body
    )
