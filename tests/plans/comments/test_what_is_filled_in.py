"""Whatever readers see can be commented: lists of the register, topics of the lokalråd, headings."""

import pytest
from django.urls import reverse

from councils.models import Forum
from plans.comments.anchoring import Quotation, found_in
from plans.comments.models import Comment
from plans.comments.wording import Wording
from plans.document.models import RegisterData
from plans.document.states import PlanState
from tests.making import a_focus_area, a_plan, section
from tests.plans.comments.stages import address, typed, write
from tests.plans.comments.test_comments import LOST, questions

pytestmark = pytest.mark.django_db

TEXT = "<p>Torvet skal være trygt i {planens år}.</p>"


@pytest.fixture
def plan(cast):
    plan = a_plan(cast.kredsraad(), state=PlanState.CONSULTATION)
    a_focus_area(plan, "Uro på torvet", cast.lokalraad("Herning"), description=TEXT)
    return plan


@pytest.fixture
def lists(plan):
    return plan.sections.get(data=RegisterData.PRIORITIES)


@pytest.mark.parametrize("exact", ["Uro på torvet", "skal være trygt i 2027", "Lokale indsatsområder"])
def test_a_local_topic_is_commented_where_its_readers_see_it(lists, cast, as_user, exact):
    client = as_user(cast.kontaktudvalg)
    assert "Uro på torvet" in client.get(address(lists)).text
    answer = client.post(address(lists), typed(exact=exact), follow=True)
    assert "Kommentaren er gemt." in answer.text
    assert (Comment.objects.get().exact, Comment.objects.get().lineage) == (exact, lists.lineage)
    [entry] = answer.context["comments"].open
    assert not entry.thread.is_lost


def test_words_of_a_topic_that_is_gone_are_said_to_be_gone(plan, lists, cast, as_user):
    client = as_user(cast.sekretariat)
    client.post(address(lists), typed(exact="skal være trygt"))
    assert LOST not in client.get(address(lists)).text
    plan.focus_areas.filter(own_title="Uro på torvet").update(description="<p>Nyt.</p>")
    assert LOST in client.get(address(lists)).text


def test_the_page_of_a_topic_leads_to_where_it_is_commented(plan, lists, cast, as_user):
    area = plan.focus_areas.get(own_title="Uro på torvet")
    page = as_user(cast.sekretariat).get(reverse("edit-focus-area", args=[plan.pk, area.pk])).text
    assert f'href="{address(lists)}?exact=Uro%20p%C3%A5%20torvet"' in page


def test_every_list_of_the_register_can_be_quoted(plan, cast):
    Forum.objects.create(district=cast.district, code="NFO", name="Natteforum", purpose="Et trygt natteliv")
    forums = section(plan, "Fora", data=RegisterData.FORUMS)
    texts = Wording(plan).texts(forums)
    assert found_in(Quotation("Natteforum Et trygt natteliv"), texts)
    for data in RegisterData.values:
        kept = section(plan, f"Liste {data}", data=data)
        assert any(True for text in Wording(plan).texts(kept) if text), data


def test_the_projects_of_a_topic_can_be_quoted(plan):
    area = plan.focus_areas.get(section__heading="Trivsel for unge")
    area.projects = [{"name": "Tre greb", "parties": "Skolerne", "period": "2027", "link": ""}]
    area.save()
    assert found_in(Quotation("Tre greb, 2027. Parter: Skolerne"), Wording(plan).texts(area.section))


def test_to_quote_what_the_register_fills_in_asks_for_no_more_of_it(plan, lists, cast, as_user):
    client = as_user(cast.sekretariat)
    pages = [address(lists), reverse("edit-section", args=[plan.pk, lists.pk])]
    everywhere = reverse("plan-comments", args=[plan.pk])
    write(lists, cast.sekretariat, "Hele listen")
    before = [questions(client, page) for page in pages]
    client.post(address(lists), typed(exact="Uro på torvet"), follow=True)
    assert [questions(client, page) for page in pages] == before
    cost = questions(client, everywhere)
    assert cost <= 12
    for exact in ("Uro", "trygt", "Herning"):
        client.post(address(lists), typed(exact=exact), follow=True)
    assert [questions(client, page) for page in [*pages, everywhere]] == [*before, cost]
