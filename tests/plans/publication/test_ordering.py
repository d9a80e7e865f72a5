"""The secretariat orders an edition of what was signed, or says why it cannot."""

import pytest
from django.utils import timezone

from plans.approval import workflow as approval
from plans.approval.models import Signature, SignatureRound
from plans.approval.signers import signers_on_paper
from plans.document.models import Section
from plans.document.snapshot import content_hash
from plans.document.states import PlanState
from plans.publication.models import Publication, PublicationState
from samarbejde.transitions import Refused
from tests.making import an_edition, section
from tests.plans.approval import stages
from tests.plans.publication.stages import PUBLIC, address, again, order, published, tasks_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("workers")]


def test_an_order_waits_for_the_worker_and_nothing_is_public(cast, as_user, client):
    plan = stages.signed(cast)
    seen = as_user(cast.sekretariat).post(address(plan), {"note": "  Årets\tplan "})

    assert seen.url == address(plan)
    publication = Publication.objects.get()
    assert (publication.state, publication.note) == (PublicationState.QUEUED, "Årets plan")
    assert tasks_for(publication) == 1
    assert stages.fresh(plan).state == PlanState.SIGNED
    assert client.get(PUBLIC).status_code == 404


def test_what_is_ordered_is_what_was_signed(cast):
    """The same words, with when each name was put under them."""
    plan = stages.signed(cast)
    Section.objects.filter(plan=plan).update(body="<p>Ændret ad bagvejen</p>")
    text = order(cast, plan).snapshot
    round_ = SignatureRound.objects.get()

    rows = text["sections"][0]["data"]["rows"]
    assert [row["signed_at"] for row in rows] == [
        s.given.signed_at.isoformat() for s in Signature.objects.order_by("position")
    ]
    assert text["signed_on"] == timezone.localdate().isoformat()
    assert text["discussed"]["place"] == "Holstebro"
    for row in rows:
        row["signed_at"] = None
    text["sections"][0]["data"]["date"] = text["signed_on"] = None
    assert content_hash(text) == round_.content_hash


def test_paper_signatures_have_a_day_above_the_names_and_no_hour(cast):
    plan = stages.discussed(cast)
    today = timezone.localdate()
    approval.record_paper_signatures(
        plan, place="Viborg", signed_on=today, signers=signers_on_paper(plan, today), by=cast.sekretariat
    )
    data = order(cast, plan).snapshot["sections"][0]["data"]
    assert (data["place"], data["date"]) == ("Viborg", today.isoformat())
    assert {row["signed_at"] for row in data["rows"]} == {None}


def test_without_signatures_the_discussed_text_is_published(cast):
    plan = stages.discussed_without_signatures(cast)
    edition = published(cast, plan)
    assert edition.snapshot["discussed"]["held_on"] == timezone.localdate().isoformat()
    assert edition.snapshot["signed_on"] is None
    assert stages.fresh(plan).state == PlanState.PUBLISHED


def test_a_number_like_a_cpr_number_stops_the_order(cast, as_user):
    plan = stages.discussed_without_signatures(cast)
    client = as_user(cast.sekretariat)
    page = client.post(address(plan), {"note": "Om 010190-1234"}).content.decode()
    assert "ligner et CPR-nummer" in page
    assert "Om 010190-1234" in page
    section(plan, "Sag 010190-1234")
    assert "ligner et CPR-nummer" in client.post(address(plan), {"note": ""}).content.decode()
    assert not Publication.objects.exists()


def test_one_order_at_a_time(cast, as_user):
    plan = stages.signed(cast)
    client = as_user(cast.sekretariat)
    client.post(address(plan), {"note": ""})
    page = client.post(address(plan), {"note": ""}).content.decode()
    assert "allerede bestilt" in page
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("note", ["", "x" * 301])
def test_a_second_edition_says_what_changed(cast, as_user, note):
    plan = stages.signed(cast)
    an_edition(plan)
    again(cast, plan)
    seen = as_user(cast.sekretariat).post(address(plan), {"note": note})
    assert seen.status_code == 422
    assert note in seen.content.decode()
    with pytest.raises(Refused, match="hvad der er ændret"):
        order(cast, plan)
    assert not Publication.objects.exists()


@pytest.mark.parametrize("state", list(PlanState))
def test_only_a_signed_plan_can_be_ordered(cast, as_user, state):
    plan = stages.STAGES[state](cast)
    if state == PlanState.SIGNED:
        order(cast, plan)
        return
    with pytest.raises(Refused, match=f"»{plan.get_state_display()}«"):
        order(cast, plan)
    seen = as_user(cast.sekretariat).get(address(plan))
    assert "Prøv igen" not in seen.content.decode()
    assert ">Offentliggør<" not in seen.content.decode()
    assert not Publication.objects.exists()
    assert stages.fresh(plan).state == state
