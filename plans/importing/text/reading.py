"""Text → what it holds, and the count of its words."""

import re

from plans.importing.blocks import Block, Kind, LeftOut, ReadFile
from plans.importing.blocks.file import accounted, count
from plans.importing.text.lines import blocks_of
from plans.importing.text.wall import read_wall, without_host_page

_MARKS = re.compile(
    r"^[ \t]*#{1,6}[ \t]+|[ \t]+#+[ \t]*$|^[ \t|:-]+$|[|]|\*\*|!\[[^\[\]\n]*\]\([^()\n]*\)", re.MULTILINE
)


def read_text(text: str) -> ReadFile:
    """`text` is decoded and cleaned."""
    transcript, host_page = without_host_page(text)
    blocks: list[Block] = [LeftOut("linje 1", Kind.HOST_PAGE, host_page)] if host_page else []
    blocks += read_wall(transcript) or blocks_of(transcript)
    return accounted(blocks, count(_MARKS.sub(" ", text).split()))
