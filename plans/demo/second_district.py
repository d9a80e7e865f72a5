"""A second district with little: who leads it, two lokalråd, and this year's plan, signed on paper."""

import json
from datetime import date

from django.utils import timezone

from councils.attendance.seats import Answer, seats_on
from councils.models import Council, CouncilKind, Membership, MembershipRole, PoliceDistrict, Presence, Side
from plans.approval import workflow as approval
from plans.approval.signers import signers_on_paper
from plans.demo.clock import on
from plans.demo.facts import FOLDER, add_agreement, add_forums, add_units
from plans.demo.naming import count_topics_apart
from plans.demo.people import TERM, person
from plans.document.models import Plan, Scope
from plans.drafting import workflow as drafting
from plans.publication import workflow as publication
from samarbejde.accounts.models import User

SLUG = "fyn"
PLACE = "Odense"
WITH_PEOPLE = ("Odense", "Svendborg")
LEFT_OUT = ("Opgaver og afrapporteringer", "Boligområder på forebyggelseslisten")
MINUTES = "Kredsrådet drøftede udkastet og tilsluttede sig årets emner."


def tell_of_second_district() -> Plan:
    district = PoliceDistrict.objects.get(slug=SLUG)
    kredsraad = Council.objects.get(district=district, kind=CouncilKind.DISTRICT)
    secretary = _appoint(district, kredsraad)
    add_agreement(district)
    add_forums(district)
    add_units(district)
    year, before = timezone.localdate().year, timezone.localdate().year - 1
    with on(date(before, 9, 2)):
        plan = drafting.start_plan(kredsraad, year, by=secretary)
        _write(plan, secretary)
        count_topics_apart(plan, secretary)
    with on(date(before, 10, 1)):
        approval.send_to_consultation(plan, by=secretary)
    _agree(plan, before, secretary)
    return plan


def _appoint(district: PoliceDistrict, kredsraad: Council) -> User:
    """Who sits there today; the secretary is returned."""
    where = district.short_name
    secretary = person(f"sekretariat.{SLUG}", f"Kredsrådets sekretariat på {where}")
    director = person(f"direktoer.{SLUG}", f"Politidirektøren på {where}")
    seats = [
        _seat(secretary, kredsraad, "Sekretariatet", Side.POLICE, MembershipRole.SECRETARIAT),
        _seat(director, kredsraad, "Politidirektør", Side.POLICE, MembershipRole.CHAIR),
    ]
    for place in district.municipalities.all():
        mayor = person(f"borgmester.{place.slug}", f"Borgmesteren i {place}")
        seat = _seat(mayor, kredsraad, f"Borgmester i {place} Kommune", Side.MUNICIPALITY)
        seat.municipality = place
        seats.append(seat)
    for council in Council.objects.local_in(district.pk).filter(municipality__name__in=WITH_PEOPLE):
        assert council.municipality
        slug, name = council.municipality.slug, council.municipality.name
        chair = person(f"formand.{slug}", f"Formanden for {council.name}")
        member = person(f"medlem.{slug}", f"SSP-konsulent i {name} Kommune")
        seats.append(_seat(chair, council, "Leder af lokalpolitiet", Side.POLICE, MembershipRole.CHAIR))
        seats.append(_seat(member, council, member.name, Side.MUNICIPALITY))
    for seat in seats:
        seat.save()
    return secretary


def _seat(
    user: User, council: Council, title: str, side: str, role: str = MembershipRole.MEMBER
) -> Membership:
    return Membership(user=user, council=council, title=title, side=side, role=role, period=TERM)


def _write(plan: Plan, secretary: User) -> None:
    told = json.loads((FOLDER / f"{SLUG}.json").read_text(encoding="utf-8"))
    for section in plan.sections.filter(heading__in=LEFT_OUT):
        drafting.delete_section(section, by=secretary)
    for section in plan.sections.filter(heading__in=told["sections"]):
        drafting.save_section(
            section,
            by=secretary,
            version=section.version,
            heading=section.heading,
            body=told["sections"][section.heading],
        )
    for topic in told["topics"]:
        drafting.add_focus_area(plan, **topic, scope=Scope.DISTRICT, council=None, by=secretary)
    councils = {str(one.municipality): one for one in Council.objects.local_in(plan.council.district_id)}
    for topic in told["local"]:
        council = councils[topic.pop("where")]
        drafting.add_focus_area(plan, **topic, scope=Scope.LOCAL, council=council, by=secretary)


def _agree(plan: Plan, year: int, secretary: User) -> None:
    """Discussed, signed and made public before the year that it is for."""
    met, signed_on = date(year, 11, 25), date(year, 12, 10)
    with on(met, hour=14):
        answers = [Answer(seat, Presence.PRESENT) for seat in seats_on(plan.council, met)]
        approval.record_discussion(
            plan,
            held_on=met,
            place=f"Politigården i {PLACE}",
            answers=answers,
            minutes=MINUTES,
            by=secretary,
        )
    with on(signed_on, hour=15):
        signers = signers_on_paper(plan, signed_on)
        approval.record_paper_signatures(
            plan, place=PLACE, signed_on=signed_on, signers=signers, by=secretary
        )
    with on(date(year, 12, 12)):
        publication.publish(publication.order_publication(plan, note="", by=secretary).pk)
