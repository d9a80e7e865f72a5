"""A proposal round, and proposals brought to each of their states by the steps that people take."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from councils.models import Council, MembershipRole
from plans.decisions import workflow as decisions
from plans.decisions.sealing import seal_of
from plans.decisions.workflow.announcing import Announced
from plans.document.models import FocusArea, Plan, Scope
from plans.proposals import workflow
from plans.proposals.filled import filled
from plans.proposals.models import (
    Answered,
    Extension,
    NoProposals,
    Proposal,
    ProposalAttachment,
    ProposalRound,
    Words,
)
from plans.proposals.states import ProposalState
from plans.rounds import workflow as rounds
from samarbejde.accounts.models import User
from samarbejde.attachments.receiving import received
from samarbejde.deadlines import end_of
from samarbejde.outbox.models import Message
from tests.attachments import files
from tests.cast import Cast, person, seat
from tests.kept import kept
from tests.making import a_plan

BACKGROUND = "<p>Flere unge mødes ved stationen.</p>"
TEXT = "<p>Vi går ture i weekenden.</p>"
ANSWERS: list[Answered] = [
    {"key": "target_group", "question": "Målgruppe", "answer": "Unge under 25 år."},
    {"key": "effect", "question": "Ønsket virkning", "answer": "Færre føler sig utrygge."},
]
USUAL = Words("Tryg ved stationen", Scope.DISTRICT, BACKGROUND, TEXT, ANSWERS)


@kept
def vice_chair(cast: Cast, place: str) -> User:
    return seat(person("naestformand", "Næstformanden"), cast.lokalraad(place), MembershipRole.VICE_CHAIR)


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def deadline(days: int = 14) -> datetime:
    return end_of(in_days(days))


@kept
def a_round(cast: Cast, plan: Plan | None = None, *, days: int = 14) -> ProposalRound:
    plan = plan or a_plan(cast.kredsraad())
    return rounds.open_round(
        plan, guidance="Tænk på de unge.", deadline=deadline(days), by=cast.sekretariat
    ).round


def end(round_: ProposalRound) -> ProposalRound:
    """The common deadline has passed."""
    ProposalRound.objects.filter(pk=round_.pk).update(
        opens_at=timezone.now() - timedelta(days=30), deadline=timezone.now() - timedelta(days=1)
    )
    round_.refresh_from_db()
    return round_


def words(title: str = USUAL.title, scope: str = USUAL.scope, **others: Any) -> Words:
    return replace(USUAL, title=title, scope=scope, **others)


@kept
def drafted(
    cast: Cast, round_: ProposalRound | None = None, *, place: str = "Herning", of: Words | None = None
) -> Proposal:
    round_ = round_ or a_round(cast)
    council = cast.lokalraad(place)
    return workflow.write(round_, council, of or words(), form_key=uuid4(), by=cast.formand(place))


@kept
def submitted(
    cast: Cast, round_: ProposalRound | None = None, *, place: str = "Herning", of: Words | None = None
) -> Proposal:
    return submit(drafted(cast, round_, place=place, of=of), by=cast.formand(place))


def submit(proposal: Proposal, *, by: User) -> Proposal:
    return workflow.submit(proposal, by=by)


@kept
def attached(
    cast: Cast, proposal: Proposal, name: str = "ture.pdf", words: str = "Ture"
) -> ProposalAttachment:
    sent = received(name, files.pdf(words=words))
    return workflow.attach_to_proposal(proposal, sent, by=cast.formand_herning)


def rewrite(proposal: Proposal, of: Words, *, version: int, by: User, **answers: Any) -> Proposal:
    return workflow.rewrite(proposal, of, version=version, by=by, **answers)


def request_changes(
    proposal: Proposal,
    points: list[str],
    *,
    by: User,
    seen: int | None = None,
    until: datetime | None = None,
) -> Proposal:
    read = proposal.submissions.count() if seen is None else seen
    return decisions.request_changes(proposal, points, until=until or deadline(), seen=read, by=by)


def withdraw(proposal: Proposal, *, by: User, reason: str = "Vi løser det selv.") -> Proposal:
    return workflow.withdraw(proposal, reason=reason, by=by)


def reopen(proposal: Proposal, *, by: User) -> Proposal:
    return workflow.reopen(proposal, by=by)


def extend_deadline(
    round_: ProposalRound, council: Council, *, deadline: datetime, by: User, reason: str = "Sygdom."
) -> Extension:
    return rounds.extend_deadline(round_, council, deadline=deadline, reason=reason, by=by)


def say_no_proposals(round_: ProposalRound, council: Council, *, by: User) -> NoProposals:
    return workflow.say_no_proposals(round_, council, by=by)


@kept
def changes_requested(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    points = ["Hvem skal gå turene?", "Hvor ofte?"]
    return request_changes(submitted(cast, round_), points, by=cast.sekretariat)


@kept
def recommended(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    proposal = submitted(cast, round_)
    recommend(proposal, by=cast.sekretariat)
    return fresh(proposal)


def recommend(proposal: Proposal, *, by: User, shared: bool = False) -> None:
    decisions.review(
        proposal,
        comment="Passer til kredsens mål.",
        shared=shared,
        recommendation="accepted_district",
        form_key=uuid4(),
        by=by,
    )


@kept
def accepted(cast: Cast, round_: ProposalRound | None = None, *, scope: str = Scope.DISTRICT) -> Proposal:
    proposal = submitted(cast, round_)
    accept(proposal, by=cast.sekretariat, scope=scope)
    return fresh(proposal)


@kept
def accepted_locally(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    return accepted(cast, round_, scope=Scope.LOCAL)


def accept(
    proposal: Proposal,
    *,
    by: User,
    scope: str = Scope.DISTRICT,
    title: str = "",
    text: str = TEXT,
    told: bool = True,
) -> None:
    decisions.accept(
        proposal,
        scope=scope,
        title=title or proposal.title,
        text=text,
        reason="",
        seen=proposal.submissions.count(),
        by=by,
    )
    if told:
        announce(proposal.round, by=by)


def extend(proposal: Proposal, area: FocusArea, *, by: User, text: str = TEXT, told: bool = True) -> None:
    """Let the words follow those of a topic that stands."""
    read = proposal.submissions.count()
    decisions.extend(proposal, onto=area.lineage, text=text, reason="", seen=read, by=by)
    if told:
        announce(proposal.round, by=by)


def suggest(proposal: Proposal, *, by: User, heading: str = "Beredskab", told: bool = True) -> None:
    """Let the words be suggested for a section."""
    section = proposal.round.plan.sections.get(heading=heading)
    read = proposal.submissions.count()
    decisions.suggest(proposal, onto=section.lineage, text=TEXT, reason="", seen=read, by=by)
    if told:
        announce(proposal.round, by=by)


def reject(proposal: Proposal, *, by: User, reason: str = "Nej tak.", told: bool = True) -> None:
    decisions.reject(proposal, reason=reason, seen=proposal.submissions.count(), by=by)
    if told:
        announce(proposal.round, by=by)


def merge(
    proposal: Proposal, into: Proposal, *, by: User, reason: str = "De vil det samme.", told: bool = True
) -> None:
    decisions.merge(proposal, into=into, reason=reason, seen=proposal.submissions.count(), by=by)
    if told:
        announce(proposal.round, by=by)


def announce(round_: ProposalRound, *, by: User) -> Announced:
    """Tell all that is decided, as whoever has read the letters does."""
    return decisions.announce(round_, seen=seal_of(round_), by=by)


@kept
def suggested(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    proposal = submitted(cast, round_)
    suggest(proposal, by=cast.sekretariat)
    return fresh(proposal)


@kept
def rejected(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    proposal = submitted(cast, round_)
    reject(proposal, reason="Det står allerede i planen.", by=cast.sekretariat)
    return fresh(proposal)


@kept
def merged(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    round_ = round_ or a_round(cast)
    proposal = submitted(cast, round_)
    target = submitted(cast, round_, place="Viborg", of=words("Tryghed i natten"))
    merge(proposal, target, by=cast.sekretariat)
    return fresh(proposal)


@kept
def withdrawn(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    return withdraw(submitted(cast, round_), by=cast.formand_herning)


@kept
def postponed(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    proposal = submitted(cast, round_)
    postpone(proposal, by=cast.sekretariat)
    return fresh(proposal)


def postpone(*proposals: Proposal, by: User) -> None:
    plan = proposals[0].round.plan
    decisions.postpone(plan, proposals, reason="Vi nåede det ikke.", by=by)


REACH: dict[str, Callable[[Cast], Proposal]] = {
    ProposalState.DRAFT: drafted,
    ProposalState.SUBMITTED: submitted,
    ProposalState.CHANGES_REQUESTED: changes_requested,
    ProposalState.RECOMMENDED: recommended,
    ProposalState.ACCEPTED_DISTRICT: accepted,
    ProposalState.ACCEPTED_LOCAL: accepted_locally,
    ProposalState.SUGGESTED: suggested,
    ProposalState.REJECTED: rejected,
    ProposalState.MERGED: merged,
    ProposalState.WITHDRAWN: withdrawn,
    ProposalState.POSTPONED: postponed,
}


def fresh(proposal: Proposal) -> Proposal:
    return Proposal.objects.get(pk=proposal.pk)


def mail_to(user: User) -> list[str]:
    """Subjects and bodies queued to this person, newest first."""
    return [f"{message.subject}\n{message.body}" for message in Message.objects.filter(to=user)]


def typed(**changes: object) -> dict[str, object]:
    """A filled-in proposal form."""
    return filled(USUAL) | {"form_key": str(uuid4())} | changes


def new_page(cast: Cast, round_: ProposalRound, place: str = "Herning") -> str:
    return reverse("write-proposal", args=[round_.plan_id, cast.lokalraad(place).pk])


def edit_page(proposal: Proposal) -> str:
    return reverse("edit-proposal", args=[proposal.pk])


def page(proposal: Proposal) -> str:
    return reverse("proposal", args=[proposal.pk])


def decide(proposal: Proposal, choice: str) -> str:
    return f"{reverse('decide-proposal', args=[proposal.pk])}?valg={choice}"


def accepting(**changes: object) -> dict[str, object]:
    """A filled-in form that takes a proposal into the plan."""
    return {
        "seen": 1,
        "scope": "district",
        "title": "Tryg ved stationen",
        "text": TEXT,
        "reason": "",
        **changes,
    }


def rejecting(**changes: object) -> dict[str, object]:
    """A filled-in form that rejects a proposal."""
    return {"seen": 1, "reason": "Det står allerede i planen.", **changes}


def merging(into: Proposal, **changes: object) -> dict[str, object]:
    """A filled-in form that merges a proposal into another one."""
    return {"seen": 1, "into": into.pk, "reason": "De vil det samme.", **changes}


def remarking(**changes: object) -> dict[str, object]:
    """A filled-in form with a remark that the secretariat keeps to itself."""
    return {
        "seen": 1,
        "comment": "Fin tanke.",
        "audience": "internal",
        "recommendation": "",
        "form_key": str(uuid4()),
        **changes,
    }
