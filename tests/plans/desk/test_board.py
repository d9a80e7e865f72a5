"""A plan's board: section by section who writes, how far it is, and what the check found."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plans.document.models import Plan
from plans.proposals.models import ProposalRound
from samarbejde.deadlines import end_of
from tests.making import section
from tests.site.test_sheets import read_csv


@pytest.fixture
def plan(cast) -> Plan:
    return Plan.objects.create(council=cast.kredsraad(), year=2027)


@pytest.fixture
def address(plan) -> str:
    return reverse("plan-board", args=[plan.pk])


def shown(page) -> list[str]:
    return [row["title"] for row in page.context["rows"]]


def test_each_section_with_owner_status_and_findings(plan, address, cast, as_user):
    section(plan, "Natteliv", "<p>Tekst.</p>", kind="chapter", owner=cast.sekretariat, status="writing")
    locked = section(plan, "Torve 2019", kind="chapter", status="ready", mode="locked")
    page = as_user(cast.sekretariat).get(address)
    mine, other = page.context["rows"]
    assert (mine["owner"], mine["status_label"], mine["findings"]) == (str(cast.sekretariat), "i gang", 0)
    assert other["findings"] >= 2, "it is empty, and its heading has another year"
    assert "Låst" in page.text
    found = f"{reverse('plan-consistency', args=[plan.pk])}?sted={locked.lineage}"
    assert page.text.count(found) == 1, "of the section in which nothing is found there is no link"
    assert [number for _, _, number in page.context["counted"]] == [0, 1, 1]


def test_it_is_filtered_by_owner_and_status(plan, address, cast, as_user):
    section(plan, "A", kind="chapter", owner=cast.sekretariat, status="ready")
    section(plan, "B", kind="chapter", owner=cast.sekretariat)
    section(plan, "C", kind="chapter")
    writer, me = as_user(cast.sekretariat), cast.sekretariat.pk
    for query, rows in (
        ("", ["1. A", "2. B", "3. C"]),
        (f"?ansvarlig={me}", ["1. A", "2. B"]),
        ("?ansvarlig=ingen", ["3. C"]),
        (f"?ansvarlig={me}&status=ready", ["1. A"]),
        ("?status=todo", ["2. B", "3. C"]),
        ("?status=findes-ikke", ["1. A", "2. B", "3. C"]),
        ("?ansvarlig=999999", []),
    ):
        assert shown(writer.get(address + query)) == rows


def test_what_is_ticked_gets_an_owner_and_a_status(plan, address, cast, as_user):
    ticked = [section(plan, name, kind="chapter").pk for name in "AB"]
    section(plan, "C", kind="chapter")
    form = {"owner": cast.sekretariat.pk, "status": "writing", "sections": ticked}
    answer = as_user(cast.sekretariat).post(f"{address}?status=todo", form)
    assert answer["Location"] == f"{address}?status=todo"
    cared = plan.sections.filter(owner=cast.sekretariat, status="writing")
    assert sorted(cared.values_list("heading", flat=True)) == ["A", "B"]
    assert plan.sections.get(heading="A").history.count() == 2


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"sections": []}, "Sæt kryds"),
        ({"owner": "", "status": ""}, "Vælg en ansvarlig"),
        ({"status": "x"}, "gyldig"),
    ],
)
def test_what_is_missing_is_said_and_the_ticks_stand(plan, address, cast, as_user, changes, says):
    one = section(plan, "A", kind="chapter")
    form = {"owner": cast.sekretariat.pk, "status": "ready", "sections": [one.pk]} | changes
    answer = as_user(cast.sekretariat).post(address, form)
    assert answer.status_code == 422
    assert says in answer.text
    assert (f'value="{one.pk}" checked' in answer.text) is bool(form["sections"])


def test_days_left_to_the_next_deadline(plan, address, cast, as_user):
    section(plan, "A", kind="chapter")
    writer = as_user(cast.sekretariat)
    assert "tilbage" not in writer.get(address).text
    ends = timezone.localdate() + timedelta(days=9)
    ProposalRound.objects.create(plan=plan, guidance="x", opens_at=timezone.now(), deadline=end_of(ends))
    assert "9 dage tilbage: Frist for lokalrådenes forslag" in writer.get(address).text


def test_it_asks_no_more_for_more_sections(plan, address, cast, as_user):
    writer, counts = as_user(cast.sekretariat), []
    for rows in (1, 3):
        while plan.sections.count() < rows:
            section(plan, f"A{plan.sections.count()}", "<p>a</p>", kind="chapter", owner=cast.sekretariat)
        with CaptureQueriesContext(connection) as captured:
            assert len(shown(writer.get(address))) == rows
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12


def test_a_plan_that_lies_fast_is_shown_without_boxes(plan, address, cast, as_user):
    one = section(plan, "A", kind="chapter")
    Plan.objects.filter(pk=plan.pk).update(state="signed")
    writer = as_user(cast.sekretariat)
    assert 'type="checkbox"' not in writer.get(address).text
    answer = writer.post(address, {"owner": "", "status": "ready", "sections": [one.pk]})
    assert answer.status_code == 409


def test_the_board_as_a_file_has_its_rows_narrowed_down_as_the_page_is(plan, address, cast, as_user):
    section(plan, "Natteliv", kind="chapter", owner=cast.sekretariat, status="ready")
    section(plan, "Torve", kind="chapter")
    page = as_user(cast.sekretariat).get(f"{address}?status=ready").text
    link = reverse("board-sheet", args=[plan.pk, "csv"]) + "?status=ready"
    assert f'href="{link}"' in page
    head, *rows = read_csv(as_user(cast.sekretariat).get(link).content)
    assert head[:3] == ["Afsnit", "Ansvarlig", "Status"]
    assert [row[:3] for row in rows] == [["1. Natteliv", str(cast.sekretariat), "klar"]]
    assert len(read_csv(as_user(cast.sekretariat).get(link.split("?")[0]).content)) == 3
