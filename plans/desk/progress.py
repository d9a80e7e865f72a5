"""How far plans are: what the next step of each depends on besides its state, all in one query."""

from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from plans.approval.models import Signature
from plans.document.models import Plan, PlanQuerySet
from plans.document.states import PlanState
from plans.follow_up.models import DutyAnswer
from plans.follow_up.states import AnswerState
from plans.proposals.counting import answers_waited_for, number_of, proposals_waiting
from plans.publication.models import Edition, Publication, Trial
from plans.suggestions.models import Suggestion, SuggestionState

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Progress(TypedDict):
    was_heard: bool  # it has been in consultation before, and was taken back
    round_opens: datetime | None  # None where there is no round
    round_ends: datetime | None  # when the last lokalråd's deadline is
    asked: int  # lokalråd
    answered: int
    undecided: int  # proposals that await the secretariat
    to_decide: int  # of these, those that are not decided; like the next for the secretariat alone
    unannounced: int  # proposals whose decision is not told
    returned: int  # proposals that await the lokalråd's answer
    unsent: int  # proposals that their lokalråd has not handed in
    suggested: int  # new words for sections that await the secretariat
    unread: int  # answers to duties that the secretariat has not read
    unsigned: int
    departed: list[str]  # who left office before signing
    trial: str | None  # the state of the latest trial print since the plan was discussed
    publication: str | None  # the state of the latest one
    has_editions: bool  # it is public, also while a new edition is under way
    is_followed: bool  # the year after has a plan


def with_progress(plans: PlanQuerySet) -> "QuerySet[WithAnnotations[Plan, Progress]]":
    of_plan = OuterRef("pk")
    signatures = Signature.objects.filter(round__plan=of_plan)
    trials = Trial.objects.of_the_text_as_it_is().filter(plan=of_plan).order_by("-ordered_at", "-pk")
    publications = Publication.objects.filter(plan=of_plan).order_by("-ordered_at", "-pk")
    asked, waiting = answers_waited_for(), proposals_waiting()
    return plans.annotate(
        was_heard=Exists(Plan.history.filter(id=of_plan, state=PlanState.CONSULTATION)),
        round_opens=asked["round_opens"],
        round_ends=asked["round_ends"],
        asked=asked["asked"],
        answered=asked["answered"],
        undecided=waiting["undecided"],
        to_decide=waiting["to_decide"],
        unannounced=waiting["unannounced"],
        returned=waiting["returned"],
        unsent=waiting["unsent"],
        suggested=number_of(Suggestion.objects.filter(plan=of_plan, state=SuggestionState.WAITING)),
        unread=number_of(DutyAnswer.objects.filter(duty__plan=of_plan, state=AnswerState.SUBMITTED)),
        unsigned=number_of(signatures.pending()),
        departed=ArraySubquery(signatures.out_of_office().values("name")),
        trial=Subquery(trials.values("state")[:1]),
        publication=Subquery(publications.values("state")[:1]),
        has_editions=Exists(Edition.objects.filter(plan=of_plan)),
        is_followed=Exists(Plan.objects.filter(council=OuterRef("council"), year=OuterRef("year") + 1)),
    )
