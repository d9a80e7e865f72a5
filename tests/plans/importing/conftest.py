import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from plans.importing import sandbox
from plans.importing.files import read_file
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.reading import read_plan
from tests.plans.importing.reading import plan_of

DOCUMENTS = Path(__file__).parent / "documents"
SEEDS = Path(__file__).parents[3].parent / "shared" / "seeds"
PLANS = {"miniature": DOCUMENTS / "miniature_plan.md", "2025": SEEDS / "000_497fce7a32880e2b.txt"}
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
def answered_before() -> Callable[[str, Mapping[str, object], bytes], bytes]:
    """What the process of its own said to the same, which it begins again for whatever is new or refused."""
    begun = sandbox._answer

    @lru_cache(256)
    def said(task: str, asked: str, content: bytes) -> bytes:
        return begun(task, json.loads(asked), content)

    return lambda task, asked, content: said(task, json.dumps(asked), content)


@pytest.fixture(autouse=True)
def each_file_is_read_once(answered_before) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as sandboxed:
        sandboxed.setattr(sandbox, "_answer", answered_before)
        yield


@pytest.fixture(scope="session")
def places() -> Places:
    return Places(DISTRICTS, MUNICIPALITIES)


@pytest.fixture(scope="session")
def miniature_text() -> str:
    return (DOCUMENTS / "miniature_plan.md").read_text()


@pytest.fixture
def miniature(miniature_text: str, places: Places) -> ReadPlan:
    return plan_of(miniature_text, places)


@pytest.fixture(scope="session")
def wall_text() -> str:
    return (DOCUMENTS / "miniature_wall.txt").read_text()


@pytest.fixture
def wall(wall_text: str, places: Places) -> ReadPlan:
    return plan_of(wall_text, places)


@pytest.fixture(scope="session", params=PLANS)
def original(request: pytest.FixtureRequest, places: Places) -> ReadPlan:
    """Our own small plan; and a real one, where a checkout has it beside it."""
    path = PLANS[request.param]
    if not path.exists():
        pytest.skip("../shared/seeds findes ikke ved siden af dette checkud")
    return read_plan(read_file(path.name, path.read_bytes()), places)
