"""Everybody who holds an office in a district's councils."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from councils.models import Council, CouncilKind, Membership, MembershipRole, PoliceDistrict, Side
from samarbejde.accounts.models import User


def fill_offices(district: PoliceDistrict, councils: list[Council]) -> list[Membership]:
    posts: list[tuple[Council, str, Council | None]] = []
    for council in councils:
        if council.kind == CouncilKind.LOCAL:
            posts += [(council, MembershipRole.CHAIR, None), (council, MembershipRole.MEMBER, None)]
        else:
            posts += [(council, MembershipRole.MEMBER, seat) for seat in councils if seat.municipality]
        if council.kind == CouncilKind.DISTRICT:
            posts += [(council, MembershipRole.CHAIR, None), (council, MembershipRole.SECRETARIAT, None)]
    users = User.objects.bulk_create(
        User(
            name=f"Person {n} i {district.short_name}", email=f"{n}.{district.slug}@example.org", password="!"
        )
        for n in range(len(posts))
    )
    return Membership.objects.bulk_create(
        Membership(
            user=user,
            council=council,
            role=role,
            municipality=seat.municipality if seat else None,
            title=user.name,
            side=Side.MUNICIPALITY,
            period=DateRange(date(2006, 1, 1), None),
        )
        for user, (council, role, seat) in zip(users, posts, strict=True)
    )
