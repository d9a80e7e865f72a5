"""A picture of every page that the permission matrix knows, on a phone, on a tablet and on a desk.

    python -m tests.look.pictures FOLDER [ROOM …]

writes FOLDER/ROOM/PAGE-PERSON-WIDTH.png, so that two folders made before and after a change can be laid
side by side.
"""

import os
import sys
from pathlib import Path

import pytest

FOLDER = "PICTURES"


if __name__ == "__main__":
    where, *rooms = sys.argv[1:]
    os.environ[FOLDER] = str(Path(where).resolve())
    wanted = ["-k", " or ".join(rooms)] if rooms else []
    sys.exit(pytest.main([str(Path(__file__).with_name("picture_taking.py")), "-q", *wanted]))
