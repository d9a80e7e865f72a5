"""The sections that have every word of the query, each once, the best first."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add, or_
from uuid import UUID

from django.db.models import BooleanField, Case, F, Func, IntegerField, OrderBy, Q, QuerySet, Value, When
from django.db.models.functions import Abs, Coalesce
from django.utils import timezone

from plans.public.searching.asking import FEW, Asked, asked
from plans.publication.models import Edition, Passage
from samarbejde.danish import number_text
from samarbejde.text.words import folded

MOST_COUNTED = 1_000
WORDS = Passage._meta.get_field("words")
ALONE_IN_TITLE, FIRST_IN_TITLE, IN_TITLE, ALONE_IN_TEXT = 5, 4, 3, 1


@dataclass(frozen=True)
class InForce:
    """The newest edition of a plan."""

    pk: int
    year: int
    district: str  # its slug
    place: str = ""  # of a lokalråd's plan the slug of its kommune


@dataclass(frozen=True)
class Found:
    asked: list[Asked]
    passages: list[int]  # one of each section: that of the year nearest to today

    @property
    def is_capped(self) -> bool:
        return len(self.passages) > MOST_COUNTED

    @property
    def shown(self) -> list[int]:
        return self.passages[:MOST_COUNTED]

    @property
    def count(self) -> str:
        return f"Mere end {number_text(MOST_COUNTED)}" if self.is_capped else str(len(self.passages))


class HasOneOf(Func):
    """Of an array of words, and another."""

    template = "EXISTS (SELECT FROM unnest(%(expressions)s))"
    arg_joiner = ") AS word WHERE word = ANY("
    output_field = BooleanField()


class HasPart(HasOneOf):
    """Of an array of words, and a part of a word."""

    template = "EXISTS (SELECT FROM unnest(%(expressions)s) > 0)"
    arg_joiner = ") AS word WHERE strpos(word, "


def in_force() -> list[InForce]:
    """Of every district and of every lokalråd."""
    place = Coalesce("plan__council__municipality__slug", Value(""))
    columns = ("pk", "plan__year", "plan__council__district__slug", place)
    return [InForce(*row) for row in Edition.objects.in_force().order_by("pk").values_list(*columns)]


def nearest(editions: Iterable[InForce]) -> dict[tuple[str, str], InForce]:
    """Of each district, and of each kommune in it, the edition nearest to today; of two years the later."""
    today = timezone.localdate().year
    furthest_first = sorted(editions, key=lambda one: (-abs(one.year - today), one.year))
    return {(one.district, one.place): one for one in furthest_first}


def find(query: str, editions: Collection[InForce], names: Collection[str] = ()) -> Found:
    """In these editions, and where the section has these names or stands in the plan of a kommune alone.

    What is found often enough in the plans of today, by a few of the words that are meant, is not looked
    for by all of them, nor in those of all years: an index of words is fast while either is few.
    """
    now = list(nearest(editions).values())
    found = _found(asked(query), now, names)
    if not found.is_capped:
        every_word = asked(query, most=None)
        found = _found(every_word, now, names)
        if not found.is_capped:
            found = _found(every_word, editions, names)
    return found


def years(
    sections: Collection[UUID], sought: list[Asked], editions: Iterable[InForce]
) -> dict[UUID, list[int]]:
    """In which of the editions' years each section has the words, newest first."""
    year_of = {edition.pk: edition.year for edition in editions}
    found = defaultdict(list)
    having = Passage.objects.filter(lineage__in=sections, edition__in=year_of)
    for word in sought:
        having = having.filter(_has(word))
    for lineage, edition in having.values_list("lineage", "edition"):
        found[lineage].append(year_of[edition])
    return {lineage: sorted(those, reverse=True) for lineage, those in found.items()}


def _has(word: Asked) -> Q:
    """`= ANY` looks each word of a passage up, where `&&` would compare each with all."""
    meant = Q(HasOneOf("words", Value(list(word.found), output_field=WORDS)))
    return meant | Q(HasPart("words", Value(word.word))) if word.is_cut else meant


def _found(sought: list[Asked], editions: Iterable[InForce], names: Collection[str]) -> Found:
    if not sought or not all(word.found for word in sought):
        return Found(sought, [])
    pks = [edition.pk for edition in editions]
    own = [edition.pk for edition in editions if edition.place]
    chosen = _one_of_each(_naming(_matching(sought, pks), names, own))
    if any(word.is_cut for word in sought):
        titled = Passage.objects.filter(edition__in=pks)
        for word in sought:
            titled = titled.filter(title_words__contains=folded(word.word))
        chosen = chosen.union(_naming(titled, names, own).values("pk"))
    return Found(sought, list(_ranked(chosen, sought)[: MOST_COUNTED + 1]))


def _matching(sought: list[Asked], editions: list[int]) -> QuerySet[Passage]:
    """The index compares what it finds with each word that it is asked for, so it is asked for few.

    That is the rarest, and those with few spellings; each section that is left is held against the rest.
    """
    are_few = len(editions) <= FEW
    passages = (
        Passage.objects.filter(words__overlap=list(map(Passage.mark, editions)))
        if are_few
        else Passage.objects.filter(edition__in=editions)
    )
    rarest = min(sought, key=lambda word: len(word.found))
    for word in sought:
        is_indexed = word is rarest or len(word.found) <= FEW
        passages = passages.filter(Q(words__overlap=list(word.found)) if is_indexed else _has(word))
    return passages


def _naming(passages: QuerySet[Passage], names: Collection[str], own: Collection[int]) -> QuerySet[Passage]:
    if not names:
        return passages
    return passages.filter(Q(words__contains=list(names)) | Q(edition__in=own))


def _one_of_each(matching: QuerySet[Passage]) -> QuerySet[Passage, object]:
    return matching.order_by("lineage", *_nearest_year()).distinct("lineage").values("pk")


def _ranked(chosen: QuerySet[Passage, object], sought: list[Asked]) -> QuerySet[Passage, int]:
    return (
        Passage.objects.filter(pk__in=chosen)
        .annotate(points=reduce(add, map(_points, sought)))
        .order_by("-points", *_nearest_year(), "edition__plan__council__district__sort_key", "position")
        .values_list("pk", flat=True)
    )


def _nearest_year() -> tuple[OrderBy, OrderBy]:
    year = F("edition__plan__year")
    return Abs(year - timezone.localdate().year).asc(), year.desc()


def _points(word: Asked) -> Case:
    """How much a section is about the word."""

    def title_has(form: str) -> Q:
        return reduce(or_, (Q(title_words__contains=form.format(spelt)) for spelt in word.spellings))

    return Case(
        When(title_has(" {} "), then=ALONE_IN_TITLE),
        When(title_has(" {}"), then=FIRST_IN_TITLE),
        When(title_has("{}"), then=IN_TITLE),
        When(words__contains=[word.word], then=ALONE_IN_TEXT),
        default=Value(0),
        output_field=IntegerField(),
    )
