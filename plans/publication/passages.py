"""An edition's sections as search finds them."""

from collections.abc import Iterable
from uuid import UUID

from plans.document.snapshot import SectionText, read_snapshot, wording
from plans.publication.models import Edition, Passage, SearchWord
from samarbejde.text.words import folded, words


def make_searchable(edition: Edition) -> None:
    """Within the transaction that publishes it."""
    found = passages(edition)
    Passage.objects.bulk_create(found)
    add_words(found)


def add_words(found: Iterable[Passage]) -> None:
    """In alphabetical order, so that two editions that become public at once wait for each other in turn."""
    new = sorted(set().union(*(words_of(passage) for passage in found)))
    SearchWord.objects.bulk_create(
        (SearchWord(text=word, folded=folded(word)) for word in new), ignore_conflicts=True, batch_size=5_000
    )


def passages(edition: Edition) -> list[Passage]:
    """One for each section, not saved; the text holds what the register filled in as well."""
    return [
        _passage(edition, position, section)
        for position, section in enumerate(read_snapshot(edition.snapshot)["sections"], start=1)
    ]


def words_of(passage: Passage) -> set[str]:
    return {*words(passage.title), *words(passage.text)}


def _passage(edition: Edition, position: int, section: SectionText) -> Passage:
    below_title = {"body": section["body"], "data": section["data"], "closing": section["closing"]}
    passage = Passage(
        edition=edition,
        position=position,
        lineage=UUID(section["lineage"]),
        anchor=section["anchor"],
        title=section["title"],
        title_words=f" {' '.join(map(folded, words(section['title'])))} ",
        text="\n".join(wording(below_title)),
    )
    passage.words = [Passage.mark(edition.pk), *sorted(words_of(passage))]
    return passage
