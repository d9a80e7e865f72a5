"""Without a mouse."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from plans.approval.models import SignatureState
from plans.proposals.models import Proposal
from plans.proposals.states import ProposalState
from plans.rounds import workflow as rounds
from tests.browser import Visitor
from tests.making import a_plan
from tests.plans.approval.stages import signing, standing_round

pytestmark = pytest.mark.django_db(transaction=True)

FARTHEST = 60  # presses of Tab that anything may be away


def tabs_to(visitor: Visitor, name: str) -> None:
    """Press Tab until the cursor is at the link, button or field of that name."""
    passed = []
    for _ in range(FARTHEST):
        visitor.types("Tab")
        passed.append(visitor.focused_name)
        if passed[-1].startswith(name):
            expect(visitor.page.locator(":focus")).to_be_in_viewport()
            return
    raise AssertionError(f"»{name}« is not among {passed}")


def enters(visitor: Visitor) -> None:
    """Press Enter where it leads to another page."""
    with visitor.arriving_from(visitor.page.locator(":focus")):
        visitor.types("Enter")
    visitor.look()


def test_signing(cast, portal):
    plan = signing(cast)
    mayor = portal.visitor(cast.borgmester("Herning"))
    mayor.opens("/arbejdsbord/")
    tabs_to(mayor, "Læs og underskriv")
    enters(mayor)
    tabs_to(mayor, "Gå til underskrift")
    enters(mayor)
    tabs_to(mayor, "Underskriv samarbejdsplanen")
    enters(mayor)
    assert "Du har underskrevet" in mayor.text
    signature = standing_round(plan).signatures.get(membership__user=cast.borgmester("Herning"))
    assert signature.state == SignatureState.SIGNED


def test_the_skip_link_comes_first_and_leads_past_the_menu(cast, portal):
    plan = a_plan(cast.kredsraad())
    desk = portal.visitor(cast.sekretariat)
    desk.opens(f"/arbejdsbord/planer/{plan.pk}/")
    desk.types("Tab")
    assert desk.focused_name == "Gå til sidens indhold"
    desk.types("Enter")
    expect(desk.page.locator("main")).to_be_focused()
    desk.types("Tab")
    assert desk.page.locator("main :focus").count() == 1


def test_submitting_a_proposal(cast, portal):
    plan = a_plan(cast.kredsraad())
    deadline = timezone.now() + timedelta(days=14)
    rounds.open_round(plan, guidance="", deadline=deadline, by=cast.sekretariat)
    chair = portal.visitor(cast.formand_herning)
    chair.opens(f"/arbejdsbord/planer/{plan.pk}/forslag/lokalraad/{cast.lokalraad('Herning').pk}/nyt/")

    tabs_to(chair, "Indsend forslag")
    enters(chair)
    expect(chair.page.locator("[data-error-summary]")).to_be_focused()
    tabs_to(chair, "Titel: Skriv en titel")
    chair.types("Enter")
    expect(chair.field("Titel")).to_be_focused()
    chair.types("Tryg på nettet")
    tabs_to(chair, "Alle lokalråd i politikredsen")
    chair.types("ArrowDown")
    tabs_to(chair, "Baggrund")
    chair.types("Flere unge bliver truet.")
    tabs_to(chair, "Forslag til planens tekst")
    chair.types("Politi og skoler taler med forældrene.")
    tabs_to(chair, "Målgruppe")
    chair.types("Unge i 7. klasse.")
    tabs_to(chair, "Ønsket virkning")
    chair.types("Færre unge bliver truet.")
    tabs_to(chair, "Indsend forslag")
    enters(chair)

    proposal = Proposal.objects.get()
    assert proposal.state == ProposalState.SUBMITTED
    assert (proposal.title, proposal.scope) == ("Tryg på nettet", "local")
    assert proposal.text == "<p>Politi og skoler taler med forældrene.</p>"
    assert [one["answer"] for one in proposal.answers] == ["Unge i 7. klasse.", "Færre unge bliver truet."]
