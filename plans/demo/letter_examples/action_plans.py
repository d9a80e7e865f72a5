from collections.abc import Iterator

from plans.action_plans import letters
from plans.action_plans.models import ActionPlan, ActionPlanState
from plans.demo.letter_examples import told
from samarbejde.outbox.letters import Letter


def _plan(state: str) -> ActionPlan:
    return ActionPlan.objects.select_related("council").filter(state=state).latest("year")


def adopted() -> Iterator[list[Letter]]:
    yield letters.adopted(_plan(ActionPlanState.ADOPTED), told.person("formand.herning"))


def evaluated() -> Iterator[list[Letter]]:
    yield letters.evaluated(_plan(ActionPlanState.EVALUATED), told.person("formand.herning"))
