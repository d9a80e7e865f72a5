"""PDFs of others, where a checkout has them beside it: what must be got from them."""

from pathlib import Path

import pytest

from plans.importing.blocks import BREAK, Heading, Item, Paragraph, Table
from tests.plans.importing.pdf.files import read_whole, shown

CASES = Path(__file__).parents[4].parent / "shared" / "cases"
pytestmark = pytest.mark.skipif(
    not CASES.exists(), reason="../shared/cases findes ikke ved siden af dette checkud"
)
HEADINGS = [
    ("h0", "SAMARBEJDSPLAN 2025"),
    ("h0", "KREDSRÅDET I MIDT- OG VESTJYLLANDS POLITIKREDS"),
    ("h1", "FORORD"),
    ("h1", "1. RAMMER"),
    ("h1", "2. INDSATSOMRÅDER"),
    ("h2", "2.1 Lys på stierne"),
    ("h2", "2.2 Rolige natteture"),
    ("h2", "2.3 Lokale indsatsområder"),
    ("h1", "3. BOLIGOMRÅDER"),
]
LISTS = ["Lys på stierne", "Rolige natteture"] * 4 + [
    f"Grønnehave, {place}" for place in ("Herning", "Holstebro", "Lemvig", "Struer")
]
PEOPLE = {
    "Anna Almind": "Politidirektør",
    "Bo Birk": "Borgmester i Herning Kommune",
    "Carla Cedertræ": "Borgmester i Holstebro Kommune",
    "Dan Dunhammer": "Borgmester i Lemvig Kommune",
    "Eva Eg": "Borgmester i Struer Kommune",
}


def read(name: str):
    return read_whole((CASES / name).read_bytes())


@pytest.mark.parametrize("name", ["01_lister_i_pdf.pdf", "02_underskrifter_felter.pdf"])
def test_headings_and_lists(name):
    found = read(name)
    headings = [block for block in found.blocks if isinstance(block, Heading)]
    assert [(f"h{one.level}", one.text) for one in headings] == HEADINGS
    items = [block for block in found.blocks if isinstance(block, Item)]
    assert [one.text for one in items] == LISTS
    assert {(one.label, one.nesting) for one in items} == {("•", 0)}


def test_names_and_titles_are_lines_of_one_paragraph():
    texts = [block.text for block in read("01_lister_i_pdf.pdf").blocks if isinstance(block, Paragraph)]
    assert [text for text in texts if BREAK in text] == list(map(BREAK.join, PEOPLE.items()))


def test_names_and_titles_stand_in_cells():
    [table] = [block for block in read("02_underskrifter_felter.pdf").blocks if isinstance(block, Table)]
    cells = [[" ".join(block.lines) for block in cell.blocks] for row in table.rows for cell in row]
    assert cells == [*(["_" * 16, name, title] for name, title in PEOPLE.items()), []]
    assert [len(row) for row in table.rows] == [3, 3]


def test_automatic_numbers_stand_before_the_headings():
    assert [one for one in shown(read("29_automatiske_numre.pdf")) if isinstance(one, tuple)] == [
        ("h0", "SAMARBEJDSPLAN 2025"),
        ("h1", "1 RAMMER"),
        ("h1", "2 INDSATSOMRÅDER"),
        ("h2", "2.1 Lys på stierne"),
        ("h2", "2.2 Rolige natteture"),
        ("h1", "3 OPFØLGNING"),
    ]
