"""What a lokalråd's members are told of its action plans."""

from plans.action_plans.models import ActionPlan
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def adopted(plan: ActionPlan, by: User) -> list[Letter]:
    return _to_members(
        plan,
        by,
        f"Handleplanen for »{plan.topic}« er vedtaget",
        f"{by.name} har vedtaget handleplanen for {plan.year}.",
        "Sig i løbet af året, hvor langt aktiviteterne er.",
    )


def evaluated(plan: ActionPlan, by: User) -> list[Letter]:
    return _to_members(
        plan,
        by,
        f"Handleplanen for »{plan.topic}« er evalueret",
        f"{by.name} har skrevet, hvordan det gik i {plan.year}.",
        "Det, der ikke er på plads, kan føres videre til næste år.",
    )


def _to_members(plan: ActionPlan, by: User, subject: str, *words: str) -> list[Letter]:
    """Those of today; not whoever took the step."""
    held = plan.council.memberships.current().reachable().select_related("user")
    people = {seat.user_id: seat.user for seat in held.order_by("pk") if seat.user_id != by.pk}
    link = f"Læs handleplanen her:\n{web_address('action-plan', plan.pk)}"
    return [letter(person, subject, *words, link) for person in people.values()]
