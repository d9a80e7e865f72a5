"""What a lokalråd's members are told of its action plans."""

from councils.wordings.kinds import FOLLOWED, Kind, Readers
from plans.action_plans.models import ActionPlan
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

_FIELDS = {
    "lokalråd": "Lokalrådet i Herning",
    "emne": "Tryg i nattelivet",
    "år": "2027",
    "hvem": "Formanden for Lokalrådet i Herning",
    "link": "https://samarbejde.example/arbejdsbord/handleplaner/4/",
}
_READ = "Læs handleplanen her:\n{link}"

ADOPTED = Kind(
    "handleplan-vedtaget",
    FOLLOWED,
    "En handleplan er vedtaget",
    subject="Handleplanen for »{emne}« er vedtaget",
    text=(
        "{hvem} har vedtaget handleplanen for {år}.",
        "Sig i løbet af året, hvor langt aktiviteterne er.",
        _READ,
    ),
    fields=_FIELDS,
    to=Readers.MEMBERS,
    is_news=True,
)
EVALUATED = Kind(
    "handleplan-evalueret",
    FOLLOWED,
    "En handleplan er evalueret",
    subject="Handleplanen for »{emne}« er evalueret",
    text=(
        "{hvem} har skrevet, hvordan det gik i {år}.",
        "Det, der ikke er på plads, kan føres videre til næste år.",
        _READ,
    ),
    fields=_FIELDS,
    to=Readers.MEMBERS,
    is_news=True,
)


def adopted(plan: ActionPlan, by: User) -> list[Letter]:
    return _to_members(ADOPTED, plan, by)


def evaluated(plan: ActionPlan, by: User) -> list[Letter]:
    return _to_members(EVALUATED, plan, by)


def _to_members(kind: Kind, plan: ActionPlan, by: User) -> list[Letter]:
    """Those of today; not whoever took the step."""
    held = plan.council.memberships.current().reachable().select_related("user")
    people = {seat.user_id: seat.user for seat in held.order_by("pk") if seat.user_id != by.pk}
    values = {
        "lokalråd": str(plan.council),
        "emne": plan.topic,
        "år": str(plan.year),
        "hvem": by.name,
        "link": web_address("action-plan", plan.pk),
    }
    return kind.worded(plan.council.district_id).to_each(people.values(), values)
