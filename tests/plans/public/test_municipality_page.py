"""A kommune's page tells what has come of the plan since: at once, and of texts only what was made public."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from councils.minutes.publishing import publish_minutes
from councils.models import PoliceStation, PublishedMinutes
from plans.action_plans import workflow as action_plans
from plans.action_plans.publishing import publish_action_plan
from plans.document.models import MultiYearAgreement, RegisterData
from plans.duties.models import Duty
from plans.follow_up import workflow as follow_up
from tests.councils.meetings import stages as meetings
from tests.councils.minutes import stages as minutes
from tests.making import a_focus_area, a_plan, an_edition, section
from tests.plans.action_plans import stages as acting
from tests.plans.follow_up import stages as duties
from tests.plans.local_decisions import stages as local_stages

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year


@pytest.fixture
def edition(cast):
    return an_edition(a_plan(cast.kredsraad(), YEAR))


def address(cast, place: str = "herning", year: int = YEAR) -> str:
    return reverse("municipality-page", args=[cast.district.slug, year, place])


def shown(client, cast, **where):
    answer = client.get(address(cast, **where))
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def text_of(page, heading: str) -> str:
    """What stands in the section of this heading."""
    [found] = page.xpath(f"//*[@aria-labelledby='{heading}']")
    return " ".join(found.text_content().split())


def test_minutes_that_were_just_published_are_there_at_once(client, cast, edition):
    before = client.get(address(cast))
    assert "Lokalrådet har ikke offentliggjort" in before.text
    published = publish_minutes(minutes.approved(cast), by=cast.formand_herning)
    after = client.get(address(cast), headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    link = reverse("public-minutes", args=[cast.district.slug, published.address])
    assert after.text.count(f'href="{link}"') == 2  # what is new, and what was done
    again = client.get(address(cast), headers={"If-None-Match": after["ETag"]})
    assert again.status_code == 304


def test_nothing_of_a_closed_point_or_of_minutes_that_are_not_public(client, cast, edition):
    meeting = minutes.approved(cast)
    assert "Referat af" not in client.get(address(cast)).text
    publish_minutes(meeting, by=cast.formand_herning)
    page = client.get(address(cast)).text
    assert "Personsag" not in page
    assert "1 punkt<" in page


def test_an_action_plan_is_told_of_once_it_is_public(client, cast):
    plan = acting.publishable(cast)
    assert "andleplan:" not in client.get(address(cast)).text
    publish_action_plan(plan, by=cast.formand_herning)
    page = shown(client, cast)
    assert "Ny handleplan: Trivsel for unge" in text_of(page, "news")
    assert "0 af 1 aktivitet på plads" in text_of(page, "done")
    assert "Se handleplanen" in text_of(page, "topics")
    action_plans.evaluate(plan, acting.EVALUATION, by=cast.formand_herning)
    assert acting.EVALUATION not in text_of(shown(client, cast), "done")
    publish_action_plan(plan, by=cast.formand_herning)
    page = shown(client, cast)
    assert acting.EVALUATION in text_of(page, "done")
    assert "Sådan gik det: Trivsel for unge" in text_of(page, "news")
    assert "andleplan:" not in client.get(address(cast, "viborg")).text


def test_a_topic_of_another_lokalraad_with_the_same_title_is_another(client, cast):
    own = a_focus_area(acting.year_plan(cast), "Uro ved søen", cast.lokalraad("Herning"))
    a_focus_area(acting.year_plan(cast), "Uro ved søen", cast.lokalraad("Viborg"))
    publish_for(cast, own)
    assert "Se handleplanen" in text_of(shown(client, cast), "topics")
    assert "Se handleplanen" not in text_of(shown(client, cast, place="viborg"), "topics")


def test_what_is_written_for_the_next_edition_takes_nothing_from_a_topic(client, cast):
    """Its own topic gets another title and then goes, and so does the section of a shared one."""
    plan = acting.year_plan(cast)
    own = a_focus_area(plan, "Uro ved søen", cast.lokalraad("Herning"))
    shared = plan.focus_areas.get(scope="district")
    for topic in (own, shared):
        publish_for(cast, topic)
    assert text_of(shown(client, cast), "topics").count("Se handleplanen") == 2
    own.own_title = "Ro ved søen"
    own.save()
    part = shared.section
    part.heading = "Unges trivsel"
    part.save()
    assert text_of(shown(client, cast), "topics").count("Se handleplanen") == 2
    a_focus_area(plan, "Uro ved søen", cast.lokalraad("Herning"))
    for row in (own, shared, part):
        row.delete()
    assert text_of(shown(client, cast), "topics").count("Se handleplanen") == 2


def publish_for(cast, topic) -> None:
    """An adopted action plan, in a year whose plan is public."""
    plan = action_plans.make_action_plan(
        cast.lokalraad("Herning"), topic, YEAR, acting.WORDS, by=cast.medlem_herning
    )
    acting.activity(cast, plan)
    action_plans.adopt(plan, by=cast.formand_herning)
    if not topic.plan.editions.exists():
        an_edition(topic.plan)
    publish_action_plan(plan, by=cast.formand_herning)


def test_what_lokalraad_with_an_area_must_do_is_told_where_there_is_one(client, cast):
    plan = a_plan(cast.kredsraad(), YEAR)
    section(plan, "Opgaver", data=RegisterData.DUTIES)
    section(plan, "Områder", data=RegisterData.PREVENTION_AREAS)
    Duty.objects.create(plan=plan, addressee="prevention", wording="Beslut om området.", due_year=YEAR)
    local_stages.area(cast)
    an_edition(plan)
    assert "Beslut om området." in text_of(shown(client, cast), "when")
    assert "Beslut om området." not in client.get(address(cast, "viborg")).text


def test_what_the_lokalraad_decides_is_among_what_is_new(client, cast):
    topic = local_stages.topic(cast)
    local_stages.decided(cast)
    local_stages.changed(cast, topic)
    news = text_of(shown(client, cast), "news")
    assert f"Beslutning om Havrevej: {local_stages.WHAT}" in news
    assert "Ændret emne: Uro ved torvet" in news
    there = client.get(address(cast, "viborg")).text
    assert "Havrevej" not in there
    assert "Ændret emne" not in there


def test_how_far_a_topic_is_is_told_when_the_secretariat_has_seen_it(client, cast):
    plan = duties.published(cast)
    duty = plan.duties.get()
    duty.section = plan.sections.get(heading="Trivsel for unge")
    duty.save()
    answer = follow_up.write_answer(
        duty, cast.lokalraad("Herning"), duties.WORDS, version=0, by=cast.formand_herning
    )
    answer = follow_up.submit_answer(answer, by=cast.formand_herning)
    assert "fortalt" not in client.get(address(cast, year=plan.year)).text
    follow_up.see_answer(answer, seen=1, by=cast.sekretariat)
    page = shown(client, cast, year=plan.year)
    assert "I gang fortalt" in text_of(page, "topics")
    assert "Trivsel for unge: i gang" in text_of(page, "news")


def test_open_meetings_alone_are_told_of(client, cast):
    soon, later = meetings.in_days(1), meetings.in_days(2)
    an_edition(a_plan(cast.kredsraad(), soon.year))
    meetings.hernings(cast, held_on=soon, is_public=True, place="Rådhuset i Herning")
    meetings.hernings(cast, held_on=later, place="Det lukkede lokale")
    page = client.get(address(cast, year=soon.year)).text
    assert "Rådhuset i Herning" in page
    assert "Det lukkede lokale" not in page


def test_leaders_have_their_names_and_members_their_posts(client, cast, edition):
    member, leader = cast.medlem_herning, cast.formand_herning
    post = cast.lokalraad("Herning").memberships.get(user=member)
    post.title = "SSP-konsulent"
    post.save()
    who = text_of(shown(client, cast), "who")
    assert leader.name in who
    assert "SSP-konsulent" in who
    assert member.name not in who
    assert leader.name not in client.get(address(cast, "viborg")).text


def test_the_station_that_covers_the_kommune_is_named(client, cast, edition):
    station = PoliceStation.objects.create(
        district=cast.district, name="Herning Politi", address="Torvet 1", leader="Vicepolitiinspektøren"
    )
    station.municipalities.add(cast.lokalraad("Herning").municipality)
    page = shown(client, cast)
    assert "Herning PolitiTorvet 1Leder: Vicepolitiinspektøren" in text_of(page, "who")
    assert "Torvet 1" not in client.get(address(cast, "viborg")).text


def test_the_agreement_is_told_of_where_the_plan_refers_to_it(client, cast):
    plan = a_plan(cast.kredsraad(), 2026)
    agreed = MultiYearAgreement.objects.create(
        district=cast.district,
        name="Flerårsaftalen",
        from_year=2024,
        to_year=2027,
        marks="Flere sager opklares",
        themes="Tryghed i nattelivet",
    )
    section(plan, "Aftalen", "<p>Vi følger {flerårsaftale}.</p>")
    an_edition(plan, note="")
    agreed.delete()  # what is published stands
    shown = client.get(reverse("municipality-page", args=[cast.district.slug, 2026, "herning"])).text
    box = shown[shown.index('id="agreement"') :]
    box = box[: box.index("</section>")]
    assert all(
        words in box for words in ("Flerårsaftalen", "2024–2027", "Flere sager", "Tryghed i nattelivet")
    )


def test_without_anything_public_each_part_is_one_line_or_left_out(client, cast, edition):
    page = shown(client, cast)
    said = [one.text_content().strip() for one in page.xpath("//main//h2")]
    assert said[:3] == ["Nyt", "Det arbejder lokalrådet med", "Det er gjort"]
    assert "Det sker" not in said
    assert "Forebyggelsesområder" not in said


def test_what_is_new_stands_with_the_newest_first(client, cast):
    early = datetime(YEAR, 1, 2, 12, tzinfo=UTC)
    edition = an_edition(a_plan(cast.kredsraad(), YEAR), published_at=early)
    publish_minutes(minutes.approved(cast), by=cast.formand_herning)
    page = shown(client, cast)
    days = page.xpath("//*[@aria-labelledby='news']//time/@datetime")
    assert days == sorted(days, reverse=True)
    assert len(days) == 2
    assert days[-1] == f"{YEAR}-01-02"
    assert edition.plan.title in text_of(page, "news")


def test_three_of_each_cost_no_more_than_one(client, cast):
    plan = acting.publishable(cast)
    publish_action_plan(plan, by=cast.formand_herning)
    published = publish_minutes(minutes.approved(cast), by=cast.formand_herning)
    one = _queries(client, cast)
    for title in ("Uro ved søen", "Knallerter"):
        topic = a_focus_area(acting.year_plan(cast), title, cast.lokalraad("Herning"))
        made = action_plans.make_action_plan(plan.council, topic, YEAR, acting.WORDS, by=cast.medlem_herning)
        acting.activity(cast, made)
        publish_action_plan(action_plans.adopt(made, by=cast.formand_herning), by=cast.formand_herning)
    for number in (1, 2):
        another_day(published, number)
    an_edition(acting.year_plan(cast))
    assert _queries(client, cast) == one <= 12


def another_day(published: PublishedMinutes, month: int) -> None:
    day = date(YEAR, month, 1)
    meeting = type(published.meeting).objects.create(
        council=published.meeting.council, held_on=day, place="Herning", state="held"
    )
    PublishedMinutes.objects.create(
        meeting=meeting,
        number=1,
        address=f"{day}-lokalraad-herning",
        held_on=day,
        text=published.text,
        content_hash=published.content_hash,
        published_by=published.published_by,
    )


def _queries(client, cast) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address(cast)).status_code == 200
    return len(seen)
