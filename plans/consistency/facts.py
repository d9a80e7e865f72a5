"""What a plan is measured against, beside its own words. Plain values, nothing of the database."""

from dataclasses import dataclass, field

from plans.consistency.findings import Waived


@dataclass(frozen=True)
class LocalCouncil:
    pk: int
    name: str
    municipality: str


@dataclass(frozen=True)
class Topic:
    title: str
    is_local: bool = False
    council: int | None = None  # the local one's lokalråd
    description: str = ""
    lineage: str = ""
    section: str = ""  # the lineage of its section


@dataclass(frozen=True)
class Holder:
    """Of an office on the day; a signatory of a plan from elsewhere is one too."""

    name: str
    title: str
    role: str = ""
    council: str = ""
    council_kind: str = ""
    municipality: str = ""


@dataclass(frozen=True)
class ToDo:
    wording: str
    who: str
    due_year: int | None = None
    due_quarter: int | None = None
    section: str = ""  # its lineage


@dataclass(frozen=True)
class Area:
    """On the ministry's prevention list in the plan's year."""

    name: str
    municipality: str


@dataclass(frozen=True)
class Agreement:
    name: str
    from_year: int
    to_year: int
    extended_to: int | None = None

    @property
    def last_year(self) -> int:
        return self.extended_to or self.to_year


@dataclass(frozen=True)
class Remark:
    """What the document had otherwise that the plan was read from."""

    message: str
    quotation: str
    lineage: str


@dataclass(frozen=True)
class Facts:
    plan: int = 0
    year: int = 0
    district: str = ""  # »Midt- og Vestjyllands Politi«
    place: str = ""  # »Midt- og Vestjylland«
    council_kind: str = "district"  # of the council whose plan it is
    municipalities: tuple[str, ...] = ()  # in Danish order
    local_councils: tuple[LocalCouncil, ...] = ()
    topics: tuple[Topic, ...] = ()
    lists: dict[int, tuple[str, ...]] = field(default_factory=dict)  # titles by lokalråd
    holders: tuple[Holder, ...] = ()
    signed_by: tuple[Holder, ...] = ()
    to_do: tuple[ToDo, ...] = ()
    prevention_areas: tuple[Area, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    abbreviations: frozenset[str] = frozenset()  # that need no explanation
    import_remarks: tuple[Remark, ...] = ()
    waived: tuple[Waived, ...] = ()
    own_words: frozenset[str] = frozenset()  # that the dictionary lacks, in small letters
    house_words: tuple[tuple[str, str], ...] = ()  # how it is found, and how it is written
