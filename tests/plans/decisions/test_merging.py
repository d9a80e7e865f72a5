"""Into another proposal: one shares the fate of the other, and loses no word."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans.decisions.pending import standing_in
from plans.document.models import FocusArea, Plan, Priority, Scope
from plans.document.states import PlanState
from plans.drafting.workflow import remove_focus_area, remove_priority
from plans.proposals.models import Decision, Outcome
from plans.proposals.states import ProposalState
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import decide, page


def test_merging_keeps_both_texts_and_tells_the_lokalraad(cast, as_user):
    round_ = stages.a_round(cast)
    proposal = stages.submitted(cast, round_)
    target = stages.submitted(cast, round_, place="Viborg", of=stages.words("Tryghed i natten"))
    client = as_user(cast.sekretariat)
    assert "Lokalrådet i Viborg: Tryghed i natten" in client.get(decide(proposal, "saml")).text
    data = stages.merging(target)
    client.post(decide(proposal, "saml"), data)
    stages.announce(round_, by=cast.sekretariat)
    proposal = stages.fresh(proposal)
    assert (proposal.state, proposal.merged_into) == (ProposalState.MERGED, target)
    assert proposal.text == stages.TEXT
    own = as_user(cast.formand_herning).get(page(proposal)).text
    assert f"»Tryghed i natten« ({target.number}) fra Lokalrådet i Viborg" in own
    assert "De vil det samme." in own
    assert "Det er ikke afgjort endnu." in own
    assert "Vi går ture i weekenden." in own
    for reader in (cast.formand_viborg, cast.sekretariat):
        read = as_user(reader).get(page(target)).text
        assert f"Tryg ved stationen – {proposal.number}, Lokalrådet i Herning" in read
        assert "Flere unge mødes ved stationen." in read
    assert "I får besked, når det er afgjort." in stages.mail_to(cast.formand_herning)[0]


def test_merging_needs_a_reason_that_both_lokalraad_see(cast, as_user):
    proposal = stages.submitted(cast)
    target = stages.submitted(cast, proposal.round, place="Viborg", of=stages.words("Tryghed i natten"))
    data = stages.merging(target, reason=" ")
    answer = as_user(cast.sekretariat).post(decide(proposal, "saml"), data)
    assert answer.status_code == 422
    assert "Skriv, hvorfor forslagene samles." in answer.text
    with pytest.raises(Refused, match="Skriv, hvorfor forslagene samles"):
        stages.merge(proposal, target, by=cast.sekretariat, reason="")
    with pytest.raises(IntegrityError, match="a_merged_proposal_has_a_reason"), transaction.atomic():
        Decision.objects.create(proposal=proposal, outcome=Outcome.MERGED)
    assert not Decision.objects.exists()
    as_user(cast.sekretariat).post(decide(proposal, "saml"), data | {"reason": "De vil det samme."})
    stages.announce(proposal.round, by=cast.sekretariat)
    for chair, own in ((cast.formand_herning, proposal), (cast.formand_viborg, target)):
        assert "De vil det samme." in stages.mail_to(chair)[0]
        assert "De vil det samme." in as_user(chair).get(page(own)).text
    assert f"{proposal.named} fra Lokalrådet i Herning" in stages.mail_to(cast.formand_viborg)[0]


# --- a local topic of several lokalråd --------------------------------------------------------------


def lists_with(title: str) -> set[str]:
    """The kommuner on whose lists the topic stands, at the end of a list without holes."""
    rows = Priority.objects.filter(focus_area__own_title=title).select_related("council__municipality")
    return {row.council.municipality.name for row in rows}


def a_local_one(cast, round_, place, title):
    return stages.submitted(cast, round_, place=place, of=stages.words(title, Scope.LOCAL))


def take(proposal, cast):
    stages.accept(stages.fresh(proposal), by=cast.sekretariat, scope=Scope.LOCAL)


STEPS = {
    "merge": lambda one, two, three, cast: stages.merge(one, stages.fresh(two), by=cast.sekretariat),
    "chain": lambda one, two, three, cast: stages.merge(two, stages.fresh(three), by=cast.sekretariat),
    "accept": lambda one, two, three, cast: take(three, cast),
}


@pytest.mark.parametrize(
    "order", [("merge", "chain", "accept"), ("merge", "accept", "chain"), ("accept", "merge", "chain")]
)
def test_a_local_topic_stands_on_the_lists_of_all_who_are_merged_into_it(cast, as_user, order):
    """Herning's goes into Viborg's, which goes into Skive's, whichever comes first."""
    round_ = stages.a_round(cast)
    places = ("Herning", "Viborg", "Skive")
    one, two, three = [a_local_one(cast, round_, place, f"Fra {place}") for place in places]
    for step in order:
        STEPS[step](one, two, three, cast)
    assert lists_with("Fra Skive") == set(places)
    shared = "på listerne for Lokalrådet i Herning, Lokalrådet i Skive og Lokalrådet i Viborg"
    text = as_user(cast.formand_herning).get(reverse("plan-text", args=[round_.plan_id])).text
    for place, proposal in zip(places, (one, two, three), strict=True):
        own = as_user(cast.formand(place)).get(page(proposal)).text
        assert shared in own
        anchor = own.split("Se, hvor teksten står")[0].rsplit("#", 1)[1].split('"')[0]
        assert anchor.endswith(f"-{cast.lokalraad(place).municipality.slug}")
        assert f'id="{anchor}"' in text
    told = "\n".join(stages.mail_to(cast.formand_herning))
    assert "optaget i planen som lokalt emne med titlen »Fra Skive«" in told
    topics = as_user(cast.sekretariat).get(reverse("focus-areas", args=[round_.plan_id])).text
    assert "Lokalrådet i Herning, Lokalrådet i Skive og Lokalrådet i Viborg" in topics


def test_a_lokalraad_that_has_such_a_topic_already_says_stop(cast):
    round_ = stages.a_round(cast)
    one, two = (a_local_one(cast, round_, place, f"Fra {place}") for place in ("Herning", "Viborg"))
    own = a_local_one(cast, round_, "Herning", "Fra Viborg")
    take(own, cast)
    take(two, cast)
    with pytest.raises(Refused, match="allerede et emne med titlen »Fra Viborg«"):
        stages.merge(one, stages.fresh(two), by=cast.sekretariat)
    assert stages.fresh(one).state == ProposalState.SUBMITTED


def test_a_text_that_lies_fast_takes_no_more_lists(cast):
    round_ = stages.a_round(cast)
    one, two = (a_local_one(cast, round_, place, f"Fra {place}") for place in ("Herning", "Viborg"))
    take(two, cast)
    Plan.objects.update(state=PlanState.SIGNING)
    with pytest.raises(Refused, match="Ingen af afgørelserne kan meddeles nu"):
        stages.merge(one, stages.fresh(two), by=cast.sekretariat)
    [standing] = standing_in(stages.fresh(one).round)
    assert "Tag planen tilbage til kladde" in standing.problem
    assert lists_with("Fra Viborg") == {"Viborg"}
    assert not Decision.objects.filter(proposal=one).exists()


def test_a_shared_topic_taken_off_a_list_may_come_back(cast, as_user):
    round_ = stages.a_round(cast)
    one, two = (a_local_one(cast, round_, place, f"Fra {place}") for place in ("Herning", "Viborg"))
    take(two, cast)
    area = FocusArea.objects.titled("Fra Viborg").get()
    address = reverse("priorities", args=[round_.plan_id, cast.lokalraad("Herning").pk])
    client = as_user(cast.sekretariat)
    assert "Fra Viborg" not in client.get(address).text
    client.post(address, {"step": "add", "area": area.pk})
    assert lists_with("Fra Viborg") == {"Viborg"}
    stages.merge(one, stages.fresh(two), by=cast.sekretariat)
    for step, listed in (("remove", {"Viborg"}), ("add", {"Viborg", "Herning"})):
        client.post(address, {"step": step, "area": area.pk})
        assert lists_with("Fra Viborg") == listed
        assert "Fra Viborg" in client.get(address).text


def test_nothing_is_merged_into_a_topic_that_has_left_the_plan(cast, as_user):
    round_ = stages.a_round(cast)
    gone, _other = (a_local_one(cast, round_, place, f"Fra {place}") for place in ("Viborg", "Skive"))
    proposal = stages.submitted(cast, round_)
    take(gone, cast)
    remove_focus_area(FocusArea.objects.titled("Fra Viborg").get(), by=cast.sekretariat)
    choices = as_user(cast.sekretariat).get(decide(proposal, "saml")).text
    assert "Lokalrådet i Viborg: Fra Viborg" not in choices
    assert "Lokalrådet i Skive: Fra Skive" in choices
    with pytest.raises(Refused, match="optag eller afvis dette for sig"):
        stages.merge(proposal, stages.fresh(gone), by=cast.sekretariat)


@pytest.mark.parametrize("taken", [True, False])
def test_the_merged_proposal_learns_what_became_of_it(cast, as_user, taken):
    proposal = stages.merged(cast)
    target = proposal.merged_into
    if taken:
        stages.accept(target, by=cast.sekretariat, title="Trygge nætter")
    else:
        stages.reject(target, reason="Penge mangler.", by=cast.sekretariat)
    read = as_user(cast.formand_herning).get(page(proposal)).text
    mail = stages.mail_to(cast.formand_herning)[0]
    assert f"samlet med forslaget {target.named} fra Lokalrådet i Viborg, som nu er afgjort." in mail
    if taken:
        assert "med titlen »Trygge nætter«" in mail
        assert "er optaget som kredsdækkende." in read
        section = FocusArea.objects.titled("Trygge nætter").get().section
        assert f"#{section.anchor}" in read
    else:
        assert "Penge mangler." in mail
        assert "er afvist." in read
        assert "Penge mangler." in read


def test_a_chain_of_mergers_leads_to_the_last(cast, as_user):
    first = stages.merged(cast)
    middle = first.merged_into
    last = stages.submitted(cast, first.round, place="Skive", of=stages.words("Alle tre"))
    stages.merge(middle, last, by=cast.sekretariat)
    stages.accept(last, by=cast.sekretariat)
    for proposal, user in ((first, cast.formand_herning), (middle, cast.formand_viborg)):
        assert "med titlen »Alle tre«" in stages.mail_to(user)[0]
        assert "Se, hvor teksten står i planen" in as_user(user).get(page(proposal)).text
    assert "Tryghed i natten" in as_user(cast.sekretariat).get(page(last)).text


def test_one_that_is_merged_into_an_accepted_one_is_told_at_once(cast):
    target = stages.accepted(cast)
    late = stages.submitted(cast, target.round, place="Viborg")
    stages.merge(late, target, by=cast.sekretariat)
    assert "optaget i planen som kredsdækkende emne" in stages.mail_to(cast.formand_viborg)[0]


def test_only_a_living_proposal_of_the_same_round_takes_another_in(cast, as_user):
    proposal = stages.submitted(cast)
    round_ = proposal.round
    draft = stages.drafted(cast, round_, place="Viborg")
    gone = stages.withdraw(stages.submitted(cast, round_, place="Skive"), by=cast.formand("Skive"))
    turned_down = stages.submitted(cast, round_, place="Lemvig")
    stages.reject(turned_down, reason="Nej.", by=cast.sekretariat)
    other_year = stages.submitted(
        cast, stages.a_round(cast, stages.a_plan(cast.kredsraad(), 2028)), place="Viborg"
    )
    for target in (proposal, draft, gone, stages.fresh(turned_down), other_year):
        answer = as_user(cast.sekretariat).post(decide(proposal, "saml"), stages.merging(target))
        assert answer.status_code == 422
        with pytest.raises(Refused, match="Vælg et andet"):
            stages.merge(proposal, target, by=cast.sekretariat)
    for junk in ("x", "", "9" * 400, "\x00"):
        data = stages.merging(proposal, reason="Husk") | {"into": junk}
        answer = as_user(cast.sekretariat).post(decide(proposal, "saml"), data)
        assert answer.status_code == 422
        assert "Husk" in answer.text


def test_a_proposal_alone_in_its_round_has_nothing_to_be_merged_with(cast, as_user):
    proposal = stages.submitted(cast)
    assert (
        "Der er ikke andre forslag i runden" in as_user(cast.sekretariat).get(decide(proposal, "saml")).text
    )


def test_a_topic_that_left_the_lokalraads_own_list_is_not_shown_on_anothers(cast, as_user):
    """Be it the lokalråd whose proposal was merged, or the one whose proposal it was."""
    round_ = stages.a_round(cast)
    merged = stages.submitted(cast, round_)
    target = stages.submitted(cast, round_, place="Viborg", of=stages.words("Tryghed i natten"))
    stages.merge(merged, target, by=cast.sekretariat)
    stages.accept(stages.fresh(target), by=cast.sekretariat, scope=Scope.LOCAL)
    both = [(merged, cast.formand_herning), (target, cast.formand_viborg)]
    for proposal, chair in both:
        client = as_user(chair)
        assert "Se, hvor teksten står i planen" in client.get(page(proposal)).text
        remove_priority(
            Priority.objects.get(council=proposal.council, focus_area__own_title="Tryghed i natten"),
            by=cast.sekretariat,
        )
        read = client.get(page(proposal)).text
        assert f"Emnet er siden taget af listen for {proposal.council}." in read
        assert "Se, hvor teksten står i planen" not in read
    remove_focus_area(stages.fresh(target).focus_area, by=cast.sekretariat)
    for proposal, chair in both:
        assert "Emnet er siden taget ud af planen." in as_user(chair).get(page(proposal)).text
