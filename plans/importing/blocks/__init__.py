"""What a file holds, whatever kind of file it is: its blocks in reading order, each with its place.

A reader of files writes nothing else; whoever looks for chapters, signatories or lists reads nothing else.
"""

from plans.importing.blocks.blocks import (
    Block,
    Cell,
    Footnote,
    Heading,
    Holds,
    Item,
    Kind,
    LeftOut,
    Paragraph,
    Picture,
    Run,
    Table,
    Words,
)
from plans.importing.blocks.file import ReadFile
from plans.importing.blocks.seams import BREAK, WRAP, flowing, flowing_runs
from plans.importing.blocks.walking import grid, walk, words_of

__all__ = [
    "BREAK",
    "WRAP",
    "Block",
    "Cell",
    "Footnote",
    "Heading",
    "Holds",
    "Item",
    "Kind",
    "LeftOut",
    "Paragraph",
    "Picture",
    "ReadFile",
    "Run",
    "Table",
    "Words",
    "flowing",
    "flowing_runs",
    "grid",
    "walk",
    "words_of",
]
