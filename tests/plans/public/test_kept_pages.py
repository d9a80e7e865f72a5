"""An edition's page is made once and sent from a file: whole, of today, and nobody's alone."""

import gzip
import logging
import os
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest
import time_machine
from django.db import connection
from django.template import Template
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plans.management.commands.worker import SWEEPS
from plans.public.pages import make_ready
from samarbejde.site.release import release
from samarbejde.workers.queues import PDF
from tests.making import a_plan, an_edition, section

PLAN = "/midt-og-vestjylland/2026/"
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}
SUMMER = "2026-07-01T12:00:00+02:00"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.PAGES = tmp_path / "sider"
    return settings.PAGES


@pytest.fixture
def rendered(monkeypatch) -> Counter[str]:
    """How often each template is rendered, counted beside the real thing."""
    times: Counter[str] = Counter()
    render = Template.render

    def counted(self, context):
        times[str(self.name)] += 1
        return render(self, context)

    monkeypatch.setattr(Template, "render", counted)
    return times


def kept(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (folder / release()).iterdir()}


def page(client, address=PLAN, coding="identity"):
    return client.get(address, headers={"Accept-Encoding": coding})


def queries(client, **headers) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(PLAN, headers=headers)
    return len(captured)


def test_the_first_visit_makes_it_and_the_next_cost_one_query_and_no_rendering(client, edition, rendered):
    assert queries(client) == 2
    assert rendered.pop("plans/public/edition.html") == 1
    rendered.clear()
    assert [queries(client, accept_encoding=coding) for coding in UNPACK] == [1, 1, 1]
    assert not rendered


@pytest.mark.parametrize("coding", UNPACK)
def test_it_is_the_same_page_however_it_is_packed(client, edition, coding):
    cold, warm = page(client, coding=coding), page(client, coding=coding)
    assert cold.content == warm.content
    assert UNPACK[coding](warm.content) == page(Client()).content
    assert warm.get("Content-Encoding", "identity") == coding
    assert "Accept-Encoding" in warm["Vary"]
    assert "Flere unge skal trives i skolen." in UNPACK[coding](warm.content).decode()


def test_small_is_small(client, edition):
    sizes = [len(page(client, coding=coding).content) for coding in ("br", "gzip", "identity")]
    assert sizes == sorted(sizes)
    assert sizes[1] * 3 < sizes[2]


def test_its_hash_is_the_etag_and_is_the_same_before_and_after_it_is_kept(client, edition, folder):
    cold, warm = page(client, coding="br"), page(client, coding="gzip")
    assert cold["ETag"] == warm["ETag"]
    assert release() in cold["ETag"]
    assert queries(client, if_none_match=cold["ETag"]) == 1
    assert client.get(PLAN, headers={"If-None-Match": cold["ETag"]}).status_code == 304


def test_a_wiped_folder_is_filled_again(client, edition, folder):
    before = page(client).content
    for file in (folder / release()).iterdir():
        file.unlink()
    (folder / release()).rmdir()
    assert page(client).content == before
    assert len(kept(folder)) == 4  # the text, and the page in three ways


def test_a_new_day_or_edition_is_put_together_without_rendering_the_plan(client, cast, edition, rendered):
    with time_machine.travel(SUMMER):
        assert "Gælder i 2026" in page(client).content.decode()
    an_edition(a_plan(cast.kredsraad(), 2027))
    rendered.clear()
    with time_machine.travel("2027-02-01"):
        assert "En nyere plan gælder" in page(client).content.decode()
        assert "plans/public/edition.html" not in rendered
        an_edition(edition.plan)
        an_edition(edition.plan)
        page(client, f"{PLAN}udgave/1/")
        rendered.clear()
        an_edition(edition.plan)
        shown = page(client, f"{PLAN}udgave/1/").content.decode()
    assert "plans/public/edition.html" not in rendered
    assert "Du læser en tidligere udgave" in shown
    assert f'href="{PLAN}udgave/4/"' in shown


@time_machine.travel(SUMMER)
def test_the_two_marks_are_filled_and_leave_no_trace(client, cast):
    plan = a_plan(cast.kredsraad(), 2026)
    section(plan, "Mærker", "<p>&lt;!-- standing --&gt; &lt;!-- other editions --&gt;</p>")
    an_edition(plan)
    an_edition(plan)
    shown = page(client).content.decode()
    assert "<!--" not in shown
    assert shown.count("Du læser") == 0
    assert shown.index("Gælder i 2026") < shown.index("&lt;!-- standing --&gt;")
    assert shown.count("<h2>Andre udgaver</h2>") == 1


def test_nothing_of_whoever_asks_first_is_on_what_everybody_gets(client, cast, as_user, edition):
    theirs = page(as_user(cast.sekretariat)).content
    assert page(client).content == theirs
    assert cast.sekretariat.name not in theirs.decode().partition("<main")[0]
    assert "csrf" not in theirs.decode()
    assert "nonce" not in theirs.decode()
    assert "nonce" not in page(client)["Content-Security-Policy"]


def test_another_release_uses_files_of_its_own_and_those_long_gone_make_room(
    client, edition, folder, monkeypatch
):
    page(client)
    [name] = [name for name in kept(folder) if name.endswith(".html")]
    gone, recent = folder / "0123456789abcdef", folder / "fedcba9876543210"
    for other, hours in ((gone, 25), (recent, 23)):
        other.mkdir()
        (other / name).write_text("en gammel udgave af portalen")
        os.utime(other, (time.time() - hours * 3_600,) * 2)
    assert "gammel" not in page(client).content.decode()
    for file in (folder / release()).iterdir():
        file.unlink()
    (folder / release()).rmdir()
    page(client)
    assert not gone.exists()
    assert recent.exists()


def test_half_a_file_is_never_there_to_be_read(client, edition, folder, monkeypatch):
    """The process dies, or the disk is full, while a page is written."""
    whole = page(client).content
    for file in (folder / release()).iterdir():
        file.unlink()

    def dies(descriptor: int) -> None:
        os.ftruncate(descriptor, 10)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", dies)
    assert page(client).content == whole
    assert kept(folder) == {}
    monkeypatch.undo()


def test_a_folder_that_takes_nothing_is_no_error_for_the_reader(client, edition, folder, caplog):
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("en fil i vejen")
    with caplog.at_level(logging.WARNING, logger="samarbejde.site.kept_files"):
        answer = page(client, coding="gzip")
    assert answer.status_code == 200
    assert "Flere unge" in gzip.decompress(answer.content).decode()
    assert "a page was not kept" in caplog.text


def test_while_a_developer_works_each_visit_is_rendered_and_nothing_kept(client, edition, folder, settings):
    settings.DEBUG = True
    for _ in range(2):
        assert "Flere unge" in gzip.decompress(page(client, coding="gzip").content).decode()
    assert not folder.exists()


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one_whole_page(cast, folder):
    an_edition(a_plan(cast.kredsraad(), 2026))
    with ThreadPoolExecutor(6) as readers:
        bodies = set(readers.map(lambda _: _alone(), range(12)))
    assert len(bodies) == 1
    assert not [name for name in kept(folder) if name.startswith(".")]


def _alone() -> bytes:
    try:
        return page(Client()).content
    finally:
        connection.close()


def test_the_worker_makes_what_citizens_come_for(client, cast, folder, rendered):
    with time_machine.travel(SUMMER):
        for year in (2025, 2026, 2027):
            an_edition(a_plan(cast.kredsraad(), year))
        SWEEPS[PDF]()
        assert rendered["plans/public/edition.html"] == 2
        assert make_ready() == 0
        changes = {name for name in kept(folder) if ".changes." in name}
        years = {"midt-og-vestjylland-2026", "midt-og-vestjylland-2027"}
        assert {name.rsplit("-", 2)[0] for name in set(kept(folder)) - changes} == years
        assert {name[: len("midt-og-vestjylland-2026")] for name in changes} == years
        assert queries(client) == 1


def test_the_other_pages_of_citizens_say_when_they_change(client, edition):
    for address in ("/", "/midt-og-vestjylland/", f"{PLAN}kommuner/herning/", "/soeg/?q=unge", "/was/"):
        for coding in UNPACK:
            answer = page(client, address, coding)
            assert answer.status_code == 200
            assert answer["Cache-Control"] == "public, max-age=60, must-revalidate"
            assert answer["X-Accel-Expires"] == "10"
            assert answer.get("Content-Encoding", "identity") == coding
            assert b"</html>" in UNPACK[coding](answer.content)
            again = client.get(address, headers={"If-None-Match": answer["ETag"], "Accept-Encoding": coding})
            assert (again.status_code, again.content) == (304, b"")


def test_no_page_behind_the_login_is_packed_or_kept_by_a_proxy(cast, as_user):
    answer = page(as_user(cast.sekretariat), "/arbejdsbord/", "br, gzip")
    assert "Content-Encoding" not in answer
    assert "X-Accel-Expires" not in answer


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("GZIP", "gzip"),
        ("br; q=0.0, gzip; q=0", None),
        ("*", None),
        ("", None),
    ],
)
def test_a_page_comes_as_the_browser_takes_it(client, edition, accepted, coding):
    assert page(client, coding=accepted).get("Content-Encoding") == coding
