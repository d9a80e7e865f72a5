"""What the register fills into a section: a shape for each kind of it."""

from typing import NotRequired, TypedDict, TypeVar

from plans.document.snapshot.marks import Html, Key, Text


class SignatoryRow(TypedDict):
    name: Text
    title: Text
    municipality: Text  # "" for the director
    signed_at: Key | None  # a moment; None until then, and where the name stands on paper


class NamedMember(TypedDict):
    name: Text
    title: Text


class Signatories(TypedDict):
    place: Text
    date: Key | None
    rows: list[SignatoryRow]
    members: NotRequired[list[NamedMember]]  # in place of rows, where nobody signs


class MemberRow(TypedDict):
    name: Text
    title: Text
    role: Text


class MembersOfCouncil(TypedDict):
    council: Text
    rows: list[MemberRow]


class Members(TypedDict):
    groups: list[MembersOfCouncil]


class Project(TypedDict):
    """One that a topic embraces."""

    name: Text
    parties: Text
    period: Text
    link: Key


class FocusAreaRow(TypedDict):
    title: Text
    scope: Key
    is_new: bool | None  # None: not known
    anchor: Key  # of its section; "" for a local one
    description: Html
    projects: list[Project]
    proposed_by: Text  # as of a section


class FocusAreas(TypedDict):
    rows: list[FocusAreaRow]


class PriorityRow(FocusAreaRow):
    position: int


class PrioritiesOfMunicipality(TypedDict):
    name: Text
    slug: NotRequired[Key]  # older editions have none
    rows: list[PriorityRow]


class Priorities(TypedDict):
    municipalities: list[PrioritiesOfMunicipality]


class LeftOut(TypedDict):
    name: Text
    reason: Text


class ForumRow(TypedDict):
    code: Text
    name: Text
    purpose: Text
    parties: Text
    participants: Text
    rhythm: Text  # how often they meet
    responsible: Text
    municipalities: list[Text]
    left_out: list[LeftOut]


class Forums(TypedDict):
    rows: list[ForumRow]


class PreventionAreaRow(TypedDict):
    name: Text
    municipality: Text
    meets_crime_criterion: bool


class PreventionAreas(TypedDict):
    rows: list[PreventionAreaRow]


class FigureRow(TypedDict):
    label: Text
    value: Text
    unit: Text


class FigureTable(TypedDict):
    title: Text
    source: Text
    rows: list[FigureRow]


class Figures(TypedDict):
    tables: list[FigureTable]


class UnitRow(TypedDict):
    name: Text
    depth: int


class Organisation(TypedDict):
    rows: list[UnitRow]


class DutyRow(TypedDict):
    wording: Text
    who: Text
    modality: Text
    due: Text


class Duties(TypedDict):
    rows: list[DutyRow]


class MeetingRow(TypedDict):
    day: Text  # "3. februar 2027"
    clock: Text  # "kl. 14.00–16.00", or ""
    place: Text  # "" where it is not open to all, or not known yet
    is_public: bool


class Meetings(TypedDict):
    rows: list[MeetingRow]


Data = (
    Signatories
    | Members
    | FocusAreas
    | Priorities
    | Forums
    | PreventionAreas
    | Figures
    | Organisation
    | Duties
    | Meetings
)
Shape = TypeVar(
    "Shape",
    Signatories,
    Members,
    FocusAreas,
    Priorities,
    Forums,
    PreventionAreas,
    Figures,
    Organisation,
    Duties,
    Meetings,
)
SHAPES: dict[str, type[object]] = {
    "signatories": Signatories,
    "members": Members,
    "focus_areas": FocusAreas,
    "priorities": Priorities,
    "forums": Forums,
    "prevention_areas": PreventionAreas,
    "figures": Figures,
    "organisation": Organisation,
    "duties": Duties,
    "meetings": Meetings,
}  # by the section's `data_kind`
