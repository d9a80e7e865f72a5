"""However oddly a file is built, it is answered with findings, in time, and never with an error."""

import io
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from plans.publication.pdf.checking import findings
from tests.plans.publication.pdf.damage import broken, drop, first, put, root, said_of

SEEDS = range(12)
NOT_ASKED = "32000-1, 7.3: filen er bygget, så ikke alle regler kan efterprøves"


def test_what_is_no_pdf_is_said_to_be_none():
    for data in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\0" * 1000):
        assert said_of(data) == ["32000-1, 7.5: filen kan ikke læses som PDF"]


def test_a_file_that_asks_for_a_password_is_locked(sound):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user="y"))
    assert said_of(out.getvalue()) == ["19005-3, 6.1.3: filen er låst"]


@pytest.mark.parametrize("value", [7, Name.X, Array([1, 2, 3]), Dictionary(Nums=Array([Name.X]))])
def test_an_odd_parent_tree_is_told(sound, value):
    found = broken(sound, put(lambda pdf: pdf.Root.StructTreeRoot, "ParentTree", value))
    assert "32000-1, 14.7.4.4: forældretræet mangler" in found
    assert NOT_ASKED not in found


def test_a_missing_parent_tree_is_told(sound):
    found = broken(sound, drop(lambda pdf: pdf.Root.StructTreeRoot, "ParentTree"))
    assert "32000-1, 14.7.4.4: forældretræet mangler" in found
    assert NOT_ASKED not in found


def test_trees_in_a_ring_are_read(sound):
    def tie(pdf: Pdf) -> None:
        tree = pdf.Root.StructTreeRoot
        tree.ParentTree = pdf.make_indirect(tree.ParentTree)
        tree.ParentTree.Kids = Array([tree.ParentTree])
        first("P")(pdf).K = Array([first("Document")(pdf), first("P")(pdf)])
        tree.RoleMap = Dictionary(A=Name.B, B=Name.A)
        first("H2")(pdf).S = Name.A
        pdf.Root.Names.Dests = pdf.make_indirect(pdf.Root.Names.Dests)
        pdf.Root.Names.Dests.Kids = Array([pdf.Root.Names.Dests])

    found = broken(sound, tie)
    assert "14289-1, 7.1: A er ikke et standardmærke" in found
    assert NOT_ASKED not in found


def test_a_name_of_the_files_own_stands_for_a_standard_one(sound):
    def rename(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(Afsnit=Name.P)
        first("P")(pdf).S = Name.Afsnit

    assert broken(sound, rename) == []


def test_a_parent_tree_of_many_parts_is_read(sound):
    def divide(pdf: Pdf) -> None:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parts = [pdf.make_indirect(Dictionary(Nums=Array(part))) for part in (numbers[:4], numbers[4:])]
        pdf.Root.StructTreeRoot.ParentTree = Dictionary(Kids=Array(parts))

    assert broken(sound, divide) == []


@pytest.mark.parametrize("key", ["Pages", "Metadata", "OutputIntents", "Names", "MarkInfo"])
def test_a_catalogue_without_its_parts_is_read(sound, key):
    assert NOT_ASKED not in broken(sound, drop(root, key))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_odd_file_is_answered(sound, seed):
    chance = random.Random(seed)
    with pikepdf.open(io.BytesIO(sound)) as pdf:
        for _ in range(4):
            holder, key = chance.choice(list(places(pdf)))
            if chance.random() < 0.4:
                del holder[key]
            else:
                holder[key] = odd(pdf, chance)
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    data = bytearray(out.getvalue())
    assert NOT_ASKED not in map(str, findings(bytes(data)))
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert all(finding.text for finding in findings(bytes(data)))


def places(pdf: Pdf) -> Iterator[tuple[Object, Any]]:
    """One of each name, and their holders: what is rare is changed as often as what is everywhere."""
    found = {}
    for thing in pdf.objects:
        if isinstance(thing, Dictionary | Stream):
            found |= {key: thing for key in thing.keys() if key != "/Length"}  # noqa: SIM118
    return ((holder, key) for key, holder in sorted(found.items()))


def odd(pdf: Pdf, chance: random.Random) -> Any:
    numbers = (7, -1, 10**12, True, Decimal("3.5"))
    others = (Name.X, String("x"), Array([1, Name.Y]), Dictionary(S=Name.P), pdf.make_stream(b"\0(BT"))
    return chance.choice([*numbers, *others, pdf.Root, pdf.pages[0].obj])
