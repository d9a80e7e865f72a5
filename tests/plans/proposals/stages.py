"""A proposal round, and proposals brought to each of their states by the steps that people take."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from councils.models import Council, MembershipRole
from plans.document.models import Plan, Scope
from plans.proposals import workflow
from plans.proposals.models import Extension, NoProposals, Proposal, ProposalRound, Words
from plans.proposals.states import ProposalState
from samarbejde.accounts.models import User
from samarbejde.deadlines import end_of
from samarbejde.outbox.models import Message
from tests.cast import Cast, person, seat
from tests.making import a_plan

BACKGROUND = "<p>Flere unge mødes ved stationen.</p>"
TEXT = "<p>Vi går ture i weekenden.</p>"
USUAL = Words("Tryg ved stationen", Scope.DISTRICT, BACKGROUND, TEXT)


def vice_chair(cast: Cast, place: str) -> User:
    return seat(person("naestformand", "Næstformanden"), cast.lokalraad(place), MembershipRole.VICE_CHAIR)


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def deadline(days: int = 14) -> datetime:
    return end_of(in_days(days))


def a_round(cast: Cast, plan: Plan | None = None, *, days: int = 14) -> ProposalRound:
    plan = plan or a_plan(cast.kredsraad())
    return workflow.open_round(
        plan, guidance="Tænk på de unge.", deadline=deadline(days), by=cast.sekretariat
    ).round


def end(round_: ProposalRound) -> ProposalRound:
    """The common deadline has passed."""
    ProposalRound.objects.filter(pk=round_.pk).update(
        opens_at=timezone.now() - timedelta(days=30), deadline=timezone.now() - timedelta(days=1)
    )
    round_.refresh_from_db()
    return round_


def words(title: str = USUAL.title, scope: str = USUAL.scope, **others: str) -> Words:
    return replace(USUAL, title=title, scope=scope, **others)


def drafted(
    cast: Cast, round_: ProposalRound | None = None, *, place: str = "Herning", of: Words | None = None
) -> Proposal:
    round_ = round_ or a_round(cast)
    council = cast.lokalraad(place)
    return workflow.write(round_, council, of or words(), form_key=uuid4(), by=cast.formand(place))


def submitted(
    cast: Cast, round_: ProposalRound | None = None, *, place: str = "Herning", of: Words | None = None
) -> Proposal:
    return submit(drafted(cast, round_, place=place, of=of), by=cast.formand(place))


def submit(proposal: Proposal, *, by: User) -> Proposal:
    return workflow.submit(proposal, by=by)


def rewrite(proposal: Proposal, of: Words, *, version: int, by: User, **answers: Any) -> Proposal:
    return workflow.rewrite(proposal, of, version=version, by=by, **answers)


def request_changes(proposal: Proposal, points: list[str], *, by: User, seen: int | None = None) -> Proposal:
    read = proposal.submissions.count() if seen is None else seen
    return workflow.request_changes(proposal, points, seen=read, by=by)


def withdraw(proposal: Proposal, *, by: User) -> Proposal:
    return workflow.withdraw(proposal, by=by)


def extend_deadline(
    round_: ProposalRound, council: Council, *, deadline: datetime, by: User, reason: str = "Sygdom."
) -> Extension:
    return workflow.extend_deadline(round_, council, deadline=deadline, reason=reason, by=by)


def say_no_proposals(round_: ProposalRound, council: Council, *, by: User) -> NoProposals:
    return workflow.say_no_proposals(round_, council, by=by)


def changes_requested(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    points = ["Hvem skal gå turene?", "Hvor ofte?"]
    return request_changes(submitted(cast, round_), points, by=cast.sekretariat)


def recommended(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    proposal = submitted(cast, round_)
    recommend(proposal, by=cast.sekretariat)
    return fresh(proposal)


def recommend(proposal: Proposal, *, by: User, shared: bool = False) -> None:
    workflow.review(
        proposal,
        comment="Passer til kredsens mål.",
        shared=shared,
        recommendation="accepted_district",
        form_key=uuid4(),
        by=by,
    )


def accepted(cast: Cast, round_: ProposalRound | None = None, *, scope: str = Scope.DISTRICT) -> Proposal:
    proposal = submitted(cast, round_)
    accept(proposal, by=cast.sekretariat, scope=scope)
    return fresh(proposal)


def accepted_locally(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    return accepted(cast, round_, scope=Scope.LOCAL)


def accept(
    proposal: Proposal, *, by: User, scope: str = Scope.DISTRICT, title: str = "", text: str = TEXT
) -> None:
    workflow.accept(
        proposal,
        scope=scope,
        title=title or proposal.title,
        text=text,
        reason="",
        seen=proposal.submissions.count(),
        by=by,
    )


def reject(proposal: Proposal, *, by: User, reason: str = "Nej tak.") -> None:
    workflow.reject(proposal, reason=reason, seen=proposal.submissions.count(), by=by)


def merge(proposal: Proposal, into: Proposal, *, by: User, reason: str = "De vil det samme.") -> None:
    workflow.merge(proposal, into=into, reason=reason, seen=proposal.submissions.count(), by=by)


def rejected(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    proposal = submitted(cast, round_)
    reject(proposal, reason="Det står allerede i planen.", by=cast.sekretariat)
    return fresh(proposal)


def merged(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    round_ = round_ or a_round(cast)
    proposal = submitted(cast, round_)
    target = submitted(cast, round_, place="Viborg", of=words("Tryghed i natten"))
    merge(proposal, target, by=cast.sekretariat)
    return fresh(proposal)


def withdrawn(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    return withdraw(submitted(cast, round_), by=cast.formand_herning)


def postponed(cast: Cast, round_: ProposalRound | None = None) -> Proposal:
    proposal = submitted(cast, round_)
    postpone(proposal, by=cast.sekretariat)
    return fresh(proposal)


def postpone(*proposals: Proposal, by: User) -> None:
    plan = proposals[0].round.plan
    workflow.postpone(plan, proposals, reason="Vi nåede det ikke.", by=by)


REACH: dict[str, Callable[[Cast], Proposal]] = {
    ProposalState.DRAFT: drafted,
    ProposalState.SUBMITTED: submitted,
    ProposalState.CHANGES_REQUESTED: changes_requested,
    ProposalState.RECOMMENDED: recommended,
    ProposalState.ACCEPTED_DISTRICT: accepted,
    ProposalState.ACCEPTED_LOCAL: accepted_locally,
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
    return asdict(USUAL) | {"form_key": str(uuid4())} | changes


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
