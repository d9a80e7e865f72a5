import runpy
from pathlib import Path

import pytest
from django.conf import settings as project


@pytest.fixture
def https(monkeypatch, settings):
    """The portal's own settings of a machine that serves https."""
    monkeypatch.setenv("SAMARBEJDE_HTTPS", "1")
    monkeypatch.setenv("SITE_URL", "https://localhost")
    ours = runpy.run_path(str(Path(project.BASE_DIR) / "samarbejde" / "settings.py"))
    for name, value in ours.items():
        if name.startswith(("SECURE_", "SESSION_COOKIE", "CSRF_COOKIE")):
            setattr(settings, name, value)
