"""The portal's settings on a machine in operation, with the example of each variable: what checks look at."""

import os

from samarbejde.environment import VARIABLES

os.environ.setdefault("SECRET_KEY", "only-for-checks-" * 4)
os.environ.setdefault("SECOND_FACTOR_KEY", "only-for-checks-too-" * 4)
os.environ.setdefault("SAMARBEJDE_PAGES", "")  # whoever checks may not write where the example is
for name, variable in VARIABLES.items():
    os.environ.setdefault(name, variable.example)

from samarbejde.settings import *  # noqa: E402, F403
