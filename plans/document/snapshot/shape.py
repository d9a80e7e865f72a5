"""A plan as the frozen text that everybody sees: on the screen, when signing, in print, on the web.

It is what `templates/plans/document/` shows and what an edition keeps. A change of it is a new `VERSION`.
"""

from typing import TypedDict, cast

from plans.document.snapshot.data import SHAPES, Data, Project, Shape
from plans.document.snapshot.marks import Html, Key, Text

VERSION = 8


class SectionText(TypedDict):
    number: Text
    label: Text
    title: Text
    heading: Text
    anchor: Key
    depth: int
    heading_level: int
    kind: Key
    lineage: Key
    body: Html
    closing: Html
    data_kind: Key
    data: Data | None  # what the register fills in
    projects: list[Project]  # of the topic that the section is of
    proposed_by: Text  # »lokalrådene i Herning og Skive«; "" where the secretariat does not say


class DistrictNames(TypedDict):
    name: Text
    slug: Key
    short_name: Text


class Discussed(TypedDict):
    held_on: Key
    place: Text
    early_reason: Text  # "" where the meeting was after the consultation


class Unsigned(TypedDict):
    reason: Text


class News(TypedDict):
    lineage: Key  # of a section here, or of one that is gone
    line: Text


class AgreementText(TypedDict):
    name: Text
    period: Text
    link: Key  # "" where there is none
    marks: list[Text]
    themes: list[Text]  # those that the district has chosen


class Snapshot(TypedDict):
    version: int
    title: Text
    year: int
    district: DistrictNames
    council: Text
    signed_place: Text
    signed_on: Key | None
    discussed: Discussed | None
    unsigned: Unsigned | None  # None where names are to stand under it
    agreement: AgreementText | None  # the multi-year agreement, where the plan refers to it
    news: list[News]  # what the secretariat says is new since last year's plan
    sections: list[SectionText]


def filled_in(text: Snapshot, shape: type[Shape]) -> list[Shape]:
    """What the register filled in of one kind, in reading order."""
    return [
        cast(Shape, section["data"])
        for section in text["sections"]
        if section["data"] and SHAPES.get(section["data_kind"]) is shape
    ]
