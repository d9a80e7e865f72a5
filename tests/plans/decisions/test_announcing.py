"""All that is decided is told at once: what was read, in order, and what stands in its way is said."""

import pytest
from django.urls import reverse

from councils.wordings.workflow import word_letter
from plans.decisions.letters.announcements import ANNOUNCED
from plans.decisions.models import PendingDecision
from plans.document.models import FocusArea, Plan
from plans.document.states import PlanState
from plans.drafting.workflow import add_focus_area
from plans.proposals.models import Decision
from plans.proposals.states import ProposalState
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.decisions.conftest import decide_all
from tests.plans.proposals import stages
from tests.plans.proposals.stages import page


def test_all_is_told_at_once_in_one_letter_to_each(cast, as_user, four):
    ravens, bikes, nightlife, _harbour = four
    plan = ravens.round.plan
    decide_all(four, cast.sekretariat)
    before = Message.objects.count()
    client, address = as_user(cast.sekretariat), reverse("announce-decisions", args=[plan.pk])
    read = client.get(address)
    written = [letter.body for letter in read.context["letters"]]
    answer = client.post(address, {"seen": read.context["form"]["seen"].value()}, follow=True)
    assert "4 afgørelser er meddelt. Hvert lokalråd får ét brev." in answer.text
    sent = Message.objects.order_by("pk")[before:]
    assert [message.body for message in sent] == written
    places = ("Herning", "Skive", "Viborg")
    assert [message.to for message in sent] == [cast.formand(place) for place in places]
    own = sent[0].body
    assert (
        f"{ravens.named}\nDet er samlet med forslaget {nightlife.named} fra Lokalrådet i Viborg. "
        "Jeres tekst er bevaret. Det er optaget i planen som kredsdækkende emne med titlen »Trygge nætter«."
        in own
    )
    assert f"{bikes.named}\nDet er afvist.\nSekretariatet skriver:\nDet gør kommunen alene." in own
    assert f"Forslaget {ravens.named} fra Lokalrådet i Herning er samlet med det." in sent[2].body
    states = [stages.fresh(one).state for one in four]
    assert states == ["merged", "rejected", "accepted_district", "accepted_local"]
    assert FocusArea.objects.titled("Trygge nætter").get().section.body == stages.TEXT
    for proposal in four:
        decision = stages.fresh(proposal).decision
        assert decision.decided_by == decision.announcement.announced_by == cast.sekretariat
    assert not PendingDecision.objects.exists()
    with pytest.raises(Refused, match="ingen afgørelser at meddele"):
        stages.announce(ravens.round, by=cast.sekretariat)
    assert Message.objects.count() == before + 3


def test_what_is_told_is_what_was_read(cast, as_user, four):
    stages.reject(four[1], by=cast.sekretariat, reason="Nej.", told=False)
    client = as_user(cast.sekretariat)
    address = reverse("announce-decisions", args=[four[0].round.plan_id])
    read = client.get(address).context["form"]["seen"].value()
    stages.reject(four[1], by=cast.sekretariat, reason="Det gør kommunen alene.", told=False)
    answer = client.post(address, {"seen": read})
    assert answer.status_code == 409
    assert "Afgørelserne eller brevene er ændret, siden du læste dem." in answer.text
    assert "Det gør kommunen alene." in answer.text
    assert not Decision.objects.exists()
    client.post(address, {"seen": answer.context["form"]["seen"].value()})
    assert stages.fresh(four[1]).state == ProposalState.REJECTED


def test_letters_that_are_worded_anew_meanwhile_are_read_again(cast, as_user, four):
    stages.reject(four[1], by=cast.sekretariat, told=False)
    client = as_user(cast.sekretariat)
    address = reverse("announce-decisions", args=[four[0].round.plan_id])
    read = client.get(address).context["form"]["seen"].value()
    ours = "Her er svaret:\n\n{afgørelser}\n\n{link}"
    word_letter(cast.district, ANNOUNCED, subject="Svar", text=ours, version=0, by=cast.sekretariat)
    answer = client.post(address, {"seen": read})
    assert (answer.status_code, Decision.objects.exists()) == (409, False)
    assert "Her er svaret:" in answer.text


def test_new_words_are_read_before_it_is_told(cast, as_user):
    proposal = stages.changes_requested(cast)
    stages.reject(proposal, by=cast.sekretariat, reason="Nej.", told=False)
    proposal.change_requests.update(answer="Natteravnene.")
    stages.submit(proposal, by=cast.formand_herning)
    client = as_user(cast.sekretariat)
    read = client.get(reverse("announce-decisions", args=[proposal.round.plan_id])).text
    assert "Kommer ikke med nu." in read
    assert "har indsendt en ny udgave. Læs den, og afgør forslaget igen." in read
    with pytest.raises(Refused, match="Ingen af afgørelserne kan meddeles nu"):
        stages.announce(proposal.round, by=cast.sekretariat)
    stages.reject(stages.fresh(proposal), by=cast.sekretariat, reason="Stadig nej.")
    assert stages.fresh(proposal).decision.reason == "Stadig nej."


def test_one_that_is_withdrawn_meanwhile_is_not_told(cast, four):
    _ravens, bikes, night, _harbour = four
    decide_all(four, cast.sekretariat)
    stages.withdraw(bikes, by=cast.formand_herning)
    stages.withdraw(night, by=cast.formand("Viborg"))
    told = stages.announce(night.round, by=cast.sekretariat)
    assert [decision.proposal.title for decision in told.decisions] == ["Havnen"]
    assert {stages.fresh(one).state for one in (bikes, night)} == {ProposalState.WITHDRAWN}
    assert stages.fresh(four[0]).state == ProposalState.SUBMITTED  # what it was to be merged with is gone


def test_a_chain_is_carried_out_from_its_end(cast, four):
    ravens, bikes, night, _harbour = four
    stages.merge(ravens, night, by=cast.sekretariat, told=False)
    stages.merge(night, bikes, by=cast.sekretariat, told=False)
    stages.accept(bikes, by=cast.sekretariat, scope="local", title="Alle tre", told=False)
    stages.announce(ravens.round, by=cast.sekretariat)
    area = FocusArea.objects.titled("Alle tre").get()
    lists = {row.council.municipality.name for row in area.priorities.select_related("council__municipality")}
    assert lists == {"Herning", "Viborg"}


def test_two_topics_of_one_title_are_told_of_before(cast, four):
    stages.accept(four[0], by=cast.sekretariat, title="Trygge nætter", told=False)
    with pytest.raises(Refused, match="»Natteravne« fra Lokalrådet i Herning får samme titel i planen"):
        stages.accept(four[2], by=cast.sekretariat, title="trygge nætter", told=False)
    stages.accept(four[0], by=cast.sekretariat, title="Trygge nætter", told=False)  # the same one again


def test_whoever_sits_in_one_of_the_lokalraad_neither_reads_nor_tells(cast, as_user, four):
    decide_all(four, cast.sekretariat)
    both = cast.edge_roles["sekretær og medlem af lokalrådet"]
    answer = as_user(both).get(reverse("announce-decisions", args=[four[0].round.plan_id]))
    assert answer.status_code == 403
    assert "forvaltningslovens § 3" in answer.text
    with pytest.raises(Refused, match="Lad en anden i sekretariatet gøre det"):
        stages.announce(four[0].round, by=both)
    assert "Afgjort, ikke meddelt" not in as_user(both).get(page(four[1])).text
    assert as_user(both).post(reverse("undo-decision", args=[four[1].pk])).status_code == 403


def test_a_text_that_lies_fast_stops_what_goes_into_it_and_nothing_else(cast, as_user, four):
    decide_all(four, cast.sekretariat)
    Plan.objects.update(state=PlanState.SIGNING)
    read = as_user(cast.sekretariat).get(reverse("announce-decisions", args=[four[0].round.plan_id])).text
    assert "Planen er »til underskrift«, så teksten ligger fast." in read
    told = stages.announce(stages.fresh(four[1]).round, by=cast.sekretariat)
    assert {decision.proposal.title for decision in told.decisions} == {"Cykler", "Natteravne"}


def test_a_topic_that_the_plan_has_got_since_stops_its_namesake_alone(cast, four):
    decide_all(four, cast.sekretariat)
    plan, words = four[0].round.plan, {"title": "trygge nætter", "text": stages.TEXT}
    add_focus_area(plan, **words, scope="district", council=None, by=cast.sekretariat)
    told = stages.announce(four[0].round, by=cast.sekretariat)
    assert "Nattelivet" not in {decision.proposal.title for decision in told.decisions}
    assert len(told.decisions) == 3


def test_without_a_chair_to_write_to_it_is_said(cast, as_user):
    proposal = stages.submitted(cast)
    proposal.council.memberships.all().delete()
    stages.reject(proposal, by=cast.sekretariat, told=False)
    client = as_user(cast.sekretariat)
    address = reverse("announce-decisions", args=[proposal.round.plan_id])
    read = client.get(address).context["form"]["seen"].value()
    answer = client.post(address, {"seen": read}, follow=True)
    assert stages.fresh(proposal).state == ProposalState.REJECTED
    assert "ingen formand med e-mail for lokalrådene i Herning" in answer.text
