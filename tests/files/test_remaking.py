"""What is sent becomes a picture of ours, or is refused in words."""

import hashlib
import io
import struct
import zlib

import pytest
from PIL import Image

from samarbejde.files import remaking
from samarbejde.files.remaking import JPEG, LONGEST_SIDE, PNG, made_of
from samarbejde.transitions import Refused
from tests.plans.pictures.making import photograph, sent


def read(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_photograph_is_turned_upright_and_tells_of_no_place():
    made = made_of(photograph())
    picture = read(made.content)
    assert (made.kind, made.width, made.height) == (JPEG, 20, 40) == (JPEG, *picture.size)
    assert made.name == hashlib.sha256(made.content).hexdigest()
    assert not picture.getexif()
    assert b"hemmelig" not in made.content.lower()
    assert made_of(photograph()) == made, "the same each time"


@pytest.mark.parametrize(
    ("mode", "colour", "point"),
    [
        ("RGBA", (255, 0, 0, 0), (255, 255, 255)),
        ("LA", (0, 0), (255, 255, 255)),
        ("P", 0, (0, 0, 0)),
        ("1", 1, (255, 255, 255)),
        ("I;16", 0, (0, 0, 0)),
    ],
)
def test_every_kind_of_png_is_shown_on_white(mode, colour, point):
    picture = read(made_of(sent(mode=mode, colour=colour)).content)
    assert picture.mode == "RGB"
    assert picture.getpixel((0, 0)) == point


def test_the_colours_of_a_printer_become_those_of_a_screen():
    made = made_of(sent("JPEG", mode="CMYK", colour=(0, 0, 0, 0)))
    assert read(made.content).mode == "RGB"
    assert min(read(made.content).getpixel((0, 0))) > 250


def test_a_large_one_is_made_as_large_as_it_is_shown():
    made = made_of(sent(size=(4_000, 1_000)))
    assert (made.width, made.height) == (LONGEST_SIDE, 500)


def test_a_drawing_stays_one_unless_it_takes_too_much_room(monkeypatch):
    assert made_of(sent("PNG")).kind == PNG
    noise = Image.effect_noise((300, 300), 90)
    into = io.BytesIO()
    noise.save(into, "PNG")
    monkeypatch.setattr(remaking, "LARGEST_KEPT", 60_000)
    assert made_of(into.getvalue()).kind == JPEG


def bomb() -> bytes:
    """A few bytes that say they are 50,000 × 50,000 points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "tom"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "JPEG eller PNG"),
        (b"<html><script>alert(1)</script>", "JPEG eller PNG"),
        (sent("GIF", mode="P", colour=0), "JPEG eller PNG"),
        (sent("TIFF"), "JPEG eller PNG"),
        (sent("PNG", size=(300, 300))[:200], "beskadiget"),
        (photograph()[:-60], "beskadiget"),
        (bomb(), "plads til 40 millioner"),
        (b"\x89PNG" + b"x" * 15_000_000, "15 MB"),
    ],
    ids=["empty", "svg", "html", "gif", "tiff", "cut", "cut-photograph", "bomb", "heavy"],
)
def test_what_is_no_picture_is_refused(content, reason):
    with pytest.raises(Refused, match=reason):
        made_of(content)


def test_a_picture_with_a_page_behind_it_comes_out_alone():
    made = made_of(sent("PNG") + b"<script>alert(1)</script>")
    assert b"script" not in made.content
