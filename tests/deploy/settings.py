"""The portal as in operation, with its static files beside the test's other files."""

import os
from pathlib import Path

from samarbejde.settings import *  # noqa: F403

STATIC_ROOT = Path(os.environ["COLLECTED"]) / "static"
# half the time; what is compressed, style sheets show
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*WHITENOISE_SKIP_COMPRESS_EXTENSIONS, "js", "svg")  # noqa: F405
