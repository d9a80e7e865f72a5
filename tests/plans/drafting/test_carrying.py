"""Last year's sections and topics: kept, revised or dropped, and read by somebody before they are signed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.document.models import Carried, FocusArea, Plan, Scope
from plans.document.states import PlanState
from plans.drafting.carried_over import Choice, carried_over
from plans.drafting.unread import unread
from plans.drafting.workflow import carry_forward, decide_carried, edit_focus_area, save_section, say_read
from samarbejde.transitions import Refused

DROP, KEEP, REVISE = Choice.DROPPED, Choice.KEPT, Choice.REVISED


@pytest.fixture
def last_year(plan, section, cast) -> Plan:
    chapter = section("Indsatser")
    youth = section("Unge", chapter, body="<p>Unge trives.</p>")
    section("Natteliv", chapter, body="<p>Vi går ture.</p>")
    FocusArea.objects.create(plan=plan, scope=Scope.DISTRICT, section=youth, since=2026)
    own = {"scope": Scope.LOCAL, "council": cast.lokalraad("Herning"), "since": 2027}
    FocusArea.objects.create(plan=plan, own_title="Torvet", **own)
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.PUBLISHED)
    plan.refresh_from_db()
    return plan


@pytest.fixture
def next_year(last_year, cast) -> Plan:
    plan = carry_forward(last_year, 2028, by=cast.sekretariat)
    plan.focus_areas.get(scope=Scope.DISTRICT).priorities.create(council=cast.lokalraad("Skive"), position=1)
    return plan


def of(plan: Plan, heading: str):
    return plan.sections.get(heading=heading)


def decide(plan: Plan, cast, **choices: Choice) -> int:
    """By the heading in last year's plan; of a topic by its title."""
    lineages = dict(plan.previous.sections.values_list("heading", "lineage"))
    lineages |= dict(plan.previous.focus_areas.exclude(own_title="").values_list("own_title", "lineage"))
    return decide_carried(
        plan, {lineages[name]: choice for name, choice in choices.items()}, by=cast.sekretariat
    )


def test_what_has_words_is_unread_until_somebody_looks(next_year, cast):
    waiting = set(next_year.sections.filter(unread=True).values_list("heading", flat=True))
    assert waiting == {"Unge", "Natteliv"}, "a chapter without a text has nothing to read"
    assert unread(next_year) == 3, "and the local topic"
    say_read(of(next_year, "Unge"), by=cast.sekretariat)
    record = of(next_year, "Unge").history.latest()
    assert (record.history_user, record.history_change_reason) == (cast.sekretariat, "Læst, kan stå")
    assert of(next_year, "Unge").version == 1, "whoever writes is not overtaken"
    night = of(next_year, "Natteliv")
    save_section(night, version=1, heading="Natteliv", body="<p>Vi kører.</p>", by=cast.sekretariat)
    topic = next_year.focus_areas.get(scope=Scope.LOCAL)
    edit_focus_area(topic, title="Torvet", text="<p>Ny.</p>", version=topic.version, by=cast.sekretariat)
    assert unread(next_year) == 0


def test_saving_what_stands_is_not_reading(next_year, cast):
    night = of(next_year, "Natteliv")
    save_section(night, version=1, heading="Natteliv", body=night.body, by=cast.sekretariat)
    assert of(next_year, "Natteliv").unread


def test_new_and_carried_follow_from_lineage(next_year, section, cast):
    assert set(next_year.sections.values_list("carried", flat=True)) == {Carried.KEPT}
    next_year.sections.create(heading="Nyt kapitel", kind="chapter", position=9)
    over = carried_over(next_year)
    assert over.new == ["2. Nyt kapitel"]
    assert [(row.title, row.choice, row.is_topic) for row in over.rows] == [
        ("1. Indsatser", KEEP, False),
        ("1.1 Unge", KEEP, True),
        ("1.2 Natteliv", KEEP, False),
        ("Torvet (Lokalrådet i Herning)", KEEP, True),
    ]


def test_what_is_dropped_goes_into_the_bin_with_its_topic_and_comes_back(next_year, cast):
    lineage = of(next_year, "Unge").lineage
    assert decide(next_year, cast, Unge=DROP, Natteliv=REVISE) == 2
    assert not next_year.sections.filter(heading="Unge").exists()
    assert not next_year.focus_areas.filter(scope=Scope.DISTRICT).exists()
    assert of(next_year, "Natteliv").carried == Carried.REVISED
    assert [row.choice for row in carried_over(next_year).sections] == [KEEP, DROP, REVISE]
    assert decide(next_year, cast, Unge=KEEP) == 1
    back = of(next_year, "Unge")
    assert (back.lineage, back.carried, back.unread) == (lineage, Carried.KEPT, True)
    topic = next_year.focus_areas.get(scope=Scope.DISTRICT)
    assert topic.section == back
    assert topic.priorities.count() > 1, "on every lokalråd's list again"


def test_a_local_topic_is_dropped_and_comes_back(next_year, cast):
    decide(next_year, cast, Torvet=DROP)
    assert not next_year.focus_areas.filter(scope=Scope.LOCAL).exists()
    decide(next_year, cast, Torvet=REVISE)
    topic = next_year.focus_areas.get(scope=Scope.LOCAL)
    assert (topic.title, topic.carried) == ("Torvet", Carried.REVISED)
    assert topic.priorities.get().council == cast.lokalraad("Herning")


def test_nothing_below_is_lost_with_what_is_dropped(next_year, cast):
    with pytest.raises(Refused, match="»Unge« står under det"):
        decide(next_year, cast, Indsatser=DROP)
    of(next_year, "Indsatser").children.create(plan=next_year, heading="Nyt her", position=9)
    with pytest.raises(Refused, match="»Nyt her« står under det"):
        decide(next_year, cast, Indsatser=DROP, Unge=DROP, Natteliv=DROP)
    of(next_year, "Nyt her").delete()
    decide(next_year, cast, Indsatser=DROP, Unge=DROP, Natteliv=DROP)
    assert not next_year.sections.exists()
    decide(next_year, cast, Indsatser=KEEP, Unge=KEEP, Natteliv=KEEP)
    assert next_year.sections.count() == 3


def test_what_is_locked_does_not_go(next_year, cast):
    next_year.sections.filter(heading="Natteliv").update(mode="locked")
    with pytest.raises(Refused, match="låst"):
        decide(next_year, cast, Natteliv=DROP)


# --- the page -----------------------------------------------------------------------------------------


@pytest.fixture
def address(next_year) -> str:
    return reverse("carried-over", args=[next_year.pk])


def test_everything_is_decided_on_one_page(next_year, address, cast, as_user):
    writer = as_user(cast.sekretariat)
    page = writer.get(address)
    assert "3 af de videreførte afsnit og emner er ikke læst" in page.text
    rows = {row.title: row.name for row in carried_over(next_year).rows}
    form = {rows["1.1 Unge"]: "revised", rows["1.2 Natteliv"]: "dropped"}
    answer = writer.post(address, form, follow=True)
    assert "2 valg er gemt." in answer.text
    assert not next_year.sections.filter(heading="Natteliv").exists()
    assert of(next_year, "Unge").carried == Carried.REVISED


def test_one_click_reads(next_year, address, cast, as_user):
    writer, night = as_user(cast.sekretariat), of(next_year, "Natteliv")
    topic = next_year.focus_areas.get(scope=Scope.LOCAL)
    for name in (f"afsnit-{night.pk}", f"emne-{topic.pk}"):
        answer = writer.post(f"{address}?vis=ulaest", {"read": name})
        assert answer["Location"] == f"{address}?vis=ulaest"
    left = writer.get(f"{address}?vis=ulaest").context
    assert [row.title for row, _, _ in left["sections"]] == ["1.1 Unge"]
    youth = of(next_year, "Unge")
    edit = reverse("edit-section", args=[next_year.pk, youth.pk])
    assert "Ikke læst siden sidste år" in writer.get(edit).text
    answer = writer.post(reverse("say-read", args=[next_year.pk, youth.pk]))
    assert answer["Location"] == address, "nothing is left to read"
    assert "Ikke læst siden" not in writer.get(edit).text


@pytest.mark.parametrize(
    ("form", "status"), [({"read": "x"}, 422), ({"read": "afsnit-0"}, 404), ({"read": "afsnit-"}, 422)]
)
def test_strange_names_read_nothing(next_year, address, cast, as_user, form, status):
    assert as_user(cast.sekretariat).post(address, form).status_code == status
    assert unread(next_year) == 3


def test_a_refusal_keeps_what_was_chosen(next_year, address, cast, as_user):
    rows = {row.title: row.name for row in carried_over(next_year).rows}
    answer = as_user(cast.sekretariat).post(address, {rows["1. Indsatser"]: "dropped"})
    assert answer.status_code == 409
    assert f'name="{rows["1. Indsatser"]}" value="dropped" checked' in answer.text
    assert as_user(cast.sekretariat).post(address, {rows["1. Indsatser"]: "x"}).status_code == 422


def test_a_plan_of_its_own_has_nothing_from_before(plan, cast, as_user):
    page = as_user(cast.sekretariat).get(reverse("carried-over", args=[plan.pk])).text
    assert "ikke bygget på en tidligere plan" in page


def test_the_page_asks_no_more_for_more(next_year, address, cast, as_user):
    writer, counts = as_user(cast.sekretariat), []
    for extra in (0, 3):
        for number in range(extra):
            old = next_year.previous.sections.create(
                heading=f"Mere {number}", kind="chapter", position=50 + number
            )
            next_year.sections.create(
                heading=old.heading, kind="chapter", position=50 + number, lineage=old.lineage, carried="kept"
            )
        with CaptureQueriesContext(connection) as captured:
            page = writer.get(address)
        counts.append((len(page.context["sections"]), len(captured)))
    assert [rows for rows, _ in counts] == [3, 6]
    assert counts[0][1] == counts[1][1] <= 12
