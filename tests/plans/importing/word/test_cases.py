"""Documents that were misread once, where a checkout has them beside it: what must be got from them."""

from collections import Counter
from pathlib import Path

import pytest

from plans.importing.blocks import BREAK, Heading, Item, Kind, LeftOut, Paragraph, ReadFile, Run, Table, grid
from plans.importing.word import read_word
from samarbejde.files.word_packages import DAMAGED
from samarbejde.transitions import Refused
from tests.plans.importing.word.building import left_out, running, texts

CASES = Path(__file__).parents[4].parent / "shared" / "cases"
WHOLE = (
    "00_kontrol",
    "05b_alt_er_med_men_er_det_ikke",
    "07_prioriteter_tabel",
    "18_underskrifter_tabel",
    "30_word_online_sporet_noter_lister",
)
pytestmark = pytest.mark.skipif(
    not (CASES / f"{WHOLE[0]}.docx").exists(), reason="../shared/cases findes ikke ved siden af dette checkud"
)
MUNICIPALITIES = ["Herning", "Holstebro", "Lemvig", "Struer"]
PRIORITIES = ["Lys på stierne", "Rolige natteture"]


def case(name: str) -> ReadFile:
    return read_word((CASES / f"{name}.docx").read_bytes())


@pytest.mark.parametrize("name", WHOLE)
def test_every_word_is_accounted_for(name):
    found = case(name)
    assert found.blocks
    assert (found.missing, found.invented) == (Counter(), Counter())


def test_the_damaged_one_is_refused():
    with pytest.raises(Refused, match=DAMAGED):
        case("04_beskadiget_500")


def headings(found: ReadFile) -> list[tuple[int, str]]:
    return [(one.level, one.text) for one in found.blocks if isinstance(one, Heading)]


def test_a_plain_plan():
    found = case("00_kontrol")
    assert headings(found) == [
        (0, "SAMARBEJDSPLAN 2025"),
        (0, "KREDSRÅDET I MIDT- OG VESTJYLLANDS POLITIKREDS"),
        (1, "FORORD"),
        (1, "1. RAMMER"),
        (1, "2. INDSATSOMRÅDER"),
        (2, "2.1 Lys på stierne"),
        (2, "2.2 Rolige natteture"),
        (2, "2.3 Lokale indsatsområder"),
        (1, "3. BOLIGOMRÅDER"),
    ]
    items = [(one.label, one.text) for one in found.blocks if isinstance(one, Item)]
    assert items == [("•", title) for title in PRIORITIES] * 4 + [
        ("•", f"Grønnehave, {name}") for name in MUNICIPALITIES
    ]
    assert f"Anna Almind{BREAK}Politidirektør" in texts(found)
    assert found.left_out == []


def test_a_field_in_the_text_and_a_head_of_the_page():
    found = case("05b_alt_er_med_men_er_det_ikke")
    assert texts(found)[-1] == "Planen gælder fra FELTORDET 1. januar 2025 og et år frem."
    assert left_out(found) == [("HEADER", "SIDEHOVEDORD er udkast til høring")]


def cells(found: ReadFile) -> list[list[list[str]]]:
    [table] = [one for one in found.blocks if isinstance(one, Table)]
    return [[[block.text for block in one.blocks] for one in line] for line in grid(table)]


def test_priorities_in_a_table():
    assert cells(case("07_prioriteter_tabel")) == [
        [["Kommune"], ["Indsatser"]],
        *([[f"{name} Kommune"], PRIORITIES] for name in MUNICIPALITIES),
    ]


def test_signatories_in_a_table():
    people = ["Bo Birk", "Carla Cedertræ", "Dan Dunhammer", "Eva Eg"]
    assert cells(case("18_underskrifter_tabel")) == [
        [["Anna Almind"], ["Politidirektør"]],
        *(
            [[person], [f"Borgmester i {name} Kommune"]]
            for person, name in zip(people, MUNICIPALITIES, strict=True)
        ),
    ]


def test_a_document_from_the_browser_with_all_at_once():
    found = case("30_word_online_sporet_noter_lister")
    assert headings(found) == [
        (0, "Samarbejdsplan 2028"),
        (1, "1. Kredsrådet"),
        (2, "1.1 Mål"),
        (1, "Økonomi og æresmedlemmer Årgang"),
    ]
    assert [one.text for one in found.blocks if isinstance(one, Item | Paragraph)] == [
        "SPOR1 Planen gælder for tolv kommuner.",
        "SPOR2 helt nyt indsat afsnit.",
        "FLYT flyttet-hertil",
        "før boksen",
        "TEKSTBOKS i ny Word",
        "GAMMELBOKS vml",
        "INDHOLDSKONTROL blok",
        "felt: INDHOLDSKONTROL inline FELTVAERDI SMARTTAG Herning",
        "NOTE tekst efter note.",
        "GENNEMSTREGET  og  45 m2 CO2 kapitæler",
        f"BINDE\u2011STREGBLØD\tTAB{BREAK}NYLINJE→SYMBOL",
        *("punkt et", "under et a", "under et b", "punkt to"),
        "NFD blåbær og résumé",
    ]
    assert left_out(found) == [
        ("DELETED", "elleve"),
        ("DELETED", "SPOR3 slettet afsnit."),
        ("MOVED_AWAY", "flyttet-herfra"),
        ("STRUCK", "dette udgår"),
        ("HIDDEN", "skjult hemmelighed"),
        ("HEADER", "SIDEHOVED fortroligt"),
    ]
    assert found.followed == {"sporet tilføjelse": 2, "flyttet tekst, hvor den står nu": 1}
    items = [(one.nesting, one.label) for one in found.blocks if isinstance(one, Item)]
    assert items == [(0, "1."), (1, "a)"), (1, "b)"), (0, "2.")]
    assert cells(found) == [
        [["Kommune"], ["To kolonner"], ["To kolonner"]],
        [["Kommune"], ["c1"], ["c2"]],
    ]
    [note] = [run.note for one in found.blocks for run in getattr(one, "runs", ()) if run.note]
    assert note.blocks == (Paragraph("afsnit 14", (Run("FODNOTETEKST kilde: Danmarks Statistik"),)),)
    assert isinstance(running(found)[0], Heading)
    assert found.blocks[3] == LeftOut("afsnit 3", Kind.DELETED, "elleve")
