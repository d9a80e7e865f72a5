"""An approver leaves their post before signing: the successor is asked, and the plan stays where it is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership
from plans.approval import workflow as approval
from plans.approval.models import RoundState
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.publication.models import Trial
from plans.publication.workflow.trying import try_out
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.cast import person, post, seat
from tests.plans.approval.stages import leave, succeed
from tests.plans.approvers.stages import chosen
from tests.plans.local_plans import stages

pytestmark = pytest.mark.django_db
TODAY = (timezone.localdate(), None)


@pytest.fixture
def plan(cast) -> Plan:
    """Signed by the chair; the mayor has left and has a successor."""
    mayor = cast.borgmester("Herning")
    plan = stages.draft(cast)
    named = [stages.approvers(cast)[0], Membership.objects.get(user=mayor)]
    stages.sent(cast, plan, named=named)
    mine = plan.signature_rounds.get().signatures.get(membership__user=cast.formand_herning)
    approval.sign(mine, seen_hash=mine.round.content_hash, by=cast.formand_herning)
    succeed(cast, "Herning", "Anne Ask")
    Message.objects.all().delete()
    return plan


def renewal(plan: Plan) -> str:
    return reverse("renew-signatures", args=[plan.pk])


def fresh(plan: Plan) -> Plan:
    return Plan.objects.get(pk=plan.pk)


def test_the_board_and_the_desk_of_the_chair_name_the_successor(cast, as_user, plan):
    client = as_user(cast.formand_herning)
    page = client.get(reverse("signatures", args=[plan.pk])).text
    assert "Nu har Anne Ask hvervet." in page
    assert renewal(plan) in page
    assert "så planen skal sendes til underskrift igen" in client.get(reverse("desk")).text
    page = client.get(renewal(plan))
    assert "Anne Ask underskriver i stedet." in page.text
    assert "drøftelsen i kredsrådet" not in page.text
    ticked = Membership.objects.filter(pk__in=page.context["form"]["approvers"].value())
    assert {str(one.user) for one in ticked} == {str(cast.formand_herning), "Anne Ask"}


def test_the_successor_is_asked_and_the_plan_stays_to_be_signed(cast, as_user, plan):
    old = plan.signature_rounds.get()
    client = as_user(cast.formand_herning)
    asked = client.get(renewal(plan)).context["form"]["approvers"].value()
    typed = stages.typed_round(cast, approvers=asked)
    assert client.post(renewal(plan), typed).status_code == 302
    try_out(Trial.objects.latest("pk").pk)
    plan, new = fresh(plan), plan.signature_rounds.standing().get()
    assert plan.state == PlanState.SIGNING
    assert (new.pk != old.pk, type(old).objects.get(pk=old.pk).state) == (True, RoundState.VOIDED)
    assert [one.name for one in new.signatures.order_by("position")] == [
        cast.formand_herning.name,
        "Anne Ask",
    ]
    told = {message.address: message for message in Message.objects.all()}
    assert told["anne.ask@example.org"].subject == f"Underskriv {plan.title}"
    again = told[cast.formand_herning.email]
    assert again.subject == f"Underskriv {plan.title} igen"
    assert "har ikke længere hvervet som borgmester" in again.body


def test_whoever_goes_on_in_a_new_term_is_ticked_still(cast, as_user, plan):
    term = Membership.objects.get(user=cast.formand_herning)
    leave(cast.formand_herning)
    post(term.user, term.council, term.role, title=term.title, side=term.side, period=TODAY).save()
    page = as_user(cast.sekretariat).get(renewal(plan))
    ticked = Membership.objects.filter(pk__in=page.context["form"]["approvers"].value())
    assert {str(one.user) for one in ticked} == {str(cast.formand_herning), "Anne Ask"}


def test_a_member_is_followed_by_whoever_has_the_title(cast, as_user):
    plan = stages.sent(cast)
    title = Membership.objects.get(user=cast.medlem_herning).title
    leave(cast.medlem_herning)
    page = as_user(cast.formand_herning).get(renewal(plan)).text
    assert "Vælg en anden nedenfor." in page
    council = cast.lokalraad("Herning")
    seat(person("anden", "En anden"), council, title="Lærer", period=TODAY)
    seat(person("ny", "Den nye"), council, title=title, period=TODAY)
    assert "Den nye underskriver i stedet." in as_user(cast.formand_herning).get(renewal(plan)).text


def test_where_the_post_is_gone_the_rules_name_somebody(cast, as_user):
    plan, mayor = stages.sent(cast), cast.borgmester("Herning")
    chosen(cast, municipality_post="mayor")
    leave(cast.medlem_herning)
    page = as_user(cast.formand_herning).get(renewal(plan)).text
    assert f"{mayor} underskriver i stedet." in page


def test_nobody_is_asked_again_without_need(cast, as_user):
    plan = stages.sent(cast)
    page = as_user(cast.formand_herning).get(renewal(plan)).text
    assert "Der er ikke brug for det" in page
    deadline = timezone.localdate() + timedelta(days=7)
    with pytest.raises(Refused, match="har stadig deres hverv"):
        approval.renew_round(plan, place="Herning", deadline=deadline, by=cast.formand_herning)
    answer = as_user(cast.formand_herning).post(renewal(plan), stages.typed_round(cast))
    assert answer.status_code == 409
    assert "Herning" in answer.text, "what was typed is kept"


def test_a_member_of_the_kontaktudvalg_signs_while_in_it(cast, as_user):
    head = cast.kontaktudvalg
    held = Membership.objects.get(user=head)
    plan = stages.draft(cast)
    stages.sent(cast, plan, named=[stages.approvers(cast)[0], held])
    mine = plan.signature_rounds.get().signatures.get(membership=held)
    assert as_user(head).get(reverse("sign", args=[mine.pk])).status_code == 200
    leave(head)
    assert as_user(head).get(reverse("sign", args=[mine.pk])).status_code == 403
