"""The steps of the year that count most, with JavaScript switched off."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plans.approval.models import SignatureState
from plans.proposals.models import Proposal
from plans.proposals.states import ProposalState
from plans.rounds import workflow as rounds
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import queue
from tests.browser import PHONE, Visitor
from tests.making import a_plan
from tests.plans.approval.stages import signing, standing_round

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def visitor(portal):
    def comes(user, size=PHONE) -> Visitor:
        return portal.visitor(user, size=size, javascript=False)

    return comes


def test_a_chair_writes_and_submits(cast, visitor):
    plan = a_plan(cast.kredsraad())
    deadline = timezone.now() + timedelta(days=14)
    rounds.open_round(plan, guidance="", deadline=deadline, by=cast.sekretariat)
    chair = visitor(cast.formand_herning)
    chair.opens("/arbejdsbord/")
    chair.clicks("Skriv forslag")
    chair.clicks("Skriv forslag")
    chair.fills("Titel", "Tryg på nettet")
    chair.fills("Baggrund", "Flere unge bliver truet.\n\nDet sker om aftenen.")
    chair.clicks("Indsend forslag")
    assert "Forslaget er gemt som kladde, men ikke indsendt." in chair.text
    chair.fills("Forslag til planens tekst", "Politi og skoler taler med forældrene.")
    chair.fills("Målgruppe", "Unge i 7. klasse.")
    chair.fills("Ønsket virkning", "Færre unge bliver truet.")
    chair.clicks("Indsend forslag")
    assert "Forslaget er indsendt" in chair.text
    proposal = Proposal.objects.get()
    assert proposal.state == ProposalState.SUBMITTED
    assert proposal.background == "<p>Flere unge bliver truet.</p><p>Det sker om aftenen.</p>"


def test_a_mayor_signs(cast, visitor):
    plan = signing(cast)
    mayor = visitor(cast.borgmester("Herning"))
    mayor.opens("/arbejdsbord/")
    mayor.clicks("Læs og underskriv")
    mayor.clicks("Gå til underskrift")
    mayor.clicks("Underskriv samarbejdsplanen")
    assert "Du har underskrevet" in mayor.text
    signature = standing_round(plan).signatures.get(membership__user=cast.borgmester("Herning"))
    assert signature.state == SignatureState.SIGNED


def test_the_secretariat_edits(cast, visitor):
    plan = a_plan(cast.kredsraad())
    section = plan.sections.get(heading="Beredskab")
    desk = visitor(cast.sekretariat)
    desk.opens(f"/arbejdsbord/planer/{plan.pk}/tekst/")
    desk.clicks("Ret »3. Beredskab«")
    assert desk.field("Tekst").input_value().strip() == "<p>Staben samles ved storm.</p>"
    desk.fills("Tekst", "<p>Staben samles ved <strong>storm</strong>.</p><p>Og ved brand.</p>")
    desk.clicks("Gem")
    section.refresh_from_db()
    assert section.body == "<p>Staben samles ved <strong>storm</strong>.</p><p>Og ved brand.</p>"


@pytest.mark.parametrize("javascript", [True, False])
def test_refused_mail_is_sent_again_to_the_mended_address(cast, portal, javascript):
    [message] = queue(letter(cast.formand_viborg, "Frist for forslag", "Husk fristen."))
    Message.objects.filter(pk=message.pk).update(state=MessageState.GIVEN_UP)
    secretariat = portal.visitor(cast.sekretariat, size=PHONE, javascript=javascript)
    secretariat.opens("/arbejdsbord/")
    secretariat.clicks("Se, hvad du kan gøre")
    assert "Bed administratoren rette adressen." in secretariat.text
    type(cast.formand_viborg).objects.filter(pk=cast.formand_viborg.pk).update(email="ny@example.org")
    secretariat.opens("/arbejdsbord/afvist-post/")
    secretariat.clicks("Send igen")
    assert "sendes igen, nu til ny@example.org" in secretariat.text
    assert "Ingen post er afvist" in secretariat.text
    message.refresh_from_db()
    assert (message.state, message.address) == (MessageState.QUEUED, "ny@example.org")
