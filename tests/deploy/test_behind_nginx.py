"""The real nginx before the real gunicorn: nobody stands in another's way, and each is answered in Danish."""

import gzip
import json
import signal
import socket
import ssl
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.urls import reverse

from samarbejde.running import CHECKOUT
from tests.deploy.site import BROTLI, NAME, NGINX, Answer, wait_for
from tests.looking import ENGLISH

pytestmark = pytest.mark.django_db

MB = 1_000_000
LOGIN = reverse("account_login")
HALF_A_HEADER = f"GET / HTTP/1.1\r\nHost: {NAME}\r\nX-Slow: "
HALF_A_FORM = "\r\n".join(
    [  # from a page of ours, so that the portal wants to read it
        f"POST {LOGIN} HTTP/1.1",
        f"Host: {NAME}",
        f"Origin: https://{NAME}",
        f"Cookie: __Host-csrf={'x' * 32}",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: 4000",
        "",
        "login=en",
    ]
)


def test_nginx_accepts_the_site(site):
    command = [str(NGINX), "-t", "-e", site.folder / "error.log", "-c", site.configuration]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_half_sent_requests_stop_nobody(site):
    """Eight of them, one for each thread, would stop the portal without nginx."""
    held = [site.connect() for _ in range(100)]
    for number, connection in enumerate(held):
        connection.sendall((HALF_A_HEADER if number % 2 else HALF_A_FORM).encode())
    try:
        with ThreadPoolExecutor(6) as readers:
            answers = list(readers.map(lambda _: site.get("/"), range(60)))
    finally:
        for connection in held:
            connection.close()
    assert {answer.status for answer in answers} == {200}


@pytest.mark.parametrize("announced", [True, False])
def test_a_huge_upload_is_cut_off_with_a_danish_page(site, announced):
    """Whether its length is announced, or it comes in chunks."""
    length = f"Content-Length: {250 * MB}" if announced else "Transfer-Encoding: chunked"
    block = b"x" * 64_000
    if not announced:
        block = b"%x\r\n%s\r\n" % (len(block), block)
    with site.connect() as connection:
        connection.sendall(f"POST {LOGIN} HTTP/1.1\r\nHost: {NAME}\r\n{length}\r\n\r\n".encode())
        sent, begun = 0, b""
        while sent < 250 * MB and not begun:
            connection.settimeout(20)
            connection.sendall(block)
            sent += len(block)
            begun = _arrived(connection)
        answer = begun + _rest(connection)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert "Det fylder for meget" in answer.decode()
    assert sent < 40 * MB
    assert site.get("/").status == 200


def _rest(connection: ssl.SSLSocket) -> bytes:
    """Until the server hangs up, be it on what was under way to it."""
    connection.settimeout(20)
    found = b""
    with suppress(ConnectionResetError, ssl.SSLEOFError):
        while part := connection.recv(20_000):
            found += part
    return found


def _arrived(connection: ssl.SSLSocket) -> bytes:
    connection.settimeout(0.0005)
    try:
        return connection.recv(20_000)
    except (TimeoutError, ssl.SSLWantReadError):
        return b""


def test_no_form_is_lost_on_a_kept_alive_connection(site):
    """Browsers that post again and again with pauses, while the web processes are changed for new ones."""
    done = threading.Event()
    statuses: list[list[int]] = [[] for _ in range(6)]

    def post_for_ever(number: int) -> None:
        browser = site.browser()
        while not done.is_set():
            statuses[number].append(browser.ask("POST", LOGIN, body=f"login={number}").status)
            time.sleep(0.05 * number)

    def answered_again() -> bool:
        """Each browser, and not only by what was under way."""
        return all(len(now) > before + 2 for now, before in zip(statuses, answered, strict=True))

    log = site.folder / "gunicorn.log"
    with ThreadPoolExecutor(len(statuses)) as browsers:
        posting = [browsers.submit(post_for_ever, number) for number in range(len(statuses))]
        try:
            for _ in range(2):
                answered, old = [len(each) for each in statuses], site.workers()
                wait_for(answered_again, log)
                site.signal("gunicorn", signal.SIGHUP)
                wait_for(lambda gone=old: not site.workers() & gone, log)
            answered = [len(each) for each in statuses]
            wait_for(answered_again, log)
        finally:
            done.set()
        for posted in posting:
            posted.result()
    assert {status for each in statuses for status in each} == {403}, (
        "403: the portal's, to a form without its token"
    )


def test_a_page_is_compressed_and_secure(site):
    page = site.get("/", {"Accept-Encoding": "gzip"})
    assert (page.status, page.headers["Content-Encoding"]) == (200, "gzip")
    assert "Samarbejde" in gzip.decompress(page.body).decode()
    assert page.headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert "/" not in page.headers["Server"]


@pytest.mark.skipif(not all(module.exists() for module in BROTLI), reason="nginx has no brotli modules here")
def test_a_page_is_compressed_with_brotli(site):
    assert site.get("/", {"Accept-Encoding": "gzip, br"}).headers["Content-Encoding"] == "br"


def test_what_a_visitor_says_of_themselves_is_not_believed(site):
    """Neither where they come from nor how their request is called in the log."""
    forged = {
        "X-Forwarded-For": "203.0.113.9",
        "Forwarded": "for=203.0.113.9",
        "X-Request-ID": "forged-by-visitor",
    }
    answered = site.get("/was/", {**forged, "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http"})
    log = (site.folder / "gunicorn.log").read_text().splitlines()
    line = next(json.loads(line) for line in reversed(log) if answered.headers["X-Request-ID"] in line)
    assert (answered.status, line["path"], line["address"]) == (200, "/was/", "127.0.0.1")
    assert not any(word in "".join(log) for word in ("203.0.113.9", "forged", "evil.example"))


def test_static_files_come_from_the_disk(site):
    css = next((site.folder / "var" / "static" / "css").glob("frame.*.css"))
    served = site.get(f"/static/css/{css.name}", {"Accept-Encoding": "gzip"})
    assert served.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert served.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(served.body) == css.read_bytes()
    assert site.get("/static/css/findes-ikke.css").status == 404


def test_plain_http_leads_to_https(site):
    with socket.create_connection(("127.0.0.1", site.plain_port), timeout=10) as connection:
        connection.sendall(f"GET /was/ HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode())
        answer = connection.recv(4000).decode()
    assert answer.startswith("HTTP/1.1 301 ")
    assert f"Location: https://{NAME}/was/" in answer


def test_another_name_gets_no_answer(site):
    with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
        site.connect("et-andet-sted.example.dk")


def test_a_closed_portal_says_so_and_when_to_come_back(site):
    site.closed.touch()
    try:
        page = site.get("/")
        assert site.get("/fejl/page.css").status == 200
    finally:
        site.closed.unlink()
    _is_a_page_of_nginx(page, 503, "Portalen er lukket et øjeblik")
    assert page.headers["Retry-After"] == "60"
    time.sleep(1.5)  # nginx looks for the file once a second
    assert site.get(LOGIN).status == 200


def test_an_address_that_is_too_long_is_answered_in_danish(site):
    _is_a_page_of_nginx(site.get("/" + "x" * 20_000), 414, "Forespørgslen kan ikke læses")


def test_a_portal_that_is_down_says_so_and_comes_back(site):
    site.stop("gunicorn")
    page = site.get(LOGIN)
    site.start_gunicorn()
    _is_a_page_of_nginx(page, 502, "Portalen svarer ikke lige nu")
    assert page.headers["Retry-After"] == "10"
    assert site.get("/").status == 200


def _is_a_page_of_nginx(page: Answer, status: int, heading: str) -> None:
    assert page.status == status
    assert f"<h1>{heading}</h1>" in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("page", sorted((CHECKOUT / "deploy" / "pages").glob("*.html")), ids=lambda p: p.name)
def test_a_page_of_nginx_is_danish_and_needs_nothing_else(page):
    text = page.read_text()
    assert '<html lang="da">' in text
    assert not ENGLISH.search(text.partition("<main>")[2])
    assert "<style" not in text
    assert "<script" not in text
    named = {part.split('"')[0] for part in text.replace('src="', 'href="').split('href="')[1:]}
    assert all((page.parent / name.removeprefix("/fejl/")).exists() for name in named - {"/"})
