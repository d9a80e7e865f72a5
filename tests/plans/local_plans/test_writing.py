"""A lokalråd's plan is begun with the district's topics, and written by those whom its chair lets."""

import re

import pytest
from django.urls import reverse

from plans.approval import workflow as approval
from plans.document.make_snapshot import make_snapshot
from plans.document.models import FocusArea, Plan, Scope
from plans.document.states import LOCAL_PLAN_TRANSITIONS, PlanState
from plans.drafting import workflow as drafting
from plans.duties.models import Duty
from plans.local_plans import workflow
from samarbejde.transitions import Refused, may_move
from tests.cast import person, seat
from tests.making import a_focus_area, an_edition, section
from tests.plans.local_plans import stages
from tests.plans.local_plans.stages import TOPIC, YEAR

pytestmark = pytest.mark.django_db


def data_of(plan: Plan, kind: str):
    return next(one["data"] for one in make_snapshot(plan)["sections"] if one["data_kind"] == kind)


def test_a_chair_begins_the_plan_with_the_districts_topics(cast, as_user):
    stages.districts(cast)
    herning, client = cast.lokalraad("Herning"), as_user(cast.formand_herning)
    address = reverse("start-local-plan", args=[herning.pk])
    assert address in client.get(reverse("desk")).text
    answer = client.post(address, {"year": YEAR, "source": "empty"})
    plan = Plan.objects.get(council=herning)
    assert answer.url == reverse("plan", args=[plan.pk])
    assert (plan.title, str(plan)) == (
        f"Lokal samarbejdsplan {YEAR}",
        f"Lokal samarbejdsplan {YEAR}, Herning",
    )
    area = plan.focus_areas.get()
    assert (area.title, area.scope) == (TOPIC, Scope.DISTRICT)
    assert area.lineage == FocusArea.objects.get(plan__council=cast.kredsraad()).lineage
    assert [row["name"] for row in data_of(plan, "priorities")["municipalities"]] == ["Herning"]
    assert address not in client.get(reverse("desk")).text, "it is begun"


def test_it_is_begun_with_last_years_where_there_is_one(cast, as_user):
    client, address = (
        as_user(cast.formand_herning),
        reverse("start-local-plan", args=[cast.lokalraad("Herning").pk]),
    )
    form = client.get(address).context["form"]
    assert [key for key, _ in form["source"].field.choices] == ["empty"]
    earlier = stages.draft(cast)
    form = client.get(address).context["form"]
    assert [key for key, _ in form["source"].field.choices] == ["forward", "empty"]
    assert (form["source"].value(), form["year"].value()) == ("forward", YEAR + 1)
    client.post(address, {"year": YEAR + 1, "source": "forward"})
    following = Plan.objects.get(council=earlier.council, year=YEAR + 1)
    assert following.previous == earlier
    both = client.get(address)
    assert "Lokalrådet har planer for i år og næste år" in both.text
    assert reverse("plan", args=[following.pk]) in both.text


def test_no_local_plan_is_begun_for_the_kredsråd(cast, as_user):
    address = reverse("start-local-plan", args=[cast.kredsraad().pk])
    assert as_user(cast.sekretariat).get(address).status_code == 404


def test_the_chair_chooses_among_the_lokalråds_own_and_sees_who_writes(cast, as_user):
    plan = stages.written_by_a_member(cast)
    seat(person("naestformand", "Næstformanden"), plan.council, "vice_chair")
    seat(person("viborg", "Et medlem i Viborg"), cast.lokalraad("Viborg"))
    form = as_user(cast.formand_herning).get(reverse("plan-writers", args=[plan.pk])).context["form"]
    assert list(form["writers"].field.queryset) == [cast.medlem_herning]
    assert form["writers"].value() == [cast.medlem_herning.pk]


def test_before_the_districts_plan_is_published_its_topics_are_nobodys(cast, as_user):
    stages.districts(cast, public=False)
    plan = stages.draft(cast)
    assert not plan.focus_areas.exists()
    address = reverse("take-over-topics", args=[plan.pk])
    answer = as_user(cast.formand_herning).post(address)
    assert answer.status_code == 409
    assert "ikke offentliggjort endnu" in answer.text


def test_topics_follow_the_newest_edition_and_not_a_draft(cast, as_user):
    of_district = stages.districts(cast)
    plan = stages.draft(cast)
    area = of_district.focus_areas.get()
    Plan.objects.filter(pk=of_district.pk).update(state=PlanState.DRAFT)
    drafting.edit_focus_area(
        area, title="Unges trivsel", text="", version=area.section.version, by=cast.sekretariat
    )
    a_focus_area(of_district, "Natteliv")
    client, address = as_user(cast.formand_herning), reverse("take-over-topics", args=[plan.pk])
    client.post(address)
    assert [one.title for one in plan.focus_areas.all()] == [TOPIC], "the new edition is not published"
    an_edition(of_district)
    assert "Unges trivsel" in client.get(address).text
    client.post(address)
    assert [one.title for one in plan.focus_areas.all()] == ["Unges trivsel", "Natteliv"]


def test_a_districts_topic_has_one_title_and_stays(cast):
    stages.districts(cast)
    plan = stages.draft(cast)
    area, by = plan.focus_areas.get(), cast.formand_herning
    version = area.section.version
    with pytest.raises(Refused, match="hedder det samme"):
        drafting.edit_focus_area(area, title="Et andet navn", text="", version=version, by=by)
    with pytest.raises(Refused, match="hedder det samme"):
        drafting.save_section(area.section, by=by, version=version, heading="Et andet navn", body="")
    with pytest.raises(Refused, match="kredsens emne"):
        drafting.remove_focus_area(area, by=by)
    with pytest.raises(Refused, match="hentes fra kredsens plan"):
        drafting.add_focus_area(plan, title="Nyt", text="", scope=Scope.DISTRICT, council=None, by=by)
    drafting.save_section(area.section, by=by, version=version, heading=TOPIC, body="<p>Hos os.</p>")
    own = drafting.add_focus_area(
        plan, title="Uro ved søen", text="", scope=Scope.LOCAL, council=plan.council, by=by
    )
    drafting.remove_focus_area(own, by=by)


def test_the_register_shows_what_is_the_lokalråds_own(cast):
    of_district = stages.districts(cast, public=False)
    Duty.objects.create(plan=of_district, wording="Svar på spørgsmålet.", addressee="all_local")
    Duty.objects.create(
        plan=of_district,
        wording="Kun Viborg.",
        addressee="named",
        council_ids=[cast.lokalraad("Viborg").pk],
    )
    assert cast.medlem_herning
    assert cast.formand_viborg
    plan = stages.draft(cast)
    assert data_of(plan, "duties")["rows"] == [], "what is not published lays nothing on anybody"
    an_edition(of_district)
    assert [row["wording"] for row in data_of(plan, "duties")["rows"]] == ["Svar på spørgsmålet."]
    assert [group["council"] for group in data_of(plan, "members")["groups"]] == [plan.council.name]
    assert data_of(plan, "signatories")["rows"] == []


def test_whom_the_chair_lets_writes(cast, as_user):
    plan = stages.draft(cast)
    text = section(plan, "Stationen", "<p>Den ligger i byen.</p>")
    address, member = reverse("edit-section", args=[plan.pk, text.pk]), as_user(cast.medlem_herning)
    assert member.get(address).status_code == 403
    writers = reverse("plan-writers", args=[plan.pk])
    as_user(cast.formand_herning).post(writers, {"writers": [cast.medlem_herning.pk]})
    assert as_user(cast.medlem_herning).get(address).status_code == 200
    assert as_user(cast.medlem_herning).get(writers).status_code == 403
    assert as_user(cast.medlem_herning).get(reverse("delete-plan", args=[plan.pk])).status_code == 403
    as_user(cast.formand_herning).post(writers, {})
    assert as_user(cast.medlem_herning).get(address).status_code == 403


def test_a_stranger_is_not_let_to_write(cast, as_user):
    plan = stages.draft(cast)
    data = {"writers": [cast.formand_viborg.pk]}
    assert (
        as_user(cast.formand_herning).post(reverse("plan-writers", args=[plan.pk]), data).status_code == 422
    )
    with pytest.raises(Refused, match="sidder ikke"):
        workflow.name_writers(plan, [cast.formand_viborg], by=cast.formand_herning)


def test_next_years_plan_is_begun_with_this_years_and_its_writers(cast):
    plan = stages.written_by_a_member(cast)
    section(plan, "Stationen", "<p>Den ligger i byen.</p>")
    later = stages.draft(cast, year=YEAR + 1, previous=plan)
    assert later.sections.get(heading="Stationen").body == "<p>Den ligger i byen.</p>"
    assert [row.user for row in later.writers.all()] == [cast.medlem_herning]


def test_the_short_way_is_a_lokalråds_alone(cast):
    local, of_district = stages.draft(cast), stages.districts(cast, public=False)
    assert may_move(local, PlanState.SIGNING, local.transitions)
    assert not may_move(local, PlanState.CONSULTATION, local.transitions)
    assert not may_move(of_district, PlanState.SIGNING, of_district.transitions)
    assert PlanState.DISCUSSED not in LOCAL_PLAN_TRANSITIONS


def test_it_is_no_other_lokalråds_business(cast, as_user):
    plan = stages.draft(cast)
    names = ["plan", "plan-text", "plan-outline", "focus-areas", "plan-writers", "publish-plan", "draft-pdf"]
    for stranger in (cast.formand_viborg, cast.direktoer, cast.borgmester("Herning"), cast.kontaktudvalg):
        client = as_user(stranger)
        assert {client.get(reverse(name, args=[plan.pk])).status_code for name in names} == {404}
        assert str(plan.title) not in client.get(reverse("plans")).text
    for reader in (cast.medlem_herning, cast.formand_herning, cast.sekretariat):
        assert as_user(reader).get(reverse("plan", args=[plan.pk])).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["send-to-consultation", "record-discussion", "duties", "duty-board", "proposal-board", "corrections"],
)
def test_pages_of_the_districts_year_are_not_there(cast, as_user, name):
    plan = stages.draft(cast)
    assert as_user(cast.formand_herning).get(reverse(name, args=[plan.pk])).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        *("plan", "plan-text", "plan-outline", "plan-board", "plan-events", "focus-areas", "add-focus-area"),
        *("add-section", "deleted-sections", "carried-over", "plan-versions", "plan-consistency"),
        *("plan-comments", "plan-suggestions", "signatures", "publish-plan", "take-over-topics"),
        *("start-local-plan", "delete-plan", "preview-plan", "find-and-replace"),
    ],
)
def test_every_page_of_its_writing_opens(cast, as_user, name):
    stages.districts(cast)
    plan = stages.draft(cast)
    pk = plan.council_id if name == "start-local-plan" else plan.pk
    answer = as_user(cast.formand_herning).get(reverse(name, args=[pk]))
    assert answer.status_code == 200
    assert "Send i høring" not in answer.text


def test_the_secretariats_desk_is_not_full_of_local_plans(cast, as_user):
    stages.draft(cast)
    seat(cast.sekretariat, cast.kredsraad(), "secretariat")
    assert "Lokal samarbejdsplan" not in as_user(cast.sekretariat).get(reverse("desk")).text
    assert "Lokal samarbejdsplan" in as_user(cast.formand_herning).get(reverse("desk")).text


def test_its_check_speaks_of_nothing_that_is_the_districts(cast, as_user):
    stages.districts(cast)
    plan = stages.draft(cast)
    page = as_user(cast.formand_herning).get(reverse("plan-consistency", args=[plan.pk])).text
    assert "afrapportere til kredsrådet" not in page
    duties = plan.sections.get(data="duties")
    page = as_user(cast.formand_herning).get(reverse("edit-section", args=[plan.pk, duties.pk])).text
    assert "kredsens offentliggjorte plan giver lokalrådet" in page
    assert reverse("duties", args=[plan.pk]) not in page


def new_edition(cast, plan: Plan) -> Plan:
    return approval.reopen(stages.published(cast, plan), reason="En fejl", by=cast.formand_herning)


@pytest.mark.parametrize("reach", [stages.sent, stages.signed, stages.published, new_edition])
def test_a_writer_is_offered_nothing_that_is_refused(cast, as_user, reach):
    plan, client = reach(cast, stages.written_by_a_member(cast)), as_user(cast.medlem_herning)
    offered: set[str] = set()
    for page in ("plan", "focus-areas"):
        main = client.get(reverse(page, args=[plan.pk])).text.partition("<main")[2]
        offered |= set(re.findall(r'href="(/arbejdsbord/planer/[^"#?]+)', main))
    assert len(offered) > 5
    assert {address: client.get(address).status_code for address in offered} == dict.fromkeys(offered, 200)
