"""What stands behind bin/setup, bin/demo and bin/test.

Runs before any package is there: the standard library only, but for what says that it runs in `.venv`.
"""

import signal
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
VAR = CHECKOUT / "var"
VENV = CHECKOUT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"

if sys.argv[0] == "-m" and signal.getsignal(signal.SIGINT) == signal.default_int_handler:
    # one of its commands is being loaded: until `setup.run` takes over, Ctrl-C ends it without a traceback
    signal.signal(signal.SIGINT, signal.SIG_DFL)
