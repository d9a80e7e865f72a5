"""What citizens read of a meeting, in the shape it is kept in."""

from collections.abc import Iterator
from typing import NotRequired, TypedDict


class PublicSeat(TypedDict):
    seat: str
    presence: str  # as people read it
    came: bool  # somebody sat there
    name: str


class PublicCorrection(TypedDict):
    day: str  # ISO, as the other days
    text: str
    reason: str


class PublicFile(TypedDict):
    key: str  # names it in its address
    name: str
    told: str  # kind and size, as people read them
    digest: str  # of the bytes


class PublicPoint(TypedDict):
    title: str
    text: str
    presenter: str
    minutes: str
    decision: str
    follow_up_by: str
    follow_up_due: str  # "" where there is none
    is_postponed: bool
    corrections: list[PublicCorrection]
    attachments: NotRequired[list[PublicFile]]  # where there are any


class PublicText(TypedDict):
    council: str
    district: str
    held_on: str
    when: str
    place: str
    approved_on: str
    approval: str  # as people read it
    seats: list[PublicSeat]
    guests: list[str]
    points: list[PublicPoint]


def files_of(text: PublicText) -> Iterator[PublicFile]:
    """Of all its points; one of two points stands twice."""
    for point in text["points"]:
        yield from point.get("attachments", [])
