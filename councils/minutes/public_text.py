"""What citizens read of a meeting, in the shape it is kept in."""

from typing import TypedDict


class PublicSeat(TypedDict):
    seat: str
    presence: str  # as people read it
    came: bool  # somebody sat there
    name: str


class PublicCorrection(TypedDict):
    day: str  # ISO, as the other days
    text: str
    reason: str


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
