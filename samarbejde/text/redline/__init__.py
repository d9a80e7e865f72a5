"""What changed between two versions of a text, for people to read; and two people's changes in one."""

from samarbejde.text.matching import LONGEST
from samarbejde.text.redline.blocks import NOTE
from samarbejde.text.redline.lines import line_difference
from samarbejde.text.redline.merging import blocks, merged
from samarbejde.text.redline.texts import Difference, difference

__all__ = ["LONGEST", "NOTE", "Difference", "blocks", "difference", "line_difference", "merged"]
