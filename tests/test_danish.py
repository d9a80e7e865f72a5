"""Danish dates, order and addresses."""

import csv
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from django import forms
from django.conf import settings

from councils.models import Municipality
from samarbejde import danish


def test_dates_and_quarters():
    assert danish.date_text(date(2024, 12, 19)) == "19. december 2024"
    assert danish.date_text(date(2027, 3, 1)) == "1. marts 2027"
    assert danish.quarter_text(2, 2026) == "2. kvartal 2026"


def test_on_a_page_no_line_ends_inside_a_date_a_quarter_or_a_time():
    together = "Senest 19.\xa0december 2026 kl.\xa014.05, i 2.\xa0kvartal eller 3.\xa0maj"
    assert danish.unbroken("Senest 19. december 2026 kl. 14.05, i 2. kvartal eller 3. maj") == together
    alone = "Afsnit 3. Majs og 4. julimånedens ukl. 7"
    assert danish.unbroken(alone) == alone


@pytest.mark.parametrize(
    "typed", ["19-12-2026", "19.12.2026", "19/12-2026", "19/12/2026", "2026-12-19", " 19-12-2026 "]
)
def test_dates_as_people_write_them(typed):
    assert forms.DateField().clean(typed) == date(2026, 12, 19)


@pytest.mark.parametrize(
    "typed", ["31-11-2026", "29-02-2027", "19-12-0000", "2026", "i morgen", "12-19-2026"]
)
def test_dates_that_are_none(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


def test_the_alphabet_ends_with_three_letters():
    names = ["Aabenraa", "Vejle", "Ærø", "Århus", "Aalborg", "Østerby", "Allerød", "Ølstykke", "Ærøskøbing"]
    assert ",".join(sorted([*names, "Élise", "2 byer"], key=danish.sort_key)) == (
        "2 byer,Allerød,Élise,Vejle,Ærø,Ærøskøbing,Ølstykke,Østerby,Aabenraa,Aalborg,Århus"
    )


def test_the_database_sorts_as_python_does(db):
    names = list(Municipality.objects.order_by("sort_key").values_list("name", flat=True))
    assert len(names) == 98
    assert names == sorted(names, key=danish.sort_key)
    assert all(danish.sort_key(first) < danish.sort_key(second) for first, second in pairwise(names))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Midt- og Vestjylland", "midt-og-vestjylland"),
        ("Sydøstjylland", "sydoestjylland"),
        ("Ærø", "aeroe"),
        ("Århus", "aarhus"),
        ("Høje-Taastrup", "hoeje-taastrup"),
    ],
)
def test_addresses(name, slug):
    assert danish.slug(name) == slug


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["Herning"], "Herning"), (["Herning", "Skive", "Viborg"], "Herning, Skive og Viborg")],
)
def test_lists_of_words(words, text):
    assert danish.listing(iter(words)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (200_000, "200.000"),
        (Decimal("2858.80"), "2.858,8"),
        (Decimal("250.00"), "250"),
    ],
)
def test_numbers(number, text):
    assert danish.number_text(number) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        ("", "–"),
        (0, "0"),
        (False, "nej"),
        (True, "ja"),
        (date(2024, 12, 19), "19. december 2024"),
    ],
)
def test_values_of_fields(value, text):
    assert danish.value_text(value) == text


def test_an_office_is_written_small_in_a_sentence():
    assert danish.in_a_sentence("Borgmester i Herning Kommune") == "borgmester i Herning Kommune"
    assert danish.in_a_sentence("SSP-konsulent") == "SSP-konsulent"
    assert danish.in_a_sentence("") == ""


def test_spans_of_years():
    assert danish.years(2026, 2026) == "2026"
    assert danish.years(2021, 2025) == "2021–2025"


def test_one_is_on_an_island_and_in_the_rest():
    with Path(settings.BASE_DIR, "fixtures", "municipalities.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["name"]: danish.at(row["name"]) for row in rows} == {
        row["name"]: row["where"] for row in rows
    }
    assert danish.at("Bornholm") == "på Bornholm"
    assert danish.at_all(["Herning", "Skive"]) == "i Herning og Skive"
    assert danish.at_all(["Assens", "Langeland", "Nyborg"]) == "i Assens og Nyborg og på Langeland"
    assert danish.at_all(["Bornholm"]) == "på Bornholm"
