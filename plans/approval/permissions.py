"""Who signs, and who follows the signing. The loaders are the access rule of the pages."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.models import CouncilKind
from councils.register.offices import Person, offices
from plans.approval.models import Signature
from plans.document.models import Plan
from plans.document.permissions import load_plan, may_manage_plan, visible_plans

ENDED = (
    "Dit hverv er ophørt, og derfor kan du ikke underskrive planen. "
    "Er det forkert, så bed administratoren rette din periode."
)


def may_follow_signatures(person: Person, plan: Plan) -> bool:
    """The secretariat, and those who sign themselves; from outside a lokalråd they see its text alone."""
    signs = (
        plan.council.kind == CouncilKind.DISTRICT
        and plan.council.district_id in offices(person).signing_districts
    )
    sits = plan.is_local and offices(person).sits_in(plan.council_id)
    return signs or sits or may_manage_plan(person, plan)


def load_followed_plan(person: Person, pk: int) -> Plan:
    plan = load_plan(person, pk)
    if not may_follow_signatures(person, plan):
        raise PermissionDenied("Kun sekretariatet og dem, der underskriver, kan se underskrifterne.")
    return plan


def may_sign(person: Person, signature: Signature) -> bool:
    """Only the office holder, and only while in office: not a deputy, not another mayor."""
    return Signature.objects.in_office().filter(pk=signature.pk, membership__user=person.pk).exists()


def load_signature(person: Person, pk: int) -> Signature:
    """The signature to give; 404 outside its district, 403 for everybody else's."""
    signature = (
        Signature.objects.filter(pk=pk)
        .select_related(
            "membership", "municipality", "given", "round__text", "round__plan__council__district"
        )
        .first()
    )
    if signature is None:
        raise Http404
    own = signature.membership is not None and signature.membership.user_id == person.pk
    if not own and not visible_plans(person).filter(pk=signature.round.plan_id).exists():
        raise Http404
    if not may_sign(person, signature):
        raise PermissionDenied(ENDED if own else f"Kun {signature.name} kan underskrive her.")
    return signature
