"""What the kredsråd's members are told of the account."""

from councils.models import Membership, MembershipRole
from plans.yearly_account.models import YearlyAccount
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def presented(account: YearlyAccount) -> list[Letter]:
    return _to_members(
        account,
        f"{account} kan læses nu",
        f"Kredsrådet i {account.council.district.name} har fået politidirektørens redegørelse "
        f"for {account.year}.",
        f"Læs den her:\n{web_address('yearly-account', account.pk)}",
    )


def taken_back(account: YearlyAccount, reason: str) -> list[Letter]:
    return _to_members(
        account,
        f"{account} er taget tilbage",
        f"Sekretariatet har taget redegørelsen for {account.year} tilbage. "
        "Den kommer igen, når den er rettet.",
        f"Sekretariatet skriver:\n{reason}",
    )


def _to_members(account: YearlyAccount, subject: str, *words: str) -> list[Letter]:
    held = Membership.objects.current().reachable().filter(council=account.council)
    members = held.exclude(role=MembershipRole.SECRETARIAT).select_related("user").order_by("pk")
    people = {seat.user_id: seat.user for seat in members}
    return [letter(person, subject, *words) for person in people.values()]
