"""What the kredsråd's members are told of the account."""

from councils.models import Membership, MembershipRole
from councils.wordings.kinds import FOLLOWED, Kind, Readers
from plans.yearly_account.models import YearlyAccount
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

_FIELDS = {
    "redegørelse": "Politidirektørens redegørelse for 2027",
    "kreds": "Fyn",
    "år": "2027",
}

PRESENTED = Kind(
    "redegoerelse-forelagt",
    FOLLOWED,
    "Redegørelsen er forelagt kredsrådet",
    subject="{redegørelse} kan læses nu",
    text=(
        "Kredsrådet i {kreds} har fået politidirektørens redegørelse for {år}.",
        "Læs den her:\n{link}",
    ),
    fields=_FIELDS | {"link": "https://samarbejde.example/arbejdsbord/redegoerelser/2/"},
    to=Readers.MEMBERS,
)
TAKEN_BACK = Kind(
    "redegoerelse-taget-tilbage",
    FOLLOWED,
    "Redegørelsen er taget tilbage",
    subject="{redegørelse} er taget tilbage",
    text=(
        "Sekretariatet har taget redegørelsen for {år} tilbage. Den kommer igen, når den er rettet.",
        "Sekretariatet skriver:\n{begrundelse}",
    ),
    fields=_FIELDS | {"begrundelse": "Et af tallene for indbrud var fra året før."},
    needed=("begrundelse",),
    to=Readers.MEMBERS,
)


def presented(account: YearlyAccount) -> list[Letter]:
    return _to_members(PRESENTED, account, {"link": web_address("yearly-account", account.pk)})


def taken_back(account: YearlyAccount, reason: str) -> list[Letter]:
    return _to_members(TAKEN_BACK, account, {"begrundelse": reason})


def _to_members(kind: Kind, account: YearlyAccount, told: dict[str, str]) -> list[Letter]:
    held = Membership.objects.current().reachable().filter(council=account.council)
    members = held.exclude(role=MembershipRole.SECRETARIAT).select_related("user").order_by("pk")
    people = {seat.user_id: seat.user for seat in members}
    district = account.council.district
    values = {"redegørelse": str(account), "kreds": district.name, "år": str(account.year)} | told
    return kind.worded(district.pk).to_each(people.values(), values)
