"""What systemd's journal gets from the web server: lines of JSON alone, from gunicorn as from the portal."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

from samarbejde.running import CHECKOUT
from tests.outbox.conftest import free_port


def answers(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def test_every_line_is_json():
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    web = subprocess.Popen(
        [*command, "samarbejde.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "1"],
        cwd=CHECKOUT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.setup.served"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    end = time.monotonic() + 30
    while not answers(port):
        assert time.monotonic() < end
        time.sleep(0.1)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/was/?q=hemmeligt", timeout=30) as page:
        given = page.headers["X-Request-ID"]
    web.send_signal(signal.SIGTERM)
    written, _ = web.communicate(timeout=90)

    lines = [json.loads(line) for line in written.splitlines()]
    assert {"gunicorn.error", "samarbejde.site.request_log"} <= {line["logger"] for line in lines}
    (answered,) = [line for line in lines if line["event"] == "answered"]
    assert (answered["request"], answered["path"]) == (given, "/was/")
    assert "hemmeligt" not in written
