"""An edition never changes: its page is made once and kept as files, from which it is sent.

What depends on the day, or on what was published since, stands at two marks in the page. When that changes,
the page is put together again from its kept text, without the plan being read or rendered.
"""

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string

from plans.document.snapshot import read_snapshot
from plans.public.editions import Found, district_editions, found_among
from plans.public.municipalities import pages
from plans.publication.models import Edition
from samarbejde.site.compression import CODINGS, packed
from samarbejde.site.context import site
from samarbejde.site.kept_files import keep, read

STANDING, OTHERS = "<!-- standing -->", "<!-- other editions -->"
ENDING = {"": "html", "gzip": "html.gz", "br": "html.br"}


def edition_page(found: Found, coding: str) -> bytes:
    """The page as it is today, packed for the browser. Kept or not, it is the same, whoever asks."""
    if settings.DEBUG:  # templates change under a developer's hands
        return packed(_put_together(found, _render(found)).encode(), coding)
    return read(_file(found, coding)) or _make(found)[coding]


def make_ready() -> int:
    """Make the pages that citizens come for, from the leading plan on, where they are not kept. How many?"""
    wanted = [
        found
        for found in found_among(district_editions())
        if found.is_newest and found.year >= found.standing.leading
    ]
    missing = [found for found in wanted if any(read(_file(found, coding)) is None for coding in CODINGS)]
    for found in missing:
        _make(found)
    return len(missing)


def _make(found: Found) -> dict[str, bytes]:
    page = _put_together(found, _text(found)).encode()
    made = {coding: packed(page, coding) for coding in CODINGS}
    for coding, body in made.items():
        keep(_file(found, coding), body)
    return made


def _file(found: Found, coding: str) -> str:
    return f"{found.key}.{ENDING[coding]}"


def _text(found: Found) -> str:
    name = f"{found.text_key}.text"
    kept = read(name)
    if kept is not None:
        return kept.decode()
    text = _render(found)
    keep(name, text.encode())
    return text


def _render(found: Found) -> str:
    """Without a request: nothing of whoever asks first can stand on what everybody is sent."""
    edition = Edition.objects.get(pk=found.pk)
    text = read_snapshot(edition.snapshot)
    context = {
        "edition": edition,
        "snapshot": text,
        "is_newest": found.is_newest,
        "municipality_pages": pages(text) if found.is_newest else {},  # they show the newest
        "standing_mark": STANDING,
        "others_mark": OTHERS,
    }
    return render_to_string("plans/public/edition.html", site(HttpRequest()) | context)


def _put_together(found: Found, text: str) -> str:
    """The first mark stands above the plan's text and the second below it, whatever the text says."""
    context = {"found": found, "standing": found.standing, "district_slug": found.district}
    head, _, rest = text.partition(STANDING)
    plan, _, foot = rest.rpartition(OTHERS)
    standing = render_to_string("plans/public/_standing.html", context)
    others = render_to_string("plans/public/_other_editions.html", context)
    return f"{head}{standing}{plan}{others}{foot}"
