import subprocess
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Error, Page

from samarbejde.accounts.models import User
from samarbejde.running.system_packages import browser
from tests.conftest import CHROMIUM


class OwnBrowser:
    """Chromium with a profile on the disk that outlives it."""

    def __init__(self, chromium: Browser, address: str, folder: Path) -> None:
        self.chromium, self.address, self.folder = chromium, address, folder
        self.context: BrowserContext | None = None

    def __call__(self, user: User) -> Page:
        self.context = self.chromium.browser_type.launch_persistent_context(
            self.folder, executable_path=browser(), args=CHROMIUM, base_url=self.address, locale="da-DK"
        )
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        self.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": self.address}])
        return self.context.new_page()

    def kill(self) -> None:
        subprocess.run(["pkill", "-9", "-f", f"user-data-dir={self.folder}"], check=True)
        with suppress(Error):
            self.context.close()
