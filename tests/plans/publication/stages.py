"""An edition as people make it: discussed, signed by all, ordered, printed."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from plans.document.models import Plan
from plans.document.states import PlanState
from plans.publication import workflow
from plans.publication.models import Edition, Publication, TrialState
from tests.cast import Cast
from tests.kept import kept
from tests.plans.approval import stages

PUBLIC = "/midt-og-vestjylland/2027/"


def sends(client: Client, plan: Plan, name: str = "signatures", **typed: str) -> HttpResponse:
    """The secretariat sends the plan to be signed, and the worker prints it on trial."""
    answer = client.post(reverse(name, args=[plan.pk]), stages.to_open(**typed))
    for trial in plan.trials.filter(state=TrialState.QUEUED):
        workflow.try_out(trial.pk)
    return answer


@kept
def published(cast: Cast, plan: Plan | None = None, *, note: str = "") -> Edition:
    plan = plan or stages.signed(cast)
    workflow.publish(order(cast, plan, note).pk)
    return plan.editions.latest("number")


def address(plan: Plan) -> str:
    return reverse("publish-plan", args=[plan.pk])


@kept
def order(cast: Cast, plan: Plan, note: str = "") -> Publication:
    return workflow.order_publication(plan, note=note, by=cast.sekretariat)


@kept
def again(cast: Cast, plan: Plan) -> None:
    """A new edition: from draft through meeting and signatures."""
    stages.reopen(cast, plan, "Nye tal.")
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, plan)
    stages.open_round(cast, plan)
    stages.sign_all(plan)


def tasks_for(publication: Publication) -> int:
    return DBTaskResult.objects.filter(
        task_path__endswith="publish_plan", args_kwargs__args=[publication.pk]
    ).count()
