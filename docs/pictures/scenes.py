"""Which pages are photographed, and as whom."""

import io
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Browser, Page

from councils.attendance.seats import Answer, seats_on
from councils.models import Presence
from plans.approval import workflow as approval
from plans.approval.models import Signature
from plans.decisions import workflow as decisions
from plans.document.models import Plan
from plans.proposals.models import Proposal
from plans.proposals.states import UNDECIDED
from plans.publication.models import Edition
from samarbejde.accounts.models import User

HERE = Path(__file__).resolve().parent
DESK = {"width": 1280, "height": 860}
PHONE = {"width": 360, "height": 740}
COLOURS = 128
BETWEEN = 24  # pixels between pictures side by side


class Camera:
    """Opens a page as somebody, and keeps what is seen."""

    def __init__(self, chromium: Browser, address: str) -> None:
        self.chromium = chromium
        self.address = address

    def open(self, path: str, who: User | None = None, size: dict[str, int] = DESK) -> Page:
        context = self.chromium.new_context(
            viewport=size, locale="da-DK", device_scale_factor=2 if size is PHONE else 1
        )
        if who:
            client = Client()
            client.force_login(who)
            key = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": self.address}])
        page = context.new_page()
        page.goto(self.address + path, wait_until="networkidle")
        return page

    def take(self, name: str, path: str, who: User | None = None) -> None:
        keep(name, [seen(self.open(path, who))])


def seen(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def keep(name: str, pictures: list[Image.Image]) -> None:
    """The pictures side by side, in few colours: they are mostly white."""
    width = sum(picture.width for picture in pictures) + BETWEEN * (len(pictures) - 1)
    sheet = Image.new("RGB", (width, max(picture.height for picture in pictures)), "#c8ccd0")
    left = 0
    for picture in pictures:
        sheet.paste(picture, (left, 0))
        left += picture.width + BETWEEN
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / f"{name}.png", optimize=True)


def take_all(camera: Camera) -> None:
    plan, secretariat = Plan.objects.latest("year"), person("sekretariat")
    section = plan.sections.exclude(body="").exclude(focus_area=None).first()
    proposal = Proposal.objects.get(title="Tryg transport til natteliv og arrangementer")
    assert section
    camera.take("desk", reverse("desk"), secretariat)
    camera.take("plan-text", reverse("plan-text", args=[plan.pk]), secretariat)
    camera.take("edit-section", reverse("edit-section", args=[plan.pk, section.pk]), secretariat)
    camera.take("proposal-board", reverse("proposal-board", args=[plan.pk]), secretariat)
    decide = reverse("decide-proposal", args=[proposal.pk])
    camera.take("proposal-decision", f"{decide}?valg=optag", secretariat)
    take_citizens_pages(camera)
    take_signing(camera, plan, secretariat)


def take_citizens_pages(camera: Camera) -> None:
    edition = Edition.objects.select_related("plan__council__district").latest("plan__year")
    place = [edition.plan.council.district.slug, edition.plan.year]
    camera.take("citizens-plan", reverse("edition", args=place))
    camera.take("municipality", reverse("municipality-page", args=[*place, "herning"]))
    command = ["pdftoppm", "-png", "-r", "50", "-f", "1", "-l", "4", "-"]
    pages = subprocess.run(command, input=bytes(edition.file.content), capture_output=True, check=True).stdout
    keep("pdf", list(pictures_in(pages)))


def pictures_in(pngs: bytes) -> Iterator[Image.Image]:
    """The pictures of several PNG files one after the other."""
    mark = b"\x89PNG\r\n\x1a\n"
    for png in pngs.split(mark)[1:]:
        yield Image.open(io.BytesIO(mark + png)).convert("RGB")


def take_signing(camera: Camera, plan: Plan, secretariat: User) -> None:
    mayor = person("borgmester.viborg")
    signature = sent_for_signature(plan, secretariat).get(membership__user=mayor)
    page = camera.open(reverse("sign", args=[signature.pk]), mayor, PHONE)
    top = seen(page)
    page.get_by_role("link", name="Gå til underskrift").click()
    page.get_by_role("button", name="Underskriv samarbejdsplanen").scroll_into_view_if_needed()
    bottom = seen(page)
    page.get_by_role("button", name="Underskriv samarbejdsplanen").click()
    page.get_by_text("Du har underskrevet").wait_for()
    keep("sign-on-phone", [top, bottom, seen(page)])


def sent_for_signature(plan: Plan, by: User) -> QuerySet[Signature]:
    today = timezone.localdate()
    undecided = Proposal.objects.filter(round__plan=plan, state__in=UNDECIDED)
    decisions.postpone(plan, undecided, reason="Vi nåede dem ikke.", by=by)
    approval.send_to_consultation(plan, by=by)
    answers = [Answer(seat, Presence.PRESENT) for seat in seats_on(plan.council, today)]
    meeting = {"held_on": today, "place": "Politigården i Holstebro", "minutes": "Kredsrådet var enigt."}
    approval.record_discussion(plan, **meeting, answers=answers, by=by)
    round_ = approval.open_round(plan, place="Holstebro", deadline=today + timedelta(days=14), by=by)
    return round_.signatures.all()


def person(handle: str) -> User:
    return User.objects.get(email=f"{handle}@demo.invalid")
