"""»Nyt siden 2026«: the published plan against the one before it, made once from two editions."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.document.models import Section
from plans.drafting.workflow import carry_forward
from plans.public.changes import make_changes_ready
from samarbejde.site.release import release
from tests.making import a_plan, an_edition, section
from tests.redlines import bare

NEWS = "/midt-og-vestjylland/2027/aendringer/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.PAGES = tmp_path / "sider"
    return settings.PAGES


@pytest.fixture
def following(cast):
    """The plan for 2027, published after that for 2026: one section changed, one new, one gone."""
    earlier = a_plan(cast.kredsraad(), 2026)
    section(earlier, "Natteliv", "<p>Politiet går tur.</p>")
    section(earlier, "Gamle veje", "<p>Udgår.</p>")
    an_edition(earlier)
    plan = carry_forward(earlier, 2027, by=cast.sekretariat)
    Section.objects.filter(plan=plan, heading="Natteliv").update(body="<p>Politiet går runder.</p>")
    section(plan, "Trygge veje", "<p>Nyt.</p>")
    plan.sections.filter(heading="Gamle veje").delete()
    an_edition(plan)
    return plan


def test_a_citizen_reads_what_is_new_and_comes_there_from_the_plan(client, following):
    assert f'href="{NEWS}"' in client.get("/midt-og-vestjylland/2027/").text
    page = bare(client.get(NEWS).text)
    assert "Nyt siden 2026" in page
    assert "Politiet går <del>tur</del><ins> runder</ins>." in page
    counts = "1 nyt, 1 ændret, 1 udgår"
    assert counts in page
    assert page.count('class="changed-section"') == 3


def test_of_a_draft_citizens_see_nothing(client, following):
    Section.objects.filter(plan=following, heading="Natteliv").update(body="<p>Hemmeligt.</p>")
    assert "Hemmeligt" not in client.get(NEWS).text


def test_the_first_plan_has_none(client, following):
    assert client.get("/midt-og-vestjylland/2026/aendringer/").status_code == 404
    assert "aendringer" not in client.get("/midt-og-vestjylland/2026/").text


def test_it_is_made_once_and_then_costs_one_question(client, following, folder, monkeypatch):
    first = client.get(NEWS)
    assert [file.name for file in (folder / release()).iterdir() if "changes" in file.name]
    monkeypatch.setattr("plans.public.changes.compared", None)  # would fail if it were made again
    with CaptureQueriesContext(connection) as captured:
        again = client.get(NEWS)
    assert (len(captured), again.content) == (1, first.content)
    assert client.get(NEWS, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_newer_edition_of_either_plan_is_another_page(client, following):
    first = client.get(NEWS)["ETag"]
    an_edition(following.previous)
    second = client.get(NEWS)["ETag"]
    an_edition(following)
    assert len({first, second, client.get(NEWS)["ETag"]}) == 3


def test_the_worker_makes_it_before_anybody_comes(client, following, monkeypatch):
    assert [make_changes_ready(), make_changes_ready()] == [1, 0]
    monkeypatch.setattr("plans.public.changes.compared", None)  # would fail if it were made again
    assert client.get(NEWS).status_code == 200
