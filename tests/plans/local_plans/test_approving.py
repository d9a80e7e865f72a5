"""A lokalråd's plan is sent to named parties, signed, and published beside the district's."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership, MembershipRole
from plans.approval import workflow as approval
from plans.approval.models import Signature
from plans.approvers import workflow as choosing
from plans.approvers.candidates import approver_candidates
from plans.approvers.models import Approver
from plans.desk import workflow as desk
from plans.document.models import Plan
from plans.document.snapshot import read_snapshot
from plans.document.states import PlanState
from plans.publication import workflow
from plans.publication.models import Edition, Publication, Trial, TrialState
from plans.verification.editions import faults
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.cast import person, seat
from tests.plans.approval.stages import leave
from tests.plans.local_plans import stages
from tests.plans.local_plans.stages import YEAR
from tests.plans.pictures.making import kept

pytestmark = pytest.mark.django_db


def fresh(plan: Plan) -> Plan:
    return Plan.objects.get(pk=plan.pk)


def test_the_chair_names_who_approves_and_sends(cast, as_user):
    plan = stages.draft(cast)
    address = reverse("signatures", args=[plan.pk])
    client = as_user(cast.formand_herning)
    assert "Hvem godkender planen?" in client.get(address).text
    assert client.post(address, stages.typed_round(cast)).status_code == 302
    assert [one.membership.user for one in Approver.objects.all()] == [
        cast.formand_herning,
        cast.medlem_herning,
    ]
    trial = Trial.objects.get()
    assert (trial.plan, trial.discussion, trial.place) == (plan, None, "Herning")


def test_one_from_each_side_approves(cast, as_user):
    plan = stages.draft(cast)
    chair, member = stages.approvers(cast)
    typed = stages.typed_round(cast, approvers=[chair.pk])
    answer = as_user(cast.formand_herning).post(reverse("signatures", args=[plan.pk]), typed)
    assert answer.status_code == 422
    assert "mindst én fra politiet og én fra kommunen" in answer.text
    assert 'value="Herning"' in answer.text, "what was typed is kept"
    with pytest.raises(Refused, match="mindst én"):
        choosing.name_approvers(plan, [member], by=cast.formand_herning)


def test_who_may_be_named(cast):
    plan, director = stages.draft(cast), cast.direktoer
    mayor, _, deputy = cast.borgmester("Herning"), cast.borgmester("Viborg"), cast.stedfortraeder("Herning")
    head = cast.kontaktudvalg
    stages.approvers(cast)
    elsewhere = seat(
        person("direktoer-fyn", "Direktøren på Fyn"),
        cast.kredsraad(cast.other_district),
        MembershipRole.CHAIR,
    )
    others = {deputy, elsewhere, cast.formand_viborg}
    found = {one.user for one in approver_candidates(plan.council)}
    assert found == {cast.formand_herning, cast.medlem_herning, director, mayor, head}
    assert found.isdisjoint(others)


def test_whoever_is_named_again_takes_the_place_of_those_before(cast):
    plan, (chair, member) = stages.draft(cast), stages.approvers(cast)
    mayor = Membership.objects.get(user=cast.borgmester("Herning"))
    for named in ([chair, member], [mayor, chair]):
        choosing.name_approvers(plan, named, by=cast.formand_herning)
    assert [one.membership for one in plan.approvers.all()] == [mayor, chair]
    assert Approver.history.filter(plan=plan, history_type="-").count() == 2


def test_nobody_is_named_for_the_districts_plan(cast):
    with pytest.raises(Refused, match="politidirektøren"):
        choosing.name_approvers(stages.districts(cast), stages.approvers(cast), by=cast.sekretariat)


def test_each_signs_the_same_frozen_text(cast, as_user):
    plan = stages.sent(cast)
    assert plan.state == PlanState.SIGNING
    mine, other = plan.signature_rounds.get().signatures.order_by("position")
    address = reverse("sign", args=[mine.pk])
    assert address in as_user(cast.formand_herning).get(reverse("desk")).text
    assert as_user(cast.medlem_herning).get(address).status_code == 403
    assert as_user(cast.formand_viborg).get(address).status_code == 404
    as_user(cast.formand_herning).post(address, {"seen_hash": mine.round.content_hash})
    assert fresh(plan).state == PlanState.SIGNING
    approval.sign(other, seen_hash=other.round.content_hash, by=cast.medlem_herning)
    assert fresh(plan).state == PlanState.SIGNED
    told = Message.objects.filter(subject__startswith="Alle har underskrevet").values_list("to", flat=True)
    assert list(told) == [cast.formand_herning.pk], "it is the lokalråd's chair who goes on"


def test_whoever_signs_from_outside_sees_the_text_alone(cast, as_user):
    chair, mayor = cast.formand_herning, cast.borgmester("Herning")
    named = [stages.approvers(cast)[0], Membership.objects.get(user=mayor)]
    plan = stages.sent(cast, named=named)
    board = reverse("signatures", args=[plan.pk])
    for signer, status in ((chair, 200), (mayor, 404)):
        mine = Signature.objects.get(membership__user=signer)
        approval.sign(mine, seen_hash=mine.round.content_hash, by=signer)
        client = as_user(signer)
        page = client.get(reverse("sign", args=[mine.pk])).text
        assert "Du har underskrevet" in page
        assert (board in page) == (status == 200)
        assert client.get(board).status_code == status


def test_whoever_left_signs_no_more(cast, as_user):
    plan = stages.sent(cast)
    leave(cast.medlem_herning)
    signature = Signature.objects.get(membership__user=cast.medlem_herning)
    with pytest.raises(Refused, match="Kun"):
        approval.sign(signature, seen_hash=signature.round.content_hash, by=cast.medlem_herning)
    page = as_user(cast.formand_herning).get(reverse("signatures", args=[plan.pk])).text
    assert reverse("renew-signatures", args=[plan.pk]) in page
    assert "Drøftelsen i kredsrådet" not in page, "it was not discussed there"
    approval.reopen(plan, reason="En ny skal godkende.", by=cast.formand_herning)
    deadline = timezone.localdate() + timedelta(days=3)
    plan = fresh(plan)
    with pytest.raises(Refused, match="vælg en anden"):
        approval.open_round(plan, place="Herning", deadline=deadline, by=cast.formand_herning)


def test_a_signed_one_is_not_sent_again_and_the_kredsråd_is_not_named(cast):
    plan = stages.signed(cast)
    with pytest.raises(Refused) as refused:
        workflow.send_to_signature(
            plan, place="Herning", deadline=stages.in_two_weeks(), by=cast.formand_herning
        )
    assert str(refused.value) == (
        f"Planen er »{plan.get_state_display()}« og kan ikke sendes til underskrift. "
        "Se planens side, og vælg derfra."
    )


def test_it_is_told_of_no_way_that_it_does_not_have(cast, as_user):
    plan = stages.sent(cast)
    page = as_user(cast.formand_herning).get(reverse("publish-plan", args=[plan.pk])).text
    assert "når alle har underskrevet." in page
    assert "slået fra" not in page


def test_it_becomes_an_edition_beside_the_districts(cast, as_user, client):
    of_district, plan = stages.districts(cast), stages.signed(cast)
    as_user(cast.formand_herning).post(reverse("publish-plan", args=[plan.pk]), {"note": ""})
    order = Publication.objects.get()
    assert (order.plan, order.discussion) == (plan, None)
    workflow.publish(order.pk)
    edition = Edition.objects.get(plan=plan)
    assert fresh(plan).state == PlanState.PUBLISHED
    assert read_snapshot(edition.snapshot)["discussed"] is None
    assert not [fault for fault in faults() if str(edition) in fault]
    place = [cast.district.slug, YEAR, "herning"]
    page = client.get(reverse("local-edition", args=place))
    assert "Et medlem af Lokalrådet i Herning" in page.text
    assert client.get(reverse("local-edition-pdf", args=place)).content.startswith(b"%PDF")
    assert reverse("local-edition", args=place) in client.get(reverse("municipality-page", args=place)).text
    assert of_district.editions.count() == 1


def test_a_kommunes_page_says_at_once_that_its_plan_is_out(cast, client):
    stages.districts(cast)
    place = [cast.district.slug, YEAR, "herning"]
    address = reverse("municipality-page", args=place)
    seen = client.get(address)
    assert reverse("local-edition", args=place) not in seen.text
    stages.published(cast)
    again = client.get(address, headers={"If-None-Match": seen["ETag"]})
    assert again.status_code == 200
    assert reverse("local-edition", args=place) in again.text


def test_its_file_is_not_sent_again_to_who_has_it(cast, client):
    stages.published(cast)
    address = reverse("local-edition-pdf", args=[cast.district.slug, YEAR, "herning"])
    seen = client.get(address)
    assert client.get(address, headers={"If-None-Match": seen["ETag"]}).status_code == 304


def test_a_draft_is_nobodys_page(cast, client):
    stages.sent(cast)
    for name in ("local-edition", "local-edition-pdf"):
        assert client.get(reverse(name, args=[cast.district.slug, YEAR, "herning"])).status_code == 404


def test_what_is_not_signed_is_not_published(cast):
    plan = stages.draft(cast)
    with pytest.raises(Refused, match="Den skal være underskrevet"):
        workflow.order_publication(plan, note="", by=cast.formand_herning)


def test_the_districts_pages_show_no_local_plan(cast, client):
    stages.districts(cast)
    stages.published(cast)
    front, district = client.get(reverse("front")).text, client.get(f"/{cast.district.slug}/").text
    assert "Lokal samarbejdsplan" not in front + district
    assert (
        "Lokal"
        not in client.get(reverse("edition", args=[cast.district.slug, YEAR])).text.split("<h1>")[1][:60]
    )


def untried(cast, plan: Plan) -> Trial:
    """As it is left by a server that cannot print."""
    choosing.name_approvers(plan, stages.approvers(cast), by=cast.formand_herning)
    trial = workflow.send_to_signature(
        plan, place="Herning", deadline=stages.in_two_weeks(), by=cast.formand_herning
    )
    Trial.objects.filter(pk=trial.pk).update(state=TrialState.UNTRIED, obstacles=[{"text": "Uden Pango"}])
    return Trial.objects.get(pk=trial.pk)


def test_a_trial_tells_of_one_text_alone(cast, as_user):
    """Taken back and written on, the plan is sent anew."""
    plan = stages.draft(cast)
    trial = untried(cast, plan)
    client, board = as_user(cast.formand_herning), reverse("signatures", args=[plan.pk])
    assert "kunne ikke prøvetrykkes" in client.get(board).text
    workflow.send_untried(trial, by=cast.formand_herning)
    approval.reopen(fresh(plan), reason="En fejl", by=cast.formand_herning)
    assert "kunne ikke prøvetrykkes" not in client.get(board).text
    assert "blev ikke sendt til underskrift" not in client.get(reverse("plan", args=[plan.pk])).text
    with pytest.raises(Refused, match="uden"):
        workflow.send_untried(trial, by=cast.formand_herning)


def test_a_draft_that_could_not_be_printed_can_be_deleted(cast):
    plan = stages.draft(cast)
    untried(cast, plan)
    desk.delete_plan(plan, by=cast.formand_herning)
    assert not Plan.objects.filter(pk=plan.pk).exists()


def test_not_while_it_is_being_printed(cast):
    plan = stages.draft(cast)
    Trial.objects.filter(pk=untried(cast, plan).pk).update(state=TrialState.QUEUED, obstacles=[])
    with pytest.raises(Refused, match="prøvetrykkes lige nu"):
        desk.delete_plan(plan, by=cast.formand_herning)


def test_whoever_is_asked_to_sign_sees_the_pictures_of_the_text(cast, as_user):
    """And nobody from outside when the text is taken back."""
    plan, mayor = stages.draft(cast), cast.borgmester("Herning")
    picture = kept(plan, cast.formand_herning)
    address = reverse("draft-picture", args=[plan.pk, picture.name])
    assert as_user(mayor).get(address).status_code == 404
    seat = Membership.objects.get(user=mayor)
    choosing.name_approvers(plan, [stages.approvers(cast)[0], seat], by=cast.formand_herning)
    approval.open_round(plan, place="Herning", deadline=stages.in_two_weeks(), by=cast.formand_herning)
    assert as_user(mayor).get(address).status_code == 200
    assert as_user(cast.borgmester("Viborg")).get(address).status_code == 404
    approval.reopen(fresh(plan), reason="En fejl", by=cast.formand_herning)
    assert as_user(mayor).get(address).status_code == 404
