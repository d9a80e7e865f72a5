"""A field goes on naming what it names when that is called something else; what cannot follow is said."""

import pytest
from django.urls import reverse

from plans.document.fields import Fields
from plans.document.models import EditMode, Plan, SectionKind
from plans.document.states import PlanState
from plans.drafting.workflow import carry_forward, edit_focus_area, save_section
from plans.drafting.workflow.following import REASON, Followed
from samarbejde.events.models import Event
from tests.making import a_focus_area, a_plan, section
from tests.plans.facts.stages import a_figure, a_law

pytestmark = pytest.mark.django_db

BODY = "<p>Se <strong>{afsnit:</strong> natteliv}, {afsnit: Beredskab} og {planens år}.</p>"


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


@pytest.fixture
def nightlife(plan):
    return section(plan, "Natteliv", "<p>Vi går tur.</p>")


@pytest.fixture
def renamed(cast):
    def rename(row, heading="Aftenliv", **more) -> Followed:
        told: list[Followed] = []
        texts = {"heading": heading, "body": row.body} | more
        save_section(row, by=cast.sekretariat, version=row.version, tell=told.append, **texts)
        return sum(told, Followed())

    return rename


def test_references_follow_a_heading_as_a_version_of_their_own(plan, nightlife, renamed, cast):
    other = section(plan, "Fora", BODY, closing="<p>{afsnit: Natteliv}</p>")
    mine = a_focus_area(plan, "Torvet", cast.lokalraad("Herning"), description="<p>{afsnit: Natteliv}</p>")
    assert renamed(nightlife).count == 3
    other.refresh_from_db()
    assert other.body == (
        "<p>Se <strong>{afsnit: Aftenliv}</strong>, {afsnit: Beredskab} og {planens år}.</p>"
    )
    assert (other.closing, other.version) == ("<p>{afsnit: Aftenliv}</p>", 2)
    newest = other.history.first()
    assert (newest.history_change_reason, newest.history_user) == (REASON, cast.sekretariat)
    mine.refresh_from_db()
    assert (mine.description, mine.version) == ("<p>{afsnit: Aftenliv}</p>", 2)
    told = Event.objects.about(plan).get(verb="text.followed")
    assert (told.text, told.internal) == ("3 henvisninger er rettet. Nu: »afsnit: Aftenliv«", True)


def test_a_reference_in_a_heading_follows_too(plan, nightlife, renamed):
    other = section(plan, "Mere om {afsnit: Natteliv}")
    assert renamed(nightlife) == Followed(1)
    other.refresh_from_db()
    assert other.heading == "Mere om {afsnit: Aftenliv}"


def test_a_heading_that_would_be_too_long_keeps_the_old_name_and_is_told_of(plan, nightlife, renamed):
    other = section(plan, f"{'Om ' * 90}{{afsnit: Natteliv}}")
    told = renamed(nightlife, "Aftenliv og natteliv på torvet")
    assert (told.count, len(told.left)) == (0, 1)
    other.refresh_from_db()
    assert other.heading.endswith("{afsnit: Natteliv}")


def test_the_page_says_how_many_were_put_right(plan, nightlife, cast, as_user):
    section(plan, "Fora", "<p>{afsnit: Natteliv}</p>")
    typed = {"heading": "Aftenliv", "body": "<p>Vi går tur.</p>", "version": 1, "kind": nightlife.kind}
    client = as_user(cast.sekretariat)
    page = client.post(reverse("edit-section", args=[plan.pk, nightlife.pk]), typed, follow=True).text
    assert "Én henvisning er rettet." in page


def test_a_section_that_refers_to_itself_has_one_version_on_the_screen(plan, nightlife, renamed, cast):
    told: list[Followed] = []
    saved = save_section(
        nightlife,
        by=cast.sekretariat,
        version=1,
        heading="Aftenliv",
        body="<p>{afsnit: Natteliv}</p>",
        tell=told.append,
    )
    assert told[0].count == 1
    nightlife.refresh_from_db()
    assert (saved.version, saved.body) == (nightlife.version, "<p>{afsnit: Aftenliv}</p>")


def test_a_topic_with_a_section_is_followed_too(plan, cast):
    other = section(plan, "Fora", "<p>{afsnit: Trivsel for unge}</p>")
    area = plan.focus_areas.get()
    edit_focus_area(area, title="Unge i trivsel", text="", version=area.section.version, by=cast.sekretariat)
    other.refresh_from_db()
    assert other.body == "<p>{afsnit: Unge i trivsel}</p>"


def test_a_locked_section_stays_and_is_named(plan, nightlife, renamed):
    locked = section(plan, "Fora", BODY, mode=EditMode.LOCKED)
    section(plan, "Tal", "<p>{afsnit: Natteliv}</p>", mode=EditMode.FACTS)
    followed = renamed(nightlife)
    assert (followed.count, followed.left) == (1, ("»Fora« (låst)",))
    assert followed.undone == "Det gamle navn står stadig i »Fora« (låst). Ret det selv."
    locked.refresh_from_db()
    assert (locked.body, locked.version) == (BODY, 1)
    assert Fields(plan).value("afsnit: natteliv") is None


def test_what_stands_twice_is_not_followed(plan, nightlife, renamed):
    other = section(plan, "Fora", "<p>{afsnit: Natteliv}</p>")
    followed = renamed(nightlife, "Beredskab")
    assert (followed.count, followed.left) == (0, ("»Fora«",))
    nightlife.refresh_from_db()
    section(plan, "beredskab")
    assert renamed(nightlife, "Natteliv") == Followed()
    other.refresh_from_db()
    assert other.version == 1


def test_a_part_whose_heading_is_cleared_leaves_its_references_as_they_are(plan, renamed):
    part = section(plan, "Natteliv", kind=SectionKind.PART)
    other = section(plan, "Fora", "<p>{afsnit: Natteliv}</p>")
    plan.sections.filter(heading="").update(heading="Første del")
    followed = renamed(part, "")
    assert (followed.count, followed.left) == (0, ("»Fora«",))
    other.refresh_from_db()
    assert (other.body, other.version) == ("<p>{afsnit: Natteliv}</p>", 1)


@pytest.mark.parametrize("heading", ["natteliv", "NATTELIV"])
def test_a_heading_in_other_letters_is_the_same_name(plan, nightlife, renamed, heading):
    section(plan, "Fora", BODY)
    assert renamed(nightlife, heading) == Followed()


def test_a_heading_with_signs_of_its_own_is_followed_in_two_braces(plan, nightlife, renamed):
    other = section(plan, "Fora", "<p>Se {afsnit: Natteliv}.</p>")
    assert renamed(nightlife, "Byen; om natten").count == 1
    other.refresh_from_db()
    assert other.body == "<p>Se {{afsnit: Byen; om natten}}.</p>"
    assert "{" not in Fields(plan).text(other.body)


def test_a_heading_that_no_field_can_name_is_not_followed(plan, nightlife, renamed):
    section(plan, "Fora", BODY)
    assert renamed(nightlife, "Natteliv i {planens år}").left == ("»Fora«",)


def test_next_years_references_follow_the_year_in_a_heading(plan, cast):
    section(plan, "Status 2027", "")
    section(plan, "Fora", "<p>{afsnit: Status 2027}</p>")
    new = carry_forward(plan, 2028, by=cast.sekretariat)
    assert new.sections.get(heading="Fora").body == "<p>{afsnit: Status 2028}</p>"


def test_a_law_and_a_figure_are_followed_in_the_plans_that_are_open(plan, cast, as_user):
    law, figure = a_law(cast, paragraph="§ 113"), a_figure(cast, year=plan.year)
    text = "<p>{lov: retsplejeloven § 113} og {tal: Beredskab, Øvelser}</p>"
    other = section(plan, "Fora", text)
    fast = section(a_plan(cast.kredsraad(), 2028, state=PlanState.SIGNING), "Love", text)
    Plan.objects.filter(pk=fast.plan_id).update(state=PlanState.SIGNING)
    client = as_user(cast.sekretariat)
    page = client.post(*law.sent(paragraph="§ 113 a"), follow=True).text
    assert "Én henvisning er rettet." in page
    assert "»Love« i Samarbejdsplan 2028 (ligger fast)" in page
    page = client.post(*figure.sent(row="Store øvelser"), follow=True).text
    assert "Én henvisning er rettet." in page
    other.refresh_from_db()
    assert other.body == "<p>{lov: retsplejeloven § 113 a} og {tal: Beredskab, Store øvelser}</p>"
    assert other.version == 3
    fast.refresh_from_db()
    assert (fast.body, fast.version) == (text, 1)
    published = section(a_plan(cast.kredsraad(), 2029), "Love", text)
    Plan.objects.filter(pk=published.plan_id).update(state=PlanState.PUBLISHED)
    assert "2029" not in client.post(*law.sent(paragraph="§ 114"), follow=True).text


def test_a_figure_is_followed_when_only_another_is_renamed(plan, cast, as_user):
    """With a unit in its name while two have the same."""
    figure, twin = a_figure(cast, year=plan.year), a_figure(cast, year=plan.year, unit="timer")
    other = section(plan, "Fora", "<p>{tal: Beredskab, Øvelser (øvelser)}</p>")
    as_user(cast.sekretariat).post(*twin.sent(row="Vagter"))
    other.refresh_from_db()
    assert other.body == "<p>{tal: Beredskab, Øvelser}</p>"
    assert Fields(plan).value("tal: beredskab, øvelser").words == "7 øvelser"
    assert figure.fact.version == 1
