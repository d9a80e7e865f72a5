"""Who is written to on behalf of the bodies that are heard."""

from collections.abc import Collection

from councils.models import Membership
from plans.consultation.bodies import Key, body_of
from plans.document.models import Plan
from samarbejde.accounts.models import User


def speakers(plan: Plan, keys: Collection[Key] | None = None) -> list[User]:
    """The people with an e-mail who sit for these bodies, or for all that are heard; each once."""
    held = Membership.objects.current().reachable().with_places()
    seats = held.filter(council__district=plan.council.district_id).select_related("user")
    asked = [seat for seat in seats if seat.is_heard and (keys is None or body_of(seat).key in keys)]
    return list({seat.user_id: seat.user for seat in asked}.values())
