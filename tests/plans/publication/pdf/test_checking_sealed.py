"""A seal adds to a file without a fault, and what a seal may not do is still seen."""

import io

import pikepdf
import pytest

from plans.publication.pdf.checking.xmp import instant
from tests.plans.publication.pdf.damage import said_of
from tests.plans.publication.pdf.sealing import sealed


def test_a_sealed_file_keeps_every_rule(sound):
    data = sealed(sound)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.get_warnings() == []
        assert str(pdf.Root.AcroForm.Fields[0].V.SubFilter) == "/ETSI.CAdES.detached"
        assert str(pdf.docinfo.Producer).endswith("; Segl 1")
    assert said_of(data) == []


def test_a_field_that_is_seen_belongs_in_the_tree(sound):
    found = said_of(sealed(sound, area=(50, 50, 150, 90)))
    assert "14289-1, 7.18.4, side 1: et formularfelt står ikke i træet" in found
    assert "19005-3, 6.3.3, side 1: et formularfelt siger ikke, hvordan det ser ud" in found


def test_another_moment_is_not_the_same(sound):
    [found] = said_of(sealed(sound, changed="2026-12-21T10:15:00Z"))
    assert "ModDate er ikke det samme" in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("D:20261221101500+01'00'", "2026-12-21T09:15:00Z"),
        ("D:20261221101500+01'00", "2026-12-21T10:15:00.000+01:00"),
        ("D:20261221101500-0330", "2026-12-21T13:45:00Z"),
        ("D:202612211015Z", "2026-12-21T10:15"),
        ("D:2026", "2026-01-01"),
    ],
)
def test_a_moment_is_the_same_however_it_is_written(one, other):
    assert instant(one)
    assert instant(one) == instant(other)


@pytest.mark.parametrize("no_date", ["", "D:", "i går", "D:20261399", "2026-12-21T10:15:00+99:00", "9" * 40])
def test_what_is_no_date_is_no_moment(no_date):
    assert instant(no_date) is None
