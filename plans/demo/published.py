"""The demo's published plans: 2025, read from its document, and this year's, carried forward from it."""

import json
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from councils.attendance.seats import Answer, Seat, seats_on
from councils.models import Membership, Presence
from plans.approval import workflow as approval
from plans.approval.models import Signature
from plans.approval.signers import signers_on_paper
from plans.consultation import workflow as consultation
from plans.consultation.bodies import body_of
from plans.demo.clock import on
from plans.demo.duties import lay_duties
from plans.demo.facts import FOLDER
from plans.demo.last_round import hold_last_round
from plans.demo.partners import answer_of_partners, list_partners
from plans.demo.people import People
from plans.demo.returning import return_draft, take_in
from plans.document.models import Plan
from plans.drafting import workflow as drafting
from plans.importing.admission import read_document
from plans.importing.workflow import import_plan
from plans.pictures.workflow import keep_picture
from plans.publication import workflow as publication
from plans.publication.models import Publication, PublicationState
from plans.publication.pdf.process import can_make_pdf
from samarbejde.accounts.demo import address
from samarbejde.files.remaking import made_of
from samarbejde.text.rich_text_pictures import Picture

FIRST = 2025
DOCUMENT = "samarbejdsplan-2025.md"
PLACE = "Holstebro"
CORRECTED = "Indsats for børn, unge og mistrivsel"
STOOD_IN_FOR, APOLOGISED = "Skive", "Lemvig"
ASKED_FOR = "Se især på årets emner, og skriv, hvis noget ikke passer hos jer."


def publish_first_plan(people: People) -> Plan:
    """The plan of 2025 with the names, dates and areas of the published one; its prose is the demo's own."""
    with on(date(2024, 10, 1)):
        content = (FOLDER / DOCUMENT).read_bytes()
        reading = read_document(DOCUMENT, content, district=people.district, year=FIRST)
        plan = import_plan(reading, district=people.district, year=FIRST, by=people.secretariat)
        approval.send_to_consultation(plan, by=people.secretariat)
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
    before, today = year - 1, timezone.localdate()
    with on(date(before, 8, 18)):
        plan = drafting.carry_forward(previous, year, by=people.secretariat)
        _rewrite(plan, people)
        _read(plan, people)
    with on(date(before, 8, 20)):
        lay_duties(plan, people, today)
    hold_last_round(plan, people)
    with on(date(before, 10, 6)):
        until = date(before, 11, 6)
        asked = list_partners(people)
        consultation.send(plan, answer_by=until, note=ASKED_FOR, partners=asked, by=people.secretariat)
    _answer_consultation(plan, before)
    answer_of_partners(plan, date(before, 10, 23))
    return_draft(plan, date(before, 10, 24))
    take_in(plan, date(before, 11, 10), people)
    _discuss(plan, date(before, 11, 24), people, with_corrections=True)
    with on(date(before, 11, 25)):
        _correct(plan, people)
    with on(date(before, 11, 27)):
        round_ = approval.open_round(plan, place=PLACE, deadline=date(before, 12, 15), by=people.secretariat)
    signatures = Signature.objects.filter(round=round_).select_related("membership__user")
    for days, signature in enumerate(signatures):
        with on(date(before, 11, 28) + timedelta(days=days), hour=8 + days):
            assert signature.membership
            approval.sign(signature, seen_hash=round_.content_hash, by=signature.membership.user)
    return _publish(plan, date(before, 12, 16), people)


def _read(plan: Plan, people: People) -> None:
    for section in plan.sections.filter(unread=True):
        drafting.say_read(section, by=people.secretariat)
    for area in plan.focus_areas.filter(unread=True):
        drafting.say_read(area, by=people.secretariat)


def _rewrite(plan: Plan, people: People) -> None:
    texts = json.loads((FOLDER / "this_year.json").read_text(encoding="utf-8"))
    for section in plan.sections.filter(heading__in=texts):
        told = texts[section.heading]
        drafting.save_section(
            section,
            by=people.secretariat,
            version=section.version,
            heading=told.get("heading", section.heading),
            body=told["body"].replace("{year}", str(plan.year)) + _pictured(plan, told, people),
            closing=section.closing,
        )


def _pictured(plan: Plan, told: dict[str, Any], people: People) -> str:
    """A figure, where something is drawn."""
    if not (picture := told.get("picture")):
        return ""
    made = made_of((FOLDER / picture["file"]).read_bytes())
    kept = keep_picture(plan, made, by=people.secretariat)
    named = Picture(kept.name, kept.width, kept.height, picture["alt"])
    return f"{named.opening}<figcaption>{picture['caption']}</figcaption></figure>"


def _answer_consultation(plan: Plan, year: int) -> None:
    """Three of those who are heard write, all of them in October, and are answered."""
    [sent] = plan.consultations.select_related("plan")
    seats = Membership.objects.with_places()
    for told in json.loads((FOLDER / "remarks.json").read_text(encoding="utf-8")):
        seat = seats.get(user__email=address(told["handle"]))
        with on(date(year, 10, told["day"])):
            reply = consultation.reply(sent, body_of(seat), told["text"], version=0, by=seat.user)
        assert sent.sent_by is not None, "the secretariat sent it"
        with on(date(year, 11, 10)):
            consultation.answer(reply, told["outcome"], told["answer"], version=0, by=sent.sent_by)


def _correct(plan: Plan, people: People) -> None:
    """What the kredsråd asked for is written in, and stands in the record."""
    section = plan.sections.get(heading=CORRECTED)
    words = section.body.replace("møde efter tre måneder", "møde efter to måneder")
    drafting.save_section(
        section, by=people.secretariat, version=section.version, heading=section.heading, body=words
    )
    approval.end_corrections(plan, by=people.secretariat)


def _discuss(plan: Plan, day: date, people: People, *, with_corrections: bool = False) -> None:
    with on(day, hour=14):
        approval.record_discussion(
            plan,
            held_on=timezone.localdate(),
            place=f"Politigården i {PLACE}",
            answers=[_answer(seat) for seat in seats_on(people.kredsraad, day)],
            minutes="Kredsrådet drøftede udkastet og tilsluttede sig årets emner.",
            with_corrections=with_corrections,
            by=people.secretariat,
        )


def _answer(seat: Seat) -> Answer:
    """All were there but one mayor, for whom the deputy stood in, and one who had sent apologies."""
    presence = {STOOD_IN_FOR: Presence.STAND_IN, APOLOGISED: Presence.ABSENT}.get(seat.label)
    return Answer(seat, presence or Presence.PRESENT)


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
