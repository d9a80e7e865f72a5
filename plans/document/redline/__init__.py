"""What changed between two versions of a text, for people to read; and two people's changes in one."""

from plans.document.redline.blocks import NOTE
from plans.document.redline.lines import line_difference
from plans.document.redline.merging import blocks, merged
from plans.document.redline.texts import Difference, difference
from plans.document.redline.words import LONGEST

__all__ = ["LONGEST", "NOTE", "Difference", "blocks", "difference", "line_difference", "merged"]
