"""The portal's own published plan, as it is and without its tags."""

import io
from collections import Counter
from datetime import date

import pikepdf
import pytest

from plans.importing.blocks import Heading, Item, ReadFile, Table
from plans.publication.pdf.rendering import render_pdf
from tests.plans.importing.pdf.files import aside, read_whole, saved
from tests.plans.publication.pdf import samples

HEADINGS = [
    (1, "Samarbejdsplan 2027"),
    (2, "Indhold"),
    (2, "Forord"),
    (2, "Del 1: Organisation og ansvar"),
    (3, "1. Kredsrådets opgaver"),
]


@pytest.fixture(scope="module")
def published() -> bytes:
    return render_pdf(samples.plan(), edition=2, published_on=date(2026, 12, 20))


@pytest.fixture(scope="module")
def by_tags(published) -> ReadFile:
    return read_whole(published)


@pytest.fixture(scope="module")
def by_geometry(published) -> ReadFile:
    with pikepdf.open(io.BytesIO(published)) as pdf:
        del pdf.Root.StructTreeRoot
        return read_whole(saved(pdf))


def headings(read: ReadFile) -> list[str]:
    return [" ".join(block.lines) for block in read.blocks if isinstance(block, Heading)]


def test_headings(by_tags, by_geometry):
    found = [(block.level, block.text) for block in by_tags.blocks if isinstance(block, Heading)]
    assert found[: len(HEADINGS)] == HEADINGS
    assert len(found) == 29
    assert not Counter(headings(by_tags)) - Counter(headings(by_geometry))


def test_contents_are_left_out_row_by_row(by_tags, by_geometry):
    rows = [text for kind, text in aside(by_tags) if kind == "CONTENTS"]
    assert (len(rows), rows[0], rows[-1]) == (16, "Forord 3", "5.1 Organisation 11")
    assert [text for kind, text in aside(by_geometry) if kind == "CONTENTS"] == rows


def test_the_tables_are_whole(by_tags):
    tables = [block for block in by_tags.blocks if isinstance(block, Table)]
    assert len(tables) == 8
    members = [[" ".join(block.text for block in cell.blocks) for cell in row] for row in tables[0].rows]
    assert members[:2] == [
        ["Navn", "Titel", "Rolle"],
        ["Anne Kirstine Thøgersen", "Politidirektør", "Formand"],
    ]
    assert len(members) == 13


def test_who_signs_stands_line_by_line(by_tags):
    first = next(block for block in by_tags.blocks if isinstance(block, Item))
    assert first.lines[:2] == ["Anne Kirstine Thøgersen", "Politidirektør"]
