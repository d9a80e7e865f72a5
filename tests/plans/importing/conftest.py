from pathlib import Path

import pytest

from plans.importing.findings import ReadPlan
from plans.importing.places import Places
from plans.importing.reading import read_plan

DOCUMENTS = Path(__file__).parent / "documents"
DISTRICTS = (
    "Bornholms Politi",
    "Fyns Politi",
    "Københavns Politi",
    "Københavns Vestegns Politi",
    "Midt- og Vestjyllands Politi",
    "Midt- og Vestsjællands Politi",
    "Nordjyllands Politi",
    "Nordsjællands Politi",
    "Sydsjællands og Lolland-Falsters Politi",
)
MUNICIPALITIES = (
    *("Bornholm", "Frederiksberg", "Greve", "Herning", "Hjørring", "Holbæk", "Holstebro", "Ikast-Brande"),
    *(
        "Jammerbugt",
        "Kalundborg",
        "Køge",
        "Lejre",
        "Lemvig",
        "Morsø",
        "Odsherred",
        "Rebild",
        "Ringkøbing-Skjern",
    ),
    *("Ringsted", "Roskilde", "Silkeborg", "Skive", "Solrød", "Stevns", "Struer", "Thisted", "Viborg"),
)


@pytest.fixture(scope="session")
def places() -> Places:
    return Places(DISTRICTS, MUNICIPALITIES)


@pytest.fixture(scope="session")
def miniature_text() -> str:
    return (DOCUMENTS / "miniature_plan.md").read_text()


@pytest.fixture
def miniature(miniature_text: str, places: Places) -> ReadPlan:
    return read_plan(miniature_text, places)


@pytest.fixture(scope="session")
def wall_text() -> str:
    return (DOCUMENTS / "miniature_wall.txt").read_text()


@pytest.fixture
def wall(wall_text: str, places: Places) -> ReadPlan:
    return read_plan(wall_text, places)
