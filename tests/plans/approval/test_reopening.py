"""Back to draft: what lapses, what stays, and who is told."""

import pytest
from django.urls import reverse

from plans.approval.models import Discussion, RoundState, Signature, SignatureRound, SignatureState
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db
REASON = "Tallet på side 4 er forkert."


def address(plan):
    return reverse("reopen-plan", args=[plan.pk])


def test_exactly_those_who_had_signed_are_told(cast, as_user):
    plan = stages.signing(cast)
    names = [cast.direktoer, cast.borgmester("Skive"), cast.borgmester("Viborg")]
    for signature in Signature.objects.filter(membership__user__in=names):
        stages.put_name_under(signature)
    Message.objects.all().delete()
    client = as_user(cast.sekretariat)

    page = client.get(address(plan)).content.decode()
    assert "3 underskrifter bortfalder" in page
    assert "Borgmesteren i Skive, Borgmester i Skive Kommune" in page
    assert "Borgmesteren i Herning" not in page

    client.post(address(plan), {"reason": REASON})

    letters = {m.address: m for m in Message.objects.all()}
    assert set(letters) == {p.email for p in names}
    letter = letters["borgmester.skive@example.org"]
    assert letter.subject == "Din underskrift på Samarbejdsplan 2027 er bortfaldet"
    assert REASON in letter.body
    round_ = SignatureRound.objects.get()
    assert (round_.state, round_.void_reason) == (RoundState.VOIDED, REASON)
    assert {s.state for s in round_.signatures.all()} == {SignatureState.VOIDED}
    assert round_.signatures.exclude(given=None).count() == 3
    plan = stages.fresh(plan)
    assert plan.state == PlanState.DRAFT
    assert REASON in Event.objects.about(plan).get(verb="plan.reopened").text


def test_a_signed_plan_loses_place_and_date(cast):
    plan = stages.signed(cast)
    Message.objects.all().delete()
    stages.reopen(cast, plan, REASON)
    plan = stages.fresh(plan)
    assert (plan.state, plan.signed_place, plan.signed_on) == (PlanState.DRAFT, "", None)
    assert Message.objects.count() == 12


def test_a_new_edition_leaves_the_published_ones_signatures(cast, as_user):
    plan = stages.published(cast)
    Message.objects.all().delete()
    client = as_user(cast.sekretariat)
    page = client.get(address(plan)).content.decode()
    assert "<h1>Begynd en ny udgave</h1>" in page
    assert "bliver ved med at være offentlig" in page
    assert "bortfalder" not in page

    client.post(address(plan), {"reason": REASON})

    round_ = SignatureRound.objects.get()
    assert (round_.state, round_.void_reason) == (RoundState.SUPERSEDED, "")
    assert {s.state for s in round_.signatures.all()} == {SignatureState.SIGNED}
    assert not Message.objects.exists()
    overview = client.get(reverse("plan", args=[plan.pk])).content.decode()
    assert "Ikke sendt til underskrift" in overview
    assert "En ny udgave blev begyndt" in Event.objects.about(plan).get(verb="plan.reopened").text


def test_the_reopened_plan_walks_the_whole_way_again(cast):
    plan = stages.signed(cast)
    stages.reopen(cast, plan, REASON)
    assert not Discussion.objects.standing().exists()
    assert Discussion.objects.count() == 1
    type(plan).objects.update(state=PlanState.CONSULTATION)

    stages.discuss(cast, plan)
    stages.open_round(cast, plan)
    stages.sign_all(plan)

    assert stages.fresh(plan).state == PlanState.SIGNED
    assert SignatureRound.objects.count() == 2
    assert Discussion.objects.standing().get().pk == Discussion.objects.latest("pk").pk


def test_a_voided_round_stays_to_be_seen(cast, as_user):
    plan = stages.signing(cast)
    stages.reopen(cast, plan, REASON)
    page = as_user(cast.sekretariat).get(reverse("signatures", args=[plan.pk])).content.decode()
    assert "Runder, der er bortfaldet" in page
    assert REASON in page


@pytest.mark.parametrize(
    ("reason", "complaint"),
    [
        ("", "Feltet skal udfyldes"),
        (" \n\u00a0", "Feltet skal udfyldes"),
        ("x" * 1001, "1001"),
        ("Borgeren 010190-1234 er nævnt", "ligner et CPR-nummer"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(cast, as_user, reason, complaint):
    plan = stages.signing(cast)
    seen = as_user(cast.sekretariat).post(address(plan), {"reason": reason})
    page = seen.content.decode()
    assert seen.status_code == 422
    assert complaint in page
    assert reason.strip() in page
    assert stages.fresh(plan).state == PlanState.SIGNING
    assert SignatureRound.objects.get().state == RoundState.OPEN


def test_a_draft_has_nothing_to_take_back(cast, as_user):
    plan = stages.draft(cast)
    client = as_user(cast.sekretariat)
    assert "Planen er kladde" in client.get(address(plan)).content.decode()
    assert "tilstanden er »kladde«" in client.post(address(plan), {"reason": REASON}).content.decode()


def test_who_may_not(cast, as_user, client):
    plan = stages.signing(cast)
    assert client.get(address(plan)).url.startswith(reverse("account_login"))
    for role in ("politidirektør", "borgmester", "stedfortræder", "formand", "medlem", "kontaktudvalg"):
        assert as_user(cast.roles[role]).post(address(plan), {"reason": REASON}).status_code == 403, role
    for role in ("sekretariat i en anden kreds", "administrator"):
        assert as_user(cast.roles[role]).post(address(plan), {"reason": REASON}).status_code == 404, role
    assert stages.fresh(plan).state == PlanState.SIGNING
