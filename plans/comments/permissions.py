"""Who reads and writes comments: the secretariat in both channels, those who are heard in the shared one.

What the secretariat writes to itself is read by nobody else, so everything is read through `readable`.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.models import LEADERS, CouncilKind, Membership
from councils.register.offices import Person, offices
from plans.comments.models import Channel, Comment, CommentQuerySet
from plans.document.models import Plan
from plans.document.permissions import load_plan, may_manage_plan
from plans.document.states import PlanState

_PREPARE = (CouncilKind.DISTRICT, CouncilKind.CONTACT)


def readable_channels(person: Person, plan: Plan) -> list[Channel]:
    """Empty for whoever reads no comments."""
    district, own = plan.council.district_id, offices(person)
    if district in own.secretariat_districts:
        return [Channel.INTERNAL, Channel.SHARED]
    heard = any(seat.speaks_in(district) for seat in own.memberships)
    return [Channel.SHARED] if heard or may_manage_plan(person, plan) else []


def writable_channels(person: Person, plan: Plan) -> list[Channel]:
    """Whoever writes the plan writes in both until it is published, and to itself then too.

    The rest write in the shared one: the kontaktudvalg and the kredsråd's leaders while it is a draft, all
    who are heard in the consultation, the kredsråd and the kontaktudvalg until it lies fast.
    """
    found = [Channel.INTERNAL] if Channel.INTERNAL in readable_channels(person, plan) else []
    manages = may_manage_plan(person, plan) and plan.state != PlanState.PUBLISHED
    return [*found, Channel.SHARED] if manages or _is_asked(person, plan) else found


def readable(person: Person, plan: Plan) -> CommentQuerySet:
    return Comment.objects.filter(plan=plan, channel__in=readable_channels(person, plan))


def may_resolve(person: Person, comment: Comment) -> bool:
    """Whoever writes the plan, and whoever asked."""
    return may_manage_plan(person, comment.plan) or comment.by_id == person.pk


def load_commented_plan(person: Person, pk: int) -> Plan:
    """The plan for those who read comments on it; 403 for the other members of the district's councils."""
    plan = load_plan(person, pk)
    if not readable_channels(person, plan):
        raise PermissionDenied("Kommentarerne læses af sekretariatet og af dem, planen høres hos.")
    return plan


def load_comment(person: Person, plan: Plan, pk: int) -> Comment:
    """A comment that stands and that the person may read, of a plan that is loaded already; 404 else."""
    found = readable(person, plan).standing().select_related("by").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.plan = plan
    return found


def _is_asked(person: Person, plan: Plan) -> bool:
    district = plan.council.district_id
    seats = [seat for seat in offices(person).memberships if seat.speaks_in(district)]
    return any(_speaks(seat, plan.state) for seat in seats)


def _speaks(seat: Membership, state: str) -> bool:
    match state:
        case PlanState.CONSULTATION:
            return True
        case PlanState.DISCUSSED | PlanState.CORRECTING:
            return seat.council.kind in _PREPARE
        case PlanState.DRAFT:
            leads = seat.council.kind == CouncilKind.DISTRICT and seat.role in LEADERS
            return leads or seat.council.kind == CouncilKind.CONTACT
    return False
