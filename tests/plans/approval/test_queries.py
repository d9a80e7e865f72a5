"""The pages of signing and publishing cost the same, however many rows they show."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership
from plans.approval import workflow
from plans.approval.models import Signature
from plans.document.models import FrozenText
from plans.document.states import PlanState
from tests.database import behind_the_back
from tests.making import an_edition, section
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db
MOST = 12


def cost(client, name, plan) -> int:
    address = reverse(name, args=[plan.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["signatures", "text-to-sign", "reopen-plan", "publish-plan"])
def test_one_signature_and_three(cast, as_user, name):
    plan = stages.signing(cast)
    client = as_user(cast.sekretariat)
    keep = list(Signature.objects.values_list("pk", flat=True))
    stages.put_name_under(Signature.objects.first())
    with behind_the_back():
        Signature.objects.exclude(pk__in=keep[:1]).delete()
    one = cost(client, name, plan)
    for signature in Signature.objects.all():
        for position in (2, 3):
            Signature.objects.create(
                round=signature.round,
                position=position,
                name="En anden",
                title="Borgmester",
                membership=plan.council.memberships.signatories()[position],
            )
    assert cost(client, name, plan) == one <= MOST


@pytest.mark.parametrize(
    "name", ["record-discussion", "signatures", "record-paper-signatures", "reopen-plan"]
)
def test_many_members_and_few(cast, as_user, name):
    state = stages.in_consultation if name == "record-discussion" else stages.discussed
    plan = state(cast)
    client = as_user(cast.sekretariat)
    stages.fill_offices(cast)
    many = cost(client, name, plan)
    keep = plan.council.memberships.signatories()[:3]
    gone = plan.council.memberships.signatories().exclude(pk__in=[m.pk for m in keep])
    plan.council.district.municipalities.exclude(pk__in=[m.municipality_id for m in keep]).update(
        district=cast.other_district
    )
    Membership.objects.filter(pk__in=[m.pk for m in gone]).update(period=(date(2020, 1, 1), date(2021, 1, 1)))
    assert cost(client, name, plan) == many <= MOST


def test_one_section_and_three_to_sign(cast, as_user):
    plan = stages.discussed(cast)
    workflow.open_round(plan, place="Viborg", deadline=timezone.localdate(), by=cast.sekretariat)
    mayor = cast.borgmester("Herning")
    client = as_user(mayor)
    signature = Signature.objects.get(membership__user=mayor)

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("sign", args=[signature.pk])).status_code == 200
        return len(captured)

    count()
    few = count()
    text = signature.round.snapshot
    text["sections"] = text["sections"] * 3
    with behind_the_back():
        FrozenText.objects.update(snapshot=text)
    assert count() == few <= MOST


def test_one_voided_round_and_three(cast, as_user):
    plan = stages.discussed(cast)
    client = as_user(cast.sekretariat)
    costs = []
    for _ in range(3):
        stages.open_round(cast, plan)
        stages.reopen(cast, plan, "Fejl.")
        costs.append(cost(client, "signatures", plan))
        type(plan).objects.update(state=PlanState.CONSULTATION)
        stages.discuss(cast, plan, held_on=timezone.localdate() - timedelta(days=1))
    assert len(set(costs)) == 1
    assert costs[0] <= MOST


def test_one_edition_and_three(cast, as_user):
    plan = stages.draft(cast)
    client = as_user(cast.sekretariat)
    an_edition(plan)
    one = cost(client, "publish-plan", plan)
    section(plan, "Nyt")
    an_edition(plan, note="Nyt.")
    an_edition(plan, note="Mere.")
    assert cost(client, "publish-plan", plan) == one <= MOST


@pytest.mark.parametrize("name", ["signatures", "renew-signatures"])
def test_one_who_left_office_and_three(cast, as_user, name):
    plan = stages.signing(cast)
    client = as_user(cast.sekretariat)
    stages.succeed(cast, "Skive", "Anne Ask")
    one = cost(client, name, plan)
    for place, successor in (("Herning", "Bo Bak"), ("Viborg", "Dorte Dal")):
        stages.succeed(cast, place, successor)
    assert cost(client, name, plan) == one <= MOST
