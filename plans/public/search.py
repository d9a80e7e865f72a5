"""Search in the editions in force. Danish stemming is uneven, so parts of words count as well."""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from plans.public.editions import district_editions
from plans.publication.models import Passage
from samarbejde.headers import revalidated
from samarbejde.rich_text import line

PER_PAGE = 20
MOST_WORDS = 8
SNIPPET = 220  # characters


@dataclass(frozen=True)
class Hit:
    passage: Passage
    snippet: SafeString


@require_safe
@revalidated
def results(request: HttpRequest) -> HttpResponse:
    query = line(request.GET.get("q", ""))[:200]
    words = re.findall(r"\w+(?:-\w+)*", query)[:MOST_WORDS]
    page = Paginator(_passages(words), PER_PAGE).get_page(request.GET.get("side"))
    hits = [Hit(passage, _snippet(passage.text, words)) for passage in page]
    return render(request, "plans/public/search.html", {"query": query, "page": page, "hits": hits})


def _passages(words: list[str]) -> QuerySet[Passage]:
    if not words:
        return Passage.objects.none().order_by("pk")
    wanted = Q()
    for word in words:
        stem = Q(words=SearchQuery(word, config="danish"))
        wanted &= stem | Q(title__icontains=word) | Q(text__icontains=word)
    found = Passage.objects.filter(wanted, edition__in=district_editions().in_force())
    newest_first = ("-edition__plan__year", "edition__plan__council__district__sort_key", "position")
    return (
        found.select_related("edition__plan__council__district")
        .defer("edition__snapshot")
        .order_by(*newest_first)
    )


def _snippet(text: str, words: list[str]) -> SafeString:
    """The text around the first word that is found, with the words marked."""
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(f"({'|'.join(map(re.escape, longest_first))})", re.IGNORECASE)
    first = pattern.search(text)
    start = text.rfind(" ", 0, max(0, first.start() - SNIPPET // 3)) + 1 if first else 0
    end = start + SNIPPET
    # Splitting by a group leaves the matches at the odd places.
    pieces = enumerate(pattern.split(text[start:end]))
    marked = format_html_join("", "{}", ((_mark(piece) if place % 2 else piece,) for place, piece in pieces))
    return format_html("{}{}{}", "… " if start else "", marked, " …" if end < len(text) else "")


def _mark(word: str) -> SafeString:
    return format_html("<mark>{}</mark>", word)
