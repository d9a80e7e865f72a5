"""How deep a plan may go is one rule: for what is read as for what is written."""

import pytest

from plans.document.levels import DEEPEST, LOWEST_LEVEL
from plans.document.numbering import numbered
from plans.importing.admission import read_document
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadSection
from plans.importing.workflow import import_plan
from tests.plans.importing.reading import plan_of

NUMBERS = ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1", "1.1.1.1.1.1.1"]
NUMBERED = "# Samarbejdsplan 2024\n\n{}" + "\n\n".join(f"## {number} Emne {number}" for number in NUMBERS)
MARKED = "# Samarbejdsplan 2024\n\n{}" + "\n\n".join(f"{'#' * n} Emne {n}" for n in range(1, 7))


def depths(sections: list[ReadSection]) -> list[int]:
    return [len(ancestors(section)) for section in sections]


def ancestors(section: ReadSection) -> list[ReadSection]:
    above = section.parent
    return [above, *ancestors(above)] if above else []


def tree(text: str, places: Places) -> list[str]:
    """A line a section, as deep as it stands: its number and heading, and what it is if no plain section."""
    sections = plan_of(text, places).sections
    assert [section.level for section in sections] == [level_of(section) for section in sections]
    return [
        f"{'  ' * len(ancestors(section))}{section.number} {section.heading}"
        + (f" ({section.kind})" if section.kind in ("part", "foreword", "appendix") else "")
        for section in sections
    ]


def level_of(section: ReadSection) -> int:
    """0 for parts and forewords, 1 for chapters and appendices, one more for each that a section is below."""
    kinds = {"part": 0, "foreword": 0, "chapter": 1, "appendix": 1}
    return kinds[section.kind] if section.kind in kinds else level_of(ancestors(section)[0]) + 1


TREES = {
    "marks alone": [
        ("## Forord", " Forord (foreword)"),
        ("## Bilag A", "1 Bilag A (appendix)"),
        ("## Møder", "2 Møder"),
        ("### Kredsråd", "  2.1 Kredsråd"),
        ("#### Dagsorden", "    2.1.1 Dagsorden"),
        ("### Lokalråd", "  2.2 Lokalråd"),
        ("## Emner", "3 Emner"),
    ],
    "text below a foreword": [
        ("## Forord", " Forord (foreword)"),
        ("### Tak", "1 Tak"),
        ("## Møder", "2 Møder"),
    ],
    "parts": [
        ("# Del I: Grundlag", "Del 1 Grundlag (part)"),
        ("## Møder", "  1 Møder"),
        ("### Kredsråd", "    1.1 Kredsråd"),
        ("## Emner", "  2 Emner"),
        ("# Del II – Steder", "Del 2 Steder (part)"),
        ("## Herning", "  3 Herning"),
        ("## Bilag 1", "4 Bilag 1 (appendix)"),
    ],
    "an appendix within a chapter": [
        ("## Møder", "1 Møder"),
        ("### Bilag til møder", "  1.1 Bilag til møder"),
        ("## Bilag", "2 Bilag (appendix)"),
    ],
    "numbers whose parents are not there": [
        ("## Forord", " Forord (foreword)"),
        ("## 1. Møder", "1 Møder"),
        ("## 1.1 Kredsråd", "  1.1 Kredsråd"),
        ("## 1.1.1 Dagsorden", "    1.1.1 Dagsorden"),
        ("## 2.1.1 Tal", "    1.1.2 Tal"),
        ("## 4.2 Kort", "  1.2 Kort"),
        ("## 5.1.1 Mål", "    1.2.1 Mål"),
    ],
    "such numbers in a part": [
        ("# Del 1", "Del 1  (part)"),
        ("## 3.1.1 Tal", "  1 Tal"),
        ("## 1.1 Kredsråd", "    1.1 Kredsråd"),
        ("## 1.1.1 Dagsorden", "      1.1.1 Dagsorden"),
        ("## 4.2 Kort", "    1.2 Kort"),
    ],
    "the number as written or as given": [
        ("## 5. Møder", "1 Møder"),
        ("## 5.1 Kredsråd", "  1.1 Kredsråd"),
        ("## 6. Emner", "2 Emner"),
        ("## 2.1 Unge", "  2.1 Unge"),
        ("## 6.2 Stier", "  2.2 Stier"),
    ],
    "numbers of three parts from the top": [
        ("## 5.1 Møder", "1 Møder"),
        ("## 5.1.1 Kredsråd", "  1.1 Kredsråd"),
        ("## 5.1.2 Lokalråd", "  1.2 Lokalråd"),
    ],
    "sections that begin again": [
        ("## 1. Møder", "1 Møder"),
        ("### 1. Kredsråd", "  1.1 Kredsråd"),
        ("## 2. Emner", "2 Emner"),
        ("### 1. Unge", "  2.1 Unge"),
        ("### 2. Stier", "  2.2 Stier"),
        ("## 3. Tal", "3 Tal"),
    ],
    "sections that go on": [
        ("## 1. Møder", "1 Møder"),
        ("### 1. Kredsråd", "  1.1 Kredsråd"),
        ("### 2. Emner", "  1.2 Emner"),
        ("### 3. Tal", "  1.3 Tal"),
    ],
    "the next chapter by its capitals": [
        ("## 1. MØDER", "1 MØDER"),
        ("## 1.1 Kredsråd", "  1.1 Kredsråd"),
        ("## 1.1.1 LOKALT", "    1.1.1 LOKALT"),
        ("## 1.1.2 STORT", "    1.1.2 STORT"),
        ("## 2. EMNER", "2 EMNER"),
    ],
    "the next section by its small letters": [
        ("## 1. MØDER", "1 MØDER"),
        ("## 1.1 Kredsråd", "  1.1 Kredsråd"),
        ("## 1.1.1 LOKALT", "    1.1.1 LOKALT"),
        ("## 1.1.2 STORT", "    1.1.2 STORT"),
        ("# 2. Emner", "  1.2 Emner"),
    ],
    "the next chapter by the contents": [
        ("Indhold\n1. Møder ..... 2\n2. Emner ..... 3\n\n## 1. Møder", "1 Møder"),
        ("## 1.1 Kredsråd", "  1.1 Kredsråd"),
        ("## 2. Emner", "2 Emner"),
    ],
    "the next section by the contents": [
        ("Indhold\n1. Møder ..... 2\n1.2 Emner ..... 3\n\n## 1. Møder", "1 Møder"),
        ("### 1.1 Kredsråd", "  1.1 Kredsråd"),
        ("# 2. Emner", "  1.2 Emner"),
    ],
    "a number that fits nowhere, by its mark": [
        ("## Møder", "1 Møder"),
        ("### 1. Kredsråd", "  1.1 Kredsråd"),
        ("### 3. Lokalråd", "  1.2 Lokalråd"),
        ("## 7. Emner", "2 Emner"),
        ("### 9. Unge", "  2.1 Unge"),
    ],
}


@pytest.mark.parametrize("name", TREES)
def test_headings_become_a_tree(name, places):
    written, wanted = zip(*TREES[name], strict=True)
    assert tree("\n\n".join(["# Samarbejdsplan 2024", *written]), places) == [*wanted]


def test_a_parts_own_number_is_no_remark(places):
    assert plan_of("# Samarbejdsplan 2024\n\n# Del III: Mål\n\n## 1. Møder", places).remarks == []


@pytest.mark.parametrize(("text", "count"), [(NUMBERED, 7), (MARKED, 6)], ids=["numbers", "marks"])
def test_headings_go_five_levels_down_and_no_further(text, count, places):
    sections = plan_of(text.format(""), places).sections
    assert depths(sections) == [0, 1, 2, 3, 4, 4, 4][:count]
    numbers = [section.number for section in sections]
    assert numbers[4:] == ["1.1.1.1.1", "1.1.1.1.2", "1.1.1.1.3"][: count - 4]


def test_a_part_is_one_of_the_five_levels(places):
    sections = plan_of(NUMBERED.format("# Del 1\n\n"), places).sections
    assert depths(sections) == [0, 1, 2, 3, 4, 4, 4, 4]
    assert sections[-1].parent is sections[3]


def test_what_was_moved_up_is_told_by_its_numbers(places):
    remarks = plan_of(NUMBERED.format(""), places).remarks
    assert "Afsnittet »Emne 1.1.1.1.1.1« har nummer 1.1.1.1.1.1 i dokumentet og får 1.1.1.1.2." in remarks


@pytest.mark.django_db
def test_no_two_levels_of_an_imported_plan_look_alike(cast):
    reading = read_document(
        "plan.md", NUMBERED.format("# Del 1\n\n").encode(), district=cast.district, year=2024
    )
    placed = numbered(import_plan(reading, district=cast.district, year=2024, by=None).sections.all())
    assert {place.depth: place.level for place in placed} == {n: n + 2 for n in range(DEEPEST)}
    assert max(place.level for place in placed) == LOWEST_LEVEL
