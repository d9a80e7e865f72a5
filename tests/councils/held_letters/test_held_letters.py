"""Letters wait to be read: worded by hand, sent or stopped, and never by themselves."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from councils.held_letters import workflow
from councils.models import HeldLetter
from plans.proposals.models import ProposalRound
from samarbejde.events.models import Event
from samarbejde.outbox import delivery
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import lapse
from samarbejde.retention import clean_up
from samarbejde.transitions import Refused, Stale
from tests.plans.proposals import stages

pytestmark = pytest.mark.django_db
STEP = "Afgørelser af forslag til Samarbejdsplan 2027"


def hold(cast, *people, cause=None) -> list[HeldLetter]:
    letters = [letter(one, "Om jeres forslag", "Det er optaget.") for one in people]
    return workflow.hold(*letters, district=cast.district, step=STEP, by=cast.sekretariat, cause=cause)


@pytest.fixture
def held(cast) -> HeldLetter:
    return hold(cast, cast.formand_herning)[0]


@pytest.fixture
def secretariat(cast, as_user):
    return as_user(cast.sekretariat)


def pages(cast, *held) -> list[str]:
    slug = cast.district.slug
    return [reverse("held-letters", args=[slug]), *(reverse("held-letter", args=[slug, h.pk]) for h in held)]


def state(held) -> str:
    return Message.objects.get(pk=held.message_id).state


def test_a_held_letter_has_no_task_and_does_not_leave(held, post_office):
    delivery.attempt(held.message_id)
    assert delivery.sweep() == 0
    assert (state(held), post_office.received) == (MessageState.HELD, [])
    assert not DBTaskResult.objects.exists()
    assert not Message.objects.late()


def test_it_leaves_when_it_is_sent_as_it_was_worded(cast, secretariat, held, post_office):
    overview, page = pages(cast, held)
    assert "Det er optaget." in secretariat.get(overview).text
    answer = secretariat.post(page, {"subject": "Om natten", "text": "Vi tager det med.", "version": 1})
    assert answer["Location"] == overview
    shown = secretariat.get(overview).text
    assert "Vi tager det med." in shown
    assert "Det er optaget." not in shown
    held.refresh_from_db()
    answer = secretariat.post(overview, {"letters": [held.as_seen]}, follow=True)
    assert "1 brev er sendt." in answer.text
    assert "Ingen breve venter" in answer.text
    delivery.attempt(held.message_id)
    [mail] = post_office.received
    assert mail["Subject"] == "Om natten"
    assert f"Kære {cast.formand_herning.name}" in mail.get_content()
    assert "Vi tager det med." in mail.get_content()
    told = [*Event.objects.filter(verb="letters.held").order_by("pk").values_list("text", "internal")]
    assert told == [
        (f"1 brev om »{STEP}« holdes tilbage", True),
        (f"Brevet til {cast.formand_herning} om »{STEP}« blev rettet", True),
        (f"1 brev om »{STEP}« blev sendt", True),
    ]


def test_only_those_with_a_tick_are_sent(cast, secretariat):
    first, second = hold(cast, cast.formand_herning, cast.formand_viborg)
    [overview, *_] = pages(cast)
    assert secretariat.get(overview).text.count(" checked") == 2, "all, until somebody chooses"
    nothing = secretariat.post(overview, {})
    assert (nothing.status_code, nothing.text.count(" checked")) == (422, 0)
    assert "Sæt kryds ved de breve, der skal sendes." in nothing.text
    secretariat.post(overview, {"letters": [second.as_seen]})
    assert (state(first), state(second)) == (MessageState.HELD, MessageState.QUEUED)


def test_what_was_read_is_what_is_sent(cast, secretariat, held):
    seen = held.as_seen
    workflow.reword(held, subject="Andet", text="Andre ord.", version=1, by=cast.sekretariat)
    answer = secretariat.post(pages(cast)[0], {"letters": [seen]})
    assert answer.status_code == 422
    assert "sendt, standset eller rettet, siden du åbnede siden" in answer.text
    with pytest.raises(Stale, match="er rettet, siden du læste det"):
        workflow.send(cast.district, {held.pk: 1}, by=cast.sekretariat)
    assert state(held) == MessageState.HELD


def test_a_stopped_letter_never_leaves_and_can_be_read(cast, secretariat, held, post_office):
    page = pages(cast, held)[1]
    stop = reverse("stop-held-letter", args=[cast.district.slug, held.pk])
    assert "bliver ikke sendt" in secretariat.post(stop, {"version": 1}, follow=True).text
    delivery.attempt(held.message_id)
    assert (state(held), post_office.received) == (MessageState.STOPPED, [])
    shown = secretariat.get(page).text
    assert "Brevet er standset, før det blev sendt. Det kan ikke rettes mere." in shown
    assert "Det er optaget." in shown
    assert "<textarea" not in shown
    late = secretariat.post(page, {"subject": "Om natten", "text": "For sent.", "version": 1})
    assert (late.status_code, "For sent." in late.text) == (409, True), "what was typed is kept"
    with pytest.raises(Refused, match="standset"):
        workflow.send(cast.district, {held.pk: 1}, by=cast.sekretariat)


def test_two_who_word_the_same_letter_see_both(cast, secretariat, held):
    workflow.reword(held, subject="Om jeres forslag", text="Nye ord.", version=1, by=cast.sekretariat)
    mine = {"subject": "Om jeres forslag", "text": "Mine ord.", "version": 1}
    answer = secretariat.post(pages(cast, held)[1], mine)
    assert answer.status_code == 409
    assert "Mine ord." in answer.text
    held.refresh_from_db()
    assert held.text == "Nye ord."


def test_a_letter_without_words_or_with_a_cpr_number_is_refused(cast, held):
    for text in ("", "Ring til 010190-1234."):
        with pytest.raises(Refused):
            workflow.reword(held, subject="Emne", text=text, version=1, by=cast.sekretariat)
    with pytest.raises(IntegrityError, match="a_held_letter_has_subject_and_text"), transaction.atomic():
        HeldLetter.objects.filter(pk=held.pk).update(text="")


def test_it_dies_with_its_cause(cast, secretariat):
    [held] = hold(cast, cast.formand_herning, cause=cast.lokalraad("Herning"))
    assert lapse(cast.lokalraad("Herning")) == [held.message]
    assert state(held) == MessageState.LAPSED
    assert "Ingen breve venter" in secretariat.get(pages(cast)[0]).text


def test_letters_are_those_of_the_district(cast, held):
    with pytest.raises(Refused, match="er her ikke mere"):
        workflow.send(cast.other_district, {held.pk: 1}, by=cast.sekretariat)


def test_the_desk_says_that_they_wait(cast, secretariat, held):
    desk = secretariat.get(reverse("desk")).text
    assert "1 brev venter på at blive læst" in desk
    assert pages(cast)[0] in desk
    hold(cast, cast.formand_viborg)
    assert "2 breve venter på at blive læst" in secretariat.get(reverse("desk")).text


def test_one_or_three_cost_the_same(cast, secretariat, held):
    overview = pages(cast)[0]
    secretariat.get(overview)
    with CaptureQueriesContext(connection) as one:
        secretariat.get(overview)
    hold(cast, cast.formand_viborg, cast.formand("Skive"))
    with CaptureQueriesContext(connection) as three:
        assert secretariat.get(overview).text.count(" checked") == 3
    assert len(one) == len(three) <= 12


def test_it_is_kept_while_it_waits_and_forgotten_with_its_message(cast, held):
    old = timezone.now() - timedelta(days=4000)
    Message.objects.update(queued_at=old)
    clean_up()
    assert HeldLetter.objects.exists()
    workflow.stop(held, version=1, by=cast.sekretariat)
    Message.objects.update(queued_at=old)
    clean_up()
    assert not Message.objects.exists()
    assert not HeldLetter.objects.exists()


def test_announced_decisions_can_hold_their_letters(cast, secretariat):
    proposal = stages.submitted(cast)
    stages.reject(proposal, by=cast.sekretariat, told=False)
    address = reverse("announce-decisions", args=[proposal.round.plan_id])
    seen = secretariat.get(address).context["form"]["seen"].value()
    answer = secretariat.post(address, {"seen": seen, "holds_letters": "on"}, follow=True)
    assert answer.redirect_chain[-1][0] == pages(cast)[0]
    [held] = HeldLetter.objects.waiting()
    assert held.step == f"Afgørelser af forslag til {proposal.round.plan.title}"
    assert held.message.to == cast.formand_herning
    proposal.refresh_from_db()
    assert proposal.decision.is_announced


def test_a_call_can_hold_its_letters_and_the_round_is_open(cast, secretariat):
    plan, chairs = stages.a_plan(cast.kredsraad()), len(cast.formaend)
    address = reverse("open-round", args=[plan.pk])
    day = timezone.localdate() + timedelta(days=20)
    call = {"guidance": "", "deadline": f"{day:%d-%m-%Y}", "holds_letters": "on"}
    later = {"opens": f"{day - timedelta(days=5):%d-%m-%Y}"}
    refused = secretariat.post(address, call | later)
    assert (refused.status_code, ProposalRound.objects.exists()) == (409, False)
    assert "Runden åbner af sig selv, og brevene går da." in refused.text
    answer = secretariat.post(address, call)
    assert answer["Location"] == pages(cast)[0]
    assert ProposalRound.objects.get().has_begun
    assert HeldLetter.objects.waiting().count() == chairs
    assert not Message.objects.waiting().filter(subject__contains="orslag").exists()
