"""What every page costs: database queries, milliseconds at the server, bytes, and as many compressed."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from urllib.parse import quote

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.first_request import first_request
from benchmarks.population import LAST_YEAR
from councils.meetings.states import MeetingState
from councils.models import (
    Council,
    CouncilKind,
    Membership,
    MembershipRole,
    PoliceDistrict,
    PublishedMinutes,
)
from plans.action_plans.models import ActionPlan
from plans.document.models import Plan, Section
from plans.proposals.models import Proposal

ROUNDS = 7
SEARCHES = {
    "i næsten alt": "tryghed",
    "sjældent": "politivej12",
    "del af et ord": "narkovej",
    "stavet forkert": "rusmidel",
    "to almindelige ord": "kan skal",
    "to, der er del af hundreder": "butik skole",
    "flere ord": "unge politi",
    "findes ikke": "xyzzy",
}


@dataclass(frozen=True)
class Cost:
    page: str
    queries: int
    milliseconds: float  # median of ROUNDS
    bytes: int
    compressed: int  # as a browser asks for it; 0 where the portal compresses nothing
    megabytes: float = 0  # of the whole process, where it was begun for this one request


def measure(district: PoliceDistrict) -> Iterator[Cost]:
    """Every desk and board page as the person who uses it, then the citizen's pages."""
    ContentType.objects.get_for_models(*apps.get_models())  # as a process that has answered before
    plan = Plan.objects.get(council__district=district, year=LAST_YEAR)
    secretariat = client_of(district, CouncilKind.DISTRICT, MembershipRole.SECRETARIAT)
    chair = client_of(district, CouncilKind.LOCAL, MembershipRole.CHAIR)
    mayor = client_of(district, CouncilKind.DISTRICT, MembershipRole.MEMBER)
    for page, client, address in _pages(plan, secretariat, chair, mayor):
        yield cost(page, client, address)
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
        "duty-board",
    ):
        yield name, secretariat, reverse(name, args=[plan.pk])
    yield "plans", secretariat, reverse("plans")
    for name in ("people", "organisation", "forums", "stations"):
        yield name, secretariat, reverse(name, args=[plan.council.district.slug])
    replacing = reverse("find-and-replace", args=[plan.pk])
    for what, words in {"mange steder": "politi", "intet sted": "zebra"}.items():
        yield f"find og erstat, {what}", secretariat, f"{replacing}?q={words}"
    yield "edit-section", secretariat, reverse("edit-section", args=[plan.pk, section.pk])
    yield "council-proposals", chair, reverse("council-proposals", args=[plan.pk, _own_council(chair)])
    yield "proposal", secretariat, reverse("proposal", args=[proposal.pk])
    yield "sign", mayor, reverse("sign", args=[signature.pk])
    yield "meeting-paper", secretariat, reverse("meeting-paper", args=[plan.pk, 1])
    yield from _pages_of_the_councils(plan.council, secretariat, chair)


def _pages_of_the_councils(
    kredsraad: Council, secretariat: Client, chair: Client
) -> Iterator[tuple[str, Client, str]]:
    """Of the year under way, and of the newest minutes."""
    called, held = (
        kredsraad.meetings.filter(state=state).latest("held_on")
        for state in (MeetingState.CALLED, MeetingState.APPROVED)
    )
    yield "meetings", secretariat, reverse("meetings")
    yield "council-meetings", secretariat, reverse("council-meetings", args=[kredsraad.pk])
    for name, meeting in {"meeting": called, "agenda": called, "minutes": held}.items():
        yield name, secretariat, reverse(name, args=[meeting.pk])
    slug, own = kredsraad.district.slug, _own_council(chair)
    yield "årshjul, kreds", secretariat, reverse("district-year", args=[slug, LAST_YEAR])
    yield "årshjul, lokalråd", chair, reverse("council-year", args=[own, LAST_YEAR])
    yield "people", secretariat, reverse("people", args=[slug])
    yield "action-plans", chair, reverse("action-plans", args=[own, LAST_YEAR])
    newest = ActionPlan.objects.filter(council=own, year=LAST_YEAR).earliest("pk")
    yield "action-plan", chair, reverse("action-plan", args=[newest.pk])


def _citizens_pages(district: PoliceDistrict) -> Iterator[Cost]:
    citizen, place = Client(), district.municipalities.earliest("pk")
    address = reverse("edition", args=[district.slug, LAST_YEAR])
    yield cost("forside", citizen, reverse("front"))
    yield cost("politikreds", citizen, reverse("district", args=[district.slug]))
    yield cost("kommune", citizen, reverse("municipality-page", args=[district.slug, LAST_YEAR, place.slug]))
    yield cost("møder", citizen, reverse("public-meetings", args=[district.slug]))
    minutes = PublishedMinutes.objects.of(district.slug).latest("held_on")
    yield cost("referat", citizen, reverse("public-minutes", args=[district.slug, minutes.address]))
    for what, query in SEARCHES.items():
        yield cost(f"søgning: {what}", citizen, f"{reverse('search')}?q={quote(query)}")
    cold = first_request(address)
    yield Cost("borgerens plan, kold proces", **cold)
    yield cost("borgerens plan, varm", citizen, address)
    etag = citizen.get(address)["ETag"]
    yield cost("borgerens plan, 304", citizen, address, etag=etag)


def cost(page: str, client: Client, address: str, *, etag: str = "") -> Cost:
    headers = {"If-None-Match": etag} if etag else {}
    if settings.SESSION_COOKIE_NAME in client.cookies:
        client.session.save()  # what a login costs every five minutes is no page's cost
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address, headers=headers)
    queries = len(captured)  # the next request empties the log
    if answer.status_code != (304 if etag else 200):
        raise RuntimeError(f"{page} ({address}) answered {answer.status_code}")
    coded = client.get(address, headers=headers | {"Accept-Encoding": "br, gzip"})
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        client.get(address, headers=headers)
        times.append((perf_counter() - begun) * 1000)
    compressed = len(coded.content) if coded.get("Content-Encoding") else 0
    return Cost(page, queries, median(times), len(answer.content), compressed)


def client_of(district: PoliceDistrict, kind: str, role: str) -> Client:
    posts = Membership.objects.filter(council__district=district, council__kind=kind, role=role)
    client = Client()
    client.force_login(posts.select_related("user").earliest("pk").user)
    return client


def _own_council(client: Client) -> int:
    return Membership.objects.get(user=client.session["_auth_user_id"]).council_id
