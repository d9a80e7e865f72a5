"""What stands behind bin/setup, bin/demo and bin/test.

Runs before any package is there: the standard library only, but for what says that it runs in `.venv`.
"""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
VAR = CHECKOUT / "var"
VENV = CHECKOUT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
