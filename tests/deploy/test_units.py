"""What systemd says of the units: they can be started, and what runs in them can do little else."""

import re
import shutil
import subprocess

import pytest
from django.core.management import get_commands

from samarbejde.running import CHECKOUT

UNITS = CHECKOUT / "deploy" / "systemd"
SERVICES = sorted(UNITS.glob("*.service"))
WALLS = [
    "NoNewPrivileges=true",
    "CapabilityBoundingSet=",
    "AmbientCapabilities=",
    "ProtectSystem=strict",
    "ProtectHome=true",
    "PrivateTmp=true",
    "PrivateDevices=true",
    "ProtectClock=true",
    "ProtectHostname=true",
    "ProtectKernelLogs=true",
    "ProtectKernelModules=true",
    "ProtectKernelTunables=true",
    "ProtectControlGroups=true",
    "ProtectProc=invisible",
    "ProcSubset=pid",
    "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6",
    "RestrictNamespaces=true",
    "RestrictRealtime=true",
    "RestrictSUIDSGID=true",
    "LockPersonality=true",
    "RemoveIPC=true",
    "SystemCallArchitectures=native",
    "SystemCallFilter=@system-service",
    "SystemCallErrorNumber=EPERM",
]
needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """The units with the paths of this checkout; the worker's, which is a template, as its first instance."""
    folder = tmp_path_factory.mktemp("units")
    for unit in UNITS.iterdir():
        text = unit.read_text().replace("/srv/samarbejde", str(CHECKOUT))
        (folder / unit.name.replace("@.", "@1.")).write_text(text)
    return folder


def analyze(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *map(str, arguments)], capture_output=True, text=True)


@needs_systemd
def test_systemd_accepts_the_units(here):
    done = analyze("verify", "--man=no", *here.iterdir())
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_every_service_stands_behind_the_same_walls(unit):
    lines = unit.read_text().splitlines()
    assert lines[lines.index(WALLS[0]) :][: len(WALLS)] == WALLS
    assert any(line.startswith("User=samarbejde") for line in lines)


@needs_systemd
@pytest.mark.parametrize("name", [unit.name.replace("@.", "@1.") for unit in SERVICES])
def test_a_service_may_do_little(here, name):
    """On systemd's scale from 0.0 to 10.0; a service without any of its walls has 9.6."""
    done = analyze("security", "--offline=true", "--no-pager", "--threshold=20", here / name)
    assert done.returncode == 0, done.stdout.splitlines()[-1]


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_service_runs_what_there_is(unit):
    text = unit.read_text()
    for command in re.findall(r"manage\.py (\w+)", text):
        assert command in get_commands()
    for program in re.findall(r"/srv/samarbejde/(deploy/\S+)", text):
        assert (CHECKOUT / program).exists()
