"""What nobody has resolved, and what is to be remembered, stands beside next year's text."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans.comments import workflow
from plans.comments.models import Channel, Comment
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.drafting.workflow import carry_forward, delete_section, save_section
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.comments.stages import QUOTATION, address, nightlife, typed, write
from tests.plans.comments.test_comments import LOST

pytestmark = pytest.mark.django_db


@pytest.fixture
def section(cast):
    return nightlife(cast)


@pytest.fixture
def begun(section, cast):
    return lambda: carry_forward(section.plan, section.plan.year + 1, by=cast.sekretariat)


def test_what_is_unresolved_follows_its_section_and_leads_back(section, begun, cast, as_user):
    asked = write(section, cast.kontaktudvalg, "Hvem går turen?", quotation=QUOTATION)
    secret = write(section, cast.sekretariat, "Spørg juristen.", Channel.INTERNAL)
    workflow.resolve(write(section, cast.sekretariat, "Stavefejl."), by=cast.sekretariat)
    workflow.withdraw(write(section, cast.sekretariat, "Glem det."), by=cast.sekretariat)
    plan = begun()
    kept = {one.carried_from: one for one in plan.comments.all()}
    assert set(kept) == {asked, secret}
    new = kept[asked]
    assert (new.text, new.by, new.at, new.channel) == (asked.text, asked.by, asked.at, asked.channel)
    assert (new.exact, new.prefix, new.lineage) == (asked.exact, asked.prefix, section.lineage)
    page = as_user(cast.sekretariat).get(address(plan.sections.get(lineage=section.lineage))).text
    assert f'href="{reverse("comment", args=[asked.plan_id, asked.pk])}"' in page
    assert LOST not in page
    assert section.plan.comments.count() == 4


def test_who_does_not_read_the_secretariats_own_does_not_next_year_either(section, begun, cast, as_user):
    write(section, cast.sekretariat, "Spørg juristen.", Channel.INTERNAL)
    page = as_user(cast.kontaktudvalg).get(address(begun().sections.get(lineage=section.lineage))).text
    assert "Spørg juristen." not in page


def test_words_that_are_gone_are_said_to_be_gone_next_year(section, begun, cast, as_user):
    write(section, cast.sekretariat, "Hvem går turen?", quotation=QUOTATION)
    new = begun().sections.get(lineage=section.lineage)
    save_section(new, by=cast.sekretariat, version=new.version, heading="Natteliv", body="<p>Nyt.</p>")
    assert LOST in as_user(cast.sekretariat).get(address(new)).text


def test_a_comment_on_a_deleted_section_stays_behind(section, begun, cast):
    write(section, cast.sekretariat, "Hvem går turen?")
    delete_section(section, by=cast.sekretariat)
    assert not begun().comments.exists()


def test_what_is_to_be_remembered_is_carried_though_it_is_resolved(section, begun, cast, as_user):
    client = as_user(cast.sekretariat)
    client.post(address(section), typed(text="Husk tallene.", for_next_year="on"))
    comment = Comment.objects.get()
    assert comment.for_next_year
    workflow.resolve(comment, by=cast.sekretariat)
    new = begun().comments.get()
    assert (new.text, new.resolved_at, new.for_next_year) == ("Husk tallene.", None, False)


def test_it_is_chosen_and_unchosen_afterwards(section, begun, cast, as_user):
    comment = write(section, cast.kontaktudvalg, "Husk tallene.")
    client = as_user(cast.sekretariat)
    mark = reverse("mark-comment", args=[section.plan_id, comment.pk])
    for step, wanted in (("remember", True), ("remember", True), ("forget", False)):
        assert client.post(mark, {"step": step}, follow=True).status_code == 200
        comment.refresh_from_db()
        assert comment.for_next_year is wanted
    told = Event.objects.about(section.plan).filter(verb="comment.remembered", internal=True)
    assert told.count() == 2
    with pytest.raises(Refused, match="den, der skrev"):
        workflow.remember(comment, by=cast.direktoer)
    workflow.resolve(comment, by=cast.sekretariat)
    assert not begun().comments.exists()


def test_next_years_plan_gets_it_at_once_where_it_is_begun(section, begun, cast):
    plan = begun()
    comment = write(section, cast.sekretariat, "Husk tallene.")
    assert not plan.comments.exists()
    for _ in range(2):
        workflow.remember(comment, by=cast.sekretariat)
    assert plan.comments.get().carried_from == comment
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.create(
            plan=plan, lineage=comment.lineage, text="Igen", by=comment.by, carried_from=comment
        )


def test_what_is_written_to_be_remembered_is_there_at_once(section, begun, cast):
    plan = begun()
    told = {"channel": Channel.SHARED, "form_key": uuid4(), "for_next_year": True, "by": cast.sekretariat}
    comment = workflow.comment(section, "Husk tallene.", **told)
    assert plan.comments.get().carried_from == comment
    workflow.comment(section, "Glem dem.", **told | {"form_key": uuid4(), "for_next_year": False})
    assert plan.comments.count() == 1


def test_what_is_not_to_be_remembered_after_all_stays_away(section, begun, cast):
    plan = begun()
    comment = write(section, cast.sekretariat, "Husk tallene.")
    workflow.forget(comment, by=cast.sekretariat)
    assert not plan.comments.exists()


def test_a_plan_that_is_published_gets_nothing_more(section, begun, cast):
    plan = begun()
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.PUBLISHED)
    workflow.remember(write(section, cast.sekretariat, "Husk tallene."), by=cast.sekretariat)
    assert not plan.comments.exists()


def test_what_is_withdrawn_is_withdrawn_in_the_plans_of_the_years_after_too(section, begun, cast, as_user):
    comment = write(section, cast.sekretariat, "Hvem går turen?")
    other = write(section, cast.sekretariat, "Og hvornår?")
    plan = begun()
    later = carry_forward(plan, plan.year + 1, by=cast.sekretariat)
    workflow.answer(plan.comments.get(text=other.text), "I maj.", form_key=uuid4(), by=cast.kontaktudvalg)
    for one in (comment, other):
        workflow.withdraw(one, by=cast.sekretariat)
    for year in (plan, later):
        assert not year.comments.standing().exists()
        page = as_user(cast.sekretariat).get(address(year.sections.get(lineage=section.lineage))).text
        assert "Hvem går turen?" not in page
        assert reverse("comment", args=[comment.plan_id, comment.pk]) not in page
        assert ("I maj." in page) == (year == plan), "what others answered stays"


def test_a_copy_that_is_withdrawn_leaves_last_years_standing(section, begun, cast):
    comment = write(section, cast.sekretariat, "Hvem går turen?")
    workflow.withdraw(begun().comments.get(), by=cast.sekretariat)
    comment.refresh_from_db()
    assert comment.withdrawn_at is None
