"""A Word document → its blocks."""

from plans.importing.blocks import ReadFile
from plans.importing.blocks.file import accounted
from plans.importing.word.besides import besides
from plans.importing.word.counting import counted
from plans.importing.word.package import Package
from plans.importing.word.styles import Styles
from plans.importing.word.walk import Walk
from samarbejde.files.word_packages import DAMAGED, refuse_danger
from samarbejde.transitions import Refused


def read_word(content: bytes) -> ReadFile:
    """Raises `Refused` for what is dangerous or broken."""
    refuse_danger(content)
    package = Package(content)
    styles = Styles(package.part(package.related("styles")))
    walk = Walk(package, styles)
    try:
        blocks = [*walk.document(), *besides(package, walk)]
        return accounted(blocks, counted(package, styles), followed=walk.followed)
    except RecursionError as error:  # things in things, deeper than anybody writes
        raise Refused(DAMAGED) from error
