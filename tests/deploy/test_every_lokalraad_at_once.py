"""The last second before the deadline: every chair sends one to the portal in operation, and none is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from councils.models import Council, CouncilKind, Municipality
from plans.proposals.models import Proposal, ProposalRound, Submission
from plans.proposals.states import ProposalState
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message
from tests.deploy.site import NAME, Site
from tests.plans.proposals import stages

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "x" * 32  # what the form and the browser's cookie both say: it is the portal's own form
PATIENCE = 90  # seconds, as nginx has for the portal


@pytest.mark.parametrize("number", [11, 98])
def test_all_are_stored_numbered_and_acknowledged(site, cast, settings, number):
    if number == 98:
        Municipality.objects.update(district=cast.district)
        Council.objects.filter(kind=CouncilKind.LOCAL).update(district=cast.district)
    settings.SECRET_KEY = site.environment()["SECRET_KEY"]  # which signs what says who is logged in
    round_ = stages.a_round(cast)
    councils = Council.objects.local_in(cast.district.pk).order_by("municipality__sort_key")
    chairs = dict(zip(councils, cast.formaend, strict=True))
    assert len(chairs) == number
    before = dict.fromkeys(chairs.values(), 0) | _letters()
    assert set(_submit_at_once(site, round_, chairs)) == {302}
    proposals = Proposal.objects.filter(state=ProposalState.SUBMITTED)
    assert {proposal.council for proposal in proposals} == set(chairs)
    assert {proposal.number for proposal in proposals} == {
        f"{round_.plan.year}-{council.municipality.letters}-01" for council in chairs
    }
    assert Submission.objects.count() == Proposal.objects.count() == number
    assert {chair: _letters()[chair] - before[chair] for chair in chairs.values()} == dict.fromkeys(
        chairs.values(), 1
    )


def _letters() -> dict[User, int]:
    found: dict[User, int] = {}
    for message in Message.objects.select_related("to"):
        found[message.to] = found.get(message.to, 0) + 1
    return found


def _submit_at_once(site: Site, round_: ProposalRound, chairs: dict[Council, User]) -> list[int]:
    """What each was answered: all are let go together, on connections that stand."""
    gate = Barrier(len(chairs))
    cookies = {council: _cookie(chair) for council, chair in chairs.items()}

    def submit(council: Council) -> int:
        address = reverse("write-proposal", args=[round_.plan_id, council.pk])
        body = urlencode(stages.typed(submit="1", csrfmiddlewaretoken=SECRET))
        headers = {
            "Cookie": f"__Host-csrf={SECRET}; __Host-session={cookies[council]}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"https://{NAME}",
        }
        browser = site.browser(patience=PATIENCE)
        gate.wait(timeout=PATIENCE)
        return browser.ask("POST", address, body, headers).status

    with ThreadPoolExecutor(len(chairs)) as pool:
        return list(pool.map(submit, chairs))


def _cookie(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.session.session_key
