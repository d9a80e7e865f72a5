"""Nothing is fetched but `data:` and the files the job names."""

import socket
from collections.abc import Iterator

import pytest

from plans.publication.pdf.fetching import ProjectFiles
from plans.publication.pdf.job import NotPrintable
from plans.publication.pdf.process import run
from plans.publication.pdf.rendering import print_job
from samarbejde.transitions import Refused
from tests.plans.publication.pdf import samples
from tests.plans.publication.pdf.conftest import PUBLISHED


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server of this machine that notes whoever calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


def _called(server: socket.socket) -> bool:
    try:
        server.accept()
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.css",
        "https://eksempel.dk/x.png",
        "ftp://eksempel.dk/x",
        "file:///etc/passwd",
        "file:///static/css/plan-print.css",
        "file:///static/../../../etc/passwd",
        "FILE:///etc/passwd",
        "//eksempel.dk/x",
        "/etc/passwd",
    ],
)
def test_an_address_that_the_job_does_not_name_is_refused(address, tmp_path):
    (tmp_path / "x").write_text("x")
    with pytest.raises(ValueError, match="disallowed|absolute"):
        ProjectFiles({"file:///static/x": str(tmp_path / "x")}).fetch(address)


def test_data_and_named_files_are_served(tmp_path):
    (tmp_path / "x").write_bytes(b"indhold")
    files = ProjectFiles({"file:///static/x": str(tmp_path / "x")})
    assert files.fetch("file:///static/x").read() == b"indhold"
    assert files.fetch("data:text/plain,hej").read() == b"hej"


@pytest.mark.parametrize(
    "html",
    [
        '<img src="http://127.0.0.1:{port}/x.png" alt="x">',
        '<object data="http://127.0.0.1:{port}/x.png"></object>',
        '<embed src="http://127.0.0.1:{port}/x.png">',
        '<img src="file:///etc/passwd" alt="x">',
        '<p style="background: url(http://127.0.0.1:{port}/x.png)">x</p>',
        '<link rel="stylesheet" href="http://127.0.0.1:{port}/x.css">',
        "<style>@import url(http://127.0.0.1:{port}/x.css);</style>",
    ],
)
def test_a_text_that_names_addresses_fetches_nothing_and_is_refused(typed, listener, html):
    with pytest.raises(NotPrintable, match="Teksten indeholder et billede eller en fil"):
        typed("<h1>A</h1>" + html.format(port=listener.getsockname()[1]))
    assert not _called(listener)


def test_an_attachment_from_elsewhere_is_not_put_in(typed, listener):
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
    with pytest.raises(NotPrintable):
        typed(f'<link rel="attachment" href="{address}"><h1>A</h1>')
    assert not _called(listener)


def test_the_style_names_only_fonts_of_the_project():
    files = print_job(samples.plan(), edition=1, published_on=PUBLISHED).files
    assert {path.rpartition("-")[2] for path in files.values()} == {
        *("Regular.ttf", "Italic.ttf", "SemiBold.ttf", "SemiBoldItalic.ttf")
    }


def test_the_refusal_reaches_the_one_who_asked():
    section = samples.section("1", "A", 0, "chapter", body='<p><img src="file:///etc/passwd" alt="x"></p>')
    job = print_job(samples.snapshot([section]), edition=1, published_on=PUBLISHED)
    with pytest.raises(Refused, match="^PDF'en blev ikke lavet. Teksten indeholder et billede eller en fil"):
        run(job)
