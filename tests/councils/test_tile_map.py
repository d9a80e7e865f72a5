"""The map of tiles: every kommune has a cell of its own, and a tile tells what it is asked to."""

import csv
from itertools import pairwise

import pytest

from councils.models import Municipality, PoliceDistrict
from councils.register.tile_map import EDGE, GAP, HIGH, LINE, WIDE, Said, district_map, kommune_map

pytestmark = pytest.mark.django_db


def test_every_kommune_of_the_register_has_a_cell_of_its_own(settings):
    with (settings.BASE_DIR / "fixtures" / "tiles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["code"] for row in rows} == set(Municipality.objects.values_list("code", flat=True))
    assert len({(row["column"], row["row"]) for row in rows}) == len(rows) == 98


def test_every_label_is_its_kommunes_name_and_fits_in_a_tile():
    tiles = kommune_map(Municipality.objects.all(), address=lambda place: "#").parts
    assert len(tiles) == 98
    for tile in tiles:
        assert "".join(tile.lines).replace("-", "") == tile.name.replace("-", "")
        assert max(map(len, tile.lines)) <= 11


def test_tiles_lie_as_their_kommuner_do():
    places = Municipality.objects.filter(name__in=["Skive", "Viborg", "Holstebro"])
    found = kommune_map(places, address=lambda place: f"/{place.slug}/")
    at = {tile.name: (tile.x, tile.y) for tile in found.parts}
    assert at["Skive"][1] == at["Viborg"][1] < at["Holstebro"][1]
    assert at["Skive"][0] + WIDE < at["Viborg"][0]
    assert min(at.values()) == at["Skive"] == (EDGE, EDGE)
    assert found.width > at["Viborg"][0] + WIDE
    assert found.height > at["Holstebro"][1] + HIGH
    assert {tile.address for tile in found.parts} == {"/skive/", "/viborg/", "/holstebro/"}


def test_no_tile_touches_another():
    tiles = kommune_map(Municipality.objects.all(), address=lambda place: "#").parts
    lefts, tops = (sorted({getattr(tile, axis) for tile in tiles}) for axis in ("x", "y"))
    assert min(after - before for before, after in pairwise(lefts)) == WIDE + GAP
    assert min(after - before for before, after in pairwise(tops)) == HIGH + GAP


@pytest.mark.parametrize("name", ["Skive", "Ringkøbing-Skjern"])
def test_the_lines_stand_around_the_middle_of_a_tile(name):
    [tile] = kommune_map([Municipality.objects.get(name=name)], address=lambda place: "#").parts
    last_line = tile.first_line + (len(tile.lines) - 1) * LINE
    assert tile.first_line + last_line == 2 * tile.y + HIGH


def test_a_tile_tells_its_words_below_the_name():
    place = Municipality.objects.get(name="Ringkøbing-Skjern")
    plain = kommune_map([place], address=lambda place: "#").parts[0]
    told = kommune_map([place], lambda place: "#", say=lambda place: Said("mangler", "missing")).parts[0]
    assert plain.lines == told.lines == ["Ringkøbing-", "Skjern"]
    assert told.said.words == "mangler"
    assert told.first_line < plain.first_line  # room for one line more


def test_a_kommune_that_has_got_another_name_is_called_by_it():
    place = Municipality.objects.get(name="Ikast-Brande")
    place.name = "Midtby"
    assert kommune_map([place], address=lambda place: "#").parts[0].lines == ["Midtby"]


def test_a_kommune_without_a_cell_is_left_out():
    unknown = Municipality(code="0999", name="Nykommune")
    assert kommune_map([unknown], address=lambda place: "#") is None
    herning = Municipality.objects.get(name="Herning")
    assert [tile.name for tile in kommune_map([unknown, herning], lambda place: "#").parts] == ["Herning"]


def test_districts_are_numbered_as_the_list_is_and_share_no_tile():
    districts = list(PoliceDistrict.objects.prefetch_related("municipalities"))
    found = district_map(districts, address=lambda d: f"/{d.slug}/", kind=lambda d: "none")
    assert [(area.number, area.district) for area in found.parts] == list(enumerate(districts, 1))
    corners = [corner for area in found.parts for corner in area.corners]
    assert len(corners) == len(set(corners)) == 98
    for area in found.parts:
        x, y = area.middle
        assert any(left < x < left + 40 and top < y < top + 40 for left, top in area.corners)


def test_a_border_runs_around_a_district_and_not_through_it():
    bornholm = PoliceDistrict.objects.get(slug="bornholm")
    [area] = district_map([bornholm], address=lambda d: "#", kind=lambda d: "plain").parts
    assert area.border.count("M") == 4
    mid = PoliceDistrict.objects.get(slug="midt-og-vestjylland")
    [area] = district_map([mid], address=lambda d: "#", kind=lambda d: "plain").parts
    assert area.border.count("M") == 16  # two cells, one below the other, upon three times three
