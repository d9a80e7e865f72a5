"""Comments in Word come in on the words that they are on; what has no section is told with its words."""

from copy import deepcopy

import pytest

from plans.approval.frozen import current_text
from plans.returned_drafts import workflow
from plans.returned_drafts.models import ReturnedDraft
from plans.word.redlines import as_redline
from samarbejde.text.rich_text import clean
from samarbejde.transitions import Refused
from tests.making import section
from tests.plans.comments.stages import write
from tests.plans.pictures import making
from tests.plans.returned_drafts import stages
from tests.plans.returned_drafts.word_edits import CLERK, MAYOR, Edited
from tests.plans.word.test_draft import RICH

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(cast):
    return stages.heard(cast)


def test_a_comment_quotes_the_words_that_it_is_on(heard, cast):
    word = heard.in_word()
    word.comment("Kommunerne", "melder tal ind", "Til hvem?", by=CLERK)
    [remark] = heard.returned(word, cast.borgmester("Herning")).remarks.all()
    assert (remark.author, remark.said, remark.exact) == (CLERK, "Til hvem?", "melder tal ind")
    assert (remark.lineage, remark.is_change) == (heard.section.lineage, False)


def test_a_comment_on_new_words_says_them(heard, cast):
    word = heard.in_word()
    word.add_after("Slut", "Et nyt løfte.", by=MAYOR)
    word.comment("Et nyt løfte", "Et nyt løfte.", "Går det an?")
    change, remark = heard.returned(word, cast.borgmester("Herning")).remarks.all()
    assert change.is_change
    assert (remark.said, remark.exact) == ("Om »Et nyt løfte.«: Går det an?", "")


def test_what_stands_before_the_first_heading_has_no_section(heard, cast):
    word = heard.in_word()
    word.replace(heard.plan.title, heard.plan.title, "Plan for os alle")
    [remark] = heard.returned(word, cast.borgmester("Herning")).remarks.all()
    assert (remark.lineage, remark.section_title) == (None, "")
    assert f"»{heard.plan.title}« rettet til »Plan for os alle«" in remark.said
    assert remark.place == "afsnit 1 i filen"


def test_what_a_deleted_section_said_is_told(heard, cast):
    word = heard.in_word()
    word.replace("Kommunerne", "hver måned", "hvert år")
    heard.section.delete()
    [remark] = heard.returned(word, cast.borgmester("Herning")).remarks.all()
    assert remark.lineage is None
    assert "hvert år" in remark.said


def test_comments_that_the_portal_wrote_are_not_new(heard, cast):
    write(heard.section, cast.sekretariat, "Mangler der et tal?")
    page = cast.sekretariat
    word = stages.Edited(stages.with_remarks(heard, page))
    word.replace("Slut", "Slut", "Til sidst")
    [remark] = heard.returned(word, cast.borgmester("Herning")).remarks.all()
    assert remark.is_change


@pytest.mark.parametrize("where", ["a change", "a comment"])
def test_a_personal_number_stops_the_file(heard, cast, where):
    word = heard.in_word()
    if where == "a change":
        word.replace("Slut", "Slut", "Ring til 010190-1236")
    else:
        word.comment("Slut", "Slut", "Det er 010190-1236.")
    with pytest.raises(Refused, match="CPR"):
        heard.returned(word, cast.formand_herning)
    assert not ReturnedDraft.objects.exists()


def test_a_section_that_did_not_come_back_is_told(heard, cast):
    word = heard.in_word()
    for line in ("Kredsrådet mødes fire", "Kredsrådet"):
        paragraph = [one for one in word.document.paragraphs if one.text.startswith(line)][-1]
        paragraph._p.getparent().remove(paragraph._p)
    [remark] = [one for one in heard.returned(word, cast.formand_herning).remarks.all() if not one.is_change]
    assert (remark.section_title, "står ikke i filen" in remark.said) == ("Kredsrådet", True)


def test_the_page_is_told_where_word_has_laid_the_document_out(heard, cast):
    """In the first words of a paragraph that begins a page, and in the middle of one that goes on."""
    word = heard.in_word()
    word.begins_page("Kommunerne")
    word.replace("Politiet", "kommer", "er")
    word.replace("Kommunerne", "tal", "alt", by=CLERK)
    first, second = heard.returned(word, cast.formand_herning).remarks.all()
    assert (first.place, second.place) == ("side 1", "side 2")


def test_a_part_without_a_heading_has_its_text_to_itself(heard, cast):
    part = section(heard.plan, "", kind="part", body="<p>Delen handler om børn.</p>")
    word = heard.in_word()
    word.replace("Delen", "børn", "unge")
    [remark] = heard.returned(word, cast.formand_herning).remarks.all()
    assert (remark.lineage, remark.body) == (part.lineage, "<p>Delen handler om unge.</p>")


def test_a_file_as_it_went_out_says_nothing(heard, cast):
    with pytest.raises(Refused, match="ingen rettelser"):
        heard.returned(heard.in_word(), cast.borgmester("Herning"))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("svar.txt", b"Vi er enige.", workflow.NOT_WORD),
        ("svar.docx", b"PK\x03\x04 og ikke mere", "gået i stykker"),
        ("svar.docm", b"PK\x03\x04", "makroer"),
    ],
)
def test_what_is_no_word_document_is_refused(heard, cast, name, content, reason):
    with pytest.raises(Refused, match=reason):
        workflow.upload_draft(
            heard.consultation,
            stages.body(cast.borgmester("Herning")),
            name,
            content,
            by=cast.borgmester("Herning"),
        )


def test_lists_tables_quotes_and_notes_come_back_as_they_went_out(cast):
    heard = stages.heard(cast, clean(RICH))
    with pytest.raises(Refused, match="ingen rettelser"):
        heard.returned(heard.in_word(), cast.formand_herning)


def test_what_the_portal_says_below_a_picture_is_no_change(cast):
    """It counts the figures."""
    heard = stages.heard(cast)
    picture = making.kept(heard.plan, cast.sekretariat)
    heard.save(making.figure(picture, caption="Kredsen"), cast.sekretariat)
    word = heard.in_word()
    assert word.paragraph("Figur 1") is not None
    with pytest.raises(Refused, match="ingen rettelser"):
        heard.returned(word, cast.formand_herning)


def test_a_redline_of_ours_is_read_as_its_changes(cast):
    heard = stages.heard(cast, clean(RICH))
    before = current_text(heard.plan)
    after = deepcopy(before)
    after["sections"][-1]["body"] = after["sections"][-1]["body"].replace("Citat", "Et andet citat")
    word = Edited(as_redline(before, after, names=("udkastet", "rettet")))
    [remark] = heard.returned(word, cast.formand_herning).remarks.all()
    assert (remark.author, remark.body) == (
        "Fra udkastet til rettet",
        heard.section.body.replace("Citat", "Et andet citat"),
    )
