"""What was found in an old plan: plain values, nothing of the database."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from plans.importing.blocks import Block
from plans.importing.findings.questions import Questions
from plans.importing.markup import as_html


@dataclass
class ReadSection:
    """A section as the document has it, in the document's order.

    `number` is the one the portal computes ("Del 1", "3", "6.8.1"; "" for a foreword), `written` the
    document's own.
    """

    kind: str  # the values of plans.document.models.SectionKind
    heading: str
    level: int  # 0: part or foreword, 1: chapter or appendix, 2 and on: sections
    heading_level: int = field(default=0, kw_only=True)  # that the document gave its heading
    counted: str = field(default="", kw_only=True)  # `written` in figures: "2" of »Kapitel II«
    number: str = ""
    written: str = ""
    data: str = ""  # the values of plans.document.models.RegisterData
    before: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    taken: list[Block] = field(default_factory=list)  # what became register data
    parent: "ReadSection | None" = field(default=None, repr=False)

    @property
    def depth(self) -> int:
        """How many sections it stands in."""
        return self.parent.depth + 1 if self.parent else 0

    @property
    def is_renumbered(self) -> bool:
        return self.kind != "part" and self.counted not in ("", self.number)

    @property
    def body(self) -> str:
        return as_html(self.before)

    @property
    def closing(self) -> str:
        return as_html(self.after)

    def fill_from_register(self, data: str, taken: list[int], more_text: list[Block] | None = None) -> None:
        """The blocks at the places `taken` became `data`: what follows the first of them is closing text."""
        first, places = min(taken), set(taken)
        blocks = self.before
        self.data = data
        self.taken = [blocks[place] for place in sorted(places)]
        self.after = [block for place, block in enumerate(blocks) if place > first and place not in places]
        self.before = blocks[:first] + (more_text or [])


@dataclass(frozen=True)
class ReadSignatory:
    name: str
    title: str
    municipality: str = ""


@dataclass(frozen=True)
class ReadFocusArea:
    title: str
    scope: str  # the values of plans.document.models.Scope
    municipality: str = ""
    carried: bool | None = None  # None: the document does not say whether it is new
    section: ReadSection | None = None


@dataclass(frozen=True)
class ReadPreventionArea:
    name: str
    municipality: str
    meets_crime_criterion: bool = False


@dataclass(frozen=True)
class ReadDuty:
    """What somebody owes the kredsråd's meeting in a quarter, in the document's own sentence."""

    who: str
    wording: str
    quarter: int
    year: int
    section: ReadSection


@dataclass(frozen=True)
class ReadFigure:
    table: str
    row: str
    value: Decimal
    unit: str
    source: str = ""
    period: str = ""
    as_of: date | None = None


@dataclass(frozen=True)
class Seen:
    """What the document had otherwise than the plan: for the plan's check to tell."""

    message: str
    quotation: str
    section: ReadSection | None = None


@dataclass
class ReadPlan:
    title: list[str] = field(default_factory=list)
    year: int | None = None
    other_years: list[int] = field(default_factory=list)  # that the title names, too
    district: str | None = None
    sections: list[ReadSection] = field(default_factory=list)
    signatories: list[ReadSignatory] = field(default_factory=list)
    mayors: int | None = None  # that the register expects; None before it is asked
    signed_place: str = ""
    signed_date: date | None = None
    focus_areas: list[ReadFocusArea] = field(default_factory=list)
    priorities: dict[str, list[str]] = field(default_factory=dict)
    prevention_areas: list[ReadPreventionArea] = field(default_factory=list)
    reporting_duties: list[ReadDuty] = field(default_factory=list)
    figures: list[ReadFigure] = field(default_factory=list)
    questions: Questions = field(default_factory=Questions)
    not_understood: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    other_titles: dict[str, str] = field(default_factory=dict)  # of a topic, and the one that it has
    other_contents: list[str] = field(default_factory=list)  # listed titles that no section has
    # What the file has beside its running text, counted and named: is in the plan all the same, or is not.
    came_along: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    made_by_portal: list[str] = field(
        default_factory=list
    )  # in the file, and made anew: contents, page numbers
    has_lost_signs: bool = False  # pictures, or characters that cannot be printed

    @property
    def untold(self) -> list[str]:
        """What was not understood and `left_out` does not name already."""
        named = "\n".join(self.left_out)
        return [text for text in self.not_understood if f"»{text}«" not in named]

    @property
    def is_whole(self) -> bool:
        return not (self.not_understood or self.came_along or self.left_out or self.has_lost_signs)
