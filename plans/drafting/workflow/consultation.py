"""The draft goes to everybody who should have read it before the kredsråd discusses it."""

from datetime import date

from django.db import transaction

from councils.models import LEADERS, CouncilKind, Membership, MembershipRole
from plans.document.models import Plan
from plans.document.rendering import snapshot
from plans.document.states import PLAN_TRANSITIONS, PlanState
from plans.document.wording import wording
from samarbejde import danish, personal_numbers
from samarbejde.accounts.models import User
from samarbejde.addresses import web_address
from samarbejde.events.recording import record
from samarbejde.histories import by_hand_of
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def send_to_consultation(plan: Plan, *, answer_by: date | None = None, note: str = "", by: User) -> int:
    """Open the draft for remarks; returns how many people get an e-mail."""
    plan = lock(plan)
    move(plan, PlanState.CONSULTATION, PLAN_TRANSITIONS)
    if not plan.sections.exclude(body="").exists():
        raise Refused("Planen har ingen tekst endnu. Skriv den, før du sender den i høring.")
    personal_numbers.refuse_in([*wording(snapshot(plan)), note])
    by_hand_of(by, plan).save()
    people = consulted(plan)
    for person in people:
        queue(person, f"{plan.title} er i høring", _letter(plan, person, answer_by, note))
    until = f" med svar senest {danish.date_text(answer_by)}" if answer_by else ""
    record("plan.consultation", f"Planen blev sendt i høring{until}", by=by, subject=plan)
    return len(people)


def consulted(plan: Plan) -> list[User]:
    """Kredsråd, kontaktudvalg and the chairs of the lokalråd, those of them with an e-mail, each once."""
    seats = Membership.objects.current().reachable().filter(council__district=plan.council.district_id)
    seats = seats.exclude(role__in=[MembershipRole.SECRETARIAT, MembershipRole.DEPUTY])
    people: dict[int, User] = {}
    for seat in seats.select_related("user", "council").order_by("council__sort_key", "pk"):
        if seat.council.kind != CouncilKind.LOCAL or seat.role in LEADERS:
            people[seat.user_id] = seat.user
    return list(people.values())


def _letter(plan: Plan, person: User, answer_by: date | None, note: str) -> str:
    answer = f" senest {danish.date_text(answer_by)}" if answer_by else ""
    paragraphs = [
        f"Kære {person.name}",
        f"Udkastet til {plan.title} for {plan.council.district.name} er klar til at blive læst.",
        note,
        f"Læs udkastet: {web_address('plan-text', plan.pk)}",
        f"Send dine bemærkninger til sekretariatet{answer}.",
        "Venlig hilsen\nSekretariatet",
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
