"""The lokalråd's proposals, each on its way to the state that the demo shows it in."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from plans.decisions import workflow as decisions
from plans.decisions.sealing import seal_of
from plans.demo.attaching import drawing
from plans.demo.clock import on
from plans.demo.people import People
from plans.document.models import FocusArea
from plans.proposals import workflow as proposals
from plans.proposals.models import WORDS, Answered, Proposal, ProposalRound, Recommendation, Words
from plans.proposals.states import ProposalState
from samarbejde.deadlines import end_of

WRITTEN = timedelta(days=20)
POST = timedelta(days=1)  # from a mail to the secretariat's reading it
DECIDED = timedelta(days=4)
ANSWER = timedelta(days=9)
FIRST_SUBMISSION = 1


class Story:
    """One proposal's way to the state that the demo shows it in."""

    def __init__(self, told: dict[str, Any], round_: ProposalRound, people: People, today: date) -> None:
        self.told = told
        self.today = today  # what is told is so many days before it
        self.round = round_
        self.chair = people.chair(told["municipality"])
        self.member = people.member(told["municipality"])
        self.council = people.lokalraad[told["municipality"]]
        self.secretariat = people.secretariat

    def tell(self) -> None:
        with on(self.today - WRITTEN):
            proposal = self._entered() if self.told.get("by_mail") else self._written()
        if self.told["becomes"] == ProposalState.DRAFT:
            return
        if proposal.state == ProposalState.DRAFT:
            with on(self.today - WRITTEN, hour=13):
                proposal = self._handed_in(proposal)
        with on(self.today - DECIDED):
            self._answered(proposal)

    def _entered(self) -> Proposal:
        """By the secretariat: the lokalråd has sent it by mail."""
        came, key = timezone.localdate() - POST, uuid.uuid4()
        return proposals.enter(
            self.round, self.council, self._words(), received_on=came, form_key=key, by=self.secretariat
        )

    def _handed_in(self, proposal: Proposal) -> Proposal:
        """By the chair, or by a member whom the chair lets do so."""
        if self.told["becomes"] == ProposalState.CHANGES_REQUESTED:
            proposals.attach_to_proposal(proposal, drawing(), by=self.chair)
        if not self.told.get("sent_by_member"):
            return proposals.submit(proposal, by=self.chair)
        proposals.name_senders(self.round, self.council, [self.member], by=self.chair)
        return proposals.submit(proposal, by=self.member)

    def _written(self) -> Proposal:
        by = self.member if self.told.get("sent_by_member") else self.chair
        key, earlier = uuid.uuid4(), self._earlier()
        return proposals.write(self.round, self.council, self._words(), form_key=key, based_on=earlier, by=by)

    def _words(self) -> Words:
        return Words(**{name: self.told[name] for name in WORDS}, answers=self._answers())

    def _earlier(self) -> Proposal | None:
        """The lokalråd's own of last year, whose words this one began with."""
        earlier = Proposal.objects.filter(council=self.council, title=self.told.get("based_on", ""))
        return earlier.exclude(round=self.round).first()

    def _answers(self) -> list[Answered]:
        """To those of the round's questions that it has something to say to."""
        said = self.told.get("answers", {})
        asked = [question for question in self.round.questions if question["key"] in said]
        return [{"key": one["key"], "question": one["wording"], "answer": said[one["key"]]} for one in asked]

    def _answered(self, proposal: Proposal) -> None:
        told, seen, by = self.told, FIRST_SUBMISSION, self.secretariat
        match told["becomes"]:
            case ProposalState.ACCEPTED_DISTRICT | ProposalState.ACCEPTED_LOCAL:
                words = {"title": told["title"], "text": told["text"]}
                decisions.accept(proposal, scope=told["scope"], **words, **told["answer"], seen=seen, by=by)
            case ProposalState.SUGGESTED:
                section = self.round.plan.sections.get(heading=told["onto"])
                words = {"onto": section.lineage, "text": told["text"]}
                decisions.suggest(proposal, **words, **told["answer"], seen=seen, by=by)
            case "added":
                area = FocusArea.objects.titled(told["onto"]).get(plan=self.round.plan)
                words = {"onto": area.lineage, "text": told["text"]}
                decisions.extend(proposal, **words, **told["answer"], seen=seen, by=by)
            case "reopened":
                proposals.withdraw(proposal, **told["answer"], by=self.chair)
                proposals.reopen(proposal, by=self.chair)
            case ProposalState.REJECTED:
                decisions.reject(proposal, **told["answer"], seen=seen, by=by)
            case ProposalState.MERGED:
                into = Proposal.objects.get(round=self.round, title=told["into"])
                decisions.merge(proposal, into=into, **told["answer"], seen=seen, by=by)
            case ProposalState.CHANGES_REQUESTED:
                until = end_of(timezone.localdate() + ANSWER)
                decisions.request_changes(proposal, **told["answer"], until=until, seen=seen, by=by)
            case ProposalState.RECOMMENDED:
                decisions.review(
                    proposal,
                    **told["answer"],
                    shared=False,
                    recommendation=Recommendation.ACCEPT_LOCAL,
                    form_key=uuid.uuid4(),
                    by=by,
                )
            case ProposalState.WITHDRAWN:
                proposals.withdraw(proposal, **told["answer"], by=self.chair)


def announce(round_: ProposalRound, people: People, *, holds_letters: bool = False) -> None:
    """All that is decided by now."""
    read = seal_of(round_)
    decisions.announce(round_, seen=read, holds_letters=holds_letters, by=people.secretariat)
