"""Who is consulted, and what that asks of the meeting that follows."""

from datetime import date

from django.utils import timezone

from councils.models import Membership
from plans.approval.models import Consultation
from plans.document.models import Plan
from samarbejde.accounts.models import User
from samarbejde.danish import date_text


def consulted(plan: Plan) -> list[User]:
    """Kredsråd, kontaktudvalg and the chairs of the lokalråd, those of them with an e-mail, each once."""
    seats = Membership.objects.current().reachable().filter(council__district=plan.council.district_id)
    people: dict[int, User] = {}
    for seat in seats.select_related("user", "council"):
        if seat.is_heard:
            people[seat.user_id] = seat.user
    return list(people.values())


def latest_consultation(plan: Plan) -> Consultation | None:
    found: Consultation | None = plan.consultations.first()
    return found


def too_early(plan: Plan, held_on: date) -> str:
    """Why a meeting of that day came before everybody had been heard; "" where it did not."""
    consultation = latest_consultation(plan)
    if consultation is None:
        return ""
    sent_on = timezone.localdate(consultation.sent_at)
    if held_on < sent_on:
        return f"Planen blev først sendt i høring den {date_text(sent_on)}."
    if consultation.answer_by and held_on < consultation.answer_by:
        return f"Høringen slutter først den {date_text(consultation.answer_by)}."
    return ""
