"""`.venv/bin/python -m benchmarks.serving`: a plan's page from nginx beside files of its size from nginx.

All with TLS and brotli, in turns; one of the files has the page's headers. Needs nginx and wrk. The time is
nginx's own of the processor: steadier than the speed on a machine that does other work.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import django

ROUNDS, SECONDS, READERS = 7, 3, 16
NOBODY_ELSE = re.compile(
    r"server \{\n[^}]*ssl_reject_handshake on;\n\}\n"
)  # wrk names no host in its handshake
TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    if missing := [name for name in ("nginx", "wrk") if not shutil.which(name, path=_path())]:
        sys.exit(f"{' og '.join(missing)} er ikke installeret.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    with _a_published_plan() as address, _a_site() as site:
        page = site.get(address, {"Accept-Encoding": "br"})
        assert page.headers["Content-Encoding"] == "br"
        file = site.folder / "var" / "static" / "page.html"
        for ending in ("", ".br"):
            Path(f"{file}{ending}").write_bytes(page.body)
        _add_headers(site, page.headers)
        places = {
            "the plan's page": address,
            "a file": "/static/page.html",
            "a file with its headers": "/same/page.html",
        }
        rounds = [{what: _measure(site, path) for what, path in places.items()} for _ in range(ROUNDS)]
    print(f"{len(page.body)} bytes, {READERS} readers, {ROUNDS} rounds of {SECONDS} s, median")
    for what in places:
        speed, cost = (median(one[what][figure] for one in rounds) for figure in (0, 1))
        ratio = median(one["the plan's page"][0] / one[what][0] for one in rounds)
        print(
            f"{what:24} {speed:6.0f} answers a second, {cost:4.1f} µs of nginx each, page : this {ratio:.2f}"
        )


@contextmanager
def _a_published_plan() -> Iterator[str]:
    """Its address, in a database of its own."""
    from django.test.utils import get_runner, setup_test_environment

    from benchmarks.population import LAST_YEAR, populate
    from councils.register.seeding import load_register
    from samarbejde.database import as_owner
    from tests.database import as_portal

    setup_test_environment(debug=False)
    runner = get_runner(django.conf.settings)(verbosity=0, interactive=False)
    with as_owner():
        databases = runner.setup_databases()
        try:
            with as_portal():
                load_register()
                yield f"/{populate(1, 1).slug}/{LAST_YEAR}/"
        finally:
            runner.teardown_databases(databases)


@contextmanager
def _a_site():
    from tests.deploy.site import Site

    with tempfile.TemporaryDirectory(prefix="samarbejde-site-", dir="/tmp") as folder:
        site = Site(Path(folder))
        conf = site.folder / "site.conf"
        conf.write_text(NOBODY_ELSE.sub("", conf.read_text()))
        site.collect_static_files()
        try:
            site.start_nginx()
            site.start_gunicorn()
            yield site
        finally:
            site.stop("gunicorn")
            site.stop("nginx")


def _add_headers(site, headers) -> None:
    """Serve the file at /same/ as well, with what the page says beside itself."""
    own = {
        "content-encoding",
        "content-length",
        "content-type",
        "connection",
        "date",
        "etag",
        "server",
        "vary",
    }
    said = "".join(
        f'add_header {name} "{value}" always; ' for name, value in headers.items() if name.lower() not in own
    )
    files = f"gzip_static on; alias {site.folder}/var/static/;"
    conf = site.folder / "site.conf"
    place = "    location /static/ {"
    conf.write_text(conf.read_text().replace(place, f"    location /same/ {{ {files} {said} }}\n{place}"))
    site.signal("nginx", signal.SIGHUP)
    time.sleep(2)


def _measure(site, path: str) -> tuple[float, float]:
    """Answers a second, and microseconds of processor time for each."""
    from tests.deploy.site import HOST, NAME

    before = _processor_seconds(site)
    headers = ["-H", f"Host: {NAME}", "-H", "Accept-Encoding: gzip, deflate, br"]
    command = ["wrk", "-t1", f"-c{READERS}", f"-d{SECONDS}", *headers, f"https://{HOST}:{site.port}{path}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in said, said
    answers = int(re.search(r"(\d+) requests in", said)[1])
    speed = float(re.search(r"Requests/sec: *([\d.]+)", said)[1])
    return speed, 1e6 * (_processor_seconds(site) - before) / answers


def _processor_seconds(site) -> float:
    """Of nginx's worker process."""
    pid = (site.folder / "nginx.pid").read_text().strip()
    workers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    total = 0
    for worker in workers:
        fields = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def _path() -> str:
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])


if __name__ == "__main__":
    main()
