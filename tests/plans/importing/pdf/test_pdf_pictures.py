"""Pictures where they stand; a logo is none."""

import base64
import io

import pytest
from PIL import Image

from plans.importing.blocks import Picture
from tests.plans.importing.pdf.files import MEETING, pdf_file, read_whole, shown

BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])


def picture(colour: str, wide: int = 60, high: int = 40) -> str:
    stream = io.BytesIO()
    Image.new("RGB", (wide, high), colour).save(stream, "PNG")
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()


@BOTH
def test_a_picture_stands_between_its_texts(tagged):
    image = f"<img src='{picture('red')}' alt='Kort over kredsen' style='width: 200px'>"
    read = read_whole(pdf_file(f"<p>Før.</p>{image}<p>Efter. {MEETING}</p>", tagged=tagged))
    assert shown(read) == ["Før.", ("picture", "Kort over kredsen" if tagged else ""), f"Efter. {MEETING}"]
    assert [block.place for block in read.blocks if isinstance(block, Picture)] == ["side 1"]


@BOTH
def test_a_logo_on_most_pages_is_no_picture(tagged):
    logo = f"<img src='{picture('blue')}' alt='Logo' style='width: 100px'>"
    pages = "".join(
        f"<div style='break-before: page'>{logo}<p>Nummer {n}. {MEETING}</p></div>" for n in range(3)
    )
    extra = f"<img src='{picture('red', 70)}' alt='Kort' style='width: 200px'>"
    read = shown(read_whole(pdf_file(pages + extra, tagged=tagged)))
    assert [one for one in read if isinstance(one, tuple)] == [("picture", "Kort" if tagged else "")]


@BOTH
def test_a_dot_is_no_picture(tagged):
    html = f"<p>{MEETING}</p><img src='{picture('red')}' style='width: 5px' alt=''><p>{MEETING}</p>"
    [first, *pictures, last] = shown(read_whole(pdf_file(html, tagged=tagged)))
    assert (first, last, len(pictures)) == (MEETING, MEETING, tagged)  # the tags say that it is one
