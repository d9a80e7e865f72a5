#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line

from samarbejde.obstacle import Obstacle

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samarbejde.settings")
    if sys.argv[1:2] in (["db"], ["letters"]):  # there for the demo, as the embedded PostgreSQL is
        os.environ.setdefault("SAMARBEJDE_DEMO", "1")
    try:
        execute_from_command_line(sys.argv)
    except Obstacle as obstacle:
        sys.exit(str(obstacle))
