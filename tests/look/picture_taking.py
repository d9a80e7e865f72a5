"""Taken by `python -m tests.look.pictures`; not a test of the suite."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.look.pictures import FOLDER
from tests.look.test_every_page import HOST, Answer, answered, fulfilling
from tests.looking import wait_for_fonts
from tests.test_permission_matrix import ROOMS

WIDTHS = {360: 740, 768: 1024, 1280: 800}


def name_of(answer: Answer) -> str:
    return re.sub(r"[^\w-]+", "-", f"{answer.key} {answer.visitor}").strip("-")


def take(page: Page, answer: Answer, folder: Path) -> None:
    page.route("**/*", fulfilling(answer))
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.goto(HOST + answer.address)
        wait_for_fonts(page)
        page.screenshot(path=folder / f"{name_of(answer)}-{width}.png", full_page=True)
    page.unroute_all()


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
def test_pictures(room, cast, chromium: Browser):
    folder = Path(os.environ[FOLDER], room.__name__.rpartition(".")[2])
    folder.mkdir(parents=True, exist_ok=True)
    page = chromium.new_context(locale="da-DK", reduced_motion="reduce").new_page()
    for answer in list(answered(cast, room.ROWS)):
        take(page, answer, folder)
    page.context.close()
    assert list(folder.glob("*.png"))
