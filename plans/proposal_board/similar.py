"""What says nearly the same as a proposal: others of its round, last year's, and its topics. Reads only."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, JSONField, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse

from councils.register.offices import Person
from plans.document.models import FocusArea
from plans.document.models.sections import anchor_of
from plans.proposal_board.similarity import Text, most_alike
from plans.proposals.models import Proposal, Submission, answers_html
from plans.proposals.permissions import visible_proposals
from plans.proposals.states import ProposalState

LEAST = 0.12  # alike, of 1; what is less alike has common words and nothing else
MOST = 5
PROPOSAL, TOPIC = "forslag", "emne"


@dataclass(frozen=True)
class Similar:
    title: str
    where: str  # whose it is, and of which year
    html: str  # rich text, as it was written
    address: str


def similar_to(proposal: Proposal, person: Person) -> list[Similar]:
    """The most alike first. One query, however many there are."""
    own, plan = proposal.latest, proposal.round.plan
    if own is None:
        return []
    rows = list(_proposals(proposal, person).union(_topics(plan.previous_id or 0), all=True))
    for row in rows:
        row["html"] += answers_html(row["answered"])
    texts = [Text(str(at), row["named"], row["html"]) for at, row in enumerate(rows)]
    asked = Text("", own.title, own.background + own.text + answers_html(own.answers))
    alike = most_alike(asked, texts, least=LEAST, most=MOST)
    return [_similar(rows[int(text.key)], proposal) for text, _ in alike]


def _proposals(proposal: Proposal, person: Person) -> QuerySet[Submission, Any]:
    plan = proposal.round.plan
    others = visible_proposals(person).filter(round__plan__in=[plan.pk, plan.previous_id or 0])
    others = others.submitted_once().exclude(state=ProposalState.WITHDRAWN).exclude(pk=proposal.pk)
    newest = Submission.objects.filter(proposal__in=others.values("pk")).order_by("proposal_id", "-number")
    return newest.distinct("proposal_id").values(
        kind=Value(PROPOSAL, CharField()),
        key=F("proposal_id"),
        named=F("title"),
        html=Concat("background", "text", output_field=TextField()),
        answered=F("answers"),
        place=F("proposal__council__municipality__name"),
        of_year=F("proposal__round__plan__year"),
    )


def _topics(plan: int) -> QuerySet[FocusArea, Any]:
    """`place` is where in the plan's text each stands."""
    return (
        FocusArea.objects.filter(plan=plan)
        .order_by()
        .values(
            kind=Value(TOPIC, CharField()),
            key=F("pk"),
            named=Coalesce("section__heading", "own_title"),
            html=Coalesce("section__body", "description", output_field=TextField()),
            answered=Cast(Value(None), JSONField()),
            place=Coalesce(Cast("section__lineage", CharField()), Value("")),
            of_year=F("plan__year"),
        )
    )


def _similar(row: dict[str, Any], proposal: Proposal) -> Similar:
    plan, year = proposal.round.plan, row["of_year"]
    if row["kind"] == PROPOSAL:
        where = row["place"] if year == plan.year else f"forslag fra {row['place']}, {year}"
        return Similar(row["named"], where, row["html"], reverse("proposal", args=[row["key"]]))
    section = f"#{anchor_of(UUID(row['place']))}" if row["place"] else ""
    address = reverse("plan-text", args=[plan.previous_id]) + section
    return Similar(row["named"], f"emne i planen for {year}", row["html"], address)
