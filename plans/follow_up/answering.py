"""Who answers for a body, by mail and on the pages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from councils.models import Council, CouncilKind, Membership, MembershipRole
from councils.register.offices import Offices
from plans.follow_up.in_force import Laid
from samarbejde.accounts.models import User


def may_write_answer(own: Offices, council: Council) -> bool:
    """Members of a lokalråd or kontaktudvalg; for the kredsråd, its secretariat."""
    if council.kind == CouncilKind.DISTRICT:
        return council.district_id in own.secretariat_districts
    return own.sits_in(council.pk)


def may_submit_answer(own: Offices, council: Council) -> bool:
    """For a lokalråd its chair or vice-chair."""
    if council.kind == CouncilKind.LOCAL:
        return council.pk in own.chaired
    return may_write_answer(own, council)


def answering(laid: Iterable[Laid]) -> Iterator[tuple[Laid, User]]:
    """Each with everybody who answers and is reached by mail: one query, however many there are."""
    found = list(laid)
    people = people_of(one.council for one in found)
    for one in found:
        for person in people[one.council.pk]:
            yield one, person


def people_of(councils: Iterable[Council]) -> dict[int, list[User]]:
    """Those who may write a body's answer and are reached by mail, by the ids of the bodies."""
    people: dict[int, dict[int, User]] = defaultdict(dict)
    held = Membership.objects.current().reachable().filter(council__in={council.pk for council in councils})
    for seat in held.select_related("user", "council"):
        is_secretariat = seat.role == MembershipRole.SECRETARIAT
        if is_secretariat == (seat.council.kind == CouncilKind.DISTRICT):
            people[seat.council_id][seat.user_id] = seat.user
    return defaultdict(list, {pk: list(own.values()) for pk, own in people.items()})
