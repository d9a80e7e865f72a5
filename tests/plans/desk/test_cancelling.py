"""A new edition that was begun by mistake: the plan is again exactly what the public reads."""

import pytest
from django.urls import reverse

from plans.approval import workflow as approval
from plans.approval.frozen import current_text
from plans.approval.models import RoundState
from plans.document.make_snapshot import make_snapshot
from plans.document.models import FocusArea, MultiYearAgreement, Plan, Priority, Scope, Section, SectionKind
from plans.document.states import PlanState
from plans.drafting import workflow as drafting
from plans.duties import workflow as duties
from plans.duties.models import Duty
from plans.proposals.models import Proposal
from plans.verification import signatures as verified_signatures
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.making import a_focus_area, section
from tests.plans.approval import stages
from tests.plans.desk.editions import cancel, published, reopened, shown
from tests.plans.proposals import stages as proposals


def stands(plan):
    """All that the public, the lists and the signing know of it; versions go on counting."""
    rows = [
        list(plan.sections.order_by("pk").values()),
        list(plan.focus_areas.order_by("pk").values()),
        list(Priority.objects.filter(focus_area__plan=plan).order_by("pk").values()),
        list(Duty.objects.filter(plan=plan).order_by("pk").values()),
    ]
    for row in [*rows[0], *rows[1], *rows[3]]:
        del row["version"]
    return [
        rows,
        current_text(plan),
        list(Plan.objects.filter(pk=plan.pk).values()),
        list(plan.discussions.values()),
    ]


@pytest.fixture
def before(cast) -> Plan:
    """Published, with duties, a local topic, and a section that stands where another pushed it."""
    plan = stages.in_consultation(cast)
    by = cast.sekretariat
    youth = plan.sections.get(heading="Trivsel for unge")
    duties.add_duty(
        plan, {"wording": "Mødes", "who": "Lokalrådene", "section": youth, "due_year": 2027}, by=by
    )
    drafting.add_focus_area(
        plan, title="Havnen", text="<p>Havn</p>", scope=Scope.LOCAL, council=cast.lokalraad("Lemvig"), by=by
    )
    drafting.add_section(plan, heading="Ind imellem", kind=SectionKind.SECTION, parent=youth.parent, by=by)
    drafting.move_section(plan.sections.get(heading="Ind imellem"), drafting.Direction.UP, by=by)
    stages.discuss(cast, plan)
    stages.open_round(cast, plan)
    stages.sign_all(plan)
    return published(cast, stages.fresh(plan))


def change_everything(cast, plan):
    by = cast.sekretariat
    youth = plan.sections.get(heading="Trivsel for unge")
    drafting.save_section(
        youth, version=youth.version, heading="Unge", body="<p>Nye ord.</p>", closing="", by=by
    )
    drafting.move_section(plan.sections.get(heading="Beredskab"), drafting.Direction.UP, by=by)
    drafting.delete_section(plan.sections.get(heading="Kredsrådet"), by=by)
    chapter = drafting.add_section(plan, heading="Nyt kapitel", kind=SectionKind.CHAPTER, by=by)
    drafting.add_section(plan, heading="Under det nye", kind=SectionKind.SECTION, parent=chapter, by=by)
    drafting.remove_focus_area(plan.focus_areas.titled("Havnen").get(), by=by)
    drafting.add_focus_area(
        plan, title="Natteliv", text="<p>N</p>", scope=Scope.DISTRICT, council=None, by=by
    )
    duties.delete_duty(plan.duties.get(), by=by)
    duties.add_duty(plan, {"wording": "Ny pligt", "who": "Politiet"}, by=by)
    approval.switch_signatures(stages.fresh(plan), required=False, reason="Travlt.", by=by)


def test_an_untouched_one_is_published_as_it_was(cast, before):
    was = stands(before)
    plan = stages.reopen(cast, before, "Fejl.")
    assert stands(stages.fresh(plan)) != was
    cancel(cast, plan)
    plan = stages.fresh(plan)
    assert stands(plan) == was
    assert plan.state == PlanState.PUBLISHED
    assert plan.signature_rounds.get().state == RoundState.COMPLETE
    told = Event.objects.about(plan).get(verb="edition.cancelled")
    assert (told.text, told.actor) == (
        "Den nye udgave blev fortrudt. Planen er igen offentliggjort i 1. udgave",
        cast.sekretariat,
    )


def test_whatever_was_changed_is_put_back_and_kept_in_the_history(cast, before):
    was = stands(before)
    plan = stages.reopen(cast, before, "Fejl.")
    change_everything(cast, plan)
    changed = make_snapshot(stages.fresh(plan))
    youth = plan.sections.get(heading="Unge")
    cancel(cast, plan)
    plan = stages.fresh(plan)
    assert stands(plan) == was
    assert make_snapshot(plan) != changed
    assert Section.history.filter(id=youth.pk, body="<p>Nye ord.</p>").exists()
    back = plan.sections.get(pk=youth.pk)
    assert back.version > youth.version
    for table in (plan.focus_areas.all(), plan.duties.all()):
        rows = [row for row in table if row.history.count() > 1]
        assert rows
        assert all(row.version > row.history.all()[1].version for row in rows)  # older pages are overtaken
    assert back.history.first().history_change_reason == "Ny udgave fortrudt"
    for gone in ("Nyt kapitel", "Under det nye"):
        assert Section.history.filter(plan_id=plan.pk, heading=gone, history_type="-").exists()
    gone = FocusArea.history.get(
        plan_id=plan.pk, history_type="-", history_change_reason="Ny udgave fortrudt"
    )
    assert Section.history.filter(id=gone.section_id, heading="Natteliv").exists()


def test_what_the_register_fills_in_may_have_changed_since(cast):
    plan = stages.in_consultation(cast)
    agreed = {"district": cast.district, "name": "Flerårsaftalen", "from_year": 2024}
    agreement = MultiYearAgreement.objects.create(**agreed, to_year=2027)
    section(plan, "Rammen", "<p>Den gælder {flerårsaftalens periode}.</p>")
    stages.discuss(cast, plan)
    stages.open_round(cast, plan)
    stages.sign_all(plan)
    plan = stages.reopen(cast, published(cast, stages.fresh(plan)), "En fejl i kapitel 2.")
    MultiYearAgreement.objects.filter(pk=agreement.pk).update(extended_to=2028)
    cancel(cast, plan)
    assert stages.fresh(plan).state == PlanState.PUBLISHED


def test_what_is_verified_fits_together_afterwards(cast, before):
    found = list(verified_signatures.faults())
    plan = stages.reopen(cast, before, "Fejl.")
    cancel(cast, plan)
    assert list(verified_signatures.faults()) == found == []


def test_the_plan_can_be_reopened_and_signed_again_afterwards(cast, before):
    plan = stages.reopen(cast, before, "Fejl.")
    cancel(cast, plan)
    plan = stages.reopen(cast, stages.fresh(plan), "Nu rigtigt.")
    assert plan.state == PlanState.DRAFT
    assert plan.signature_rounds.get().state == RoundState.SUPERSEDED


def test_the_page_shows_what_goes_and_cancels(cast, as_user, before):
    plan = stages.reopen(cast, before, "Fejl.")
    change_everything(cast, plan)
    client, address = as_user(cast.sekretariat), reverse("cancel-edition", args=[plan.pk])
    page = client.get(address).text
    for words in (
        "Nye ord.",
        "Nyt kapitel",
        "Emnet »Natteliv« er kommet til.",
        "Emnet »Havnen« er taget ud.",
    ):
        assert words in page
    assert "Opgaven »Ny pligt« er kommet til." in page
    assert "Opgaven »Mødes« er slettet." in page
    assert "Prioriteringerne er ændret hos" in page
    answer = client.post(address, {"seen": shown(plan)}, follow=True)
    assert "planen er offentliggjort som før" in answer.text
    assert stages.fresh(plan).state == PlanState.PUBLISHED


def with_decisions(cast) -> tuple[Plan, list[Proposal]]:
    """Published with one proposal as a topic, one rejected and one that waits, and reopened."""
    plan = stages.in_consultation(cast)
    round_ = proposals.a_round(cast, plan)
    found = [
        proposals.accepted_locally(cast, round_),
        proposals.rejected(cast, round_),
        proposals.submitted(cast, round_, place="Viborg"),
    ]
    stages.discuss(cast, stages.fresh(plan))
    stages.open_round(cast, stages.fresh(plan))
    stages.sign_all(plan)
    return stages.reopen(cast, published(cast, stages.fresh(plan))), found


def test_a_topic_that_comes_back_is_again_what_its_proposal_became(cast):
    plan, [accepted, rejected, _] = with_decisions(cast)
    drafting.remove_focus_area(accepted.focus_area, by=cast.sekretariat)
    assert proposals.fresh(accepted).focus_area is None
    cancel(cast, plan)
    assert proposals.fresh(accepted).focus_area == accepted.focus_area
    assert proposals.fresh(rejected).focus_area is None


def test_what_a_lokalraad_was_told_since_is_not_taken_back(cast):
    plan, [_, _, waiting] = with_decisions(cast)
    proposals.reject(waiting, by=cast.sekretariat)
    with pytest.raises(Refused, match="1 forslag er afgjort, siden planen blev offentliggjort"):
        cancel(cast, plan)
    assert stages.fresh(plan).state == PlanState.DRAFT


def test_a_text_that_the_history_does_not_know_is_not_half_put_back(cast):
    plan = stages.signed(cast)
    plan.sections.filter(heading="Kredsrådet").update(body="<p>Skrevet bag om historikken.</p>")
    plan = stages.reopen(cast, published(cast, plan))
    with pytest.raises(Refused, match="kan ikke stilles helt tilbage"):
        cancel(cast, plan)
    assert stages.fresh(plan).state == PlanState.DRAFT
    assert plan.sections.get(heading="Kredsrådet").body == "<p>Skrevet bag om historikken.</p>"


def test_what_was_written_meanwhile_does_not_go_unseen(cast, as_user):
    plan = reopened(cast)
    seen = shown(plan)
    a_focus_area(plan, "Skrevet imens")
    answer = as_user(cast.sekretariat).post(reverse("cancel-edition", args=[plan.pk]), {"seen": seen})
    assert answer.status_code == 409
    assert "Skrevet imens" in answer.text
    assert stages.fresh(plan).state == PlanState.DRAFT


@pytest.mark.parametrize("stage", [stages.draft, stages.in_consultation, stages.discussed, published])
def test_there_must_be_a_new_edition_that_is_a_draft(cast, as_user, stage):
    plan = stage(cast)
    with pytest.raises(Refused):
        cancel(cast, plan, seen="0")
    assert stages.fresh(plan).state == plan.state
    assert (
        'type="submit">Fortryd den nye udgave'
        not in as_user(cast.sekretariat).get(reverse("cancel-edition", args=[plan.pk])).text
    )


def test_a_plan_whose_new_edition_is_under_way_links_the_public_one(cast, as_user):
    plan = published(cast)
    public = reverse("edition", args=[plan.council.district.slug, plan.year])
    client, address = as_user(cast.sekretariat), reverse("plan", args=[plan.pk])
    assert "En ny udgave er under vejs" not in client.get(address).text
    stages.reopen(cast, plan, "Fejl.")
    page = client.get(address).text
    assert "En ny udgave er under vejs" in page
    assert f'href="{public}">læs den offentliggjorte plan' in page
    assert reverse("cancel-edition", args=[plan.pk]) in page
    assert "Prioriteringerne er ændret" not in client.get(reverse("cancel-edition", args=[plan.pk])).text
    mayor = as_user(cast.borgmester("Herning")).get(address).text
    assert public in mayor
    assert reverse("cancel-edition", args=[plan.pk]) not in mayor


def test_a_draft_that_was_public_is_not_ready_to_be_published(cast, as_user):
    plan = reopened(cast)
    page = as_user(cast.sekretariat).get(reverse("publish-plan", args=[plan.pk])).text
    assert "Planen kan ikke offentliggøres endnu" in page


def test_little_and_much_cost_the_same(cast, as_user, django_assert_max_num_queries):
    plan = reopened(cast)
    client, address = as_user(cast.sekretariat), reverse("cancel-edition", args=[plan.pk])
    section(plan, "Nyt")
    a_focus_area(plan, "Et")
    client.get(address)
    with django_assert_max_num_queries(14) as little:
        client.get(address)
    for number in range(3):
        section(plan, f"Nyt {number}")
        a_focus_area(plan, f"Emne {number}")
    with django_assert_max_num_queries(len(little)):
        client.get(address)
