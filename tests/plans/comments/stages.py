"""A plan with a section to comment on, and comments."""

from uuid import uuid4

from django.urls import reverse

from plans.comments import workflow
from plans.comments.anchoring import WHOLE, Quotation
from plans.comments.models import Channel, Comment
from plans.document.models import Plan, Section
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.kept import kept
from tests.making import a_plan, section

BODY = "<p>Politiet går tur i <strong>natte</strong>livet.</p><p>Skolerne går tur med de unge på torvet.</p>"
QUOTATION = Quotation("går tur", "Skolerne ", " med de unge")


@kept
def nightlife(cast: Cast, *, state: str = PlanState.DRAFT) -> Section:
    """A section of a plan in that state."""
    return section(a_plan(cast.kredsraad(), state=state), "Natteliv", BODY)


def in_consultation(plan_pk: int) -> None:
    Plan.objects.filter(pk=plan_pk).update(state=PlanState.CONSULTATION)


def write(
    at: Section, by: User, text: str, channel: str = Channel.SHARED, quotation: Quotation = WHOLE
) -> Comment:
    return workflow.comment(at, text, channel=channel, quotation=quotation, form_key=uuid4(), by=by)


@kept
def of_all_kinds(cast: Cast) -> Plan:
    at = nightlife(cast)
    write(at, cast.kontaktudvalg, "Hvem går turen?", quotation=QUOTATION)
    workflow.answer(
        write(at, cast.sekretariat, "Spørg juristen.", Channel.INTERNAL),
        "Hun siger ja.",
        form_key=uuid4(),
        by=cast.sekretariat,
    )
    write(at, cast.sekretariat, "Hvor mange?", quotation=Quotation("to skoler"))
    workflow.resolve(write(at, cast.sekretariat, "Stavefejl."), by=cast.sekretariat)
    return at.plan


@kept
def shared(cast: Cast, text: str = "Hvem går turen?") -> Comment:
    return write(nightlife(cast), cast.sekretariat, text, quotation=QUOTATION)


@kept
def internal(cast: Cast, text: str = "Spørg juristen.") -> Comment:
    return write(nightlife(cast), cast.sekretariat, text, Channel.INTERNAL, QUOTATION)


def address(section) -> str:
    return reverse("section-comments", args=[section.plan_id, section.pk])


def typed(**fields: object) -> dict[str, object]:
    return {"text": "Hvem går turen?", "exact": "", "channel": "shared", "form_key": uuid4()} | fields
