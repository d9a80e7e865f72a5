"""The district's councils, secretariat, fora and police: who they are, who leads them, and as a chart."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from textwrap import wrap

from councils.organisation.units import Placed, units
from councils.register.models import (
    LEADERS,
    Council,
    CouncilKind,
    Forum,
    Membership,
    MembershipRole,
    PoliceDistrict,
)

WIDTH, INSET, GAP, LINE = 1168, 16, 12, 20
PER_ROW = 4
WIDE, NARROW = 360, (WIDTH - 2 * INSET - (PER_ROW - 1) * GAP) // PER_ROW
WIDE_LETTERS, NARROW_LETTERS = 44, 33


@dataclass(frozen=True)
class Body:
    """One of them, with the lines that say who leads it."""

    name: str
    told: list[str]
    council: Council | None = None
    forum: Forum | None = None


@dataclass(frozen=True)
class Organisation:
    district_councils: list[Body]
    secretariat: list[Body]
    contact: list[Body]
    local: list[Body]
    forums: list[Body]
    units: list[Placed]


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    width: int
    height: int
    name: list[tuple[int, str]]
    lines: list[tuple[int, str]]  # each with how far below the top it stands


@dataclass(frozen=True)
class Frame:
    """A group of boxes with a heading."""

    y: int
    height: int
    name: str


@dataclass
class Chart:
    width: int = WIDTH
    height: int = 0
    boxes: list[Box] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def organisation(district: PoliceDistrict) -> Organisation:
    """Four queries."""
    councils = district.councils.select_related("municipality").order_by("municipality__sort_key", "sort_key")
    seats = Membership.objects.current().filter(
        council__district=district, role__in=[*LEADERS, MembershipRole.SECRETARIAT]
    )
    held = list(seats.select_related("user").order_by("role", "user__name"))
    found = list(councils)

    def of(kind: str) -> list[Body]:
        return [_council(council, held) for council in found if council.kind == kind]

    return Organisation(
        of(CouncilKind.DISTRICT),
        [_secretariat(council, held) for council in found if council.kind == CouncilKind.DISTRICT],
        of(CouncilKind.CONTACT),
        of(CouncilKind.LOCAL),
        [Body(forum.short_name, _forum_lines(forum), forum=forum) for forum in district.forums.all()],
        units(district),
    )


def _council(council: Council, held: Iterable[Membership]) -> Body:
    own = [term for term in held if term.council_id == council.pk]
    leaders = {term.role: term.user.name for term in own if term.role in LEADERS}
    told = [f"Formand: {leaders.get(MembershipRole.CHAIR, 'ingen')}"]
    if MembershipRole.VICE_CHAIR in leaders:
        told.append(f"Næstformand: {leaders[MembershipRole.VICE_CHAIR]}")
    if council.kind == CouncilKind.CONTACT and not leaders:
        told = ["Forbereder kredsrådets møder"]
    name = str(council.municipality) if council.municipality else council.get_kind_display().capitalize()
    return Body(name, told, council=council)


def _secretariat(council: Council, held: Iterable[Membership]) -> Body:
    names = [
        term.user.name
        for term in held
        if term.council_id == council.pk and term.role == MembershipRole.SECRETARIAT
    ]
    return Body("Sekretariat", names or ["Ingen"])


def _forum_lines(forum: Forum) -> list[str]:
    return [f"Ansvarlig: {forum.responsible}"] if forum.responsible else ["Ingen ansvarlig er skrevet"]


def chart(found: Organisation) -> Chart:
    """The kredsråd on top with its secretariat beside it, the kontaktudvalg below, then lokalråd and fora."""
    drawn, left = Chart(), (WIDTH - WIDE) // 2
    y = 1
    for body in found.district_councils:
        top = _box(body, left, y, WIDE)
        beside = [_box(one, WIDTH - WIDE + 39, y, WIDE - 40) for one in found.secretariat]
        drawn.boxes += [top, *beside]
        drawn.lines += [f"M{left + WIDE} {y + 24}H{one.x}" for one in beside]
        y = _below(drawn, top, max(one.height for one in (top, *beside)))
    for body in found.contact:
        box = _box(body, left, y, WIDE)
        drawn.boxes.append(box)
        y = _below(drawn, box, box.height)
    y = _group(drawn, "Lokalråd", found.local, y)
    y = _group(drawn, "Samarbejdsfora", found.forums, y)
    drawn.height = _group(drawn, *_boxed(found.units), y)
    return drawn


def _boxed(placed: list[Placed]) -> tuple[str, list[Body]]:
    """The heading and the boxes of the police: what is on top, or what is under one that is there alone."""
    heading, bodies = "Politiets enheder", list[Body]()
    alone = [row.unit.name for row in placed if not row.depth]
    top = int(len(alone) == 1 and len(placed) > 1)
    for row in placed[top:]:
        if row.depth == top:
            bodies.append(Body(row.unit.name, []))
        else:
            bodies[-1].told.append(f"{'– ' * (row.depth - top - 1)}{row.unit.name}")
    return f"{heading}: {alone[0]}" if top else heading, bodies


def _below(drawn: Chart, box: Box, height: int) -> int:
    """A line from the box down to what comes next, which begins where it ends."""
    end = box.y + height + 24
    drawn.lines.append(f"M{WIDTH // 2} {box.y + box.height}V{end}")
    return end


def _group(drawn: Chart, name: str, bodies: list[Body], y: int) -> int:
    """Rows of boxes, each as high as its highest; returns where the next group begins."""
    if not bodies:
        return y
    start, y = y, y + 44
    for first in range(0, len(bodies), PER_ROW):
        row = [
            _box(body, INSET + number * (NARROW + GAP), y, NARROW)
            for number, body in enumerate(bodies[first : first + PER_ROW])
        ]
        height = max(box.height for box in row)
        drawn.boxes += [replace(box, height=height) for box in row]
        y += height + GAP
    y += INSET - GAP
    drawn.frames.append(Frame(start, y - start, name))
    return y + 24


def _box(body: Body, x: int, y: int, width: int) -> Box:
    letters = WIDE_LETTERS if width > NARROW else NARROW_LETTERS
    names = wrap(body.name, letters - 4)
    lines = [part for told in body.told for part in wrap(told, letters)]
    placed = [(26 + LINE * number, text) for number, text in enumerate([*names, *lines])]
    return Box(x, y, width, 22 + LINE * len(placed), placed[: len(names)], placed[len(names) :])
