"""What a page is made of beside the database: it changes with code, templates, look and packages."""

import hashlib
from functools import cache

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest

from samarbejde.site.context import site

FOLDERS = ("councils", "plans", "samarbejde", "templates")
KINDS = {".html", ".mo", ".py"}


@cache
def release() -> str:
    digest = hashlib.sha256()
    files = (file for folder in FOLDERS for file in (settings.BASE_DIR / folder).rglob("*"))
    for file in sorted(file for file in files if file.suffix in KINDS):
        digest.update(f"{file.relative_to(settings.BASE_DIR)}\n".encode() + file.read_bytes())
    digest.update((settings.BASE_DIR / "requirements.lock").read_bytes())
    look = getattr(staticfiles_storage, "manifest_hash", "")
    digest.update(f"{look} {sorted(site(HttpRequest()).items())}".encode())
    return digest.hexdigest()[:16]
