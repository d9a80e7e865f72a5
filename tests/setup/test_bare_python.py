"""The commands run before any package is installed."""

import subprocess
import sys

import pytest
from django.conf import settings


@pytest.mark.parametrize("command", ["setup", "demo", "checks", "packages"])
def test_a_command_needs_nothing_but_python(command):
    without_packages = [sys.executable, "-S", "-c", f"import samarbejde.running.{command}"]
    done = subprocess.run(without_packages, cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
