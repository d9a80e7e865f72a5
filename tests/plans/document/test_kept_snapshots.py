"""What was kept is read in the shape of today, and is left as it was."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import get_args, get_type_hints, is_typeddict

import pytest

from plans.document.make_snapshot import make_snapshot
from plans.document.models import RegisterData
from plans.document.snapshot import VERSION, Snapshot, content_hash, filled_in, read_snapshot
from plans.document.snapshot.data import SHAPES, Forums
from tests.plans.document import kept

# Hashes that stood under texts for ever: neither they nor the way they are made may change.
HASHES = {
    1: "5c292851fd4e4b2f80f1cea9f1db11240662b56103a20c5424854ea3cc7b2f19",
    2: "654a6f2d8d5f9256766807bd37d63c27bdfaff17c8e8437b34fa6926a12de2db",
    3: "3c7993e523e74946835bd927b74874e6a3f246d60c8a276d0d3999ea414341a7",
    4: "2b52ac2c872a47b3e6c1416eb71e777f4a48df4431cd724dcefa21a786cfdf4a",
    5: "2398d14f045e71658771c794673e221d39a4ddbe1e9dfd189e6c4cb7c472161c",
    6: "2683caea7a9c4478bf12d4be2c5bd1f484dfd98f99a64ce7628feed68f73b30c",
    7: "82cb8c2326fb10aee920c921efe6bb8d6a6edc06fb522f1ca2fb239f1862eeb3",
    8: "621881b480c9f6b1b1a7e6819af2192c6ff6dcfc6c1812af5acc4cd9a36d6b26",
}


def test_each_version_has_an_edition_and_a_hash():
    assert list(range(1, VERSION + 1)) == kept.VERSIONS == list(HASHES)
    texts = [kept.of_version(version) for version in kept.VERSIONS]
    assert [text.get("version", 1) for text in texts] == kept.VERSIONS


def test_the_newest_version_holds_every_kind_of_data_and_none_was_dropped():
    kinds = [
        {part["data_kind"] for part in kept.of_version(version)["sections"]} for version in kept.VERSIONS
    ]
    assert kinds[-1] == set(RegisterData.values)
    for before, after in pairwise(kinds):
        assert before <= after


@pytest.mark.parametrize("version", kept.VERSIONS)
def test_reading_a_text_leaves_it_and_its_hash(version):
    text = kept.of_version(version)
    before = deepcopy(text)
    read = read_snapshot(text)
    assert text == before
    assert content_hash(text) == HASHES[version]
    assert read["version"] == VERSION
    assert read_snapshot(read) == read


@pytest.mark.django_db
@pytest.mark.parametrize("version", kept.VERSIONS)
def test_what_is_read_has_the_names_that_are_written_today(version, plan):
    assert set(read_snapshot(kept.of_version(version))) == set(make_snapshot(plan))


@pytest.mark.django_db
def test_a_text_of_today_is_the_same_as_when_it_had_no_version(plan, section):
    section("Natteliv", body="<p>Ord</p>")
    told = {"held_on": "2026-11-24", "place": "Viborg", "early_reason": ""}
    early = told | {"early_reason": "Det haster."}
    for more in ({}, {"discussed": told}, {"discussed": early}, {"unsigned": {"reason": "Ikke i år."}}):
        text = make_snapshot(plan) | more
        old = kept.as_version_1(text)
        assert old != text
        assert read_snapshot(old) == text


def test_a_forum_of_before_says_nothing_of_who_sits_in_it():
    [old] = [part["data"] for part in kept.of_version(4)["sections"] if part["data_kind"] == "forums"]
    [forums] = filled_in(read_snapshot(kept.of_version(4)), Forums)
    assert forums["rows"] == [
        row | {"participants": "", "rhythm": "", "responsible": ""} for row in old["rows"]
    ]


def test_a_text_of_a_later_portal_is_not_read_as_if_it_were_ours():
    with pytest.raises(ValueError, match=f"version {VERSION + 1}"):
        read_snapshot(kept.of_version(VERSION) | {"version": VERSION + 1})


def test_each_kind_of_register_data_has_a_shape():
    assert {*SHAPES, RegisterData.NONE} == set(RegisterData.values)


@pytest.mark.parametrize("version", kept.VERSIONS)
def test_each_part_of_what_is_read_has_the_names_of_its_shape_and_no_others(version):
    text = read_snapshot(kept.of_version(version))
    found = list(_unlike(Snapshot, text))
    for section in text["sections"]:
        if section["data"]:
            found += _unlike(SHAPES[section["data_kind"]], section["data"])
    assert found == []


def _unlike(shape: type, part: object) -> Iterator[str]:
    strange = set(part) - set(get_type_hints(shape))
    yield from (f"{shape.__name__}.{name}" for name in shape.__required_keys__ - set(part) | strange)
    for name, hint in get_type_hints(shape).items():
        inner = [one for one in (hint, *get_args(hint)) if is_typeddict(one)]
        values = part.get(name) or []
        if len(inner) == 1:  # what the register fills in is one of many, and looked at by its kind
            for value in values if isinstance(values, list) else [values]:
                yield from _unlike(inner[0], value)
