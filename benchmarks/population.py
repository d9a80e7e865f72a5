"""Believable data for any number of districts and years, written in bulk. No text of it says anything."""

import random
import uuid
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from django.db.backends.postgresql.psycopg_any import DateRange

from councils.models import Council, CouncilKind, Membership, MembershipRole, PoliceDistrict, Side
from plans.approval.models import FrozenText, GivenSignature, RoundState, Signature, SignatureRound
from plans.document.models import FocusArea, Plan, Priority, RegisterData, Scope, Section, SectionKind
from plans.document.rendering import content_hash, snapshot
from plans.document.states import PlanState
from plans.proposals.models import Proposal, ProposalRound, Submission
from plans.proposals.states import ProposalState
from plans.publication.models import Edition, EditionFile, Passage
from samarbejde.accounts.models import User
from samarbejde.events.models import Event
from samarbejde.rich_text import plain_text

LAST_YEAR = 2027
SECTIONS = 60
WORDS = [
    "tryghed",
    "politi",
    "kommune",
    "skole",
    "unge",
    "natteliv",
    "lokalråd",
    "indsats",
    "opfølgning",
    "møde",
    "borgere",
    "forebyggelse",
    "boligområde",
    "samarbejde",
    "aftale",
    "trafik",
    "psykiatri",
    "rådgivning",
    "digital",
    "kriminalitet",
    "og",
    "i",
    "med",
    "for",
    "på",
    "til",
]


def populate(districts: int, years: int) -> PoliceDistrict:
    """Fill the register's first `districts` with people and `years` of plans, the last one under way.

    Returns a district that got everything. The register itself must stand.
    """
    chance = random.Random(113)
    chosen = list(PoliceDistrict.objects.order_by("pk")[:districts])
    for district in chosen:
        councils = list(Council.objects.filter(district=district).select_related("municipality"))
        members = _people(district, councils)
        for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1):
            _year(district, councils, members, year, chance)
    return chosen[0]


def _people(district: PoliceDistrict, councils: list[Council]) -> list[Membership]:
    posts: list[tuple[Council, str, Council | None]] = []
    for council in councils:
        if council.kind == CouncilKind.LOCAL:
            posts += [(council, MembershipRole.CHAIR, None), (council, MembershipRole.MEMBER, None)]
        else:
            posts += [(council, MembershipRole.MEMBER, seat) for seat in councils if seat.municipality]
        if council.kind == CouncilKind.DISTRICT:
            posts += [(council, MembershipRole.CHAIR, None), (council, MembershipRole.SECRETARIAT, None)]
    users = User.objects.bulk_create(
        User(
            name=f"Person {n} i {district.short_name}", email=f"{n}.{district.slug}@example.org", password="!"
        )
        for n in range(len(posts))
    )
    return Membership.objects.bulk_create(
        Membership(
            user=user,
            council=council,
            role=role,
            municipality=seat.municipality if seat else None,
            title=user.name,
            side=Side.MUNICIPALITY,
            period=DateRange(date(2006, 1, 1), None),
        )
        for user, (council, role, seat) in zip(users, posts, strict=True)
    )


def _year(
    district: PoliceDistrict,
    councils: list[Council],
    members: list[Membership],
    year: int,
    chance: random.Random,
) -> None:
    kredsraad = next(council for council in councils if council.kind == CouncilKind.DISTRICT)
    local = [council for council in councils if council.kind == CouncilKind.LOCAL]
    state = PlanState.SIGNING if year == LAST_YEAR else PlanState.PUBLISHED
    plan = Plan.objects.create(council=kredsraad, year=year, state=state)
    sections = _sections(plan, chance)
    _focus_areas(plan, sections, local)
    _proposals(plan, local, chance)
    text = snapshot(plan)
    _signatures(plan, text, [m for m in members if m.council_id == kredsraad.pk and m.role != "secretariat"])
    _edition(plan, text)  # the last one too: a new edition of it is being signed
    Event.objects.bulk_create(
        Event(verb="plan.edited", text="Et afsnit blev rettet", actor_name="Sekretariatet", subject=plan)
        for _ in range(SECTIONS)
    )


def _sections(plan: Plan, chance: random.Random) -> list[Section]:
    foreword = Section(
        plan=plan, kind=SectionKind.FOREWORD, heading="Forord", position=1, data=RegisterData.SIGNATORIES
    )
    chapters = [
        Section(plan=plan, kind=SectionKind.CHAPTER, heading=f"Kapitel om {chance.choice(WORDS)}", position=n)
        for n in range(2, 12)
    ]
    top = Section.objects.bulk_create([foreword, *chapters])
    below = [
        Section(
            plan=plan,
            parent=top[1 + n % len(chapters)],
            heading=f"Om {chance.choice(WORDS)} og {chance.choice(WORDS)}",
            body="".join(f"<p>{_prose(chance)}</p>" for _ in range(4)),
            position=n // len(chapters) + 1,
        )
        for n in range(SECTIONS - len(top))
    ]
    below[-1].data = RegisterData.PRIORITIES
    return [*top, *Section.objects.bulk_create(below)]


def _prose(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=50)).capitalize() + "."


def _focus_areas(plan: Plan, sections: list[Section], local: list[Council]) -> None:
    areas = FocusArea.objects.bulk_create(
        FocusArea(
            plan=plan, title=f"Fælles emne {n}", scope=Scope.DISTRICT, section=sections[-n], since=plan.year
        )
        for n in (2, 3)
    )
    Priority.objects.bulk_create(
        Priority(council=council, focus_area=area, position=n)
        for council in local
        for n, area in enumerate(areas, start=1)
    )


def _proposals(plan: Plan, local: list[Council], chance: random.Random) -> None:
    deadline = datetime(plan.year - 1, 11, 1, tzinfo=UTC)
    round_ = ProposalRound.objects.create(
        plan=plan, opens_at=deadline - timedelta(days=60), deadline=deadline
    )
    under_way = (ProposalState.SUBMITTED, ProposalState.RECOMMENDED, ProposalState.CHANGES_REQUESTED)
    proposals = Proposal.objects.bulk_create(
        Proposal(
            round=round_,
            council=council,
            state=under_way[n % 3],
            title=f"Forslag {n} fra {council.name}",
            background=f"<p>{_prose(chance)}</p>",
            text=f"<p>{_prose(chance)}</p>",
            submitted_at=deadline - timedelta(days=5),
        )
        for council in local
        for n in range(3)
    )
    chairs = dict(
        Membership.objects.filter(council__in=local, role=MembershipRole.CHAIR).values_list("council", "user")
    )
    Submission.objects.bulk_create(
        Submission(
            proposal=proposal, number=1, submitted_by_id=chairs[proposal.council_id], **asdict(proposal.words)
        )
        for proposal in proposals
    )


def _signatures(plan: Plan, text: dict[str, object], members: list[Membership]) -> None:
    done = plan.state == PlanState.PUBLISHED
    signed_at = datetime(plan.year - 1, 12, 15, tzinfo=UTC)
    round_ = SignatureRound.objects.create(
        plan=plan,
        text=FrozenText.objects.create(snapshot=text, content_hash=content_hash(text)),
        place="Holstebro",
    )
    signatures = Signature.objects.bulk_create(
        Signature(
            round=round_,
            position=n,
            membership=member,
            name=f"Person {n}",
            title=member.title,
        )
        for n, member in enumerate(members)
    )
    if done:
        GivenSignature.objects.bulk_create(
            GivenSignature(signature=signature, signed_at=signed_at, signed_hash=round_.content_hash)
            for signature in signatures
        )
        round_.state, round_.closed_at = RoundState.COMPLETE, signed_at
        round_.save()


def _edition(plan: Plan, text: dict[str, list[dict[str, str]]]) -> None:
    pdf = b"%PDF-1.7 " + uuid.uuid4().bytes * 8_000  # as large as a real one
    edition = Edition.objects.create(
        plan=plan,
        number=1,
        snapshot=text,
        content_hash=content_hash(text),
        pdf_sha256=sha256(pdf).hexdigest(),
        published_at=datetime(plan.year - 1, 12, 20, tzinfo=UTC),
    )
    EditionFile.objects.create(edition=edition, content=pdf)
    Passage.objects.bulk_create(
        Passage(
            edition=edition,
            position=n,
            anchor=part["anchor"],
            title=part["title"],
            text=plain_text(part["body"]),
        )
        for n, part in enumerate(text["sections"])
    )
