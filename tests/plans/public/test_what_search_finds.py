"""What citizens ask of a plan, and that nothing which stands in it stays unfound."""

import unicodedata

import pytest
import time_machine
from django.db.models import Q
from django.utils.html import escape

from plans.document.models import Section
from plans.importing.admission import read_document
from plans.importing.workflow import import_plan
from plans.public.searching import finding
from plans.public.searching.asking import asked
from plans.publication.models import Passage
from samarbejde.text.words import folded, words
from tests.making import a_plan, an_edition, section
from tests.plans.public.test_search import found, sections

YEAR = 2025
# The demo's plan, which is written for this portal.
DOCUMENT = "fixtures/demo/samarbejdsplan-2025.md"
QUESTIONS = {
    "Holstebro": "Det gør politi og kommune i Holstebro",
    "Ringkobing": "Det gør politi og kommune i Ringkøbing-Skjern",
    "hvad sker der i Lemvig?": "Det gør politi og kommune i Lemvig",
    "raadgivning": "Offerrådgivning",
    "hvor kan ofre få rådgivning": "Offerrådgivning",
    "rusmidel": "Tilbud ved spirituskørsel og narkokørsel",
    "rusmidler": "Tilbud ved spirituskørsel og narkokørsel",
    "kriminel": "Digital kriminalitet",
    "svindel på telefonen": "Digital kriminalitet",
    "narkotika ved skolen": "Narkotikasalg ved skoler",
    "natteliv": "Vold i nattelivet",
    "hvordan kommer man ud af en bande": "Vejen ud af bander",
    "ungdomskriminalitet": "Ungdomskriminalitetsnævnet",
    "storm og oversvømmelse": "Den lokale beredskabsstab",
    "børn der ikke trives": "Indsats for børn, unge og mistrivsel",
    "psykiatri": "Indsats for psykisk sårbare personer",
    "bevilling": "Bevillingsnævn og arrangementer",
    "radikalisering": "Forebyggelse af radikalisering",
}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{YEAR}-05-01", tick=False):
        yield


@pytest.fixture
def demo_plan(cast, settings):
    content = (settings.BASE_DIR / DOCUMENT).read_bytes()
    reading = read_document(DOCUMENT, content, district=cast.district, year=YEAR)
    return an_edition(import_plan(reading, district=cast.district, year=YEAR, by=None))


def test_eighteen_questions_have_their_answer_first(client, demo_plan):
    first = {question: (sections(found(client, question)) or ["intet"])[0] for question in QUESTIONS}
    wrong = {question: answer for question, answer in first.items() if answer != QUESTIONS[question]}
    assert not wrong


def test_all_that_a_search_for_parts_of_the_text_would_find_is_found(demo_plan):
    """Held against the database's own `LIKE`, with a piece out of each of its words."""
    everywhere = Passage.objects.all()
    pieces = {word[1:-1] for passage in everywhere for word in words(passage.text) if len(word) > 5}
    for piece in sorted(pieces)[::7]:
        stands_in = everywhere.filter(Q(text__icontains=piece) | Q(title__icontains=piece))
        hits = finding.find(piece, finding.in_force()).passages
        assert set(stands_in.values_list("pk", flat=True)) <= set(hits), piece


@pytest.mark.parametrize("few", [40, 1, 0])
def test_two_parts_of_the_text_are_found_together(demo_plan, monkeypatch, few):
    """Whether the index is asked for editions and words, or each section."""
    monkeypatch.setattr(finding, "FEW", few)
    everywhere = Passage.objects.all()
    pieces = sorted({word[1:-1] for passage in everywhere for word in words(passage.text) if len(word) > 5})
    for one, other in zip(pieces[::31], ["en", "ing", "er"] * len(pieces), strict=False):
        stands_in = everywhere
        for piece in (one, other):
            stands_in = stands_in.filter(Q(text__icontains=piece) | Q(title__icontains=piece))
        hits = finding.find(f"{one} {other}", finding.in_force()).passages
        assert set(stands_in.values_list("pk", flat=True)) <= set(hits), (one, other)
        have = [set(passage.words) for passage in everywhere.filter(pk__in=hits)]
        meant = [set(word.found) for word in asked(f"{one} {other}", most=None)]
        assert all(its & found for its in have for found in meant), (one, other)


@pytest.mark.parametrize("query", ["en", "en er"])
def test_years_are_those_in_which_all_words_stand(client, cast, query):
    """Also where more words are meant than are looked for at first."""
    for year, text in ((2024, "Zebraens"), (2025, "Zebraen er her"), (2026, "Kun en her")):
        plan = a_plan(cast.kredsraad(), year)
        more = " ".join(f"a{chr(97 + number % 26)}{number}en" for number in range(60)) if year == 2025 else ""
        section(plan, "Dyr", f"<p>{text} {more}</p>", lineage="8d3b1f0e-0000-4000-8000-000000000002")
        an_edition(plan)
    ways = finding.years(["8d3b1f0e-0000-4000-8000-000000000002"], asked(query), finding.in_force())
    [found_years] = ways.values()
    assert found_years == ([2026, 2025, 2024] if query == "en" else [2026, 2025])


@pytest.mark.parametrize(
    "spelt", ["rådgivning", "RÅDGIVNING", "raadgivning", unicodedata.normalize("NFD", "rådgivning")]
)
def test_one_word_however_it_is_spelt(client, cast, spelt):
    plan = a_plan(cast.kredsraad(), YEAR)
    section(plan, "Hjælp", f"<p>Her er {unicodedata.normalize('NFD', 'Rådgivning')} for alle.</p>")
    an_edition(plan)
    page = found(client, spelt)
    assert "<mark>Rådgivning</mark>" in page
    assert "1 afsnit" in page


def test_a_guess_is_told(client, demo_plan):
    page = found(client, "rusmidel")
    assert "Ingen plan har »rusmidel«. Her er det, der ligner: »rusmiddelcenter«." in page
    assert "<mark>rusmiddelcenter</mark>" in page
    assert "det, der ligner" not in found(client, "rusmiddel")


def test_several_words_stand_in_one_section_in_any_order(client, demo_plan):
    assert sections(found(client, "afpresning opkald")) == ["Digital kriminalitet"]
    assert "Intet fundet" in found(client, "afpresning natteravne")


def test_titles_come_before_text(client, cast):
    plan = a_plan(cast.kredsraad(), YEAR)
    section(plan, "Andet", "<p>Citron hører til her.</p>")
    section(plan, "Limonade", "<p>Se afsnittet om frugt.</p>")
    section(plan, "Frisk citronsaft")
    section(plan, "Citron")
    an_edition(plan)
    assert sections(found(client, "citron")) == ["Citron", "Frisk citronsaft", "Andet"]


def test_a_section_is_one_hit_with_its_years_beside_it(client, cast):
    """The year nearest to today leads; where the words are not in a year's text, there is no way to it."""
    for year, text in ((2022, "Noget andet"), (2024, "Citron"), (2025, "Citron"), (2026, "Citron")):
        plan = a_plan(cast.kredsraad(), year)
        section(plan, "Frugt", f"<p>{text}</p>", lineage="8d3b1f0e-0000-4000-8000-000000000001")
        an_edition(plan)
    page = found(client, "citron")
    anchor = Section.objects.filter(heading="Frugt").first().anchor
    ways = [year for year in range(2020, 2030) if f"/midt-og-vestjylland/{year}/#{anchor}" in page]
    assert sections(page) == ["Frugt"]
    assert ways == [2024, 2025, 2026]
    assert page.index("/2025/#") < page.index("/2026/#") < page.index("/2024/#")


def test_more_than_are_counted(client, cast, edition, monkeypatch):
    monkeypatch.setattr(finding, "MOST_COUNTED", 3)
    page = found(client, "e")
    assert "Mere end 3 afsnit" in page
    assert len(sections(page)) == 3


def test_filters_narrow_the_search(client, cast):
    for district in (cast.district, cast.other_district):
        for year in (2025, 2026):
            plan = a_plan(cast.kredsraad(district), year)
            section(plan, f"Citron i {district.short_name}", "<p>I Herning.</p>" if year == 2025 else "")
            an_edition(plan)
    here, other = cast.district.short_name, cast.other_district.short_name
    assert len(sections(found(client, "citron"))) == 4
    assert sections(found(client, "citron", kreds="fyn")) == [f"Citron i {other}"] * 2
    assert sections(found(client, "citron", aar="2026")) == [f"Citron i {other}", f"Citron i {here}"]
    narrowed = found(client, "citron", kommune="herning")
    assert sections(narrowed) == ["Det gør politi og kommune i Herning", f"Citron i {here}"]
    assert "/midt-og-vestjylland/2025/#" in narrowed
    assert '<option value="herning" selected>Herning</option>' in narrowed
    assert len(sections(found(client, "citron", kreds="findes-ikke", aar="x"))) == 4


def test_filters_stay_from_page_to_page(client, cast):
    plan = a_plan(cast.kredsraad(), YEAR)
    for number in range(21):
        section(plan, f"Citron {number}")
    an_edition(plan)
    page = found(client, "citron", aar=str(YEAR))
    assert escape(f"?q=citron&aar={YEAR}&side=2") in page
    assert sections(found(client, "citron", aar=str(YEAR), side="2"))


def test_danish_letters_are_spelt_out():
    assert [folded(word) for word in ("rådgivning", "ærø", "café", "køge")] == [
        "raadgivning",
        "aeroe",
        "cafe",
        "koege",
    ]
