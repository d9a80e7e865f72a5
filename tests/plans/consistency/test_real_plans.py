"""Two real plans, where a checkout has them beside it: what is found in them, and what is left alone."""

from collections import Counter

import pytest

from councils.models import PoliceDistrict
from plans.consistency.findings import Finding
from plans.consistency.preparing import checked, findings_of
from plans.importing.admission import read_document
from plans.importing.workflow import import_plan
from tests.plans.importing.test_real_documents import PLAN_2014, PLAN_2025

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not PLAN_2025.exists(), reason="../shared/seeds findes ikke ved siden af dette checkud"
    ),
]

# What a reader found in the text, and what the check says of it: its code and what it quotes.
FAULTS_2025 = {
    "Struer is not among the bevillingsnævn": ("municipalities", "Struer"),
    "a word misspelt five times": ("house-words", "kredsdekkende"),
    "»Andel del«": ("house-words", "Andel del"),
    "the district's name without »og«": ("names-of-bodies", "Midt- Vestjyllands politikreds"),
    "the district's name with a small letter": ("names-of-bodies", "Midt- og Vestjyllands politi"),
    "an agreement that has ended in its heading": ("past-years", "2021-2024"),
    "and goes on in its text": (
        "agreement-period",
        "»FLERÅRSAFTALEN 2021-2024« og »til og med 2025«",
    ),
    "FNT is never explained": ("abbreviations", "FNT"),
    "KSP is explained twice": ("abbreviations", "KSP"),
    "SSP+ is never explained": ("abbreviations", "SSP+"),
    "nobody reports on anything": ("reporting", ""),
    "the vice chair is nowhere named": ("vacant-posts", "næstformand"),
    "a website without a link": ("typed-links", "hjemmeside"),
    "a status without a source": ("old-status", "Status september 2024"),
    "eleven areas that are not named": ("stated-numbers", "i alt 11 områder"),
    "§10": ("short-forms", "§10"),
    "mfl.": ("short-forms", "mfl."),
    "an abbreviation's word in two": ("short-forms", "KSP samarbejdet"),
    "an age in two words": ("short-forms", "15-17 årige"),
    "two kinds of quotation marks": ("quotation-marks", "'…' ”…”"),
    "two »emne«": ("number-forms", "to kredsdekkende emne"),
    "a word in two": ("house-words", "kreds niveau"),
    "a letter missing": ("house-words", "bekymringsamtaler"),
    "a letter too many": ("house-words", "udebrede"),
    "what is prevented": ("house-words", "Forebyggelse af radikaliseringsindsatsen"),
    "a topic that the lists call otherwise": ("import-remarks", "Indsats for borgere med psykiske lidelser"),
    "a list of contents from the year before": (
        "import-remarks",
        "SAMARBEJDSPLAN 2024 / 3. PRIORITEREDE INDSATSOMRÅDER 2024 / 6.2 Forebyggelse af "
        "radikaliseringsindsatsen) / 6.8.1 Samarbejde med misbrugsrådgivningen omkring spirituskørsel og "
        "narkokørsel",
    ),
    "sections numbered 1, 2 and 3 within chapter 3": ("import-remarks", "1, 2 og 3"),
    "headings of several levels in one rank": ("import-remarks", "3.1–3 og 6.1–8"),
    "lists of kommuner in an order of their own": (
        "import-remarks",
        "Viborg, Herning, Ikast-Brande, Struer, Thisted, Skive, Morsø, Lemvig, Holstebro, "
        "Ringkøbing-Skjern, Silkeborg",
    ),
    "what is signalled": ("house-words", "signaler om radikaliseringsindsatsen"),
}
# Words that the dictionary lacks: two are slips, for the others there is a list.
UNKNOWN_2025 = {
    *("arrangørmiljøet", "monitoring", "operativgruppen", "operativgrupperne"),
    *("rusmiddelsrådgivningen", "task-forces"),
}
# What a reader of the two noted as duties, where they say nobody or no time; a quarter to report in is one.
DUTIES = {
    2025: {
        "L03": "Lokalrådene skal endvidere",
        "L04": "Herunder skal lokalrådene",
        "L15": "I 2025 vil der blive samlet op",
        "L23": "I lokalråd med ansvar",
        "L26": "Hvis statistikken giver",
        "L28": "Der er dog også adskillige",
        "L29": "Henset til",
        "L30": "Lokalrådene skal dog undersøge",
        "L31": "Det skal ligeledes sikres",
    },
    2014: {
        "S05": "Borgerne skal i højere grad",
        "S11": "Arbejdsgruppens model",
    },
}
RIGHT_2025 = (
    *("fire pejlemærker", "fire områder", "syv boligområder", "elleve kommuner", "alle 11 lokalråd"),
    *("fire medarbejdere", "11 kommuner"),
)
RIGHT_2014 = ("samarbejdsplanen for 2013", "i 2013", "3-årige")


def imported(file, year: int, district: str) -> list[Finding]:
    place = PoliceDistrict.objects.get(slug=district)
    reading = read_document(file.name, file.read_bytes(), district=place, year=year)
    return findings_of(import_plan(reading, district=place, year=year, by=None))


@pytest.fixture(scope="module")
def once() -> dict[int, list[Finding]]:
    """What was found, by the plan's year: a plan is imported for the first test alone."""
    return {}


@pytest.fixture
def found_2025(once) -> list[Finding]:
    if 2025 not in once:
        once[2025] = imported(PLAN_2025, 2025, "midt-og-vestjylland")
    return once[2025]


@pytest.fixture
def found_2014(once) -> list[Finding]:
    if 2014 not in once:
        once[2014] = imported(PLAN_2014, 2014, "midt-og-vestsjaelland")
    return once[2014]


@pytest.mark.parametrize("fault", FAULTS_2025)
def test_2025_a_fault_is_found(found_2025, fault):
    assert FAULTS_2025[fault] in [(one.code, one.quotation) for one in found_2025]


def test_2025_what_is_not_done_by_anybody(found_2025):
    codes = Counter(one.code for one in found_2025)
    assert codes["prevention-answers"] == 1
    [answers] = [one.message for one in found_2025 if one.code == "prevention-answers"]
    assert "Trekanten" not in answers
    assert all(name in answers for name in ("Herning", "Silkeborg", "Thisted", "Viborg"))


@pytest.mark.parametrize("year", DUTIES)
def test_duties_and_no_other_sentence(request, year):
    found = request.getfixturevalue(f"found_{year}")
    told = [said for one in found if one.code == "duties" for said in one.quotation.split(" · ")]
    assert [said for said in told if not said.startswith(tuple(DUTIES[year].values()))] == []
    assert len(told) == len(DUTIES[year])


def test_2025_nothing_else_is_told(found_2025):
    told = {(one.code, one.quotation) for one in found_2025} - set(FAULTS_2025.values())
    assert {code for code, _ in told} == {"prevention-answers", "duties", "spelling"}
    assert {quoted for code, quoted in told if code == "spelling"} == UNKNOWN_2025


@pytest.mark.parametrize("words", RIGHT_2025)
def test_2025_what_is_right_is_left_alone(found_2025, words):
    assert [one for one in found_2025 if words in one.quotation.lower()] == []


@pytest.mark.parametrize("words", RIGHT_2014)
def test_2014_what_is_right_is_left_alone(found_2014, words):
    assert [one for one in found_2014 if words in f"{one.quotation} {one.message}"] == []


def test_2014_what_is_told(found_2014):
    """Ten lokalråd without lists are one thing; nothing is said of years, figures or orders."""
    codes = sorted({one.code for one in found_2014})
    assert codes == [
        *("abbreviations", "duties", "import-remarks", "lists-of-topics", "names-of-bodies", "references"),
        "vacant-posts",
    ]
    assert [one.code for one in found_2014].count("lists-of-topics") == 1
    assert {one.quotation for one in found_2014 if one.code == "abbreviations"} >= {"SSP", "PSP", "SUB"}


def test_two_queries_are_enough(django_assert_num_queries):
    place = PoliceDistrict.objects.get(slug="midt-og-vestjylland")
    reading = read_document(PLAN_2025.name, PLAN_2025.read_bytes(), district=place, year=2025)
    plan = import_plan(reading, district=place, year=2025, by=None)
    with django_assert_num_queries(2):
        checked(plan)
