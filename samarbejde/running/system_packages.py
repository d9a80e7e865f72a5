"""Debian's packages that the set-up needs: installed where that takes no password, else told at once."""

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys

from samarbejde.obstacle import Obstacle
from samarbejde.running.packages import needs_venv
from samarbejde.system_dependencies import missing_programs, missing_to_make_pdf, missing_to_read_pdf

BROWSERS = ("chromium-headless-shell", "chromium")  # the one without windows is quicker, but not everywhere
TEST_PROGRAMS = {"qpdf": "qpdf"}
IN_CI = {"/usr/sbin/nginx": "nginx"}  # its package starts a server on port 80: nobody's own machine gets that
BREW = {
    **dict.fromkeys(("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"), "pango"),
    "poppler-utils": "poppler",
    "chromium": "--cask chromium",
}


def browser() -> str | None:
    """Where the Chromium lies that the tests look with."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def install_system_packages(*, test: bool, ask: bool) -> None:
    """Raises Obstacle when one is missing that the rest waits for. The portal starts without PDF."""
    missing = _missing(test=test)
    if missing and _may_install(missing, ask=ask):
        print(f"Installerer {' '.join(missing)} …", flush=True)
        _install(missing)
        missing = _missing(test=test)
    if not missing:
        return
    sentence = f"Her mangler {', '.join(missing)}: kør '{_command(missing)}'."
    if test or _missing_for_venv():
        raise Obstacle(sentence)
    print(f"{sentence} {_lost()}", flush=True)


def _missing(*, test: bool) -> list[str]:
    missing = [*_missing_for_venv(), *missing_to_make_pdf(), *missing_to_read_pdf()]
    if test and not browser():
        missing.append("chromium")
    if test:
        missing += missing_programs(TEST_PROGRAMS | (IN_CI if os.environ.get("CI") else {}))
    return missing


def _missing_for_venv() -> list[str]:
    """Debian's Python has the module venv, but not what it installs pip from."""
    if not needs_venv() or importlib.util.find_spec("ensurepip"):
        return []
    return ["python{}.{}-venv".format(*sys.version_info)]


def _lost() -> str:
    """What the portal cannot do as long as something is missing."""
    lost = [
        word
        for word, missing in (("lave", missing_to_make_pdf()), ("læse", missing_to_read_pdf()))
        if missing
    ]
    return f"Indtil da kan portalen ikke {' eller '.join(lost)} PDF."


def _may_install(packages: list[str], *, ask: bool) -> bool:
    if not shutil.which("apt-get") or not _is_admin():
        return False
    question = f"Må jeg installere {' '.join(packages)}? [J/n] "
    return not ask or input(question).strip().lower() in ("", "j", "ja")


def _is_admin() -> bool:
    """Root, or allowed to be without a password."""
    return os.geteuid() == 0 or (shutil.which("sudo") is not None and _succeeds("sudo", "-n", "true"))


def _install(packages: list[str]) -> None:
    admin = [*([] if os.geteuid() == 0 else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive"]
    install = [*admin, "apt-get", "-o", "DPkg::Lock::Timeout=60", "install", "-y", "--no-install-recommends"]
    quicker, _ = BROWSERS
    _succeeds(*admin, "apt-get", "update")
    _succeeds(*admin, "dpkg", "--configure", "-a")  # what an interrupted installation left
    if not _succeeds(*install, *(quicker if package in BROWSERS else package for package in packages)):
        _succeeds(*install, *packages)
    importlib.invalidate_caches()


def _succeeds(*command: str) -> bool:
    return not subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode


def _command(packages: list[str]) -> str:
    if sys.platform == "darwin":
        return "brew install " + " ".join(dict.fromkeys(BREW.get(package, package) for package in packages))
    admin = "" if os.geteuid() == 0 else "sudo "
    return f"{admin}apt-get install -y --no-install-recommends {' '.join(packages)}"
