from typing import Any

from councils.models import Figure
from plans.document.models import MultiYearAgreement
from plans.facts.forms.figures import common_name, value_name
from plans.facts.workflow.figures import seen_of
from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.rows import Row, secretariat


def a_district(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.district.slug}


def a_kind(cast: Cast) -> dict[str, Any]:
    return a_district(cast) | {"kind_slug": "aftaler"}


def an_agreement(cast: Cast) -> dict[str, Any]:
    fact = MultiYearAgreement.objects.create(
        district=cast.district, name="Flerårsaftalen", from_year=2024, to_year=2027
    )
    return a_kind(cast) | {"pk": fact.pk}


def answers(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"name": "En ny aftale", "from_year": "2026", "to_year": "2030", "version": 1}


def a_full_register(cast: Cast) -> dict[str, Any]:
    an_agreement(cast)
    for year, value in ((2026, 4), (2027, 7)):
        Figure.objects.create(
            district=cast.district,
            table="Beredskab",
            row="Øvelser",
            value=value,
            unit="øvelser",
            year=year,
            source="Politikredsen",
            target=8,
        )
    return a_district(cast)


def spreadsheet(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    rows = "Tabel\tRække\tVærdi\nBeredskab\tKurser\t3\n"
    return {
        "pasted": rows,
        "year": "2027",
        "source": "Politikredsen",
        "take": "1",
        "seen": seen_of(cast.district),
    }


def a_year(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    typed = {
        value_name(("Beredskab", "Øvelser", "øvelser")): "9",
        common_name("source", "Beredskab"): "Kilde",
    }
    return {"seen": seen_of(cast.district)} | typed


WRITES = f"{secretariat('302')} {TYPED_IS_SENT_BACK}"
ROWS = {
    "facts": Row(secretariat("200"), make=a_full_register),
    "figures-sheet": Row(secretariat("200"), make=lambda cast: a_full_register(cast) | {"ending": "xlsx"}),
    "fetch-figures": Row(
        secretariat("200"), f"{secretariat('200')} {TYPED_IS_SENT_BACK}", a_district, spreadsheet
    ),
    "figures-of-year": Row(
        secretariat("200"), WRITES, lambda cast: a_full_register(cast) | {"year": 2027}, a_year
    ),
    "add-fact": Row(secretariat("200"), WRITES, a_kind, answers),
    "edit-fact": Row(secretariat("200"), WRITES, an_agreement, answers),
    "delete-fact": Row(secretariat("200"), secretariat("302"), an_agreement),
}
