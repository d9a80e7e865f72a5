"""A plan that was begun on an unfinished one: what came into that later is seen, and fetched or left."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.document.models import Carried, EditMode, Plan, RegisterData, Section
from plans.drafting import workflow
from plans.drafting.deleted import deleted_sections
from plans.drafting.later import later_changes
from plans.drafting.workflow import Decision
from plans.drafting.workflow.following import Followed
from samarbejde.transitions import Refused
from tests.making import a_plan, section

pytestmark = pytest.mark.django_db

OLD = "<p>Et.</p><p>To.</p><p>Tre.</p><p>Fire.</p>"


@pytest.fixture
def earlier(cast) -> Plan:
    found = a_plan(cast.kredsraad(), 2026)
    section(found, "Natteliv 2026", OLD)
    return found


@pytest.fixture
def plan(cast, earlier) -> Plan:
    return workflow.carry_forward(earlier, 2027, by=cast.sekretariat)


def write(one: Section, by, body: str, heading: str = "") -> None:
    one.refresh_from_db()
    workflow.save_section(one, version=one.version, heading=heading or one.heading, body=body, by=by)


def natteliv(plan: Plan) -> Section:
    return plan.sections.get(heading__startswith="Natteliv")


def told(plan: Plan) -> list[tuple[str, str]]:
    return [(one.title.split(" ", 1)[-1], one.what) for one in later_changes(plan)]


def decide(plan: Plan, decision: Decision, by) -> int:
    return workflow.decide_later(plan, {one.lineage: decision for one in later_changes(plan)}, by=by)


def test_nothing_came_later(plan):
    assert later_changes(plan) == []


def test_a_later_change_is_fetched_into_what_was_written_here(cast, earlier, plan):
    by = cast.sekretariat
    write(natteliv(plan), by, OLD.replace("Et.", "Et her."))
    write(natteliv(earlier), by, OLD.replace("Fire.", "Fire der."), "Natteliv og havn 2026")
    [change] = later_changes(plan)
    assert "".join(change.marked).count("<ins>") == 2
    assert decide(plan, Decision.FETCH, by) == 1
    fetched = natteliv(plan)
    assert fetched.heading == "Natteliv og havn 2027"
    assert fetched.body == "<p>Et her.</p><p>To.</p><p>Tre.</p><p>Fire der.</p>"
    assert fetched.unread
    assert "Hentet fra 2026" in fetched.history.values_list("history_change_reason", flat=True)
    assert later_changes(plan) == []


@pytest.mark.parametrize(
    ("carried", "after"), [(Carried.NEW, Carried.KEPT), (Carried.REVISED, Carried.REVISED)]
)
def test_what_was_said_of_last_years_text_stands(cast, earlier, plan, carried, after):
    plan.sections.update(carried=carried, unread=False)
    write(natteliv(earlier), cast.sekretariat, "<p>Andet.</p>")
    decide(plan, Decision.FETCH, cast.sekretariat)
    assert natteliv(plan).carried == after


def test_where_both_wrote_a_person_decides(client, cast, earlier, plan):
    by = cast.sekretariat
    write(natteliv(plan), by, OLD.replace("Et.", "Et her."))
    write(natteliv(earlier), by, OLD.replace("Et.", "Et der."))
    [change] = later_changes(plan)
    assert not change.can_be_fetched
    with pytest.raises(Refused, match="det samme sted"):
        decide(plan, Decision.FETCH, by)
    client.force_login(by)
    address = reverse("later-changes", args=[plan.pk])
    assert "Her i planen er der skrevet det samme sted" in client.get(address).text
    assert client.post(address, {change.name: "hent"}).status_code == 422
    assert client.post(address, {change.name: "lad-vaere"}).status_code == 302
    assert natteliv(plan).body == OLD.replace("Et.", "Et her.")
    assert later_changes(plan) == []


def test_what_is_left_is_asked_again_when_it_changes_once_more(cast, earlier, plan):
    by = cast.sekretariat
    write(natteliv(earlier), by, "<p>Andet.</p>")
    decide(plan, Decision.LEAVE, by)
    assert (natteliv(plan).body, later_changes(plan)) == (OLD, [])
    write(natteliv(earlier), by, "<p>Tredje.</p>")
    assert told(plan) == [("Natteliv 2026", "Ændret")]


@pytest.mark.parametrize(("decision", "stands"), [(Decision.FETCH, True), (Decision.LEAVE, False)])
def test_a_section_that_came_to_it(cast, earlier, plan, decision, stands):
    by = cast.sekretariat
    new = workflow.add_section(
        earlier,
        heading="Havn",
        kind="section",
        parent=earlier.sections.get(heading="Årets indsatsområder"),
        by=by,
    )
    write(new, by, "<p>Ved vandet.</p>")
    assert told(plan) == [("Havn", "Nyt")]
    decide(plan, decision, by)
    found = plan.sections.filter(heading="Havn")
    assert found.exists() == stands
    assert later_changes(plan) == []
    if stands:
        one = found.get()
        assert (one.body, one.lineage, one.parent.heading, one.unread) == (
            "<p>Ved vandet.</p>",
            new.lineage,
            "Årets indsatsområder",
            True,
        )


def test_what_is_new_stands_behind_the_same_neighbour(cast, earlier, plan):
    by = cast.sekretariat
    for heading, after in (("Havn", "Forord"), ("Strand", "Natteliv 2026")):
        neighbour = earlier.sections.get(heading=after)
        workflow.add_section(earlier, heading=heading, kind="chapter", after=neighbour, by=by)
    workflow.add_section(
        plan, heading="Kun her", kind="chapter", after=plan.sections.get(heading="Forord"), by=by
    )
    decide(plan, Decision.FETCH, by)
    top = [row.heading for row in plan.sections.filter(parent=None).order_by("position")]
    assert top[:3] == ["Forord", "Havn", "Kun her"]
    assert top[-2:] == ["Natteliv 2027", "Strand"]
    assert sorted(plan.sections.filter(parent=None).values_list("position", flat=True)) == [
        place for place, _ in enumerate(top, start=1)
    ]


def test_what_is_new_brings_along_how_it_is_to_be_written(cast, earlier, plan):
    told = {"data": RegisterData.FORUMS, "guidance": "Skriv kort.", "mode": EditMode.LOCKED}
    section(earlier, "Fora", **told)
    decide(plan, Decision.FETCH, cast.sekretariat)
    new = plan.sections.get(heading="Fora")
    assert {name: getattr(new, name) for name in told} == told
    assert (new.carried, new.unread) == (Carried.KEPT, False), "there is nothing to read"
    assert new.history.get().history_change_reason == "Hentet fra 2026"


def test_what_is_left_can_still_be_had_from_the_bin(cast, earlier, plan):
    section(earlier, "Havn", "<p>Ved vandet.</p>")
    decide(plan, Decision.LEAVE, cast.sekretariat)
    [gone] = deleted_sections(plan)
    assert gone.heading == "Havn"
    assert workflow.restore_section(plan, gone.id, by=cast.sekretariat).body == "<p>Ved vandet.</p>"


@pytest.mark.parametrize("unread", [True, False])
def test_what_is_left_is_as_read_as_it_was(cast, earlier, plan, unread):
    plan.sections.update(unread=unread)
    write(natteliv(earlier), cast.sekretariat, "<p>Andet.</p>")
    decide(plan, Decision.LEAVE, cast.sekretariat)
    left = natteliv(plan)
    assert left.unread is unread
    assert left.history.latest().history_change_reason == "Sidste års ændring er set"


@pytest.mark.parametrize(("decision", "stands"), [(Decision.FETCH, False), (Decision.LEAVE, True)])
def test_a_section_that_was_taken_out_of_it(cast, earlier, plan, decision, stands):
    workflow.delete_section(natteliv(earlier), by=cast.sekretariat)
    assert told(plan) == [("2027", "Udgået")]
    decide(plan, decision, cast.sekretariat)
    assert plan.sections.filter(heading="Natteliv 2027").exists() == stands
    assert later_changes(plan) == []


def test_what_went_with_its_parent_goes_with_it_here(cast, earlier, plan):
    below = section(earlier, "Under", "<p>Nede.</p>", parent=natteliv(earlier))
    section(plan, "Under", "<p>Nede.</p>", parent=natteliv(plan), lineage=below.lineage, carried_version=1)
    plan.sections.filter(heading="Under").update(position=99)  # told after what it stands under
    workflow.delete_section(natteliv(earlier), by=cast.sekretariat)
    assert decide(plan, Decision.FETCH, cast.sekretariat) == 2
    assert not plan.sections.filter(heading__in=["Natteliv 2027", "Under"]).exists()


def test_what_was_written_here_below_it_does_not_go_unasked(cast, earlier, plan):
    own = section(plan, "Kun her", "<p>Nyt i år.</p>", parent=natteliv(plan))
    workflow.delete_section(natteliv(earlier), by=cast.sekretariat)
    with pytest.raises(Refused, match="så længe »Kun her« står under det"):
        decide(plan, Decision.FETCH, cast.sekretariat)
    assert plan.sections.filter(pk=own.pk).exists()


def test_what_was_dropped_here_is_not_offered(cast, earlier, plan):
    workflow.delete_section(natteliv(plan), by=cast.sekretariat)
    write(natteliv(earlier), cast.sekretariat, "<p>Andet.</p>")
    assert later_changes(plan) == []


def test_it_is_told_where_last_years_text_is_looked_through(client, cast, earlier, plan):
    write(natteliv(earlier), cast.sekretariat, "<p>Andet.</p>")
    client.force_login(cast.sekretariat)
    page = client.get(reverse("carried-over", args=[plan.pk])).text
    assert "Ændret i Samarbejdsplan 2026 siden" in page
    assert reverse("later-changes", args=[plan.pk]) in page


def test_it_costs_the_same_for_one_and_for_three(cast, earlier, plan):
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            later_changes(Plan.objects.select_related("previous").get(pk=plan.pk))
        return len(asked)

    write(natteliv(earlier), cast.sekretariat, "<p>Andet.</p>")
    before = questions()
    for heading in ("Forord", "Kredsrådet"):
        write(earlier.sections.get(heading=heading), cast.sekretariat, "<p>Andet.</p>")
    assert len(later_changes(plan)) == 3
    assert questions() == before


@pytest.fixture
def referring(cast, earlier) -> Plan:
    """This year's plan, where both years have a section that refers to one with the year in its heading."""
    section(earlier, "Status 2026")
    section(earlier, "Fora", f"<p>Se {{afsnit: Status 2026}}.</p>{OLD}")
    return workflow.carry_forward(earlier, 2027, by=cast.sekretariat)


def test_what_is_new_refers_to_this_years_headings(cast, earlier, referring):
    section(earlier, "Havn", "<p>{afsnit: Status 2026}</p>", closing="<p>{afsnit: Status 2026}</p>")
    decide(referring, Decision.FETCH, cast.sekretariat)
    new = referring.sections.get(heading="Havn")
    assert (new.body, new.closing) == ("<p>{afsnit: Status 2027}</p>", "<p>{afsnit: Status 2027}</p>")


def test_a_reference_that_has_another_year_here_is_no_conflict(cast, earlier, referring):
    by = cast.sekretariat
    here = OLD.replace("Fire.", "Fire her.")
    write(referring.sections.get(heading="Fora"), by, f"<p>Se {{afsnit: Status 2027}}.</p>{here}")
    write(earlier.sections.get(heading="Fora"), by, f"<p>Se også {{afsnit: Status 2026}}.</p>{OLD}")
    [change] = later_changes(referring)
    assert "2026" not in "".join(change.marked)
    decide(referring, Decision.FETCH, by)
    assert referring.sections.get(heading="Fora").body == f"<p>Se også {{afsnit: Status 2027}}.</p>{here}"


def test_a_heading_is_fetched_with_all_that_refers_to_it(cast, earlier, referring):
    by = cast.sekretariat
    section(referring, "Kun her", "<p>{afsnit: Status 2027}</p>")
    write(earlier.sections.get(heading="Status 2026"), by, "", "Status for 2026")
    assert [one.what for one in later_changes(referring)] == ["Ændret", "Ændret"]
    heard: list[Followed] = []
    chosen = {one.lineage: Decision.FETCH for one in later_changes(referring)}
    workflow.decide_later(referring, chosen, by=by, tell=heard.append)
    assert [one.count for one in heard] == [1]
    texts = dict(referring.sections.values_list("heading", "body"))
    assert texts["Fora"] == f"<p>Se {{afsnit: Status for 2027}}.</p>{OLD}"
    assert texts["Kun her"] == "<p>{afsnit: Status for 2027}</p>"
    assert "Status for 2027" in texts
    assert later_changes(referring) == []


def test_the_page_says_how_much_was_chosen_and_what_follows(cast, earlier, referring, as_user):
    section(referring, "Kun her", "<p>{afsnit: Status 2027}</p>")
    write(earlier.sections.get(heading="Status 2026"), cast.sekretariat, "", "Status for 2026")
    client, address = as_user(cast.sekretariat), reverse("later-changes", args=[referring.pk])
    assert "Intet er ændret." in client.post(address, {}, follow=True).text
    chosen = {one.name: "hent" for one in later_changes(referring)}
    said = client.post(address, chosen, follow=True).text.replace("\xa0", " ")
    assert "2 valg er gemt." in said
    assert "Én henvisning er rettet." in said
