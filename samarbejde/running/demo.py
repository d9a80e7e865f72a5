"""bin/demo: the portal with one district in full swing, until Ctrl-C."""

import errno
import http.client
import os
import secrets
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from samarbejde.obstacle import Obstacle
from samarbejde.running import CHECKOUT, VAR, VENV_PYTHON, setup
from samarbejde.running.processes import Processes

HOST = "127.0.0.1"  # demo logins are for this machine only


def main(arguments: list[str]) -> int:
    if unknown := set(arguments) - {"--no-input"}:
        raise Obstacle(f"Ukendt valg {' '.join(sorted(unknown))}: kør '[PORT=8000] bin/demo [--no-input]'.")
    port = _port()
    refuse_taken_port(port)
    setup.prepare(ask=sys.stdin.isatty() and "--no-input" not in arguments)
    environment = _environment(port)
    print("Gør databasen og prøvekredsen klar …", flush=True)
    if subprocess.run(
        [VENV_PYTHON, "-m", "samarbejde.running.ready"], cwd=CHECKOUT, env=environment
    ).returncode:
        return 1
    with Processes(VAR / "log") as processes:
        processes.start("web", _web(port), environment)
        processes.start("worker", [VENV_PYTHON, "manage.py", "worker"], environment)
        _run(processes, port)
    print("Portalen er stoppet.")
    return 0


def _run(processes: Processes, port: int) -> None:
    while not processes.told_to_stop and not _answers(port):
        processes.pause(0.1)
    address = f"http://localhost:{port}/"
    if not processes.told_to_stop:
        print(f"\nPortalen kører på {address}")
        print(f"Log ind med ét klik som sekretariat, formand, borgmester …: {address}demo/")
        print("Stop den med Ctrl-C.", flush=True)
    while not processes.told_to_stop:
        processes.pause(0.2)


def _port() -> int:
    wish = os.environ.get("PORT") or "8000"
    if not wish.isascii() or not wish.isdigit() or not 0 < int(wish) < 65536:
        raise Obstacle(f"PORT={wish} er ikke en port: kør 'PORT=8123 bin/demo'.")
    return int(wish)


def refuse_taken_port(port: int) -> None:
    error = _binding_error(port)
    if error is not None:
        what = "er optaget" if error.errno == errno.EADDRINUSE else "må du ikke bruge"
        other = next(free for free in range(8000, 65536) if _binding_error(free) is None)
        raise Obstacle(f"Port {port} {what}: kør 'PORT={other} bin/demo'.")


def _binding_error(port: int) -> OSError | None:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((HOST, port))
        except OSError as error:
            return error
    return None


def _environment(port: int) -> dict[str, str]:
    """Demo logins exist because of SAMARBEJDE_DEMO, and nothing but this sets it."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "samarbejde.settings",
        "SAMARBEJDE_DEMO": "1",
        "SAMARBEJDE_HTTPS": "0",
        "SITE_URL": f"http://localhost:{port}",
        "SECRET_KEY": _secret_key(),
    }
    if sys.platform == "darwin":  # where Homebrew puts Pango
        environment.setdefault("DYLD_FALLBACK_LIBRARY_PATH", "/opt/homebrew/lib:/usr/local/lib:/usr/lib")
    return environment


def _secret_key() -> str:
    """One for this checkout, so that a login survives a restart."""
    file = VAR / "secret-key"
    if not file.exists() or not file.read_text():  # an interrupted start may leave an empty one
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()


def _web(port: int) -> list[str | Path]:
    return [
        *(VENV_PYTHON, "-m", "gunicorn", "samarbejde.wsgi", "--bind", f"{HOST}:{port}"),
        *("--preload", "--workers", "2", "--threads", "4", "--graceful-timeout", "5", "--no-control-socket"),
    ]


def _answers(port: int) -> bool:
    """Asked past any proxy, and on machines that do not know the name localhost."""
    with closing(http.client.HTTPConnection(HOST, port, timeout=5)) as web:
        try:
            web.request("HEAD", "/")
            web.getresponse()
        except (OSError, http.client.HTTPException):
            return False
    return True


if __name__ == "__main__":
    setup.run(main)
