"""The portal's settings for tests: plain http, static files as they stand, demo logins off.

They start the tests' own database, so that pytest and the benchmarks run without `bin/test` as well.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from samarbejde import database

os.environ["SAMARBEJDE_HTTPS"] = "0"
os.environ.pop("SAMARBEJDE_DEMO", None)
os.environ |= {
    "SECRET_KEY": "only-for-tests-" * 4,
    "SECOND_FACTOR_KEY": "the-second-factors-" * 4,
    "ALLOWED_HOSTS": "localhost,127.0.0.1",
    "FROM_EMAIL": "Samarbejde <ingen-svar@samarbejde.invalid>",
}
os.environ.setdefault("SITE_URL", "http://localhost:8000")
database.start_for_tests(Path(__file__).parent.parent)

from samarbejde.settings import *  # noqa: E402, F403
from samarbejde.settings import ALLOWED_HOSTS, LOGGING, STORAGES  # noqa: E402

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
_pages = TemporaryDirectory(prefix="samarbejde-pages-")
PAGES = Path(_pages.name)
WHITENOISE_AUTOREFRESH = True  # else each test client lists var/static first, 0.1 s
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]
DATABASES["default"]["TEST"] = {"NAME": f"test_samarbejde_{os.environ.get('TEST_DB', 'suite')}"}  # noqa: F405
LOGGING = LOGGING | {"loggers": LOGGING["loggers"] | {"samarbejde": {"level": "INFO"}}}
