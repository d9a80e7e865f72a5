"""Whoever speaks for a body sends its draft back; the secretariat does it for those who send it by e-mail."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.register.offices import Person
from plans.approval.models import Consultation
from plans.consultation.bodies import Body, Key, body_of, heard, partners_in, seats_in
from plans.consultation.permissions import latest
from plans.document.models import Plan
from plans.document.permissions import load_district_plan, may_manage_plan
from plans.returned_drafts.models import ReturnedDraft

ONLY_SPEAKERS = "Kun den, der taler for rådet eller kommunen, og sekretariatet sender et udkast tilbage."


def load_bodies(person: Person, plan_pk: int) -> tuple[Consultation, Mapping[Key, Body]]:
    """The latest consultation, and those that the person sends drafts back for; 403 when there are none."""
    plan = load_district_plan(person, plan_pk)
    bodies = _bodies(person, plan)
    consultation = latest(plan) if bodies is None else None
    if bodies is None and consultation:
        bodies = [*heard(plan), *partners_in(consultation)]
    if not bodies:
        raise PermissionDenied(ONLY_SPEAKERS)
    return consultation or latest(plan), {body.key: body for body in bodies}


def load_returned_draft(person: Person, plan_pk: int, draft_pk: int) -> ReturnedDraft:
    """For the secretariat, and for whoever speaks for the body that it is of; 403 for the others."""
    plan = load_district_plan(person, plan_pk)
    drafts = ReturnedDraft.objects.filter(consultation__plan=plan, pk=draft_pk)
    draft = drafts.select_related(
        "consultation", "council", "municipality", "partner", "uploaded_by", "reply"
    ).first()
    if draft is None:
        raise Http404
    draft.consultation.plan = plan
    bodies = _bodies(person, plan)
    if bodies is not None and draft.body.key not in [body.key for body in bodies]:
        raise PermissionDenied(ONLY_SPEAKERS)
    return draft


def _bodies(person: Person, plan: Plan) -> list[Body] | None:
    """None: all of them."""
    return None if may_manage_plan(person, plan) else [body_of(seat) for seat in seats_in(plan, person)]
