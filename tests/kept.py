"""What tests begin with: made by its steps once in a process, and put back as rows when asked for again.

A proposal that is handed in takes a hundred queries, a signed plan three hundred; a few put their rows back.
A function that is `kept` gives what it gave the first time, and the database as it then was, as long as
nothing but kept functions has written since the test began, in the same order. Else it is simply called.
"""

import io
import pickle
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import pytest
import time_machine
from django.conf import UserSettingsHolder, settings
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from tests.database import behind_the_back
from tests.tables import Table, Tables

P = ParamSpec("P")
R = TypeVar("R")
Path = tuple[tuple[object, ...], ...]  # the day, and the kept calls that led to where the database stands

READS = ("SELECT", "RELEASE SAVEPOINT", "SET CONSTRAINTS")
SAVEPOINT = re.compile(r'(ROLLBACK TO )?SAVEPOINT "(\w+)"')
WRITTEN = """
SELECT relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_xact_user_tables
WHERE n_tup_ins + n_tup_upd + n_tup_del > 0
"""


class Cached:
    """Somebody whose attributes are the rows that they have made so far."""

    def made(self) -> Iterator[tuple[str, Model]]:
        for name, value in vars(self).items():
            yield from ((f"{name}.{at}", one) for at, one in _several(value) if isinstance(one, Model))


@dataclass(frozen=True)
class Stage:
    """The tables that were written to as they then stood, and what the caller had in hand, pickled."""

    tables: list[Table]
    in_hand: bytes
    on_commit: list[tuple[Callable[[], object], bool]]

    def put_back(self, given: list[object]) -> Any:
        with behind_the_back(), connection.cursor() as cursor:
            for table in self.tables:
                table.put_back(cursor)
        savepoints = set(connection.savepoint_ids)
        connection.run_on_commit += [(savepoints, then, robust) for then, robust in self.on_commit]
        unpickler = pickle.Unpickler(io.BytesIO(self.in_hand))
        unpickler.persistent_load = _known(given).__getitem__
        made, states = unpickler.load()
        for one, state in zip(given, states, strict=True):
            if state is not None:
                vars(one).update(state)
        return made


class Keeper:
    standing: Tables  # before every test
    patches: pytest.MonkeyPatch  # of this test

    def __init__(self) -> None:
        self.stages: dict[Path, Stage] = {}
        self.path: Path | None = None  # None where something else has written
        self.paths: dict[str, Path | None] = {}  # at each savepoint
        self.is_making = False

    @contextmanager
    def watching(self, patches: pytest.MonkeyPatch) -> Iterator[None]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id_if_assigned() IS NULL")
            [has_written_nothing] = cursor.fetchone()
        self.path = ((timezone.localdate(),),) if has_written_nothing else None
        self.paths, self.patches = {}, patches
        with connection.execute_wrapper(self._watch):
            yield
        self.path = None

    def _watch(self, execute, statement, *rest):
        if not self.is_making:
            self._follow(statement if isinstance(statement, str) else "")
        return execute(statement, *rest)

    def _follow(self, statement: str) -> None:
        if savepoint := SAVEPOINT.match(statement):
            back, name = savepoint.groups()
            self.path = self.paths.get(name) if back else self.path
            self.paths[name] = self.path
        elif not statement.lstrip().upper().startswith(READS):
            self.path = None

    def call(self, make: Callable[..., R], args: tuple[object, ...], named: dict[str, object]) -> R:
        given = [*args, *named.values()]
        path = None if self.path is None or self._is_elsewhere() else self._path_to(make, [*named], given)
        if path is None or self.is_making:
            return make(*args, **named)
        self.path, self.is_making = None, True
        try:
            made = self._put_back_or_make(path, given, lambda: make(*args, **named))
        finally:
            self.is_making = False
        self.path = path
        return made

    def _is_elsewhere(self) -> bool:
        """On another day, with other settings, or where something stands in for a part of the portal."""
        return (
            time_machine.escape_hatch.is_travelling()
            or isinstance(settings._wrapped, UserSettingsHolder)
            or bool(self.patches._setattr or self.patches._setitem)
        )

    def _path_to(self, make: Callable[..., R], names: list[str], given: list[object]) -> Path | None:
        try:
            return (*(self.path or ()), (make, *names, *map(_key, given)))
        except (pickle.PicklingError, AttributeError, TypeError):  # what is given cannot be known again
            return None

    def _put_back_or_make(self, path: Path, given: list[object], make: Callable[[], R]) -> R:
        if stage := self.stages.get(path):
            return stage.put_back(given)
        before, waiting = _written(), len(connection.run_on_commit)
        names = {id(one): name for name, one in _known(given).items()}
        made = make()
        in_hand = io.BytesIO()
        pickler = pickle.Pickler(in_hand)
        pickler.persistent_id = lambda one: names.get(id(one))
        pickler.dump((made, [vars(one) if _is_known(one) else None for one in given]))
        changed = {name for name, count in _written().items() if before.get(name) != count}
        on_commit = [(then, robust) for _, then, robust in connection.run_on_commit[waiting:]]
        self.stages[path] = Stage(self.standing.as_it_is(changed), in_hand.getvalue(), on_commit)
        return made


KEEPER = Keeper()


def kept(make: Callable[P, R]) -> Callable[P, R]:
    """Decorates a function of a `Cast`, of rows, and of what can be pickled; it gives nothing that cannot."""

    @wraps(make)
    def call(*args: P.args, **named: P.kwargs) -> R:
        return KEEPER.call(make, args, named)

    return call


def _written() -> dict[str, tuple[int, ...]]:
    """How many rows of each table have been written in this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return {name: tuple(counts) for name, *counts in cursor.fetchall()}


def _key(given: object) -> object:
    if isinstance(given, Cached):
        return frozenset(_known([given]))
    if isinstance(given, Model):
        return given._meta.label, *(
            str(getattr(given, field.attname)) for field in given._meta.concrete_fields
        )
    return pickle.dumps(given)


def _known(given: list[object]) -> dict[str, object]:
    """What the caller has in hand already, by names that are the same the next time."""
    known = {str(at): one for at, one in enumerate(given) if _is_known(one)}
    for at, one in enumerate(given):
        if isinstance(one, Cached):
            known |= {f"{at}.{name}": row for name, row in one.made()}
    return known


def _is_known(one: object) -> bool:
    return isinstance(one, Cached | Model)


def _several(value: object) -> Iterable[tuple[object, object]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value if isinstance(value, list) else [value])
