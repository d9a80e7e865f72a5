"""»Nyt siden 2026«: two editions never change, so the page that compares them is made once and kept."""

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string

from plans.document.compared import compared
from plans.document.snapshot import Snapshot, read_snapshot
from plans.public.editions import Found
from plans.publication.models import Edition
from samarbejde.site.compression import CODINGS, packed
from samarbejde.site.context import site
from samarbejde.site.kept_files import keep, read

ENDING = {"": "html", "gzip": "html.gz", "br": "html.br"}


def changes_page(found: Found, earlier: Found, coding: str) -> bytes:
    """Packed for the browser. Kept or not, it is the same, whoever asks."""
    if settings.DEBUG:  # templates change under a developer's hands
        return packed(_render(found, earlier).encode(), coding)
    name = f"{found.key}-{earlier.text_key}.changes"
    kept = read(f"{name}.{ENDING[coding]}")
    if kept is not None:
        return kept
    page = _render(found, earlier).encode()
    made = {one: packed(page, one) for one in CODINGS}
    for one, body in made.items():
        keep(f"{name}.{ENDING[one]}", body)
    return made[coding]


def _render(found: Found, earlier: Found) -> str:
    """Without a request: nothing of whoever asks first can stand on what everybody is sent."""
    before, after = _text(earlier), _text(found)
    context = {
        "snapshot": after,
        "earlier": before,
        "comparison": compared(before, after),
        "found": found,
        "standing": found.standing,
        "district_slug": found.district,
    }
    return render_to_string("plans/public/changes.html", site(HttpRequest()) | context)


def _text(found: Found) -> Snapshot:
    return read_snapshot(Edition.objects.values_list("snapshot", flat=True).get(pk=found.pk))
