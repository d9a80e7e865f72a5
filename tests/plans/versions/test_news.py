"""»Nyt siden 2026«: a line for each section that changed since last year's plan, in whose words."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.models import MembershipRole
from plans.approval import workflow as approval
from plans.document.compared import compared
from plans.document.make_snapshot import make_snapshot
from plans.document.models import NewsLine, Plan, Section
from plans.document.news import lines_of_news, news
from plans.document.states import PlanState
from plans.drafting.workflow import carry_forward
from plans.versions import workflow
from samarbejde.accounts.models import User
from samarbejde.transitions import UNSEEN, Refused, Stale
from tests.cast import person, seat
from tests.making import a_plan, an_edition, section
from tests.plans.approval import stages
from tests.redlines import bare

pytestmark = pytest.mark.django_db

LINE = "Politiet går nu runder hver nat."


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.PAGES = tmp_path / "sider"


@pytest.fixture
def plan(cast):
    """Builds on the published one for 2026: one section changed, one new, one gone."""
    earlier = a_plan(cast.kredsraad(), 2026)
    section(earlier, "Natteliv", "<p>Politiet går tur.</p>")
    section(earlier, "Gamle veje", "<p>Udgår.</p>")
    an_edition(earlier)
    found = carry_forward(earlier, 2027, by=cast.sekretariat)
    Section.objects.filter(plan=found, heading="Natteliv").update(body="<p>Politiet går runder.</p>")
    found.sections.filter(heading="Gamle veje").update(
        heading="Trygge veje", body="<p>Nyt.</p>", lineage=uuid4()
    )
    found.sections.update(unread=False)
    found.focus_areas.update(unread=False)
    return found


@pytest.fixture
def kollega(cast) -> User:
    return seat(person("kollega", "Kollegaen"), cast.kredsraad(), MembershipRole.SECRETARIAT)


@pytest.fixture
def natteliv(plan) -> Section:
    return plan.sections.get(heading="Natteliv")


def lines(plan) -> dict[str, str]:
    return {one.title.lstrip("0123456789. "): one.line for one in news(plan, make_snapshot(plan)).sections}


def test_the_portal_writes_them_until_the_secretariat_does(cast, plan, natteliv):
    before = {"Natteliv": "Teksten er rettet", "Trygge veje": "", "Gamle veje": ""}
    assert lines(plan) == before
    gone = plan.previous.sections.get(heading="Gamle veje")
    workflow.write_news_line(plan, natteliv.lineage, LINE, version=UNSEEN, by=cast.sekretariat)
    workflow.write_news_line(plan, gone.lineage, "Vejene er lagt om.", version=UNSEEN, by=cast.sekretariat)
    assert lines(plan) == before | {"Natteliv": LINE, "Gamle veje": "Vejene er lagt om."}
    workflow.write_news_line(plan, natteliv.lineage, "", version=1, by=cast.sekretariat)
    assert lines(plan)["Natteliv"] == "Teksten er rettet"
    assert list(plan.news_lines.get(lineage=natteliv.lineage).history.values_list("line", flat=True)) == [
        "",
        LINE,
    ]


def test_a_line_is_not_overwritten_unseen(cast, kollega, plan, natteliv):
    workflow.write_news_line(plan, natteliv.lineage, LINE, version=UNSEEN, by=cast.sekretariat)
    with pytest.raises(Stale):
        workflow.write_news_line(plan, natteliv.lineage, "Andet.", version=UNSEEN, by=kollega)
    assert plan.news_lines.get().line == LINE


def test_the_page_with_both_lines(client, cast, kollega, plan, natteliv):
    workflow.write_news_line(plan, natteliv.lineage, LINE, version=UNSEEN, by=cast.sekretariat)
    client.force_login(kollega)
    address = reverse("write-news-line", args=[plan.pk, natteliv.lineage])
    answer = client.post(address, {"line": "Andet.", "version": UNSEEN})
    assert answer.status_code == 409
    assert LINE in answer.text
    assert 'value="Andet."' in answer.text
    assert client.post(address, {"line": "Andet.", "version": 1}).status_code == 302
    assert plan.news_lines.get().line == "Andet."


def test_the_form_begins_with_the_line_of_that_section(cast, plan, natteliv, as_user):
    new = plan.sections.get(heading="Trygge veje")
    workflow.write_news_line(plan, natteliv.lineage, LINE, version=UNSEEN, by=cast.sekretariat)
    client = as_user(cast.sekretariat)
    shown = {
        one.heading: client.get(reverse("write-news-line", args=[plan.pk, one.lineage]))
        .context["form"]
        .initial
        for one in (natteliv, new)
    }
    assert shown == {"Natteliv": {"line": LINE, "version": 1}, "Trygge veje": {"version": UNSEEN}}


def test_only_the_secretariat_is_offered_to_write_a_line(cast, plan, as_user):
    pages = [
        as_user(one).get(reverse("plan-news", args=[plan.pk])).text
        for one in (cast.sekretariat, cast.medlem_herning)
    ]
    assert ["Skriv en linje" in page for page in pages] == [True, False]


def test_the_database_holds_one_line_for_a_section(plan):
    key = uuid4()
    NewsLine.objects.create(plan=plan, lineage=key)
    with pytest.raises(IntegrityError, match="a_section_has_one_line_of_what_is_new"):
        NewsLine.objects.create(plan=plan, lineage=key)


def test_lines_lie_fast_with_the_text(client, cast, plan, natteliv):
    approval.send_to_consultation(plan, by=cast.sekretariat)
    stages.discuss(cast, stages.fresh(plan))
    stages.open_round(cast, stages.fresh(plan))
    with pytest.raises(Refused, match="underskri"):
        workflow.write_news_line(plan, natteliv.lineage, LINE, version=UNSEEN, by=cast.sekretariat)
    client.force_login(cast.sekretariat)
    assert "Skriv en linje" not in client.get(reverse("plan-news", args=[plan.pk])).text
    assert client.get(reverse("write-news-line", args=[plan.pk, natteliv.lineage])).status_code == 403


def test_a_personal_number_is_refused(cast, plan, natteliv):
    with pytest.raises(Refused):
        workflow.write_news_line(
            plan, natteliv.lineage, "Om 010190-1234.", version=UNSEEN, by=cast.sekretariat
        )


def test_who_is_heard_and_who_signs_sees_them_first(client, cast, plan, natteliv):
    workflow.write_news_line(plan, natteliv.lineage, LINE, version=UNSEEN, by=cast.sekretariat)
    approval.send_to_consultation(plan, by=cast.sekretariat)
    client.force_login(cast.formand_viborg)
    draft = client.get(reverse("plan-text", args=[plan.pk])).text
    _shown_first(draft)
    assert "1 nyt, 1 ændret, 1 udgår" in bare(draft)
    stages.discuss(cast, stages.fresh(plan))
    round_ = stages.open_round(cast, stages.fresh(plan))
    signature = round_.signatures.get(membership__user=cast.borgmester("Viborg"))
    client.force_login(cast.borgmester("Viborg"))
    _shown_first(client.get(reverse("sign", args=[signature.pk])).text)


def _shown_first(page: str) -> None:
    assert "Nyt siden 2026" in page
    assert LINE in page
    assert page.index(LINE) < page.index("Politiet går runder.")


def test_a_text_that_lies_fast_is_reckoned_once(plan):
    text = make_snapshot(plan)
    first = lines_of_news(plan, text, "a" * 64)
    with CaptureQueriesContext(connection) as asked:
        assert lines_of_news(plan, text, "a" * 64) == first
    assert len(asked) == 0
    assert first.summary == "1 nyt, 1 ændret, 1 udgår"


def test_citizens_read_the_lines_of_the_edition(client, cast, plan, natteliv):
    workflow.write_news_line(plan, natteliv.lineage, LINE, version=UNSEEN, by=cast.sekretariat)
    an_edition(plan)
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.DRAFT)
    workflow.write_news_line(plan, natteliv.lineage, "Ikke ude endnu.", version=1, by=cast.sekretariat)
    page = client.get("/midt-og-vestjylland/2027/aendringer/").text
    assert LINE in page
    assert "Ikke ude endnu" not in page


def test_the_page_costs_the_same_for_one_and_for_three(client, cast, plan, natteliv):
    client.force_login(cast.sekretariat)
    address = reverse("plan-news", args=[plan.pk])

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    questions()
    before = questions()
    for number in range(3):
        section(plan, f"Ny {number}", "<p>Ord.</p>")
        workflow.write_news_line(
            plan, plan.sections.latest("pk").lineage, "Ny.", version=UNSEEN, by=cast.sekretariat
        )
    assert questions() == before


def test_what_moved_is_counted_and_two_are_many(plan, natteliv):
    before = make_snapshot(plan)
    section(plan, "Havnen", "<p>Nyt.</p>")
    section(plan, "Stationen", "<p>Nyt.</p>")
    Section.objects.filter(pk=natteliv.pk).update(position=0)
    comparison = compared(before, make_snapshot(plan))
    assert comparison.summary == "2 nye, 1 flyttet"
    assert [one.kind for one in comparison.sections if one.also_moved] == []
    Section.objects.filter(pk=natteliv.pk).update(body="<p>Andet.</p>")
    comparison = compared(before, make_snapshot(plan))
    assert comparison.summary == "2 nye, 1 ændret"
    assert [one.lineage for one in comparison.sections if one.also_moved] == [str(natteliv.lineage)]
