"""A draft that is being heard, and remarks to it."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from councils.models import Council, Membership
from plans.approval.models import Consultation
from plans.approval.workflow import send_to_consultation
from plans.consultation import workflow
from plans.consultation.bodies import body_of
from plans.consultation.models import ConsultationReply
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.kept import kept
from tests.making import a_plan

NOTE = "Se især på afsnittet om natteliv."


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


@kept
def being_heard(cast: Cast, *, days: int | None = 14) -> Consultation:
    plan = a_plan(cast.kredsraad())
    until = None if days is None else in_days(days)
    send_to_consultation(plan, answer_by=until, note=NOTE, by=cast.sekretariat)
    return latest(plan)


def latest(plan) -> Consultation:
    consultation = plan.consultations.first()
    consultation.plan.refresh_from_db()
    return consultation


def seat(user: User, council: Council | None = None) -> Membership:
    held = Membership.objects.with_places().filter(user=user)
    return (held.filter(council=council) if council else held).get()


def reply(consultation: Consultation, user: User, text: str, *, version: int = 0) -> ConsultationReply:
    return workflow.reply(consultation, body_of(seat(user)), text, version=version, by=user)


def page(consultation: Consultation, user: User) -> str:
    return reverse("write-reply", args=[consultation.plan_id, seat(user).pk])
