"""What somebody changed in Word becomes the section as they would have it, and nothing else of it changes."""

import pytest

from plans.drafting.workflow import save_section
from plans.returned_drafts.models import ReturnedRemark
from plans.returned_drafts.reading.findings import UNTRACKED
from tests.plans.returned_drafts import stages
from tests.plans.returned_drafts.stages import BODY, SECOND
from tests.plans.returned_drafts.word_edits import CLERK, MAYOR

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(cast):
    return stages.heard(cast)


@pytest.fixture
def word(heard):
    return heard.in_word()


@pytest.fixture
def read(heard, word, cast):
    """What is found in the document, once it is edited."""

    def found() -> list[ReturnedRemark]:
        return list(heard.returned(word, cast.borgmester("Herning")).remarks.all())

    return found


def only(found: list[ReturnedRemark]) -> str:
    """The one section's text."""
    [remark] = found
    assert (remark.heading, remark.said) == ("Skoler og unge", "")
    return remark.body


def test_a_word_is_put_in_and_another_taken_out(word, read, heard):
    word.replace("Kommunerne", "hver måned", "hvert kvartal")
    [remark] = read()
    assert remark.body == BODY.replace("hver måned", "hvert kvartal")
    assert (remark.author, remark.lineage) == (MAYOR, heard.section.lineage)
    assert remark.base_version == heard.section.version
    assert remark.place.startswith("afsnit ")


def test_what_is_bold_and_what_is_an_entity_stays(word, read):
    word.replace("Politiet", "Politiet", "Politi og SSP")
    assert only(read()) == BODY.replace("Politiet kommer", "Politi og SSP kommer")


def test_bold_words_are_changed_in_bold(word, read):
    word.replace("Politiet", "forår", "år & vinter")
    assert only(read()) == BODY.replace("<strong>forår</strong>", "<strong>år &amp; vinter</strong>")


def test_words_are_added_at_the_end(word, read):
    word.replace("Slut.", "", " Og en ny sætning.")
    assert only(read()) == BODY.replace("Slut.", "Slut. Og en ny sætning.")


def test_a_paragraph_is_added(word, read):
    word.add_after("Kommunerne", "Der er 4 < 5 møder.")
    assert only(read()) == BODY.replace(f"{SECOND}</p>", f"{SECOND}</p><p>Der er 4 &lt; 5 møder.</p>")


def test_a_point_is_added_to_its_list(word, read):
    word.add_after("Ét møde", "To besøg")
    assert only(read()) == BODY.replace("året</li>", "året</li><li>To besøg</li>")


def test_two_paragraphs_are_added_in_their_order(word, read):
    word.add_after("Kommunerne", "Den anden.")
    word.add_after("Kommunerne", "Den første.")
    assert only(read()) == BODY.replace(f"{SECOND}</p>", f"{SECOND}</p><p>Den første.</p><p>Den anden.</p>")


def test_a_paragraph_is_deleted(word, read):
    word.delete("Kommunerne")
    assert only(read()) == BODY.replace(f"<p>{SECOND}</p>", "")


def test_a_point_is_deleted(word, read):
    word.delete("To breve")
    assert only(read()) == BODY.replace("<li>To breve</li>", "")


def test_a_paragraph_is_cut_in_two(word, read):
    word.split("Kommunerne", "hver måned")
    assert only(read()) == BODY.replace("ind hver måned.</p>", "ind</p><p>hver måned.</p>")


def test_two_paragraphs_are_joined(word, read):
    word.join("Politiet")
    assert only(read()) == BODY.replace(f"efterår.</p><p>{SECOND}", f"efterår. {SECOND}")


def test_a_heading_is_changed(word, read):
    word.replace("Skoler", "unge", "børn")
    [remark] = read()
    assert (remark.heading, remark.body) == ("Skoler og børn", BODY)


def test_two_people_have_a_suggestion_each(word, read):
    word.replace("Kommunerne", "hver måned", "hvert år")
    word.replace("Slut", "Slut", "Til sidst", by=CLERK)
    first, second = read()
    assert (first.author, first.body) == (MAYOR, BODY.replace("hver måned", "hvert år"))
    assert (second.author, second.body) == (CLERK, BODY.replace("Slut", "Til sidst"))


def test_one_who_changes_anothers_words_changes_them_alone(word, read):
    """What somebody put in and somebody else took out again is the first one's alone."""
    word.replace("Kommunerne", "hver måned", "hvert år")
    added = word.paragraph("Kommunerne").findall(".//{*}ins/{*}r")[0]
    gone = word._mark("del", CLERK)
    added.addprevious(gone)
    gone.append(added)
    for text in added.findall("{*}t"):
        text.tag = text.tag.replace("}t", "}delText")
    [remark] = read()
    assert (remark.author, remark.body) == (MAYOR, BODY.replace("hver måned", "hvert år"))


def test_what_is_typed_without_tracking_is_found_too(word, read):
    word.type_over("Kommunerne", "hver måned", "hver uge")
    [remark] = read()
    assert (remark.author, remark.body) == (UNTRACKED, BODY.replace("hver måned", "hver uge"))


def test_a_heading_that_is_typed_over_is_found_too(word, read):
    word.type_over("Skoler", "unge", "børn")
    [remark] = read()
    assert (remark.author, remark.heading, remark.body) == (UNTRACKED, "Skoler og børn", BODY)


def test_it_is_written_over_the_version_that_went_out(heard, word, read, cast):
    word.replace("Slut", "Slut", "Til sidst")
    heard.save(BODY.replace("Kommunerne", "Alle kommuner"), cast.sekretariat)
    [remark] = read()
    assert remark.base_version == heard.section.version
    assert remark.body == BODY.replace("Slut", "Til sidst")


@pytest.mark.parametrize("change", ["headings", "both"])
def test_without_bookmarks_it_is_placed_by_its_headings(word, read, change):
    word.replace("Kommunerne", "hver måned", "hvert år")
    if change == "both":
        word.replace("Skoler", "unge", "børn")
    word.without_bookmarks()
    [remark] = read()
    assert remark.body == BODY.replace("hver måned", "hvert år")


class TestWithFields:
    @pytest.fixture
    def heard(self, cast):
        return stages.heard(cast, "<p>Planen for {planens år} gælder alle.</p><p>Slut.</p>")

    def test_a_field_stays_a_field(self, word, read):
        word.replace("Planen for", "alle", "alle kommuner")
        assert only(read()) == "<p>Planen for {planens år} gælder alle kommuner.</p><p>Slut.</p>"

    def test_what_is_changed_in_a_field_is_told_in_words(self, word, read, heard):
        year = str(heard.plan.year)
        word.replace("Planen for", year, "altid")
        [remark] = read()
        assert not remark.is_change
        assert f"»Planen for {year} gælder alle.« rettet til »Planen for altid gælder alle.«" in remark.said
        assert remark.lineage == heard.section.lineage

    def test_so_is_what_reaches_over_one(self, word, read, heard):
        word.replace("Planen for", f"for {heard.plan.year} gælder", "er")
        [remark] = read()
        assert not remark.is_change
        assert "»Planen er alle.«" in remark.said

    def test_a_heading_with_one_is_told_in_words(self, heard, cast):
        now = heard.section
        save_section(
            now, by=cast.sekretariat, version=now.version, heading="Møder i {planens år}", body=now.body
        )
        word = heard.in_word()
        word.replace("Møder i", "Møder", "Samtaler")
        [remark] = heard.returned(word, cast.formand_herning).remarks.all()
        assert not remark.is_change
        assert f"rettet til »Samtaler i {heard.plan.year}«" in remark.said


class TestWithNotes:
    @pytest.fixture
    def heard(self, cast):
        return stages.heard(cast, '<p>Efter loven<span data-footnote="">Se § 113.</span> hvert år.</p>')

    def test_the_note_stays_where_its_sentence_is_changed(self, word, read):
        word.replace("Efter", "hvert år", "hver måned")
        assert only(read()) == '<p>Efter loven<span data-footnote="">Se § 113.</span> hver måned.</p>'
