"""Two real plans, where a checkout has them beside it: what is found in them, and what is left alone."""

import pytest

from councils.models import PoliceDistrict
from plans.consistency.findings import Finding
from plans.consistency.preparing import checked, findings_of
from plans.importing.belonging import read_document
from plans.importing.workflow import import_plan
from tests.plans.importing.test_real_documents import PLAN_2014, PLAN_2025

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not PLAN_2025.exists(), reason="../shared/seeds findes ikke ved siden af dette checkud"
    ),
]

FAULTS_2025 = {
    ("past-years", "2021-2024"),
    ("municipalities", "Struer"),
    ("names-of-bodies", "Midt- Vestjyllands politikreds"),
    ("names-of-bodies", "Midt- og Vestjyllands politi"),
    ("stated-numbers", "i alt 11 områder"),
    ("typed-links", "hjemmeside"),
    ("reporting", ""),
    ("abbreviations", "FNT"),
    ("abbreviations", "KSP"),
    ("abbreviations", "SSP+"),
    ("short-forms", "§10"),
    ("short-forms", "mfl."),
    ("quotation-marks", "'…' ”…”"),
    ("old-status", "Status september 2024"),
    ("agreement-period", "»FLERÅRSAFTALEN 2021-2024« og »til og med 2025«"),
    ("vacant-posts", "næstformand"),
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


@pytest.fixture
def found_2025() -> list[Finding]:
    return imported(PLAN_2025, 2025, "midt-og-vestjylland")


@pytest.fixture
def found_2014() -> list[Finding]:
    return imported(PLAN_2014, 2014, "midt-og-vestsjaelland")


def test_2025_faults_are_found(found_2025):
    assert {(one.code, one.quotation) for one in found_2025} >= FAULTS_2025
    codes = [one.code for one in found_2025]
    assert codes.count("prevention-answers") == 1
    assert codes.count("duties") == 5


def test_2025_nothing_else_is_told(found_2025):
    told = {(one.code, one.quotation) for one in found_2025} - FAULTS_2025
    assert {code for code, _ in told} == {"prevention-answers", "duties"}


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
        *("abbreviations", "duties", "lists-of-topics", "names-of-bodies", "references", "vacant-posts"),
    ]
    assert [one.code for one in found_2014].count("lists-of-topics") == 1
    assert {one.quotation for one in found_2014 if one.code == "abbreviations"} >= {"SSP", "PSP", "SUB"}


def test_two_queries_are_enough(django_assert_num_queries):
    place = PoliceDistrict.objects.get(slug="midt-og-vestjylland")
    reading = read_document(PLAN_2025.name, PLAN_2025.read_bytes(), district=place, year=2025)
    plan = import_plan(reading, district=place, year=2025, by=None)
    with django_assert_num_queries(2):
        checked(plan)
