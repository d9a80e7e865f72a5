"""What every page costs at two sizes: database queries and milliseconds at the server."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.population import LAST_YEAR
from councils.models import CouncilKind, Membership, MembershipRole, PoliceDistrict
from plans.document.models import Plan, Section
from plans.proposals.models import Proposal

ROUNDS = 7


@dataclass(frozen=True)
class Cost:
    page: str
    queries: int
    milliseconds: float  # median of ROUNDS


def measure(district: PoliceDistrict) -> Iterator[Cost]:
    """Every desk and board page as the person who uses it, then the citizen's pages."""
    plan = Plan.objects.get(council__district=district, year=LAST_YEAR)
    secretariat = _client(district, CouncilKind.DISTRICT, MembershipRole.SECRETARIAT)
    chair = _client(district, CouncilKind.LOCAL, MembershipRole.CHAIR)
    mayor = _client(district, CouncilKind.DISTRICT, MembershipRole.MEMBER)
    for page, client, address in _pages(plan, secretariat, chair, mayor):
        yield _cost(page, client, address)
    yield from _citizens_pages(district)


def _pages(
    plan: Plan, secretariat: Client, chair: Client, mayor: Client
) -> Iterator[tuple[str, Client, str]]:
    section = Section.objects.filter(plan=plan, parent__isnull=False).earliest("pk")
    proposal = Proposal.objects.filter(round__plan=plan).earliest("pk")
    signature = plan.signature_rounds.get().signatures.get(membership__user=mayor.session["_auth_user_id"])
    yield "arbejdsbord, sekretariat", secretariat, reverse("desk")
    yield "arbejdsbord, lokalrådsformand", chair, reverse("desk")
    yield "arbejdsbord, borgmester", mayor, reverse("desk")
    for name in (
        "plan",
        "plan-text",
        "plan-outline",
        "proposal-board",
        "signatures",
        "publish-plan",
        "duties",
    ):
        yield name, secretariat, reverse(name, args=[plan.pk])
    yield "plans", secretariat, reverse("plans")
    yield "edit-section", secretariat, reverse("edit-section", args=[plan.pk, section.pk])
    yield "council-proposals", chair, reverse("council-proposals", args=[plan.pk, _own_council(chair)])
    yield "proposal", secretariat, reverse("proposal", args=[proposal.pk])
    yield "sign", mayor, reverse("sign", args=[signature.pk])


def _citizens_pages(district: PoliceDistrict) -> Iterator[Cost]:
    citizen = Client()
    address = reverse("edition", args=[district.slug, LAST_YEAR])
    yield _cost("forside", citizen, reverse("front"))
    yield _cost("politikreds", citizen, reverse("district", args=[district.slug]))
    yield _cost("søgning", citizen, reverse("search") + "?q=tryghed")
    yield _cost("borgerens plan, kold", citizen, address, rounds=1)
    yield _cost("borgerens plan, varm", citizen, address)
    etag = citizen.get(address)["ETag"]
    yield _cost("borgerens plan, 304", citizen, address, etag=etag)


def _cost(page: str, client: Client, address: str, *, rounds: int = ROUNDS, etag: str = "") -> Cost:
    headers = {"If-None-Match": etag} if etag else {}
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address, headers=headers)
    queries = len(captured)  # the next request empties the log
    if answer.status_code != (304 if etag else 200):
        raise RuntimeError(f"{page} ({address}) answered {answer.status_code}")
    times = []
    for _ in range(rounds):
        begun = perf_counter()
        client.get(address, headers=headers)
        times.append((perf_counter() - begun) * 1000)
    return Cost(page, queries, median(times))


def _client(district: PoliceDistrict, kind: str, role: str) -> Client:
    posts = Membership.objects.filter(council__district=district, council__kind=kind, role=role)
    client = Client()
    client.force_login(posts.select_related("user").earliest("pk").user)
    return client


def _own_council(client: Client) -> int:
    return Membership.objects.get(user=client.session["_auth_user_id"]).council_id
