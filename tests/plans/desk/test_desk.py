"""What waits for each role is the first thing it sees, and each thing is one link away."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.agendas.workflow import ask_for_point
from plans.approval.models import Signature, SignatureRound
from plans.document.models import FrozenText, Plan
from plans.document.states import PlanState
from plans.proposals.models import NoProposals, Proposal, ProposalRound
from plans.proposals.states import ProposalState
from plans.proposals.workflow.numbering import number
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message
from samarbejde.outbox.workflow import queue
from samarbejde.workers.models import Worker
from tests.councils.meetings import stages as meetings
from tests.making import a_plan

pytestmark = pytest.mark.usefixtures("workers")
DESK = "/arbejdsbord/"


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


@pytest.fixture
def round_(plan):
    now = timezone.now()
    return ProposalRound.objects.create(
        plan=plan, opens_at=now - timedelta(days=1), deadline=now + timedelta(days=9)
    )


def a_proposal(round_, council, state=ProposalState.SUBMITTED, title="Tryg havn"):
    proposal = Proposal(round=round_, council=council, state=state, title=title, submitted_at=timezone.now())
    number(proposal)
    if state == ProposalState.WITHDRAWN:
        proposal.withdrawn_because = "Vi løser det selv."
    proposal.save()
    return proposal


def a_signature(plan, user, *, position=1, deadline=None):
    text = FrozenText.objects.create(snapshot={}, content_hash="0" * 64)
    round_, _ = SignatureRound.objects.get_or_create(
        plan=plan,
        defaults={"text": text, "place": "Viborg", "deadline": deadline},
    )
    membership = user.memberships.get()
    return Signature.objects.create(
        round=round_, position=position, membership=membership, name=user.name, title=membership.title
    )


def seen(as_user, user, address=DESK):
    answer = as_user(user).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def cost(as_user, user, address=DESK):
    client = as_user(user)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_needs_a_login(client, db):
    for name in ("desk", "plans"):
        assert client.get(reverse(name)).url == f"{reverse('account_login')}?next={reverse(name)}"


def test_somebody_without_an_office_is_told_the_way_on(as_user, cast, plan):
    from tests.cast import person

    page = seen(as_user, person("udenfor", "En tidligere borgmester"))
    assert "Intet venter på dig lige nu" in page
    assert "bed administratoren" in page


def test_a_secretariat_of_another_district_sees_nothing_of_it(as_user, cast, round_):
    a_proposal(round_, cast.lokalraad("Herning"))
    a_plan(cast.kredsraad(cast.other_district), timezone.localdate().year + 1, PlanState.PUBLISHED)
    page = seen(as_user, cast.sekretariat_fyn)
    assert "Intet venter på dig lige nu" in page
    assert reverse("plan", args=[round_.plan_id]) not in page


def test_a_chair_is_asked_to_answer_until_the_lokalraad_has(as_user, cast, round_):
    council = cast.lokalraad("Herning")
    page = seen(as_user, cast.formand_herning)
    assert "Send forslag til Samarbejdsplan 2027" in page
    assert reverse("council-proposals", args=[round_.plan_id, council.pk]) in page
    NoProposals.objects.create(round=round_, council=council, said_by=cast.formand_herning)
    assert "Intet venter på dig lige nu" in seen(as_user, cast.formand_herning)
    assert "Send forslag" in seen(as_user, cast.formand_viborg)


def test_a_chair_sees_drafts_and_questions_but_not_what_others_wrote(as_user, cast, round_):
    a_proposal(round_, cast.lokalraad("Herning"), ProposalState.DRAFT, "Halv kladde")
    a_proposal(round_, cast.lokalraad("Herning"), ProposalState.CHANGES_REQUESTED, "Skal rettes")
    a_proposal(round_, cast.lokalraad("Viborg"), ProposalState.DRAFT, "Viborgs hemmelighed")
    page = seen(as_user, cast.formand_herning)
    assert "Forslag: Halv kladde" in page
    assert "Sekretariatet har bedt om ændringer." in page
    assert "Viborgs hemmelighed" not in page


def test_a_draft_that_was_never_sent_is_named_after_the_deadline(as_user, cast, round_):
    proposal = a_proposal(round_, cast.lokalraad("Herning"), ProposalState.DRAFT, "Halv kladde")
    page = seen(as_user, cast.formand_herning)
    assert "Kladden er ikke indsendt endnu." in page
    assert f'Senest <time datetime="{timezone.localdate(round_.deadline)}' in page
    ProposalRound.objects.filter(pk=round_.pk).update(deadline=timezone.now() - timedelta(days=1))
    page = seen(as_user, cast.formand_herning)
    assert "Forslag: Halv kladde" in page
    assert "Kladden blev ikke indsendt. Bed sekretariatet om længere frist, eller læg den væk." in page
    assert "Fristen var" in page
    assert reverse("proposal", args=[proposal.pk]) in page


@pytest.mark.parametrize("state", [PlanState.DISCUSSED, PlanState.SIGNED, PlanState.PUBLISHED])
def test_a_closed_round_asks_a_chair_for_nothing(as_user, cast, round_, state):
    a_proposal(round_, cast.lokalraad("Herning"), ProposalState.CHANGES_REQUESTED)
    Plan.objects.filter(pk=round_.plan_id).update(state=state)
    assert "Intet venter på dig lige nu" in seen(as_user, cast.formand_herning)


@pytest.mark.parametrize("state", [PlanState.DISCUSSED, PlanState.SIGNED, PlanState.PUBLISHED])
def test_a_draft_left_in_a_closed_round_is_named_until_its_year_is_over(as_user, cast, round_, state):
    herning = cast.lokalraad("Herning")
    draft = a_proposal(round_, herning, ProposalState.DRAFT, "Halv kladde")
    a_proposal(round_, cast.lokalraad("Viborg"), ProposalState.DRAFT, "Viborgs hemmelighed")
    Plan.objects.filter(pk=round_.plan_id).update(state=state)
    page = seen(as_user, cast.formand_herning)
    assert "Kladden blev ikke indsendt, og Samarbejdsplan 2027 tager ikke imod flere forslag." in page
    assert reverse("proposal", args=[draft.pk]) in page
    assert "Viborgs hemmelighed" not in page
    assert "Halv kladde" not in seen(as_user, cast.medlem_herning)
    Plan.objects.filter(pk=round_.plan_id).update(year=timezone.localdate().year - 1)
    assert "Halv kladde" not in seen(as_user, cast.formand_herning)


def test_nothing_waits_when_the_round_is_over(as_user, cast, round_):
    ProposalRound.objects.filter(pk=round_.pk).update(deadline=timezone.now() - timedelta(hours=1))
    assert "Intet venter på dig lige nu" in seen(as_user, cast.formand_herning)


def test_questions_are_answered_after_the_deadline_too(as_user, cast, round_):
    a_proposal(round_, cast.lokalraad("Herning"), ProposalState.CHANGES_REQUESTED, "Skal rettes")
    ProposalRound.objects.filter(pk=round_.pk).update(deadline=timezone.now() - timedelta(hours=1))
    page = seen(as_user, cast.formand_herning)
    assert "Forslag: Skal rettes" in page
    assert "I kan svare, til kredsrådet har drøftet planen" in page


def test_a_lokalraad_that_took_its_proposals_back_is_asked_again(as_user, cast, round_):
    a_proposal(round_, cast.lokalraad("Herning"), ProposalState.WITHDRAWN)
    assert "Send forslag til Samarbejdsplan 2027" in seen(as_user, cast.formand_herning)


def test_a_member_who_is_not_chair_is_asked_for_nothing(as_user, cast, round_):
    assert "Intet venter på dig lige nu" in seen(as_user, cast.medlem_herning)


def test_a_mayor_signs_from_the_desk_and_sees_when_it_is_late(as_user, cast, plan):
    mayor, other = cast.borgmester("Herning"), cast.borgmester("Viborg")
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.SIGNING)
    signature = a_signature(plan, mayor, deadline=timezone.localdate() - timedelta(days=1))
    page = seen(as_user, mayor)
    assert "Underskriv Samarbejdsplan 2027" in page
    assert "Fristen var" in page
    assert reverse("sign", args=[signature.pk]) in page
    assert "Intet venter på dig lige nu" in seen(as_user, other)


def test_who_should_read_the_draft_is_asked_to(as_user, cast, plan):
    assert "Læs udkastet" not in seen(as_user, cast.kontaktudvalg)
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.CONSULTATION)
    for reader in (cast.kontaktudvalg, cast.borgmester("Herning"), cast.direktoer):
        assert "Læs udkastet til Samarbejdsplan 2027" in seen(as_user, reader)


def test_what_is_due_first_stands_first(as_user, cast, plan, round_):
    later = a_plan(cast.kredsraad(), 2028)
    now = timezone.now()
    ProposalRound.objects.create(plan=later, opens_at=now, deadline=now + timedelta(days=2))
    page = seen(as_user, cast.formand_herning)
    assert page.index("forslag til Samarbejdsplan 2028") < page.index("forslag til Samarbejdsplan 2027")


def test_an_administrator_is_shown_the_way_to_the_register(as_user, cast):
    page = seen(as_user, cast.administrator)
    assert reverse("admin:index") in page
    assert "Samarbejdsplan" not in page.partition("<main")[2].partition("</main>")[0]


@pytest.fixture
def mail_server(settings):
    settings.EMAIL_HOST = "localhost"


def late_mail(to, number=1):
    long_ago = timezone.now() - timedelta(hours=2)
    for _ in range(number):
        [message] = queue(letter(to, "Underskriv planen", "Læs den her."))
        Message.objects.filter(pk=message.pk).update(queued_at=long_ago)


def test_an_administrator_sees_that_mail_does_not_leave(as_user, cast, mail_server):
    queue(letter(cast.direktoer, "Lige skrevet", "Ny."))
    title = "e-mail er forsinket"
    assert title not in seen(as_user, cast.administrator)
    late_mail(cast.direktoer)
    page = seen(as_user, cast.administrator)
    assert f"1 {title}" in page
    [way] = re.findall(r'<a class="button button-primary" href="([^"]+)">Se beskederne', page)
    listed = as_user(cast.administrator).get(way).content.decode()
    assert "Underskriv planen" in listed
    assert "Lige skrevet" not in listed
    late_mail(cast.direktoer, 2)
    assert "3 e-mails er forsinkede" in seen(as_user, cast.administrator)


@pytest.mark.parametrize("name", ["sekretariat", "administrator"])
def test_a_dead_and_a_stuck_worker_are_told_in_words(as_user, cast, name):
    person = getattr(cast, name)
    dead, stuck = "Portalen sender ingen e-mails", "gået i stå med at lave PDF"
    page = seen(as_user, person)
    assert dead not in page
    assert stuck not in page
    long_ago = timezone.now() - timedelta(minutes=4)
    Worker.objects.filter(queue="mail").update(beat_at=long_ago)
    Worker.objects.filter(queue="pdf").update(task="publish_plan", task_since=long_ago)
    page = seen(as_user, person)
    assert dead in page
    assert stuck in page
    assert "Bed driften starte »manage.py worker« igen" in page


def test_nobody_else_is_troubled_with_the_worker(as_user, cast):
    Worker.objects.all().delete()
    for person in (cast.direktoer, cast.formand_herning, cast.kontaktudvalg):
        assert "manage.py worker" not in seen(as_user, person)


def test_mail_is_the_administrators_to_look_after(as_user, cast, mail_server):
    late_mail(cast.direktoer)
    for person in (cast.sekretariat, cast.direktoer, cast.formand_herning):
        assert "forsinket" not in seen(as_user, person)


def test_without_a_mail_server_no_mail_is_late(as_user, cast, settings):
    settings.EMAIL_HOST = ""
    late_mail(cast.direktoer)
    assert "forsinket" not in seen(as_user, cast.administrator)


def test_mail_that_does_not_leave_stands_before_what_is_due(as_user, cast, round_, mail_server):
    cast.formand_herning.is_staff = True
    cast.formand_herning.save()
    late_mail(cast.direktoer)
    page = seen(as_user, cast.formand_herning)
    assert page.index("e-mail er forsinket") < page.index("Send forslag til")


def test_one_and_three_late_mails_cost_the_same(as_user, cast, mail_server):
    late_mail(cast.direktoer)
    one = cost(as_user, cast.administrator)
    late_mail(cast.direktoer, 2)
    assert cost(as_user, cast.administrator) == one <= 12


def a_wish(council, cast):
    ask_for_point(council, title="Lys på stien", text="", by=cast.medlem_herning)


def test_what_meetings_ask_stands_among_the_rest_by_its_day(as_user, cast, round_):
    soon = meetings.hernings(cast, held_on=meetings.in_days(15))
    a_wish(soon.council, cast)
    page = seen(as_user, cast.formand_herning)
    assert reverse("meeting", args=[soon.pk]) in page
    assert page.index("Indkald til mødet") < page.index("Et ønske til dagsordenen")
    assert "Indkald til mødet" not in seen(as_user, cast.medlem_herning)


def test_one_and_three_plans_cost_the_same(as_user, cast, plan, round_):
    people = (cast.sekretariat, cast.formand_herning, cast.borgmester("Herning"), cast.kontaktudvalg)
    a_proposal(round_, cast.lokalraad("Herning"))
    a_signature(plan, cast.borgmester("Herning"))
    herning = cast.lokalraad("Herning")
    a_wish(herning, cast)
    meetings.hernings(cast, held_on=meetings.in_days(20))
    one = {
        (who.name, page): cost(as_user, who, page)
        for who in people
        for page in (DESK, "/arbejdsbord/planer/")
    }
    for year in (2028, 2029):
        a_wish(herning, cast)
        meetings.hernings(cast, held_on=meetings.in_days(year - 2000))
        more = a_plan(cast.kredsraad(), year)
        now = timezone.now()
        more_round = ProposalRound.objects.create(plan=more, opens_at=now, deadline=now + timedelta(days=2))
        for _ in range(3):
            a_proposal(more_round, cast.lokalraad("Herning"))
        a_signature(more, cast.borgmester("Herning"))
    three = {
        (who.name, page): cost(as_user, who, page)
        for who in people
        for page in (DESK, "/arbejdsbord/planer/")
    }
    assert one == three
    assert max(three.values()) <= 12
    assert seen(as_user, cast.sekretariat).count("Samarbejdsplan 2029") >= 1
