"""Is every row that was to be kept still there as it was written, and is no other?

What is hashed is PostgreSQL's own text of a row; the hashes and the chain are computed anew here, so that
nothing which stands in the database is believed of itself.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from samarbejde.ledger.models import AppendOnly, Link

MANY, ONE = 500, 1  # rows in memory at a time; where a row may hold a PDF or a whole plan, one
ROWS = """
SELECT kept.id, link.digest, coalesce((
    SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(kept)) WHERE value <> 'null'), '{{}}')::text
FROM {table} AS kept LEFT JOIN ledger_link AS link ON link."table" = '{table}' AND link."row" = kept.id
"""
GONE = """
SELECT link."row" FROM ledger_link AS link
WHERE link."table" = '{table}' AND NOT EXISTS (SELECT FROM {table} AS kept WHERE kept.id = link."row")
"""


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read within is read of the same moment, however much is written meanwhile."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def head() -> str:
    """The chain's newest link as `position:hash`, to be written down elsewhere; "" before the first."""
    newest = Link.objects.last()
    return f"{newest.position}:{newest.hash}" if newest else ""


def holds(noted: str) -> bool:
    """Whether a link that was written down is still in the chain."""
    position, _, found = noted.partition(":")
    return position.isdigit() and Link.objects.filter(position=position, hash=found).exists()


def faults() -> Iterator[str]:
    """Each fault in Danish."""
    yield from _broken_links()
    for model in kept_models():
        yield from _changed_rows(model)


def kept_models() -> list[type[models.Model]]:
    """Those whose rows are linked."""
    kept = (model for model in apps.get_models() if issubclass(model, AppendOnly) and model is not Link)
    return sorted(kept, key=lambda model: model._meta.db_table)


def _broken_links() -> Iterator[str]:
    position, previous = 0, ""
    for link in Link.objects.order_by("position").iterator(chunk_size=2_000):
        if link.position != position + 1:
            yield f"Kæden: der mangler led mellem nummer {position} og {link.position}"
        position = link.position
        parts = (link.position, link.table, link.row, link.digest, link.previous)
        if link.previous != previous:
            yield f"Kæden: led {link.position} hænger ikke sammen med leddet før"
        if link.hash != _sha256(" ".join(map(str, parts))):
            yield f"Kæden: led {link.position} er ændret"
        previous = link.hash


def _changed_rows(model: type[models.Model]) -> Iterator[str]:
    table = model._meta.db_table
    heavy = any(isinstance(field, models.BinaryField | models.JSONField) for field in model._meta.fields)
    for pk, digest, text in _read(ROWS.format(table=table), ONE if heavy else MANY):
        if digest is None:
            yield f"{named(model, pk)} er skrevet uden om kæden"
        elif digest != _sha256(text):
            yield f"{named(model, pk)} er ændret, siden rækken blev skrevet"
    for (pk,) in _read(GONE.format(table=table), MANY):
        yield f"{named(model, pk)} er slettet"


def named(model: type[models.Model], pk: object) -> str:
    return f"{str(model._meta.verbose_name).capitalize()} {pk} ({model._meta.db_table})"


def _read(sql: str, chunk: int) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone = 'UTC'")
        cursor.execute("SET LOCAL bytea_output = 'hex'")
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql)
        while rows := cursor.fetchmany(chunk):
            yield from rows


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
