"""»Nyt siden 2026«: two editions never change, so the page that compares them is made once and kept."""

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string

from plans.document.compared import compared
from plans.document.snapshot import Snapshot, read_snapshot
from plans.public.editions import Found, district_editions, found_among
from plans.publication.models import Edition
from samarbejde.site.compression import CODINGS, packed
from samarbejde.site.context import site
from samarbejde.site.kept_files import keep, read

ENDING = {"": "html", "gzip": "html.gz", "br": "html.br"}


def changes_page(found: Found, earlier: Found, coding: str) -> bytes:
    """Packed for the browser. Kept or not, it is the same, whoever asks."""
    if settings.DEBUG:  # templates change under a developer's hands
        return packed(_render(found, earlier).encode(), coding)
    return read(_file(found, earlier, coding)) or _make(found, earlier)[coding]


def make_changes_ready() -> int:
    """Make those that citizens come for, from the leading plan on, where they are not kept. How many?"""
    newest = {(one.district, one.year): one for one in found_among(district_editions()) if one.is_newest}
    pairs = [
        (found, newest[found.district, found.standing.earlier])
        for found in newest.values()
        if found.year >= found.standing.leading and found.standing.earlier is not None
    ]
    missing = [pair for pair in pairs if any(read(_file(*pair, coding)) is None for coding in CODINGS)]
    for pair in missing:
        _make(*pair)
    return len(missing)


def _make(found: Found, earlier: Found) -> dict[str, bytes]:
    page = _render(found, earlier).encode()
    made = {coding: packed(page, coding) for coding in CODINGS}
    for coding, body in made.items():
        keep(_file(found, earlier, coding), body)
    return made


def _file(found: Found, earlier: Found, coding: str) -> str:
    return f"{found.key}-{earlier.text_key}.changes.{ENDING[coding]}"


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
