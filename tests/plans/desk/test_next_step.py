"""The secretariat's next step with each plan, the same on the desk and on the plan's own page."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from lxml import html

from plans.approval import workflow as approval
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import Extension, NoProposals, Proposal, ProposalRound
from plans.proposals.states import ProposalState
from plans.proposals.workflow.numbering import number
from plans.publication.models import Publication, PublicationState, TrialState
from tests.making import a_discussion, a_plan, an_edition
from tests.plans.approval import stages

pytestmark = pytest.mark.usefixtures("workers")
AUTUMN = datetime(2026, 9, 15, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_the_autumn_before():
    with time_machine.travel(AUTUMN):
        yield


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad(), 2027)


@pytest.fixture
def round_(plan):
    now = timezone.now()
    return ProposalRound.objects.create(plan=plan, opens_at=now, deadline=now + timedelta(days=16))


def a_proposal(round_, council, state=ProposalState.SUBMITTED):
    handed_in = None if state == ProposalState.DRAFT else timezone.now()
    proposal = Proposal(round=round_, council=council, state=state, title="Tryg havn", submitted_at=handed_in)
    if handed_in:
        number(proposal)
    if state == ProposalState.WITHDRAWN:
        proposal.withdrawn_because = "Det er løst."
    proposal.save()
    return proposal


def is_over(round_):
    ProposalRound.objects.filter(pk=round_.pk).update(
        opens_at=timezone.now() - timedelta(days=30), deadline=timezone.now() - timedelta(days=1)
    )


def step(as_user, cast, plan):
    """Text, button and address, the same on the desk and the plan's page; alone there, but for minutes."""
    client = as_user(cast.sekretariat)
    desk = html.fromstring(client.get(reverse("desk")).content)
    cards = desk.xpath("//ul[contains(@class, 'waiting')]/li")
    [card] = [one for one in cards if "Referat af mødet" not in one.text_content()]
    button = card.xpath("./a")[0]
    on_desk = [*card.xpath(".//p/text()"), button.text, button.get("href")]
    page = html.fromstring(client.get(reverse("plan", args=[plan.pk])).content)
    [section] = page.xpath("//section[@aria-labelledby='next-step']")
    primary = section.xpath(".//a[contains(@class, 'button-primary')]")
    assert len(primary) == 1
    on_page = [*section.xpath("./p/text()"), primary[0].text, primary[0].get("href")]
    assert on_desk == on_page
    text, action, address = on_desk
    return text.replace("\xa0", " "), action, address


def address(name, plan):
    return reverse(name, args=[plan.pk])


@pytest.mark.parametrize(
    ("state", "action", "url"),
    [
        (PlanState.CONSULTATION, "Registrér drøftelsen", "record-discussion"),
        (PlanState.DISCUSSED, "Send til underskrift", "signatures"),
        (PlanState.SIGNING, "Se, hvem der mangler", "signatures"),
        (PlanState.SIGNED, "Offentliggør", "publish-plan"),
    ],
)
def test_each_state_has_its_step(as_user, cast, plan, state, action, url):
    Plan.objects.filter(pk=plan.pk).update(state=state)
    assert step(as_user, cast, plan)[1:] == (action, address(url, plan))


def test_without_signatures_a_discussed_plan_is_to_be_published(as_user, cast, plan):
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.DISCUSSED, signatures_required=False)
    assert step(as_user, cast, plan)[1:] == ("Offentliggør", address("publish-plan", plan))


def test_a_publication_that_failed_is_to_be_tried_again(as_user, cast, plan):
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.SIGNED)
    order = {"plan": plan, "discussion": a_discussion(plan), "snapshot": {}}
    Publication.objects.create(**order, state=PublicationState.FAILED, failure="Pango mangler.")
    assert step(as_user, cast, plan)[1] == "Prøv igen"


@pytest.mark.parametrize(
    ("state", "said", "action"),
    [
        (TrialState.QUEUED, "Planen prøvetrykkes, før den sendes til underskrift.", "Følg den"),
        (TrialState.FAILED, "Planen blev ikke sendt til underskrift.", "Se, hvorfor"),
        (TrialState.UNTRIED, "Planen blev ikke sendt til underskrift.", "Se, hvorfor"),
        (TrialState.PASSED, "Planen er drøftet i kredsrådet.", "Send til underskrift"),
    ],
)
def test_a_trial_print_is_followed_before_anybody_signs(as_user, cast, plan, state, said, action):
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.DISCUSSED)
    plan.trials.create(
        discussion=a_discussion(plan),
        state=state,
        snapshot={},
        obstacles=[{"text": "En fejl.", "title": "", "lineage": ""}],
        place="Viborg",
        deadline=date(2026, 12, 1),
    )
    assert step(as_user, cast, plan) == (said, action, address("signatures", plan))


def test_a_signature_round_says_how_many_names_are_missing_and_who_left(as_user, cast, plan):
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.CONSULTATION)
    stages.discuss(cast, stages.fresh(plan))
    *others, last = stages.open_round(cast, stages.fresh(plan)).signatures.pending()
    for signature in others[1:]:
        stages.put_name_under(signature)
    assert step(as_user, cast, plan)[0] == "2 underskrifter mangler."
    stages.put_name_under(others[0])
    assert step(as_user, cast, plan)[0] == "1 underskrift mangler."
    stages.leave(last.membership.user)
    left = f"1 underskrift mangler. {last.name} har ikke længere hvervet"
    assert step(as_user, cast, plan)[0].startswith(left)


# --- a draft -----------------------------------------------------------------------------------------


def test_a_draft_begins_with_asking_the_lokalraad(as_user, cast, plan):
    text, action, url = step(as_user, cast, plan)
    assert "Bed lokalrådene om forslag" in text
    assert (action, url) == ("Åbn forslagsrunden", address("open-round", plan))
    page = as_user(cast.sekretariat).get(address("plan", plan)).content.decode()
    assert f'href="{address("plan-text", plan)}">Ret teksten</a>' in page
    assert f'href="{address("send-to-consultation", plan)}">Send i høring</a>' in page


def test_an_old_plan_or_one_whose_year_has_begun_asks_nobody(as_user, cast):
    plan = a_plan(cast.kredsraad(), 2026)
    text, action, url = step(as_user, cast, plan)
    assert text == "Planen er kladde. Skriv den færdig, og send den i høring."
    assert (action, url) == ("Ret teksten", address("plan-text", plan))


def test_while_the_round_is_open_it_says_who_has_answered(as_user, cast, plan, round_):
    says = "Ingen af 11 lokalråd har svaret. Fristen er 1. oktober 2026."
    assert step(as_user, cast, plan) == (says, "Se forslagene", address("proposal-board", plan))
    herning, viborg, skive = (cast.lokalraad(name) for name in ("Herning", "Viborg", "Skive"))
    a_proposal(round_, herning)
    a_proposal(round_, herning, ProposalState.RECOMMENDED)
    a_proposal(round_, viborg, ProposalState.DRAFT)
    a_proposal(round_, viborg, ProposalState.WITHDRAWN)
    NoProposals.objects.create(round=round_, council=skive, said_by=cast.formand("Skive"))
    assert step(as_user, cast, plan)[0] == (
        "2 af 11 lokalråd har svaret. Fristen er 1. oktober 2026. 2 forslag venter på afgørelse."
    )


def test_a_longer_deadline_keeps_the_round_open(as_user, cast, plan, round_):
    is_over(round_)
    longer = timezone.now() + timedelta(days=5)
    Extension.objects.create(round=round_, council=cast.lokalraad("Lemvig"), deadline=longer, reason="Sygdom")
    a_proposal(round_, cast.lokalraad("Herning"))
    text, action, _ = step(as_user, cast, plan)
    assert "Fristen er 20. september 2026" in text
    assert action == "Se forslagene"


def test_after_the_round_proposals_are_decided(as_user, cast, plan, round_):
    for council in round_.councils:
        a_proposal(round_, council)
    is_over(round_)
    assert step(as_user, cast, plan) == (
        "Alle 11 lokalråd har svaret. Fristen var 14. september 2026. 11 forslag venter på afgørelse.",
        "Afgør forslagene",
        address("proposal-board", plan),
    )


def test_what_a_lokalraad_was_asked_is_waited_for(as_user, cast, plan, round_):
    a_proposal(round_, cast.lokalraad("Herning"), ProposalState.CHANGES_REQUESTED)
    is_over(round_)
    text, action, _ = step(as_user, cast, plan)
    assert (text.split(",")[0], action) == ("1 forslag venter på", "Se forslagene")


def test_when_all_is_decided_the_text_is_finished(as_user, cast, plan, round_):
    a_proposal(round_, cast.lokalraad("Herning"), ProposalState.REJECTED)
    is_over(round_)
    text, action, url = step(as_user, cast, plan)
    assert "alle forslag er afgjort" in text
    assert (action, url) == ("Ret teksten", address("plan-text", plan))


def test_a_plan_taken_back_is_to_be_corrected(as_user, cast, plan, round_):
    approval.send_to_consultation(plan, by=cast.sekretariat)
    stages.reopen(cast, plan)
    text, action, _ = step(as_user, cast, plan)
    assert "taget tilbage til kladde" in text
    assert action == "Ret teksten"


# --- beside the step -----------------------------------------------------------------------------------


def test_proposals_left_undecided_wait_beside_the_step(as_user, cast, plan, round_):
    a_proposal(round_, cast.lokalraad("Herning"))
    desk = as_user(cast.sekretariat).get(reverse("desk")).content.decode()
    assert "1 forslag til Samarbejdsplan 2027 venter på afgørelse" not in desk, "the step says it"
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.CONSULTATION)
    desk = as_user(cast.sekretariat).get(reverse("desk")).content.decode()
    assert "1 forslag til Samarbejdsplan 2027 venter på afgørelse" in desk
    assert "Registrér drøftelsen" in desk


def offered(as_user, cast):
    page = html.fromstring(as_user(cast.sekretariat).get(reverse("desk")).content)
    return page.xpath("//ul[contains(@class, 'waiting')]//h2[starts-with(., 'Begynd')]/text()")


def test_next_years_plan_is_offered_until_it_is_begun(as_user, cast):
    desk = as_user(cast.sekretariat).get(reverse("desk")).content.decode()
    assert "indlæs den plan, I har i forvejen" in desk
    this_year = a_plan(cast.kredsraad(), 2026)
    assert offered(as_user, cast) == [], "this year's first"
    an_edition(this_year)
    assert offered(as_user, cast) == ["Begynd samarbejdsplanen for 2027"]
    desk = as_user(cast.sekretariat).get(reverse("desk")).content.decode()
    assert "fra 2026." in desk
    assert f'href="{reverse("start-plan")}"' in desk
    Plan.objects.filter(pk=this_year.pk).update(state=PlanState.DRAFT)
    assert offered(as_user, cast) == ["Begynd samarbejdsplanen for 2027"], "a new edition is no hindrance"
    a_plan(cast.kredsraad(), 2027)
    assert offered(as_user, cast) == []
    with time_machine.travel(date(2027, 1, 1)):
        assert offered(as_user, cast) == []


def test_with_last_years_plan_published_and_none_for_this_next_years_is_offered(as_user, cast):
    an_edition(a_plan(cast.kredsraad(), 2025))
    assert offered(as_user, cast) == ["Begynd samarbejdsplanen for 2027"]


def test_nobody_but_the_secretariat_is_offered_a_plan(as_user, cast):
    for person in (cast.direktoer, cast.formand_herning, cast.kontaktudvalg):
        assert "Begynd samarbejdsplanen" not in as_user(person).get(reverse("desk")).content.decode()


@pytest.mark.parametrize(("year", "shown"), [(2025, False), (2026, True)])
def test_the_published_plans_page_offers_the_next_while_there_is_none(as_user, cast, year, shown):
    plan = a_plan(cast.kredsraad(), year)
    an_edition(plan)
    page = address("plan", plan)
    assert ("Begynd næste års plan" in as_user(cast.sekretariat).get(page).content.decode()) == shown
    a_plan(cast.kredsraad(), year + 1)
    assert "Begynd næste års plan" not in as_user(cast.sekretariat).get(page).content.decode()
