"""Versions of the whole plan: kept at each step and by hand, and two of them compared."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.approval import workflow as approval
from plans.document.compared import compared
from plans.document.models import FrozenText, KeptVersion, Step
from plans.drafting.workflow import carry_forward
from plans.versions import workflow
from plans.versions.reading import text_of, versions
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.making import a_plan, an_edition, section
from tests.plans.approval import stages
from tests.plans.publication import stages as publishing
from tests.redlines import bare

pytestmark = pytest.mark.django_db

NAME = "Til mødet 3. november"


@pytest.fixture
def plan(cast):
    found = a_plan(cast.kredsraad())
    section(found, "Natteliv", "<p>Politiet går tur i nattelivet.</p>")
    return found


def at(name: str, plan, **asked: str) -> str:
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return reverse(name, args=[plan.pk]) + (f"?{query}" if query else "")


def names(plan) -> list[str]:
    return list(plan.kept_versions.order_by("pk").values_list("name", flat=True))


def key(name: str) -> str:
    return f"version-{KeptVersion.objects.get(name=name).pk}"


def test_every_step_of_the_year_keeps_the_plan(cast, plan):
    approval.send_to_consultation(plan, by=cast.sekretariat)
    stages.discuss(cast, stages.fresh(plan), with_corrections=True)
    plan.sections.filter(heading="Natteliv").update(body="<p>Rettet.</p>")
    approval.end_corrections(stages.fresh(plan), by=cast.sekretariat)
    stages.open_round(cast, stages.fresh(plan))
    stages.sign_all(stages.fresh(plan))
    stages.reopen(cast, stages.fresh(plan))
    steps = [Step.CONSULTATION, Step.DISCUSSED, Step.CORRECTED, Step.TO_BE_SIGNED, Step.SIGNED]
    assert names(plan) == [*steps, Step.TAKEN_BACK]
    kept = {one.name: one for one in plan.kept_versions.select_related("text")}
    assert kept[Step.CORRECTED].text == approval_text(plan)
    assert kept[Step.TO_BE_SIGNED].text == kept[Step.SIGNED].text
    bodies = {name: natteliv(one) for name, one in kept.items()}
    assert bodies[Step.DISCUSSED] == "<p>Politiet går tur i nattelivet.</p>"
    assert bodies[Step.CORRECTED] == bodies[Step.TAKEN_BACK] == "<p>Rettet.</p>"


def approval_text(plan) -> FrozenText:
    return plan.discussions.latest("pk").corrections.made.text


def natteliv(kept) -> str:
    [body] = [one["body"] for one in kept.text.snapshot["sections"] if one["heading"] == "Natteliv"]
    return body


def test_a_step_that_is_refused_keeps_nothing(cast, plan):
    with pytest.raises(Refused):
        stages.reopen(cast, plan)  # it is a draft
    assert names(plan) == []


def test_the_secretariat_keeps_one_by_name(cast, plan, as_user):
    answer = as_user(cast.sekretariat).post(at("plan-versions", plan), {"name": NAME}, follow=True)
    assert f"Planen er gemt som »{NAME}«." in answer.text.replace("\xa0", " ")
    [kept] = plan.kept_versions.all()
    assert (kept.name, kept.kept_by, natteliv(kept)) == (
        NAME,
        cast.sekretariat,
        "<p>Politiet går tur i nattelivet.</p>",
    )
    assert Event.objects.about(plan).get(verb="plan.kept").text == f"Planen blev gemt som versionen »{NAME}«"


def test_the_list_says_who_made_a_version_where_somebody_did(cast, plan, as_user):
    workflow.keep(plan, NAME, by=cast.sekretariat)
    edition = an_edition(plan)
    answer = as_user(cast.sekretariat).get(at("plan-versions", plan))
    made_by = {one.name: one.who for one in answer.context["versions"]}
    assert made_by == {NAME: cast.sekretariat.name, f"{edition.number}. udgave": ""}
    assert f" · {cast.sekretariat.name}</span>" in answer.text


def test_a_way_to_what_is_new_only_since_an_earlier_plan(cast, plan, as_user):
    workflow.keep(plan, NAME, by=cast.sekretariat)
    following = carry_forward(plan, 2028, by=cast.sekretariat)
    client = as_user(cast.sekretariat)

    def has_way(of) -> bool:
        return reverse("plan-news", args=[of.pk]) in client.get(at("plan-versions", of)).text

    assert not has_way(following)  # of the plan before it there is a version, but no edition
    an_edition(plan)
    assert has_way(following)
    assert not has_way(plan)


def test_the_same_words_are_stored_once(cast, plan):
    for name in ("A", "B"):
        workflow.keep(plan, name, by=cast.sekretariat)
    assert KeptVersion.objects.count() == 2
    assert FrozenText.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (NAME, "der hedder"),
        (Step.SIGNED, "der hedder"),
        ("010180-1234", "cpr"),
        ("", "navn"),
    ],
)
def test_a_name_that_will_not_do_comes_back_and_keeps_nothing(cast, plan, as_user, name, why):
    workflow.keep(plan, NAME, by=cast.sekretariat)
    answer = as_user(cast.sekretariat).post(at("plan-versions", plan), {"name": name})
    assert answer.status_code in (409, 422)
    assert why in answer.text.lower()
    assert answer.context["form"]["name"].value() == name
    assert names(plan) == [NAME]


def test_the_database_lets_no_version_change_or_go_nameless(plan, cast):
    kept = workflow.keep(plan, NAME, by=cast.sekretariat)
    for change in (
        lambda: KeptVersion.objects.filter(pk=kept.pk).update(name="X"),
        kept.delete,
        lambda: KeptVersion.objects.create(plan=plan, name="", text=kept.text),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_two_versions_are_compared_section_by_section(cast, plan, as_user):
    workflow.keep(plan, NAME, by=cast.sekretariat)
    plan.sections.filter(heading="Natteliv").update(body="<p>Politiet går runder i nattelivet.</p>")
    section(plan, "Trygge veje", "<p>Nyt.</p>")
    plan.sections.filter(heading="Beredskab").delete()
    page = bare(as_user(cast.medlem_herning).get(at("compare-versions", plan, fra=key(NAME))).text)
    assert "Politiet går <del>tur</del> <ins>runder</ins> i nattelivet." in page
    counts = "1 nyt, 1 ændret, 1 udgår"
    assert counts in page
    natteliv = plan.sections.get(heading="Natteliv")
    assert f'href="#aendring-{natteliv.anchor}"' in page
    assert f'id="aendring-{natteliv.anchor}"' in page
    assert page.count('class="changed-section"') == 3


def test_the_same_version_twice_has_no_difference(cast, plan, as_user):
    workflow.keep(plan, NAME, by=cast.sekretariat)
    page = as_user(cast.sekretariat).get(at("compare-versions", plan, fra=key(NAME), til=key(NAME))).text
    assert "Ingen forskel" in page


def test_a_version_of_another_plan_cannot_be_asked_for(cast, plan, as_user):
    other = a_plan(cast.kredsraad(), 2030)
    kept = workflow.keep(other, "Hemmelig", by=cast.sekretariat)
    answer = as_user(cast.sekretariat).get(at("compare-versions", plan, fra=f"version-{kept.pk}"))
    assert "Versionen findes ikke." in answer.text
    assert "comparison" not in answer.context


def test_last_years_edition_is_what_one_first_compares_with(cast, as_user):
    edition = publishing.published(cast, stages.signed(cast))
    following = carry_forward(edition.plan, 2028, by=cast.sekretariat)
    following.sections.filter(heading="Beredskab").update(body="<p>Nye ord.</p>")
    answer = as_user(cast.sekretariat).get(at("compare-versions", following))
    assert (answer.context["older"].key, answer.context["newer"].key) == (
        f"udgave-{edition.pk}",
        f"nu-{following.pk}",
    )
    [changed] = [one for one in answer.context["comparison"].sections if "Beredskab" in one.title]
    assert changed.kind == "ændret"
    assert "<ins>Nye ord</ins>" in bare(answer.text).replace(".</ins>", "</ins>")


def test_three_versions_cost_no_more_questions_than_one(cast, plan, as_user):
    client = as_user(cast.sekretariat)
    workflow.keep(plan, "1", by=cast.sekretariat)
    pages = [at("plan-versions", plan), at("compare-versions", plan, fra=key("1"))]
    costs = [_questions(client, page) for page in pages]
    for name in ("2", "3"):
        section(plan, f"Afsnit {name}", "<p>Nyt.</p>")
        workflow.keep(plan, name, by=cast.sekretariat)
    assert [_questions(client, page) for page in pages] == costs


def _questions(client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


def test_two_kept_texts_are_read_with_two_questions(cast, plan, django_assert_num_queries):
    workflow.keep(plan, "1", by=cast.sekretariat)
    section(plan, "Nyt", "<p>Nyt.</p>")
    workflow.keep(plan, "2", by=cast.sekretariat)
    _, newer, older = versions(plan)
    with django_assert_num_queries(2):
        assert compared(text_of(older), text_of(newer)).summary == "1 nyt"
