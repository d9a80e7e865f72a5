"""A wording as it will be read: to real people of the district, with examples for what varies."""

from collections.abc import Iterator

from councils.register.mailing import leaders, secretariat
from councils.register.models import Council, CouncilKind, Membership, MembershipRole, PoliceDistrict
from councils.wordings.kinds import Readers, Worded
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter

SHOWN = 3
COUNCIL = "lokalråd"  # the field that has a real one in it


def previewed(worded: Worded, district: PoliceDistrict) -> list[Letter]:
    """To the first few who would get it; none where the register has nobody to write to."""
    return [letter for letter, _ in zip(_letters(worded, district), range(SHOWN), strict=False)]


def _letters(worded: Worded, district: PoliceDistrict) -> Iterator[Letter]:
    councils = list(Council.objects.filter(district=district, kind=CouncilKind.LOCAL).order_by("sort_key"))
    if worded.kind.to == Readers.CHAIRS:
        people = leaders(councils)
        for council in councils:
            for person in people.get(council.pk, []):
                yield worded.to(person, _values(worded, council))
        return
    to_secretariat = worded.kind.to in (Readers.SECRETARIAT, Readers.CALLERS, Readers.MANAGERS)
    for person in secretariat(district.pk) if to_secretariat else _members(district):
        yield worded.to(person, _values(worded, councils[0] if councils else None))


def _members(district: PoliceDistrict) -> list[User]:
    """Of the kredsråd: they sign, meet and are heard."""
    seats = Membership.objects.filter(council__district=district, council__kind=CouncilKind.DISTRICT)
    held = seats.exclude(role=MembershipRole.SECRETARIAT).current().reachable()
    return [seat.user for seat in held.select_related("user").order_by("pk")[:SHOWN]]


def _values(worded: Worded, council: Council | None) -> dict[str, str]:
    real = {COUNCIL: str(council)} if council and COUNCIL in worded.kind.fields else {}
    return {**worded.kind.fields, **real}
