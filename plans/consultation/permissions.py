"""Whoever speaks for a body writes its remarks; the secretariat reads all of them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from councils.models import Membership
from councils.register.offices import Person
from plans.approval.models import Consultation
from plans.consultation.bodies import seats_in
from plans.consultation.models import ConsultationReply
from plans.document.models import Plan
from plans.document.permissions import load_district_plan, load_managed_district_plan


def load_seat(person: Person, plan_pk: int, seat_pk: int) -> tuple[Consultation, Membership]:
    """The latest consultation and one's own seat; 403 for another's, 404 for none and before there is one."""
    plan = load_district_plan(person, plan_pk)
    seat = next((seat for seat in seats_in(plan, person) if seat.pk == seat_pk), None)
    if seat is None:
        get_object_or_404(Membership, pk=seat_pk)
        raise PermissionDenied("Kun den, der taler for rådet eller kommunen, skriver dets bemærkning.")
    return latest(plan), seat


def load_replies(person: Person, plan_pk: int) -> Consultation:
    """The latest consultation for the secretariat; 404 before there is one."""
    return latest(load_managed_district_plan(person, plan_pk))


def load_reply(person: Person, plan_pk: int, reply_pk: int) -> ConsultationReply:
    """A body's remarks in the latest consultation, for the secretariat; 404 for an earlier one's."""
    consultation = load_replies(person, plan_pk)
    written = ConsultationReply.objects.select_related("council", "municipality", "partner", "written_by")
    reply: ConsultationReply = get_object_or_404(written, pk=reply_pk, consultation=consultation)
    reply.consultation = consultation
    return reply


def latest(plan: Plan) -> Consultation:
    """404 before there is one."""
    consultation: Consultation | None = plan.consultations.first()
    if consultation is None:
        raise Http404
    consultation.plan = plan
    return consultation
