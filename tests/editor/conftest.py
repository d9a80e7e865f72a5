from collections.abc import Iterator

import pytest

from plans.document.models import Section
from samarbejde.accounts.models import User
from tests.browser import Portal, Visitor
from tests.editor.own_browser import OwnBrowser
from tests.making import a_plan, section


@pytest.fixture
def portal(transactional_db, live_server, chromium) -> Iterator[Portal]:
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


@pytest.fixture
def natteliv(transactional_db, cast) -> Section:
    return section(a_plan(cast.kredsraad()), "Natteliv", "<p>Politiet går tur.</p><p>Slut.</p>")


@pytest.fixture
def saves_by_the_button(monkeypatch) -> None:
    """Nobody's text saves itself, however slow the test is."""
    never = property(lambda user: False, lambda user, value: None)
    monkeypatch.setattr(User, "saves_while_writing", never)


@pytest.fixture
def writer(portal, natteliv, cast) -> Visitor:
    return portal.visitor(cast.sekretariat)


@pytest.fixture
def own_browser(chromium, tmp_path, live_server) -> Iterator[OwnBrowser]:
    started = OwnBrowser(chromium, live_server.url, tmp_path)
    yield started
    started.context.close()
