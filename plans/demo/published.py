"""The demo's published plans: 2025, read from its document, and this year's, carried forward from it."""

import json
from datetime import date, timedelta

from django.utils import timezone

from councils.models import Membership
from plans.approval import workflow as approval
from plans.approval.models import Signature
from plans.approval.signers import members_on, signers_on_paper
from plans.demo.clock import on
from plans.demo.facts import FOLDER
from plans.demo.people import People
from plans.document.models import Plan
from plans.drafting import workflow as drafting
from plans.importing.belonging import read_document
from plans.importing.workflow import import_plan
from plans.publication import workflow as publication
from plans.publication.models import Publication, PublicationState
from plans.publication.pdf.process import can_make_pdf

FIRST = 2025
DOCUMENT = "samarbejdsplan-2025.md"
PLACE = "Holstebro"


def publish_first_plan(people: People) -> Plan:
    """The plan of 2025 with the names, dates and areas of the published one; its prose is the demo's own."""
    with on(date(2024, 10, 1)):
        content = (FOLDER / DOCUMENT).read_bytes()
        reading = read_document(DOCUMENT, content, district=people.district, year=FIRST)
        plan = import_plan(reading, district=people.district, year=FIRST, by=people.secretariat)
        drafting.send_to_consultation(plan, by=people.secretariat)
    _discuss(plan, date(2024, 11, 26), people)
    signed_on = date(2024, 12, 19)
    with on(signed_on, hour=15):
        signers = signers_on_paper(plan, signed_on)
        approval.record_paper_signatures(
            plan, place=PLACE, signed_on=signed_on, signers=signers, by=people.secretariat
        )
    return _publish(plan, date(2024, 12, 20), people)


def publish_this_year(previous: Plan, people: People, year: int) -> Plan:
    """The plan in force, signed in the portal by those who hold the offices."""
    before = year - 1
    with on(date(before, 8, 18)):
        plan = drafting.carry_forward(previous, year, by=people.secretariat)
        _rewrite(plan, people)
    with on(date(before, 10, 6)):
        drafting.send_to_consultation(plan, by=people.secretariat)
    _discuss(plan, date(before, 11, 24), people)
    with on(date(before, 11, 27)):
        round_ = approval.open_round(plan, place=PLACE, deadline=date(before, 12, 15), by=people.secretariat)
    signatures = Signature.objects.filter(round=round_).select_related("membership__user")
    for days, signature in enumerate(signatures):
        with on(date(before, 11, 28) + timedelta(days=days), hour=8 + days):
            assert signature.membership
            approval.sign(signature, seen_hash=round_.content_hash, by=signature.membership.user)
    return _publish(plan, date(before, 12, 16), people)


def _rewrite(plan: Plan, people: People) -> None:
    texts = json.loads((FOLDER / "this_year.json").read_text(encoding="utf-8"))
    for section in plan.sections.filter(heading__in=texts):
        drafting.save_section(
            section,
            by=people.secretariat,
            version=section.version,
            heading=section.heading,
            body=texts[section.heading].replace("{year}", str(plan.year)),
            closing=section.closing,
        )


def _discuss(plan: Plan, day: date, people: People) -> None:
    with on(day, hour=14):
        present: list[Membership] = list(members_on(people.kredsraad, day).signatories())
        approval.record_discussion(
            plan,
            held_on=timezone.localdate(),
            place=f"Politigården i {PLACE}",
            present=present,
            minutes="Kredsrådet drøftede udkastet og tilsluttede sig årets emner.",
            by=people.secretariat,
        )


def publish_what_was_held() -> None:
    """Where the story was told without Pango: its plans become public on the days of the story after all."""
    held = Publication.objects.filter(state=PublicationState.HELD).order_by("ordered_at")
    if not held.exists() or not can_make_pdf():
        return
    for order in held:
        with on(timezone.localdate(order.ordered_at)):
            publication.resume(order)
            publication.publish(order.pk)


def _publish(plan: Plan, day: date, people: People) -> Plan:
    with on(day):
        order = publication.order_publication(plan, note="", by=people.secretariat)
        publication.publish(order.pk)
    plan.refresh_from_db()
    return plan
