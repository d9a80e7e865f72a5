"""A section is split in two, and two are joined in one."""

import re

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.document.make_snapshot import make_snapshot
from plans.document.models import Carried, EditMode, RegisterData, Section, SectionKind, WritingStatus
from plans.drafting import workflow
from samarbejde.text.rich_text import plain_text
from samarbejde.transitions import Refused, Stale
from tests.making import a_focus_area, a_plan, section

pytestmark = pytest.mark.django_db

THREE = "<p>Et.</p><ul><li><p>To.</p></li></ul><p>Tre.</p>"


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


@pytest.fixture
def chapter(plan) -> Section:
    """With text, a list, a second text and a section below."""
    found = section(plan, "Natteliv", THREE, kind=SectionKind.CHAPTER, closing="<p>Slut.</p>")
    Section.objects.filter(pk=found.pk).update(data=RegisterData.FORUMS)
    section(plan, "Under", "<p>Nede.</p>", parent=found)
    return Section.objects.get(pk=found.pk)


def read(plan, *headings: str) -> list[str]:
    """Number, heading and words of the plan's end, in reading order."""
    texts = [
        f"{one['title']}: {plain_text(one['body'])} {one['data_kind']} {plain_text(one['closing'])}".split()
        for one in make_snapshot(plan)["sections"]
    ]
    found = [" ".join(words) for words in texts]
    return found[next(n for n, words in enumerate(found) if headings[0] in words) :]


def split(one: Section, by, *, at: int = 1, under: bool = False, version: int | None = None) -> Section:
    version = one.version if version is None else version
    return workflow.split_section(one, at=at, heading="Havnen", under=under, version=version, by=by)


def test_what_stands_after_goes_along(cast, plan, chapter):
    new = split(chapter, cast.sekretariat)
    assert read(plan, "Natteliv") == [
        "4. Natteliv: Et.",
        "5. Havnen: To. Tre. forums Slut.",
        "5.1 Under: Nede.",
    ]
    assert new.kind == SectionKind.CHAPTER
    assert chapter.history.first().history_change_reason == "Delt: »Havnen« er sit eget afsnit"


def test_who_writes_it_and_how_far_it_is_are_the_new_ones_too(cast, plan, chapter):
    was = {
        "owner": cast.sekretariat,
        "status": WritingStatus.WRITING,
        "carried": Carried.KEPT,
        "unread": True,
    }
    Section.objects.filter(pk=chapter.pk).update(**was)
    new = split(Section.objects.get(pk=chapter.pk), cast.sekretariat)
    new.refresh_from_db()
    assert {name: getattr(new, name) for name in was} == was


def test_after_a_foreword_comes_a_chapter(cast, plan):
    foreword = plan.sections.get(heading="Forord")
    Section.objects.filter(pk=foreword.pk).update(body=THREE)
    assert split(foreword, cast.sekretariat).kind == SectionKind.CHAPTER


def test_the_histories_say_what_became_of_the_words(cast, plan, chapter):
    below, long = chapter.children.get(), "Ø" * 200
    new = workflow.split_section(
        chapter, at=1, heading=long, under=False, version=chapter.version, by=cast.sekretariat
    )
    workflow.join_section(new, version=new.version, by=cast.sekretariat)

    def told(row: Section) -> list[str]:
        rows = Section.history.filter(id=row.pk, history_user=cast.sekretariat).order_by("history_id")
        return [record.history_change_reason for record in rows if record.history_change_reason]

    assert told(chapter) == [f"Delt: »{long}"[:100], f"Samlet med »{long}"[:100]]
    assert told(new) == ["Delt fra »Natteliv«", "Samlet med »Natteliv«"]
    assert told(below) == ["Flyttet", "Flyttet"]


def test_a_part_without_a_heading_leaves_none_behind(cast, plan, chapter):
    part = section(plan, "", "<p>Sidst.</p>", kind=SectionKind.PART)
    whole = workflow.join_section(part, version=part.version, by=cast.sekretariat)
    assert whole.body == "<p>Nede.</p><p>Sidst.</p>"


def test_a_section_of_its_own_below(cast, plan, chapter):
    split(chapter, cast.sekretariat, at=2, under=True)
    assert read(plan, "Natteliv") == [
        "4. Natteliv: Et. To.",
        "4.1 Havnen: Tre. forums Slut.",
        "4.2 Under: Nede.",
    ]


def test_joined_again_it_reads_as_before_but_for_the_heading_in_bold(cast, plan, chapter):
    new = split(chapter, cast.sekretariat)
    whole = workflow.join_section(new, version=new.version, by=cast.sekretariat)
    assert whole == chapter
    assert read(plan, "Natteliv") == ["4. Natteliv: Et. Havnen To. Tre. forums Slut.", "4.1 Under: Nede."]
    assert "<p><strong>Havnen</strong></p>" in whole.body
    assert not Section.objects.filter(pk=new.pk).exists()


def test_the_first_below_is_joined_with_what_it_stands_under(cast, plan, chapter):
    below = chapter.children.get()
    section(plan, "Dybt", "<p>Dybest.</p>", parent=below)
    section(plan, "Nabo", "<p>Ved siden af.</p>", parent=chapter)
    workflow.join_section(below, version=below.version, by=cast.sekretariat)
    assert read(plan, "Natteliv") == [
        "4. Natteliv: Et. To. Tre. forums Slut. Under Nede.",
        "4.1 Dybt: Dybest.",
        "4.2 Nabo: Ved siden af.",
    ]


def test_a_chapter_is_joined_with_the_last_below_the_one_before(cast, plan, chapter):
    after = section(plan, "Efter", "<p>Sidst.</p>", kind=SectionKind.CHAPTER)
    workflow.join_section(after, version=after.version, by=cast.sekretariat)
    assert read(plan, "Natteliv")[1:] == ["4.1 Under: Nede. Efter Sidst."]


def test_what_nobody_has_read_is_unread_when_it_is_joined(cast, plan, chapter):
    below = chapter.children.get()
    Section.objects.filter(pk=below.pk).update(carried=Carried.KEPT, unread=True)
    whole = workflow.join_section(below, version=below.version, by=cast.sekretariat)
    assert (whole.unread, whole.carried) == (True, Carried.KEPT)


def test_duties_follow_the_words(cast, plan, chapter):
    below = chapter.children.get()
    duty = plan.duties.create(wording="Meld tilbage.", section=below)
    workflow.join_section(below, version=below.version, by=cast.sekretariat)
    duty.refresh_from_db()
    assert duty.section == chapter
    assert duty.history.first().history_user == cast.sekretariat


def test_why_not(cast, plan, chapter):
    by = cast.sekretariat
    for at in (0, 3, -1):
        with pytest.raises(Refused, match="Vælg, hvor det nye afsnit begynder"):
            split(chapter, by, at=at)
    with pytest.raises(Stale):
        split(chapter, by, version=chapter.version + 1)
    first = plan.sections.get(heading="Forord")
    with pytest.raises(Refused, match="planens første afsnit"):
        workflow.join_section(first, version=first.version, by=by)
    topic = section(plan, "Emnet", "<p>Om det.</p>", kind=SectionKind.CHAPTER)
    a_focus_area(plan, "Emnet", section=topic)
    with pytest.raises(Refused, match="teksten til et emne"):
        workflow.join_section(topic, version=topic.version, by=by)
    below = chapter.children.get()
    Section.objects.filter(pk=below.pk).update(data=RegisterData.FIGURES)
    with pytest.raises(Refused, match="oplysninger fra registret"):
        workflow.join_section(below, version=below.version, by=by)
    Section.objects.filter(pk=chapter.pk).update(mode=EditMode.LOCKED)
    with pytest.raises(Refused, match="kan ikke deles"):
        split(chapter, by)
    with pytest.raises(Refused, match="kan ikke samles"):
        workflow.join_section(below, version=below.version, by=by)


WORDS = st.lists(
    st.sampled_from(["<p>Et.</p>", "<p>To.</p>", "<ul><li>Tre.</li></ul>"]), min_size=2, max_size=6
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.data())
def test_no_word_is_lost_wherever_it_is_split(cast, plan, blocks, data):
    one = section(plan, "Natteliv", "".join(blocks), kind=SectionKind.CHAPTER)
    at, under = data.draw(st.integers(1, len(blocks) - 1)), data.draw(st.booleans())
    new = split(one, cast.sekretariat, at=at, under=under)
    one.refresh_from_db()
    assert one.body + new.body == "".join(blocks)
    whole = workflow.join_section(new, version=new.version, by=cast.sekretariat)
    assert whole.body == one.body + "<p><strong>Havnen</strong></p>" + new.body
    workflow.delete_section(whole, by=cast.sekretariat)


def test_the_pages_keep_what_was_typed(client, cast, plan, chapter):
    client.force_login(cast.sekretariat)
    address = reverse("split-section", args=[plan.pk, chapter.pk])
    typed = {"at": 1, "heading": "", "where": "efter", "version": chapter.version}
    answer = client.post(address, typed)
    assert answer.status_code == 422
    assert "Skriv en overskrift til det nye afsnit." in answer.text
    assert re.search(r'name="at"[^>]*value="1"[^>]*checked', answer.text)
    assert client.post(address, typed | {"heading": "Havnen"}).status_code == 302
    new = plan.sections.get(heading="Havnen")
    page = client.get(reverse("join-section", args=[plan.pk, new.pk])).text
    assert "sidst i »4. Natteliv«" in page
    assert "en linje med fed skrift" in page


def test_one_paragraph_cannot_be_split(client, cast, plan):
    one = section(plan, "Kort", "<p>Et.</p>", kind=SectionKind.CHAPTER)
    client.force_login(cast.sekretariat)
    assert "Der er ikke noget at dele" in client.get(reverse("split-section", args=[plan.pk, one.pk])).text


@pytest.mark.parametrize("step", ["split-section", "join-section"])
def test_whoever_was_overtaken_sees_todays_text_and_goes_on(client, cast, plan, chapter, step):
    client.force_login(cast.sekretariat)
    address = reverse(step, args=[plan.pk, chapter.pk])
    typed = {"at": 1, "heading": "Havnen", "where": "efter", "version": chapter.version}
    Section.objects.filter(pk=chapter.pk).update(version=chapter.version + 1)
    answer = client.post(address, typed)
    assert answer.status_code == 409
    [shown] = re.findall(r'name="version" value="(\d+)"', answer.text)
    assert shown == str(chapter.version + 1)
    assert client.post(address, typed | {"version": shown}).status_code == 302
