"""Whoever speaks for a body sends its draft back; the secretariat does it for those who send it by e-mail."""

from collections.abc import Collection, Mapping

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
    if may_manage_plan(person, plan):
        consultation = latest(plan)
        bodies = [*heard(plan), *partners_in(consultation)]
    elif bodies := _own(person, plan):
        consultation = latest(plan)
    else:
        raise PermissionDenied(ONLY_SPEAKERS)
    return consultation, {body.key: body for body in bodies}


def returned(consultation: Consultation, bodies: Collection[Key]) -> list[ReturnedDraft]:
    """These bodies' drafts, sent or not. One query."""
    drafts = ReturnedDraft.objects.filter(consultation=consultation)
    found = drafts.select_related("council", "municipality", "partner")
    return [draft for draft in found if draft.body.key in bodies]


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
    own = (body.key for body in _own(person, plan))
    if not may_manage_plan(person, plan) and draft.body.key not in own:
        raise PermissionDenied(ONLY_SPEAKERS)
    return draft


def _own(person: Person, plan: Plan) -> list[Body]:
    return [body_of(seat) for seat in seats_in(plan, person)]
