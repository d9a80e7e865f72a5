"""Nothing is buried: what is not finished is counted, with a link, before each step."""

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from plans.approval import workflow
from plans.document.models import Carried, Plan
from plans.document.states import PlanState
from plans.duties.models import Duty
from plans.proposals.models import Proposal
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.making import section
from tests.plans.approval import stages
from tests.plans.proposals import stages as proposals

GATES = {
    "send-to-consultation": PlanState.DRAFT,
    "record-discussion": PlanState.CONSULTATION,
    "signatures": PlanState.DISCUSSED,
    "record-paper-signatures": PlanState.DISCUSSED,
    "publish-plan": PlanState.SIGNED,
}


@pytest.fixture
def plan(cast) -> Plan:
    """Two undecided, one returned, one unsent; two unclear duties; one inconsistency."""
    cast.fill_posts()
    round_ = proposals.a_round(cast)
    plan = round_.plan
    for title in ("Et", "To"):
        proposals.submitted(cast, round_, of=proposals.words(title))
    proposals.changes_requested(cast, round_)
    proposals.drafted(cast, round_, place="Viborg")
    for due_year in (None, 2026, 2027):
        Duty.objects.create(plan=plan, wording="Mødes", who="Lokalrådene", due_year=due_year)
    section(plan, "Mål for 2024", "<p>Tekst</p>")
    return plan


@pytest.fixture
def finished(plan) -> Plan:
    Proposal.objects.update(state="withdrawn", withdrawn_because="Det er løst.")
    plan.duties.exclude(due_year=2027).delete()
    plan.sections.filter(heading="Mål for 2024").delete()
    return plan


def at(cast, plan, name):
    """The plan as it stands before the step of this page."""
    state = GATES[name]
    if state in (PlanState.DISCUSSED, PlanState.SIGNED):
        Plan.objects.filter(pk=plan.pk).update(state=PlanState.CONSULTATION)
        stages.discuss(cast, plan)
    Plan.objects.filter(pk=plan.pk).update(state=state)
    return reverse(name, args=[plan.pk])


def box(answer):
    """Its lines, and the addresses that they lead to."""
    found = html.fromstring(answer.content).xpath("//*[@aria-labelledby='left-open']")
    if not found:
        return None, []
    lines = [" ".join(line.text_content().split()) for line in found[0].xpath(".//li | .//summary")]
    return lines, found[0].xpath(".//a/@href")


@pytest.mark.parametrize("name", GATES)
def test_all_of_it_is_counted_on_each_page_with_links(cast, as_user, plan, name):
    answer = as_user(cast.sekretariat).get(at(cast, plan, name))
    lines, addresses = box(answer)
    said = "\n".join(lines)
    assert "2 forslag venter på afgørelse." in said
    assert "1 forslag venter på" in said
    assert "1 kladde til et forslag er ikke indsendt" in said
    assert "2 opgaver har ingen, der skal gøre den, ingen tid, eller en tid før 2027." in said
    assert "1 ting at se på i planens tekst" in said
    assert "nævner 2024, og planen gælder 2027" in said
    for page in ("proposal-board", "postpone-proposals", "duties"):
        assert reverse(page, args=[plan.pk]) in addresses
    is_open = GATES[name] in (PlanState.DRAFT, PlanState.CONSULTATION)
    assert ("lokalråd har ikke svaret" in said) == is_open
    way_on = "edit-section" if is_open else "reopen-plan"
    wrong = plan.sections.get(heading="Mål for 2024")
    parts = [plan.pk, wrong.pk] if is_open else [plan.pk]
    assert reverse(way_on, args=parts) in addresses


@pytest.mark.parametrize("name", GATES)
def test_what_nobody_has_read_is_counted(cast, as_user, finished, name):
    proposals.end(finished.proposal_round)
    address = at(cast, finished, name)
    finished.sections.exclude(body="").update(carried=Carried.KEPT, unread=True)
    number = finished.sections.filter(unread=True).count()
    [line], addresses = box(as_user(cast.sekretariat).get(address))
    assert f"{number} afsnit og emner er videreført, uden at nogen har læst dem." in line
    assert addresses == [f"{reverse('carried-over', args=[finished.pk])}?vis=ulaest"]


@pytest.mark.parametrize("name", GATES)
def test_where_all_is_finished_the_page_says_so(cast, as_user, finished, name):
    proposals.end(finished.proposal_round)
    answer = as_user(cast.sekretariat).get(at(cast, finished, name))
    assert box(answer) == (None, [])
    assert "Der er ingen forslag, der venter, og intet at se på i planens tekst." in answer.text


@pytest.mark.parametrize("name", GATES)
def test_little_and_much_cost_the_same(cast, as_user, finished, name, django_assert_max_num_queries):
    client, address = as_user(cast.sekretariat), at(cast, finished, name)
    client.get(address)
    with django_assert_max_num_queries(12) as little:
        client.get(address)
    for number in range(3):
        section(finished, f"Mål {number} for 2024")
        Duty.objects.create(plan=finished, wording="Mødes", who="")
        Proposal.objects.filter(pk=Proposal.objects.all()[number].pk).update(state="submitted")
    with django_assert_max_num_queries(len(little)):
        assert box(client.get(address))[0]


def test_a_mayor_sees_none_of_it(cast, as_user, plan):
    address = at(cast, plan, "signatures")
    answer = as_user(cast.borgmester("Herning")).get(address)
    assert answer.status_code == 200
    assert "left-open" not in answer.text


def test_undecided_proposals_stop_the_consultation(cast, as_user, plan):
    client, address = as_user(cast.sekretariat), at(cast, plan, "send-to-consultation")
    page = client.get(address).text
    assert "Afgør forslagene først, eller flyt dem til næste år" in page
    assert "Send i høring</button>" not in page
    before = Message.objects.count()
    with pytest.raises(Refused, match=r"2 forslag venter på afgørelse.*Afgør dem, eller flyt dem"):
        workflow.send_to_consultation(plan, by=cast.sekretariat)
    answer = client.post(address, {"note": "Min besked"})
    assert answer.status_code == 409
    assert "Min besked" in answer.text
    assert stages.fresh(plan).state == PlanState.DRAFT
    assert Message.objects.count() == before


def test_when_they_are_moved_the_plan_goes_on(cast, as_user, plan):
    undecided = Proposal.objects.filter(state="submitted")
    client = as_user(cast.sekretariat)
    form = {"proposals": [one.pk for one in undecided], "reason": "Vi nåede det ikke."}
    answer = client.post(reverse("postpone-proposals", args=[plan.pk]), form, follow=True)
    assert "Send i høring</button>" in answer.text
    client.post(reverse("send-to-consultation", args=[plan.pk]), {})
    assert stages.fresh(plan).state == PlanState.CONSULTATION
    assert {*Proposal.objects.filter(title__in=["Et", "To"]).values_list("state", flat=True)} == {"postponed"}


def test_one_that_was_recommended_is_not_decided_either(cast, finished):
    Proposal.objects.filter(title="Et").update(state="recommended")
    with pytest.raises(Refused, match="1 forslag venter på afgørelse"):
        workflow.send_to_consultation(finished, by=cast.sekretariat)


def test_the_deadline_to_come_is_told(cast, as_user, finished):
    answer = as_user(cast.sekretariat).get(at(cast, finished, "send-to-consultation"))
    [line] = box(answer)[0]
    last = timezone.localdate(finished.proposal_round.deadline)
    assert line.replace("\xa0", " ").startswith("11 lokalråd har ikke svaret, og forslagsrunden er åben til")
    assert str(last.year) in line
